import { CLASS_OF, GAP, isWordClass } from '../../scanning/characters.ts';
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
  'dropped shed agreed disagreed freed fled';

/** Verbs and adjectives that point ahead only before "to": "did not plan to leave", but "announced a plan". */
const AHEAD_BEFORE_TO = 'plan hope intend want wants ready prepare preparing vow pledge';
/** Verbs whose present tense states the future in news: "the inquest resumes Monday", "the shop closes in May". */
const PRESENT = 'resumes convenes closes takes goes plays hosts';
/** The same in the plural, except after another cue: "ministers meet Monday", but "did not meet Monday". */
const PLURAL = 'meet begin resume convene go close open';
/** The same after "is": "ministers are meeting Monday". */
const PROGRESSIVE =
  'meeting visiting arriving leaving returning hosting playing going flying traveling travelling coming forecast';
/** Words that make a participle after them an adjective: "the proposed merger", "a still unspecified date". */
const DETERMINERS = 'the a an its their his';

/** The direction that a word indicates. */
const Kind = {
  None: 0,
  Back: -2,
  Ahead: 2,
  To: 3,
  Be: 4,
  /** Future before "to" and "for" and after "is", past elsewhere. */
  Set: 5,
  Determiner: 6,
  Is: 7,
  /** May stand between a determiner and a participle. */
  Adverb: 8,
  AheadBeforeTo: 9,
  Present: 10,
  Plural: 11,
  Progressive: 12,
} as const;
type Kind = (typeof Kind)[keyof typeof Kind];

const LISTS: readonly (readonly [words: string, kind: Kind])[] = [
  [FUTURE, Kind.Ahead],
  [PAST, Kind.Back],
  ['to', Kind.To],
  ['be', Kind.Be],
  ['set', Kind.Set],
  [DETERMINERS, Kind.Determiner],
  ['is are', Kind.Is],
  ['still', Kind.Adverb],
  [AHEAD_BEFORE_TO, Kind.AheadBeforeTo],
  [PRESENT, Kind.Present],
  [PLURAL, Kind.Plural],
  [PROGRESSIVE, Kind.Progressive],
];
const KINDS = new Map<string, Kind>(
  LISTS.flatMap(([list, kind]) => list.split(' ').map((word): [string, Kind] => [word, kind])),
);
const words = [...KINDS.keys()];
const table = buildStateTable(words);
const kinds = Int8Array.from(words, (word) => KINDS.get(word) ?? Kind.None);

/** Cues in a range of text: the offset of the last (or the first) cue of each direction, -1 for none. */
export interface Cues {
  readonly future: number;
  readonly past: number;
  readonly infinitive: number;
  /** A verb in the present that may refer to the future. */
  readonly present: number;
}

const HYPHEN = 0x2d;

/**
 * Reads the cues in a range of text.
 *
 * @param which Whether to return the first or the last cue of each direction.
 */
export function readCues(text: string, from: number, to: number, which: 'first' | 'last'): Cues {
  const firstOnly = which === 'first';
  const { next } = table;
  let future = -1;
  let past = -1;
  let infinitive = -1;
  let present = -1;
  let afterTo = false;
  let toldOf = false;
  let afterBe = false;
  let afterHadBeen = 0;
  let afterDeterminer = false;
  let afterIs = false;
  let state = BETWEEN;
  let wordStart = from;
  for (let p = from; p <= to; p++) {
    const cls = p < to ? (CLASS_OF[text.charCodeAt(p)] as number) : GAP;
    state = next[state | cls] as number;
    if (isWordClass(cls)) continue;
    if (p === wordStart) {
      wordStart = p + 1;
      if (state < 0) state = BETWEEN;
      continue;
    }
    const participle = endsInEd(text, wordStart, p) && text.charCodeAt(wordStart - 1) !== HYPHEN;
    let kind: number = state < 0 ? (kinds[~state] as number) : participle ? Kind.Back : Kind.None;
    state = BETWEEN;
    const length = p - wordStart;
    if (participle && afterDeterminer) kind = Kind.None;
    if (kind === Kind.Set) {
      const ahead = afterIs || isWordAt(text, p + 1, 'to') || isWordAt(text, p + 1, 'for');
      kind = ahead ? Kind.Ahead : Kind.Back;
    }
    if (kind === Kind.AheadBeforeTo && isWordAt(text, p + 1, 'to')) kind = Kind.Ahead;
    // "had been scheduled", "had been due": that future is over.
    if (kind === Kind.Ahead && afterHadBeen === 2) kind = Kind.Back;
    // "to be completed", "would be held": a participle after "be" is no past.
    if (kind === Kind.Back && afterBe) kind = Kind.None;
    if (kind === Kind.Ahead && !(firstOnly && future >= 0)) future = wordStart;
    else if (kind === Kind.Back && !(firstOnly && past >= 0)) past = wordStart;
    else if (kind === Kind.To && isVerbAt(text, p + 1)) {
      // "is to open" states a future.
      if (afterIs && !(firstOnly && future >= 0)) future = wordStart;
      if (!(firstOnly && infinitive >= 0)) infinitive = wordStart;
    } else if (
      kind === Kind.Present ||
      (kind === Kind.Progressive && afterIs) ||
      (kind === Kind.Plural && !afterTo && !afterDeterminer && future < 0 && past < 0)
    ) {
      if (text.charCodeAt(wordStart) > 0x5a) present = wordStart;
    }
    // "the hearing to be held Monday" has still to be held; not "had to be", "seemed to be".
    if (kind === Kind.Be && afterTo && !toldOf && !(firstOnly && future >= 0)) future = wordStart;
    if (kind !== Kind.To) toldOf = kind === Kind.Back;
    const adverb = endsInLy(text, wordStart, p);
    afterTo = kind === Kind.To;
    afterIs = kind === Kind.Is;
    afterDeterminer = kind === Kind.Determiner || (afterDeterminer && (kind === Kind.Adverb || adverb));
    afterBe = kind === Kind.Be || (afterBe && adverb);
    afterHadBeen =
      length === 3 && isWordAt(text, wordStart, 'had')
        ? 1
        : afterHadBeen > 0 && length === 4 && isWordAt(text, wordStart, 'been')
          ? 2
          : afterHadBeen === 1 && adverb
            ? 1
            : 0;
    wordStart = p + 1;
  }
  return { future, past, infinitive, present };
}

/** "-ed" at the end of a lower-case word, but not "-eed": "announced", not "succeed", "hundred" or "United". */
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

/** A lower-case word that is no article or pronoun: after "to" mostly a verb. */
function isVerbAt(text: string, from: number): boolean {
  const first = text.charCodeAt(from);
  if (!(first >= 0x61 && first <= 0x7a)) return false;
  let to = from;
  while (to < text.length && to - from < 12 && isWordClass(CLASS_OF[text.charCodeAt(to)] as number)) to++;
  return !NO_VERBS.has(text.slice(from, to));
}

/** The direction of a single word: 2 future, -2 past, 0 none. */
export function kindOfWord(text: string, from: number, to: number): number {
  const kind = KINDS.get(text.slice(from, to).toLowerCase());
  if (kind !== undefined)
    return kind === Kind.Ahead ? Kind.Ahead : kind === Kind.Back || kind === Kind.Set ? Kind.Back : Kind.None;
  return endsInEd(text, from, to) ? Kind.Back : Kind.None;
}
