import type { Token } from '../text/tokens.ts';
import { hashOf, hashTemplates, layOut } from './hashing.ts';

/** What the tagger looks at of a token by itself, as hashes. */
interface TokenHashes {
  /** The word, its digits all 0, its quotation marks straight. */
  readonly word: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  readonly prefix3: Int32Array;
  /** Capitals, digits, hyphens, and whether it opens the sentence. */
  readonly shape: Int32Array;
  /** The word without an ending of inflection: "announc" of "announces", "announced" and "announce". */
  readonly stem: Int32Array;
  /** Tags that the word has in news, see `Lexicon`; 0 where they are not known. */
  readonly known: Int32Array;
}

/** Tags that a word has in a large collection of news, as a class: by the hash of its normal form. */
export type Lexicon = ReadonlyMap<number, number>;

const ENDING = /(?:ies|es|ed|ing|[sdey])$/;

const QUOTES: Readonly<Record<string, string>> = { '“': '``', '”': "''", '‘': '`', '’': "'", '–': '--', '—': '--' };

/** Normal form of a word for the models: digits all 0, marks straight. */
export const normalForm = (token: Token): string =>
  token.kind === 'word' && !/\d/.test(token.lower)
    ? token.lower
    : (QUOTES[token.lower] ?? token.lower.replace(/\d/g, '0'));

function shapeOf({ text, kind, capital, lower }: Token, first: boolean): number {
  let shape = kind === 'word' ? 1 : kind === 'number' ? 2 : 3;
  if (capital) shape |= 4;
  if (text.length > 1 && text !== lower && text === text.toUpperCase()) shape |= 8;
  if (text.includes('-')) shape |= 16;
  if (/\d/.test(text)) shape |= 32;
  if (first) shape |= 64;
  return shape;
}

/** Hashes of every token of a sentence. */
export function hashTokens(tokens: readonly Token[], lexicon: Lexicon): TokenHashes {
  const n = tokens.length;
  const hashes = {
    word: new Int32Array(n),
    suffix2: new Int32Array(n),
    suffix3: new Int32Array(n),
    suffix4: new Int32Array(n),
    prefix3: new Int32Array(n),
    shape: new Int32Array(n),
    stem: new Int32Array(n),
    known: new Int32Array(n),
  };
  // a headline in capitals, or with a capital on each word, says nothing by them
  let capitals = 0;
  let words = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4) continue;
    words++;
    if (token.capital) capitals++;
  }
  const titled = words >= 3 && capitals * 5 >= words * 4 ? 128 : 0;
  let first = true;
  for (let i = 0; i < n; i++) {
    const token = tokens[i] as Token;
    const form = normalForm(token);
    const { length } = form;
    hashes.word[i] = hashOf(form);
    hashes.suffix2[i] = hashOf(form, Math.max(0, length - 2));
    hashes.suffix3[i] = hashOf(form, Math.max(0, length - 3));
    hashes.suffix4[i] = hashOf(form, Math.max(0, length - 4));
    hashes.prefix3[i] = hashOf(form, 0, Math.min(3, length));
    hashes.stem[i] = length > 4 ? hashOf(form.replace(ENDING, '')) : (hashes.word[i] as number);
    hashes.known[i] = lexicon.get(hashes.word[i] as number) ?? 0;
    hashes.shape[i] = shapeOf(token, first) | titled;
    if (token.kind !== 'mark') first = false;
  }
  return hashes;
}

/** w is the word, s2–s4 its last letters, p3 its first, sh its shape, st its stem, k the tags it has in news, t its tag; ±1, ±2 … say whose. */
const ATOMS =
  'w w-1 w-2 w+1 w+2 s2 s3 s4 p3 sh s3-1 s3+1 s2+1 sh-1 sh+1 t-1 t-2 t-3 s3+2 sh+2 st k k-1 k+1 k+2 st+1'.split(' ');

/** Each feature joins one to four atoms. */
const TEMPLATES = `
  w, s2, s3, s4, p3, sh, sh s3, sh s2, p3 s3, w-1, w-2, w+1, w+2, s3-1, s3+1, s2+1, sh-1, sh+1, s3+2, t-1, t-2,
  t-1 t-2, t-1 t-2 t-3, t-1 w, t-1 s3, t-1 sh, t-1 s3+1, t-1 w+1, w-1 w, w w+1, w-1 w+1, w s3+1, s3 s3+1, w+1 w+2,
  s3+1 s3+2, sh sh+1 sh-1, t-2 t-1 w, t-1 s2 s2+1, s3 sh+1,
  st, st s2, st t-1, k, k t-1, k t-1 t-2, k+1, k k+1, k k+1 t-1, k k+1 k+2, k-1 k k+1, k sh, k s2, st k+1, st+1, k w+1, k w-1
`
  .trim()
  .split(/,\s+/);

const LAID_OUT = layOut(TEMPLATES.map((template) => template.split(' ').map((atom) => ATOMS.indexOf(atom))));

export const TAG_TEMPLATES = TEMPLATES.length;

const atoms = new Int32Array(ATOMS.length);

/** Slots of the features of token `i`, given the tags before it. */
export function tagFeatures(hashes: TokenHashes, tags: Uint8Array, i: number, slots: Int32Array): number {
  const { word, suffix2, suffix3, shape, known } = hashes;
  atoms[0] = word[i] as number;
  atoms[1] = word[i - 1] ?? 1;
  atoms[2] = word[i - 2] ?? 1;
  atoms[3] = word[i + 1] ?? 2;
  atoms[4] = word[i + 2] ?? 2;
  atoms[5] = suffix2[i] as number;
  atoms[6] = suffix3[i] as number;
  atoms[7] = hashes.suffix4[i] as number;
  atoms[8] = hashes.prefix3[i] as number;
  atoms[9] = shape[i] as number;
  atoms[10] = suffix3[i - 1] ?? 1;
  atoms[11] = suffix3[i + 1] ?? 2;
  atoms[12] = suffix2[i + 1] ?? 2;
  atoms[13] = shape[i - 1] ?? 0;
  atoms[14] = shape[i + 1] ?? 0;
  atoms[15] = tags[i - 1] ?? 255;
  atoms[16] = tags[i - 2] ?? 255;
  atoms[17] = tags[i - 3] ?? 255;
  atoms[18] = suffix3[i + 2] ?? 2;
  atoms[19] = shape[i + 2] ?? 0;
  atoms[20] = hashes.stem[i] as number;
  atoms[21] = known[i] as number;
  atoms[22] = known[i - 1] ?? -1;
  atoms[23] = known[i + 1] ?? -1;
  atoms[24] = known[i + 2] ?? -1;
  atoms[25] = hashes.stem[i + 1] ?? 2;
  return hashTemplates(LAID_OUT, atoms, slots);
}
