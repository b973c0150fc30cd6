import { CLASS_BITS, CLASS_OF, GAP, isWordClass } from '../../scanning/characters.ts';
import { BETWEEN, buildStateTable } from '../../scanning/state-table.ts';
import type { Direction } from '../language.ts';

/**
 * Words that tell which way a clause points. Strong ones settle it alone; weak ones lose to a strong one nearby.
 * Plans and duties point ahead even in the past tense ("was expected to begin").
 */
const FUTURE =
  "will would shall should 'll won't wouldn't may might could upcoming scheduled expected expects expect slated due payable effective " +
  'planned plans planning intends intended hopes hoped hoping aims likely deadline tomorrow tentatively forthcoming ' +
  'anticipates anticipated proposes proposed begins starts opens expires arrives leaves meets calling redeem';
/** Forms that do not end in "-ed". */
const PAST =
  'was were had did said told began took came went made fell rose met won lost left held gave got saw found led ran spoke wrote brought ' +
  'bought sold sent paid kept became grew knew thought felt stood understood drew drove flew broke chose shot struck hit cut put shut ' +
  'spent built sought caught taught fought has have been ago yesterday earlier last since hurt swept threw tore sank dropped shed';
/** "to" before a verb points ahead a little. */
const INFINITIVE = 'to';
const BREAKS = 'which who whose where when while after before but and';

const words = [...new Set(`${FUTURE} ${PAST} ${INFINITIVE} ${BREAKS}`.split(' '))];
const future = new Set(FUTURE.split(' '));
const past = new Set(PAST.split(' '));
const table = buildStateTable(words);
const kinds = Int8Array.from(words, (word) =>
  word === INFINITIVE ? 3 : future.has(word) ? 2 : past.has(word) ? -2 : 0,
);

/** Code units looked at on either side. */
const REACH = 180;

/** Cues of one stretch of text: the last (or first) of each way, as offsets. */
interface Cues {
  future: number;
  past: number;
  infinitive: number;
}

const isSentenceEnd = (text: string, p: number): boolean => {
  const code = text.charCodeAt(p);
  if (code === 0x21 || code === 0x3f || code === 0x3b) return true;
  if (code === 0x0a) return text.charCodeAt(p + 1) === 0x0a;
  // A full stop before a blank and a capital, not after an initial or a short abbreviation.
  if (code !== 0x2e) return false;
  const next = text.charCodeAt(p + 1);
  if (!(next === 0x20 || next === 0x0a || next === 0x22 || next === 0x27)) return false;
  const before = text.charCodeAt(p - 2);
  return isWordClass(CLASS_OF[before] as number) && isWordClass(CLASS_OF[text.charCodeAt(p - 3)] as number);
};

/** Where the sentence that holds an offset begins, looking back no further than `REACH`. */
function sentenceStart(text: string, offset: number): number {
  const lowest = Math.max(0, offset - REACH);
  for (let p = offset - 2; p > lowest; p--) if (isSentenceEnd(text, p)) return p + 1;
  return lowest;
}

function sentenceEnd(text: string, offset: number): number {
  const highest = Math.min(text.length, offset + REACH);
  for (let p = offset; p < highest; p++) if (isSentenceEnd(text, p)) return p;
  return highest;
}

/** Reads the cues of a stretch; with `firstOnly` the first of each way, else the last. */
function readCues(text: string, from: number, to: number, firstOnly: boolean): Cues {
  const cues: Cues = { future: -1, past: -1, infinitive: -1 };
  const { next, hit } = table;
  let state = BETWEEN;
  let wordStart = from;
  for (let p = from; p <= to; p++) {
    const cls = p < to ? (CLASS_OF[text.charCodeAt(p)] as number) : GAP;
    state = next[(state << CLASS_BITS) | cls] as number;
    if (isWordClass(cls)) continue;
    if (state >= hit) {
      note(cues, kinds[state - hit] as number, wordStart, firstOnly, text, p);
      state = BETWEEN;
    } else if (endsInEd(text, wordStart, p)) note(cues, -2, wordStart, firstOnly, text, p);
    wordStart = p + 1;
  }
  return cues;
}

