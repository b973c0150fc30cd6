import { extractEvents } from '../../../shared/events/extract.ts';
import { dayNumber, parseIsoDay } from '../../../shared/time/day.ts';

const read = (text: string, publishedAt = '2014-03-30') => extractEvents({ id: 'a', text, publishedAt });

const LENGTH = 400_000;
const fill = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe('extracting from input that is not an article', () => {
  test.each([
    ['empty', ''],
    ['white space', ' \n\t\u00a0 '],
    ['one word', 'Friday'],
    ['half a character', '\ud800 on Friday'],
    ['control characters', 'The mayor\u0000 resigned\u0007 on\u001b Friday.'],
    ['right to left', 'פרצה מלחמה ב-1967 והסתיימה כעבור שישה ימים.'],
    ['overridden direction', '\u202eThe mayor resigned on Friday\u202c.'],
    ['emoji', '🎉🎉 The mayor resigned on Friday 🎉.'],
    ['mixed scripts', 'The 市长 resigned вчера on Friday اليوم.'],
    ['only marks', '... --- ??? !!! ((( """'],
    ['a table', '1989 | 1990 | 1991\n12 | 13 | 14\n'],
  ])('returns events or none, and never throws: %s', (_what, text) => {
    const { events } = read(text);
    for (const event of events) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that none of them reaches a title is what is tested
      expect(event.title).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
      expect(event.title.length).toBeLessThanOrEqual(100);
      for (const { start, end, sentence, trigger, timex } of event.evidence) {
        expect(text.slice(start, end)).toBe(sentence);
        expect(text.slice(trigger.start, trigger.end)).toBe(trigger.text);
        expect(text.slice(timex.start, timex.end)).toBe(timex.text);
      }
    }
  });

  test('reports the language of a text that is not English, and "und" if it is unknown', () => {
    expect(read('El alcalde dimitió el viernes y el puente se cerró por las obras del puerto.').language).toBe('es');
    expect(read('12 13 14 15').language).toBe('und');
  });

  test.each([
    'Der Bürgermeister ist am 4. Juni 1989 zurückgetreten, und die Brücke war 1967 nach dem Krieg für den Verkehr gesperrt.',
    'Le maire a démissionné le 4 juin 1989 et le pont est fermé depuis 1998 pour les travaux du port.',
  ])('gives no events for a text that is not English: %s', (text) => {
    expect(read(text).events).toEqual([]);
  });

  test('without a day of writing gives only absolute dates', () => {
    const { events, publishedAt } = extractEvents({
      id: 'a',
      text: 'The mayor resigned on Friday. The bridge fell on 4 June 1989.',
    });
    expect(publishedAt).toBeUndefined();
    expect(events.map((event) => event.date.edtf)).toEqual(['1989-06-04']);
  });

  test('ignores an invalid day of writing', () => {
    expect(read('The mayor resigned on 4 June 1989.', 'next week').events).toHaveLength(1);
  });
});

describe('an article of the first or last day of the calendar', () => {
  const COUNTED = [
    'a day later',
    'the next day',
    'three weeks later',
    'two months earlier',
    'a year ago',
    'yesterday',
    'tomorrow',
    'on Sunday',
    'on Friday',
    'last week',
    'next month',
    'next year',
    'within ten days',
    'over the past four months',
    'over the past three decades',
    'for the next two years',
    'in the coming century',
    'since Tuesday',
    'in the weeks since the fire',
    'two days before the fire of 31 December',
    'on 1 January',
    'on 31 December',
    'in the quarter ended 31 March',
    'at 4 p.m.',
    'five months after the fire of 30 November',
  ];
  const TELLINGS = [
    (when: string) => `The bridge was closed ${when}.`,
    (when: string) => `The bridge will be closed ${when}. The mayor said so on Thursday.`,
    (when: string) => `The depot burned down on Saturday. The bridge had been closed ${when}, the council said.`,
    (when: string) => `The fire broke out on 31 December. The bridge has been closed ${when}.`,
  ];
  const days = ['9999-12-31', '9999-12-30', '9999-11-30', '-9999-01-01', '-9999-01-02', '0000-02-29', '0001-01-01'];

  test.each(days)('%s gives dates that exist, or none', (publishedAt) => {
    for (const when of COUNTED)
      for (const tell of TELLINGS)
        for (const { date } of read(tell(when), publishedAt).events) {
          expect(parseIsoDay(date.start)).toBeDefined();
          expect(parseIsoDay(date.end)).toBeDefined();
          expect(dayNumber(date.start)).toBeLessThanOrEqual(dayNumber(date.end));
        }
  });
});

/** Long texts that a careless reader would take quadratic time or a deep stack over. */
const LONG: readonly (readonly [string, string])[] = [
  ['no full stop', 'the mayor said on Friday that the council had met and '],
  ['one letter', 'y'],
  ['capital letters', 'Aa Bb '],
  ['years', '1989 '],
  ['weekdays', 'Friday '],
  ['one sentence again and again', 'John Smith resigned on Friday. He left. '],
  ['initials', 'A. B. '],
  ['quotes', '"'],
  ['brackets', '('],
  ['conditions', 'if '],
  ['lists', 'and Kamm, '],
  ['furniture', 'share\n'],
  ['half a byline', 'By a '],
  ['half a dateline', 'LONDON, '],
  ['comparisons', 'from $1 '],
  ['control characters', '\u0000\u0001 on Friday he resigned. '],
  ['emoji', '👨‍👩‍👧 '],
  ['right-to-left text', 'اندلعت الحرب في عام 1967. '],
];

describe('a long text', () => {
  test('of a whole megabyte without a full stop is read', () => {
    expect(
      read(fill('the mayor said on Friday that the council had met and ', 1_000_000)).events.length,
    ).toBeGreaterThan(0);
  });

  test.each(LONG)('of %s takes time that grows with its length alone', (_what, piece) => {
    const spent = (length: number): number => {
      const text = fill(piece, length);
      const began = process.cpuUsage();
      read(text);
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1e6;
    };
    spent(20_000);
    const quarter = Math.max(0.05, spent(LENGTH / 4));
    // four times the text: eight times the time would be on the way to quadratic, and quadratic is sixteen
    expect(spent(LENGTH)).toBeLessThan(quarter * 9);
  });
});

test.each(['3.5 weeks', '2.5 years', '1.5 months', '2.5 days'])('a period of %s ends on a whole day', (length) => {
  const text = `Oil has been gushing from the well for ${length}.`;
  for (const { date } of extractEvents({ id: 'a', text, publishedAt: '2031-05-16' }).events) {
    expect(`${date.start} ${date.end}`).toMatch(/^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/);
  }
});
