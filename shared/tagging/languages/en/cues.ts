import { CLASS_BITS, CLASS_OF, GAP, isWordClass } from '../../scanning/characters.ts';
import { BETWEEN, buildStateTable } from '../../scanning/state-table.ts';

/** Words that point ahead, even in the past tense ("was expected to begin"). */
const FUTURE =
  "will would shall should 'll won't wouldn't may might upcoming scheduled expected expects expect slated due payable " +
  'effective planned plans planning intends intended hopes hoped hoping aims likely deadline tomorrow tentatively forthcoming ' +
  'anticipates anticipated proposes proposed begins starts opens expires arrives leaves meets calling redeem';
/** Past forms that do not end in "-ed", and words that go with them. */
const PAST =
  'was were had did said told began took came went made fell rose met won lost left held gave got saw found led ran spoke wrote ' +
  'brought bought sold sent paid kept became grew knew thought felt stood understood drew drove flew broke chose shot struck hit ' +
  'cut put shut spent built sought caught taught fought has have been ago yesterday earlier last since hurt swept threw tore sank ' +
  'dropped shed';

/** Words that make a participle after them an adjective: "the proposed merger", "a still unspecified date". */
const DETERMINERS = 'the a an its their his';

/**
 * What a cue word says: 2 ahead, -2 back, 3 "to", 4 "be", 5 "set", which is ahead before "to" and back elsewhere; 6 a determiner, 7 "is",
 * 8 an adverb that may stand between it and a participle.
 */
const KINDS = new Map<string, number>([
  ...FUTURE.split(' ').map((word): [string, number] => [word, 2]),
  ...PAST.split(' ').map((word): [string, number] => [word, -2]),
  ['to', 3],
  ['be', 4],
  ['set', 5],
  ...DETERMINERS.split(' ').map((word): [string, number] => [word, 6]),
  ['is', 7],
  ['are', 7],
  ['still', 8],
]);
const words = [...KINDS.keys()];
const table = buildStateTable(words);
const kinds = Int8Array.from(words, (word) => KINDS.get(word) ?? 0);

/** Cues of a stretch of text: offsets of the last (or the first) of each way, -1 for none. */
export interface Cues {
  readonly future: number;
  readonly past: number;
  readonly infinitive: number;
}

/**
 * Reads the cues of a stretch.
 *
 * @param which Whether the first or the last of each way is wanted.
 */
export function readCues(text: string, from: number, to: number, which: 'first' | 'last'): Cues {
  const firstOnly = which === 'first';
  const { next, hit } = table;
  let future = -1;
  let past = -1;
  let infinitive = -1;
  let afterBe = false;
  let afterHadBeen = 0;
  let afterDeterminer = false;
  let afterIs = false;
  let state = BETWEEN;
  let wordStart = from;
  for (let p = from; p <= to; p++) {
    const cls = p < to ? (CLASS_OF[text.charCodeAt(p)] as number) : GAP;
    state = next[(state << CLASS_BITS) | cls] as number;
    if (isWordClass(cls)) continue;
    if (p === wordStart) {
      wordStart = p + 1;
      if (state >= hit) state = BETWEEN;
      continue;
    }
    const participle = endsInEd(text, wordStart, p);
    let kind = state >= hit ? (kinds[state - hit] as number) : participle ? -2 : 0;
    state = BETWEEN;
    const length = p - wordStart;
    if (participle && afterDeterminer) kind = 0;
    if (kind === 5) kind = isWordAt(text, p + 1, 'to') ? 2 : -2;
    // "had been scheduled", "had been due": what was ahead is past.
    if (kind === 2 && afterHadBeen === 2) kind = -2;
    // "to be completed", "would be held": a participle after "be" is no past.
    if (kind === -2 && afterBe) kind = 0;
    if (kind === 2 && !(firstOnly && future >= 0)) future = wordStart;
    else if (kind === -2 && !(firstOnly && past >= 0)) past = wordStart;
    else if (kind === 3 && isVerbAt(text, p + 1)) {
      // "is to open" says that it will.
      if (afterIs && !(firstOnly && future >= 0)) future = wordStart;
      if (!(firstOnly && infinitive >= 0)) infinitive = wordStart;
    }
    afterDeterminer = kind === 6 || (afterDeterminer && (kind === 8 || endsInLy(text, wordStart, p)));
    afterIs = kind === 7;
    afterBe = kind === 4 || (afterBe && endsInLy(text, wordStart, p));
    afterHadBeen =
      length === 3 && isWordAt(text, wordStart, 'had')
        ? 1
        : afterHadBeen > 0 && length === 4 && isWordAt(text, wordStart, 'been')
          ? 2
          : afterHadBeen === 1 && endsInLy(text, wordStart, p)
            ? 1
            : 0;
    wordStart = p + 1;
  }
  return { future, past, infinitive };
}

/** "-ed" of a small-letter word, but not "-eed": "announced", not "succeed", "hundred" or "United". */
function endsInEd(text: string, from: number, to: number): boolean {
  if (to - from <= 3 || text.charCodeAt(to - 1) !== 0x64 || text.charCodeAt(to - 2) !== 0x65) return false;
  if (text.charCodeAt(from) < 0x61) return false;
  const third = text.charCodeAt(to - 3);
  return third !== 0x65 && !(third === 0x72 && text.charCodeAt(to - 4) === 0x64);
}

const endsInLy = (text: string, from: number, to: number): boolean =>
  to - from > 3 && text.charCodeAt(to - 1) === 0x79 && text.charCodeAt(to - 2) === 0x6c;

/** True if this small-letter word stands at an offset. */
export const isWordAt = (text: string, at: number, word: string): boolean =>
  text.startsWith(word, at) && !isWordClass(CLASS_OF[text.charCodeAt(at + word.length)] ?? GAP);

const NO_VERBS = new Set([
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
  'about',
  'more',
  'be',
]);

/** A small-letter word that is no article or pronoun: after "to", a verb, mostly. */
function isVerbAt(text: string, from: number): boolean {
  const first = text.charCodeAt(from);
  if (!(first >= 0x61 && first <= 0x7a)) return false;
  let to = from;
  while (to < text.length && to - from < 12 && isWordClass(CLASS_OF[text.charCodeAt(to)] as number)) to++;
  return !NO_VERBS.has(text.slice(from, to));
}

/** What a single word says by itself: 2 ahead, -2 back, 0 nothing. */
export function kindOfWord(text: string, from: number, to: number): number {
  const kind = KINDS.get(text.slice(from, to).toLowerCase());
  if (kind !== undefined) return kind === 2 ? 2 : kind === -2 || kind === 5 ? -2 : 0;
  return endsInEd(text, from, to) ? -2 : 0;
}
