import { extractEvents } from '../../../shared/events/extract.ts';

/** The days of an article's events, by the word that names them. */
function daysIn(text: string): Record<string, string> {
  const { events } = extractEvents({ id: 'a', text, publishedAt: '2013-03-21' });
  return Object.fromEntries(
    events.flatMap(({ date, evidence }) => evidence.map(({ trigger }) => [trigger.text, date.edtf] as const)),
  );
}

const FIRE = 'A warehouse burned down on Sunday in the old port.';

describe('the day that a narrative has reached', () => {
  test.each([
    ['a clock time', 'At 6:14 a.m. the firemen entered the building.', 'entered', '2013-03-17'],
    ['that day', 'That same day the owner fled to the capital.', 'fled', '2013-03-17'],
    ['the day after', 'The following day the council closed the port.', 'closed', '2013-03-18'],
  ])('%s counts from it, not from the day of writing', (_what, sentence, trigger, day) => {
    expect(daysIn(`${FIRE} The insurers said on Wednesday that the roof was old. ${sentence}`)[trigger]).toBe(day);
  });

  test('a quotation does not move it', () => {
    const quote = '"I am leaving this town today," said a neighbour.';
    expect(daysIn(`${FIRE} ${quote} At noon the firemen entered the building.`).entered).toBe('2013-03-17');
  });

  test('a date inside a noun phrase does not move it', () => {
    const text = `${FIRE} The owner spoke of the January 27 agreement. The following day the council closed the port.`;
    expect(daysIn(text).closed).toBe('2013-03-18');
  });
});

describe('"the same day"', () => {
  test('is the day that its sentence names before it', () => {
    const text = `${FIRE} No ship had left since March 2, the same day a crane fell on the pier.`;
    expect(daysIn(text).fell).toBe('2013-03-02');
  });

  test('is that of the last statement, for a statement', () => {
    const text = `${FIRE} The insurers announced on Tuesday that the roof was old. The mayor said the same day that he had known it.`;
    expect(daysIn(text).said).toBe('2013-03-19');
  });

  test('is within the month of an event of which no day is known', () => {
    const text = `${FIRE} The guard, Tor Lund, was arrested last November. His name was painted over that same day.`;
    expect(daysIn(text).painted).toBe('2012-11');
  });
});

test('"that night" is never the day that its sentence calls "today"', () => {
  expect(daysIn(`${FIRE} The report that was released today says the watchman left the port that night.`).left).toBe(
    '2013-03-17',
  );
});

describe('a clock with its zone', () => {
  test('is of the day that stands beside it', () => {
    const text = `${FIRE} At 4 a.m. (0300 UTC) on Tuesday the mayor appeared on television.`;
    expect(daysIn(text).appeared).toBe('2013-03-19');
  });

  test('is of the day of writing where the tense is that of news', () => {
    expect(daysIn(`${FIRE} Shares of the insurer fell 2 percent by 1351 GMT.`).fell).toBe('2013-03-21');
  });

  test('goes on with the narrative in the pluperfect', () => {
    expect(daysIn(`${FIRE} By 1351 GMT the firemen had left the port.`).left).toBe('2013-03-17');
  });
});
