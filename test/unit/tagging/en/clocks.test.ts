import { tag } from '../../../../shared/tagging/tag.ts';

/** Wednesday 13 June 2012. */
const found = (text: string): string[] =>
  tag(text, { dct: '2012-06-13' }).map(({ text: words, value }) => `${words} ${value}`);

describe('times of day in words', () => {
  test.each([
    ['Supper is at half past eight.', ['half past eight 2012-06-13T08:30']],
    ['They dined at half past eight yesterday evening.', ['half past eight yesterday evening 2012-06-12T20:30']],
    ['It rang at a quarter past six in the morning.', ['a quarter past six in the morning 2012-06-13T06:15']],
    ['They left at quarter to five on Friday.', ['quarter to five on Friday 2012-06-08T04:45']],
    ['He came at ten to nine tonight.', ['ten to nine tonight 2012-06-13T20:50']],
    ['It was five minutes to midnight.', ['five minutes to midnight 2012-06-13T23:55']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  test.each(['He is half past caring.', 'It takes from ten to nine people.', 'Half the seats were sold.'])(
    'no time: %s',
    (text) => expect(found(text)).toEqual([]),
  );
});

describe('an hour is before or after noon by the part of the day beside it', () => {
  test.each([
    ['The lock was forced at 5.45 this morning.', ['5.45 this morning 2012-06-13T05:45']],
    ['The alarm rang at 6:20 yesterday evening.', ['6:20 yesterday evening 2012-06-12T18:20']],
    ['She fell ill at nine on Friday night.', ['nine on Friday night 2012-06-08T21:00']],
    ['The doors close at 20.30 on Friday.', ['20.30 on Friday 2012-06-15T20:30']],
    ['The pump failed at 11.20pm on Saturday night.', ['11.20pm on Saturday night 2012-06-09T23:20']],
    ['Two boats sank this morning.', ['this morning 2012-06-13TMO']],
    ['Prices fell 8.30 on Friday.', ['Friday 2012-06-08']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('four digits beside a day or local time', () => {
  test.each([
    ['The horn sounded at 1100 on Wednesday.', ['1100 on Wednesday 2012-06-13T11:00']],
    ['By 0630 yesterday the road was dry.', ['0630 yesterday 2012-06-12T06:30']],
    ['The tide turned at 2100, local time.', ['2100, local time 2012-06-13T21:00']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('both clocks of a stretch are of one day', () => {
  test.each([
    [
      'The hall is open from 9 a.m. to 5 p.m. on 3 May 2010.',
      ['9 a.m. 2010-05-03T09:00', '5 p.m. on 3 May 2010 2010-05-03T17:00'],
    ],
    ['It lasted from 9 to 11 a.m. on 3 May 2010.', ['9 2010-05-03T09:00', '11 a.m. on 3 May 2010 2010-05-03T11:00']],
    ['Viewing was 4-7 p.m. Friday.', ['4 2012-06-08T16:00', '7 p.m. Friday 2012-06-08T19:00']],
    [
      'A fox was seen between 10pm and 11.30pm on Friday 8 June.',
      ['10pm 2012-06-08T22:00', '11.30pm on Friday 8 June 2012-06-08T23:30'],
    ],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('timestamps printed by programs', () => {
  test.each([
    ['saved 2007-07-14 23:59:01', ['2007-07-14 23:59:01 2007-07-14T23:59:01']],
    ['saved 2007-07-14 23:59:01.250 +02:00.', ['2007-07-14 23:59:01.250 +02:00 2007-07-14T23:59:01']],
    ['Sat, 14 Jul 2007 23:59:01 GMT', ['Sat, 14 Jul 2007 23:59:01 GMT 2007-07-14T23:59:01Z']],
    ['On 3 May 2010, 14:30 it went off.', ['3 May 2010, 14:30 2010-05-03T14:30']],
    ['built in 2012-W10', ['2012-W10 2012-W10']],
    ['built on 2012-W10-3.', ['2012-W10-3 2012-03-07']],
    ['built in 2012-W60', ['2012 2012']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

test('noon and midnight may begin a sentence before their day', () => {
  expect(found('Midnight on 5 April saw the end of it.')).toEqual(['Midnight on 5 April 2012-04-05T24:00']);
});

describe('a clock of a named place is of the day behind it', () => {
  test.each([
    ['It struck at 6:12 AM Lima time on May 2, 2011.', ['6:12 AM 2011-05-02T06:12', 'May 2, 2011 2011-05-02']],
    ['It struck at 8 p.m. local time Tuesday.', ['8 p.m. 2012-06-12T20:00', 'Tuesday 2012-06-12']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});
