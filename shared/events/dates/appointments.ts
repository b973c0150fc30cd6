import type { Word } from '../sentence/word.ts';

/** Nouns for what people arrange with each other for a day, and announce before it. */
const APPOINTMENT =
  /^(?:address|audience|ballot|briefing|ceremony|concert|conference|congress|debate|election|funeral|gathering|hearing|inauguration|interview|launch|meeting|memorial|opening|poll|referendum|session|speech|summit|talks|testimony|tour|trip|visit|vote)s?$/;
/** Words before what has taken place: "he said at a meeting on Tuesday", "since the vote". */
const TOLD = /^(?:after|at|during|following|from|in|since)$/;

/**
 * "Ministers arrived ahead of a summit on Tuesday": whether a noun names an appointment, and no preposition before it shows that it has been kept.
 *
 * @param head Index of the noun.
 */
export function isOpenAppointment(words: readonly Word[], head: number): boolean {
  if (!APPOINTMENT.test(words[head]?.lower ?? '')) return false;
  let i = head - 1;
  while (i >= 0 && PREMODIFIERS.has(words[i]?.tag ?? 'mark')) i--;
  return !TOLD.test(words[i]?.lower ?? '');
}

/** "ahead of the November elections": whether what introduces an appointment says that it is to come. */
export function isAheadOf(words: readonly Word[], head: number): boolean {
  if (!isOpenAppointment(words, head)) return false;
  let i = head - 1;
  while (i >= 0 && PREMODIFIERS.has(words[i]?.tag ?? 'mark')) i--;
  return words[i]?.lower === 'of' && words[i - 1]?.lower === 'ahead';
}

const PREMODIFIERS: ReadonlySet<Word['tag']> = new Set([
  'determiner',
  'possessive',
  'adjective',
  'noun',
  'name',
  'number',
  'time',
]);
