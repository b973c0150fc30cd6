import { extractEvents } from '../../../shared/events/extract.ts';

/** A Monday. */
const PUBLISHED = '2013-03-18';

const daysIn = (text: string): readonly (readonly [string | undefined, string, string])[] =>
  extractEvents({ id: 'a', text, publishedAt: PUBLISHED }).events.map(
    ({ date, modality, evidence }) => [evidence[0]?.trigger.text, date.edtf, modality] as const,
  );

describe('a weekday that is tomorrow by the day of writing, told in the past', () => {
  test.each([
    ['said', 'Norway said on Tuesday that its fleet had left the harbour.', 'said'],
    ['said behind the weekday', 'Norway on Tuesday announced a ban on whaling in the fjord.', 'announced'],
    ['the news itself', 'The prime minister sailed Tuesday to the northern islands to meet fishermen.', 'sailed'],
  ])('is the day after: %s', (_what, text, trigger) => {
    expect(daysIn(text)).toContainEqual([trigger, '2013-03-19', 'asserted']);
  });

  test('is the day after in the whole article', () => {
    const text = 'Norway said on Tuesday that its fleet had left. The ships passed the lighthouse early Tuesday.';
    expect(daysIn(text)).toContainEqual(['passed', '2013-03-19', 'asserted']);
  });

  test.each([
    ['a summary of the week begins with its day', 'The strike began on Tuesday, when the dockers left the harbour.'],
    ['the last one', 'Norway said last Tuesday that its fleet had left the harbour.'],
    ['told in passing', 'The minister said on Sunday that the fleet that sailed on Tuesday had left the harbour.'],
    ['pluperfect', 'The minister, who had sailed Tuesday to the islands, returned on Sunday.'],
  ])('is six days back where %s', (_what, text) => {
    const dates = daysIn(text).map(([, date]) => date);
    expect(dates).toContain('2013-03-12');
    expect(dates).not.toContain('2013-03-19');
  });
});

describe('a weekday that no tense places', () => {
  test.each([
    ['Diplomats arrived in Oslo on the eve of a summit on Wednesday.', 'summit', '2013-03-20'],
    ['Two hearings were set for Thursday.', 'set', '2013-03-21'],
  ])('is the coming one where it is near: %s', (text, trigger, date) => {
    expect(daysIn(text)).toContainEqual([trigger, date, 'planned']);
  });

  test('is past where the appointment has been kept', () => {
    const text = 'Ministers agreed on a price at a meeting on Thursday.';
    expect(daysIn(text).map(([, date]) => date)).toEqual(['2013-03-14']);
  });
});
