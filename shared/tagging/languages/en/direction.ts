import type { Direction } from '../language.ts';
import { isLetterAt, sentenceEnd, sentenceStart } from '../sentence.ts';
import { isWordAt, kindOfWord, readCues } from './cues.ts';

/** Start and end of the word before an offset; signs in between are skipped. */
function wordBefore(text: string, offset: number): readonly [from: number, to: number] {
  let to = offset;
  while (to > 0 && offset - to < 4 && !isLetterAt(text, to - 1)) to--;
  let from = to;
  while (from > 0 && to - from < 20 && isLetterAt(text, from - 1)) from--;
  return [from, to];
}

const isQuote = (code: number): boolean => code === 0x27 || code === 0x2019;

const PREPOSITIONS = new Set(['on', 'in', 'early', 'late', 'at']);
const LIMITS = new Set(['until', 'till', 'by', 'through']);

/**
 * Whether the sentence places an expression in the past or the future: by the word that governs it, otherwise by the nearest verb before it in
 * the sentence, otherwise by the first verb after it.
 */
export function directionOf(text: string, start: number, end: number): Direction {
  let [from, to] = wordBefore(text, start);
  let word = text.slice(from, to).toLowerCase();
  if (word === 'since') return -3;
  if (word === 'as') {
    const [before, after] = wordBefore(text, from);
    word = text.slice(before, after).toLowerCase();
    if (word === 'soon' || word === 'early') return 2;
  }
  if (isWordAt(text, end + 1, 'was') || isWordAt(text, end + 1, 'were')) return -2;
  const begin = sentenceStart(text, start);
  // "Wednesday's ruling": past, unless the sentence continues in the future.
  if (text.charCodeAt(end + 1) === 0x73 && isQuote(text.charCodeAt(end))) {
    const after = readCues(text, end, sentenceEnd(text, end), 'first');
    if (after.future >= 0 && (after.past < 0 || after.future < after.past)) return 1;
    // "this weekend's race" may be the one to come
    return /^this\b/i.test(text.slice(start, end)) ? 0 : -2;
  }
  if (LIMITS.has(word)) return untilWhen(text, begin, from, end);
  const on = word === 'on';
  // "a hearing for September 4": days after "for" are future; months ("orders for July") mostly past.
  if (word === 'for' && /\d/.test(text.slice(start, end))) return 2;
  if (PREPOSITIONS.has(word)) [from, to] = wordBefore(text, from);
  const own = kindOfWord(text, from, to);
  const before = readCues(text, begin, start, 'last');
  // "were halted in January", "died Dec. 25": a past verb governs the date, which excludes the future.
  if (own === -2 && before.past === from) return text.startsWith('set ', from) ? -2 : -3;
  if (own === 2 && before.future === from) return 2;
  if (on && before.past > before.future && isClose(text, before.past, to)) return -3;
  if (before.present > before.future && before.present > before.past) return 1;
  if (before.future >= 0 || before.past >= 0) return before.future > before.past ? 2 : -2;
  const after = readCues(text, end, sentenceEnd(text, end), 'first');
  if (after.future >= 0 && (after.past < 0 || after.future < after.past)) return 2;
  if (after.past >= 0) return -1;
  if (INVITES.test(text.slice(begin, start))) return 2;
  return before.infinitive >= 0 ? 1 : 0;
}

/** Words that imply the future without a future verb. */
const INVITES = /\b(?:see (?:you|u|ya)|join (?:us|me)|let'?s|don'?t miss|rsvp|please|remember to|come (?:to|along))\b/i;

/** Most code units from a verb to the preposition of its date, across a place. */
const LONGEST_PLACE = 36;
/** A verb and its place, without a word that another date could belong to: "gathered in the square", "burned down". */
const VERB_AND_PLACE =
  /^[a-z]+(?: (?:down|off|out|up|over))?(?: (?:in|at|near|outside|inside|across|around|into) [\w' -]+?)?\s*$/i;

/** "gathered in the square on Christmas Day": a past verb close enough to govern the date. */
const isClose = (text: string, verb: number, to: number): boolean =>
  to - verb <= LONGEST_PLACE && VERB_AND_PLACE.test(text.slice(verb, to));

/** "had filed reports by Wednesday", "had been met by noon": over by then. */
function isPluperfect(text: string, cue: number): boolean {
  const [from, to] = wordBefore(text, cue);
  const word = text.slice(from, to);
  return word === 'had' || (word === 'been' && text.slice(...wordBefore(text, from)) === 'had');
}

/** "by Dec. 10", "through January": future, unless the sentence continues in the past: "until Thursday, they had not". */
function untilWhen(text: string, begin: number, from: number, end: number): Direction {
  const before = readCues(text, begin, from, 'last');
  if (before.future > before.past) return 2;
  if (before.past >= 0) return before.infinitive < before.past && isPluperfect(text, before.past) ? -2 : 1;
  const after = readCues(text, end, sentenceEnd(text, end), 'first');
  return after.past >= 0 && (after.future < 0 || after.past < after.future) ? -1 : 1;
}
