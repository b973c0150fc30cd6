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