/** "-ed" but not "-eed": "announced", not "succeed" or "hundred". */
function endsInEd(text: string, from: number, to: number): boolean {
  if (to - from <= 3 || text.charCodeAt(to - 1) !== 0x64 || text.charCodeAt(to - 2) !== 0x65) return false;
  const third = text.charCodeAt(to - 3);
  return third !== 0x65 && !(third === 0x72 && text.charCodeAt(to - 4) === 0x64);
}

function note(cues: Cues, kind: number, at: number, firstOnly: boolean, text: string, end: number): void {
  if (kind === 2 && !(firstOnly && cues.future >= 0)) cues.future = at;
  else if (kind === -2 && !(firstOnly && cues.past >= 0)) cues.past = at;
  else if (kind === 3 && isVerbAfter(text, end) && !(firstOnly && cues.infinitive >= 0)) cues.infinitive = at;
}

const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'its',
  'his',
  'her',
  'their',
  'this',
  'that',
  'these',
  'be',
  'about',
  'more',
]);

/** "to" before a lower-case word that is no article or pronoun: an infinitive, mostly. */
function isVerbAfter(text: string, p: number): boolean {
  const from = p + 1;
  let to = from;
  while (to < text.length && to - from < 12 && isWordClass(CLASS_OF[text.charCodeAt(to)] as number)) to++;
  const first = text.charCodeAt(from);
  return first >= 0x61 && first <= 0x7a && !DETERMINERS.has(text.slice(from, to));
}

/** The word that ends before an offset, lower case, and where it begins. */
function wordBefore(text: string, offset: number): [string, number] {
  let to = offset;
  while (to > 0 && offset - to < 4 && !isWordClass(CLASS_OF[text.charCodeAt(to - 1)] as number)) to--;
  let from = to;
  while (from > 0 && to - from < 20 && isWordClass(CLASS_OF[text.charCodeAt(from - 1)] as number)) from--;
  return [text.slice(from, to).toLowerCase(), from];
}

const isPast = (word: string): boolean =>
  past.has(word) || (word.length > 3 && word.endsWith('ed') && !future.has(word));

/** "by Dec. 10", "through January": ahead, unless the verb before is sure of the past: "until Thursday, they had not". */
function untilWhen(text: string, at: number, start: number): Direction {
  const cues = readCues(text, sentenceStart(text, start), at, false);
  if (cues.future > cues.past) return 2;
  const after = readCues(text, start, sentenceEnd(text, start), true);
  return cues.past < 0 && after.past >= 0 && !(after.future >= 0 && after.future < after.past) ? -1 : 1;
}

/**
 * Which way the sentence points at an expression: by the word it hangs on, else by the nearest verb before it in the sentence, else by the
 * first one after it. Positive is the future, negative the past; 2 is sure, 1 is a guess.
 */
export function directionOf(text: string, start: number, end: number): Direction {
  let [word, at] = wordBefore(text, start);
  if (word === 'since') return -2;
  if (word === 'until' || word === 'till' || word === 'by' || word === 'through') return untilWhen(text, at, start);
  const soon = word === 'as' && /(?:soon|early) as\W*$/i.test(text.slice(Math.max(0, start - 12), start));
  if (soon) return 2;
  const preposition = word === 'on' || word === 'in' || word === 'early' || word === 'late' || word === 'at';
  if (preposition) [word, at] = wordBefore(text, at);
  if (isPast(word)) return -2;
  if (future.has(word) && word.length > 3) return 2;
  const from = sentenceStart(text, start);
  const before = readCues(text, from, start, false);
  const verb = Math.max(before.future, before.past);
  if (verb >= 0 || before.infinitive >= 0) {
    if (before.future > before.past) return 2;
    if (before.past >= 0) return -2;
    return 1;
  }
  const after = readCues(text, end, sentenceEnd(text, end), true);
  if (after.future >= 0 && (after.past < 0 || after.future < after.past)) return 2;
  return after.past >= 0 ? -1 : 0;
}
