import { tag } from '../../../shared/tagging/tag.ts';

const timesIn = (text: string, dct = '2031-05-11'): readonly string[] =>
  tag(text, { dct, language: 'en' })
    .filter(({ type }) => type === 'TIME')
    .map(({ value }) => value);

test('the times that open the entries of a live page are of the day of writing, whatever days the entries speak of', () => {
  const page =
    'The dam burst on April 20 above the town.\n\n3.55 pm: The owner is speaking of April 20.\n\n4.30 pm: The council is in recess. 5pm: It sits again.';
  expect(timesIn(page)).toEqual(['2031-05-11T15:55', '2031-05-11T16:30', '2031-05-11T17:00']);
});

test('on a page with days as headings, the times are of these days', () => {
  const page =
    'Sunday 10 May\n\n3.55 pm: The owner is speaking.\n\nMonday 11 May\n\n4.30 pm: The council is in recess.';
  expect(timesIn(page, '2031-05-12')).toEqual(['2031-05-10T15:55', '2031-05-11T16:30']);
});

test('a time within a sentence is of the day that the text speaks of', () => {
  expect(timesIn('The dam burst on April 20. At 4.30 pm the town was dark.')).toEqual(['2031-04-20T16:30']);
});

test('four digits that open the entries of a live page are times, but not in a list of years', () => {
  const page = ['2159', '2140', '2023', '1957', '1928', '1910'].map((time) => `${time}: The owner speaks.`).join('\n');
  expect(timesIn(page).slice(-3)).toEqual(['2031-05-11T19:57', '2031-05-11T19:28', '2031-05-11T19:10']);
  const history = ['1910', '1928', '1935', '1944', '1957', '1958'].map((year) => `${year}: The owner died.`).join('\n');
  expect(timesIn(history)).toEqual([]);
});
