import { eventIn } from '../../../shared/display/event-in-language.ts';
import { GERMAN_DATES } from '../../../shared/display/german-dates.ts';
import { ENGLISH, wordsIn } from '../../../shared/display/words.ts';
import { displayDate } from '../../../shared/events/dates/display.ts';
import { eventOf } from '../../browser/timeline-fixtures.ts';

const german = wordsIn('de');

test.each([
  ['day', '1989-06-04', '1989-06-04', '4. Juni 1989'],
  ['day', '-0043-03-15', '-0043-03-15', '15. März 44 v. Chr.'],
  ['week', '1989-06-05', '1989-06-11', 'Woche ab 5. Juni 1989'],
  ['month', '1989-06-01', '1989-06-30', 'Juni 1989'],
  ['season', '2008-03-01', '2008-05-31', 'Frühjahr 2008'],
  ['season', '2008-12-01', '2009-02-28', 'Winter 2008/09'],
  ['season', '1999-12-01', '2000-02-29', 'Winter 1999/00'],
  ['quarter', '2021-07-01', '2021-09-30', '3. Quartal 2021'],
  ['half', '2021-01-01', '2021-06-30', '1. Halbjahr 2021'],
  ['year', '0079-01-01', '0079-12-31', '79 n. Chr.'],
  ['part', '2012-05-01', '2012-08-31', 'Mitte 2012'],
  ['part', '2012-06-01', '2012-06-10', 'Anfang Juni 2012'],
  ['part', '1997-01-01', '1999-12-31', 'Ende der 1990er-Jahre'],
  ['decade', '1990-01-01', '1999-12-31', '1990er-Jahre'],
  ['decade', '-0049-01-01', '-0040-12-31', '50 v. Chr. – 41 v. Chr.'],
  ['century', '1801-01-01', '1900-12-31', '19. Jahrhundert'],
  ['century', '-0499-01-01', '-0400-12-31', '5. Jahrhundert v. Chr.'],
  ['millennium', '1001-01-01', '2000-12-31', '2. Jahrtausend'],
  ['interval', '2010-05-26', '2010-05-29', '26. Mai – 29. Mai 2010'],
  ['interval', '1914-01-01', '1918-12-31', '1914 – 1918'],
] as const)('a %s from %s to %s is "%s – %s" in German', (precision, start, end, words) => {
  expect(displayDate({ precision, start, end, edtf: '', approximate: false }, GERMAN_DATES)).toBe(words);
});

test('an approximate date is marked as such in German', () => {
  const date = { start: '1850-01-01', end: '1850-12-31', edtf: '1850~', precision: 'year', approximate: true } as const;
  expect(displayDate(date, GERMAN_DATES)).toBe('um 1850');
});

test.each([
  ['1969-07-14', '1969-07-20', '14. – 20. Juli 1969'],
  ['1969-03-01', '1969-09-30', 'März – Sept. 1969'],
  ['1968-01-02', '1971-05-07', '1968 – 1971'],
])('the stretch from %s to %s is "%s" in German', (from, to, words) =>
  expect(german.stretchWords(from, to)).toBe(words),
);

test('an event in German has German dates and is otherwise unchanged', () => {
  const event = eventOf({
    title: 'The mill burns down',
    start: '1910-05-01',
    end: '1910-05-31',
    display: 'May 1910',
    precision: 'month',
  });
  expect(eventIn('de', event)).toEqual({ ...event, date: { ...event.date, display: 'Mai 1910' } });
  expect(eventIn('en', event)).toBe(event);
  expect(eventIn(undefined, event)).toBe(event);
});

test('every word of the interface is another in German, but for those that both languages share', () => {
  const same = Object.entries(ENGLISH).filter(
    ([name, word]) => typeof word === 'string' && german[name as 'close'] === word,
  );
  expect(same).toEqual([]);
  expect(Object.values(german).filter((word) => word === '')).toEqual([]);
});
