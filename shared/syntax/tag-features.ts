import type { Token } from '../text/tokens.ts';
import { readTemplates } from './hashing.ts';
import { type WordForm, wordForm } from './word-forms.ts';

/** Properties of the tokens that the tagger uses. */
interface TokenHashes {
  readonly forms: readonly WordForm[];
  /** Shapes of the words, with whether a token opens the sentence or stands in a headline in capitals. */
  readonly shapes: readonly number[];
  /** Tags of the words in news, see `Lexicon`; 0 for unknown words. */
  readonly known: readonly number[];
}

/** Tags that a word has in a large collection of news, as a class: by the hash of its normal form. */
export type Lexicon = ReadonlyMap<number, number>;

/** Hashes of every token of a sentence. */
export function hashTokens(tokens: readonly Token[], lexicon: Lexicon): TokenHashes {
  // in a headline in capitals, or with a capital on each word, capitals carry no information
  let capitals = 0;
  let words = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4) continue;
    words++;
    if (token.capital) capitals++;
  }
  const titled = words >= 3 && capitals * 5 >= words * 4 ? 128 : 0;
  const forms: WordForm[] = [];
  const shapes: number[] = [];
  const known: number[] = [];
  let first = 64;
  for (const token of tokens) {
    const form = wordForm(token);
    forms.push(form);
    known.push(lexicon.get(form.word) ?? 0);
    shapes.push(form.shape | first | titled);
    if (token.kind !== 'mark') first = 0;
  }
  return { forms, shapes, known };
}

/** w is the word, s2–s4 its last letters, p3 its first, sh its shape, st its stem, k the tags it has in news, t its tag; ±1, ±2 … are positions relative to the token. */
const ATOMS =
  'w w-1 w-2 w+1 w+2 s2 s3 s4 p3 sh s3-1 s3+1 s2+1 sh-1 sh+1 t-1 t-2 t-3 s3+2 sh+2 st k k-1 k+1 k+2 st+1'.split(' ');

/** Each feature joins one to four atoms. */
export const TAG_TEMPLATES = readTemplates(
  `
  w, s2, s3, s4, p3, sh, sh s3, sh s2, p3 s3, w-1, w-2, w+1, w+2, s3-1, s3+1, s2+1, sh-1, sh+1, s3+2, t-1, t-2,
  t-1 t-2, t-1 t-2 t-3, t-1 w, t-1 s3, t-1 sh, t-1 s3+1, t-1 w+1, w-1 w, w w+1, w-1 w+1, w s3+1, s3 s3+1, w+1 w+2,
  s3+1 s3+2, sh sh+1 sh-1, t-2 t-1 w, t-1 s2 s2+1, s3 sh+1,
  st, st s2, st t-1, k, k t-1, k t-1 t-2, k+1, k k+1, k k+1 t-1, k k+1 k+2, k-1 k k+1, k sh, k s2, st k+1, st+1, k w+1, k w-1
`,
  ATOMS,
);

/** Writes the atoms of token `i`, given the tags before it. */
export function tagAtoms(hashes: TokenHashes, tags: Uint8Array, i: number, atoms: Int32Array): void {
  const { forms, shapes, known } = hashes;
  const { length } = forms;
  const form = forms[i] as WordForm;
  const last = i > 0 ? forms[i - 1] : undefined;
  const next = i + 1 < length ? forms[i + 1] : undefined;
  const second = i + 2 < length ? forms[i + 2] : undefined;
  atoms[0] = form.word;
  atoms[1] = last === undefined ? 1 : last.word;
  atoms[2] = i > 1 ? (forms[i - 2] as WordForm).word : 1;
  atoms[3] = next === undefined ? 2 : next.word;
  atoms[4] = second === undefined ? 2 : second.word;
  atoms[5] = form.suffix2;
  atoms[6] = form.suffix3;
  atoms[7] = form.suffix4;
  atoms[8] = form.prefix3;
  atoms[9] = shapes[i] as number;
  atoms[10] = last === undefined ? 1 : last.suffix3;
  atoms[11] = next === undefined ? 2 : next.suffix3;
  atoms[12] = next === undefined ? 2 : next.suffix2;
  atoms[13] = last === undefined ? 0 : (shapes[i - 1] as number);
  atoms[14] = next === undefined ? 0 : (shapes[i + 1] as number);
  atoms[15] = i > 0 ? (tags[i - 1] as number) : 255;
  atoms[16] = i > 1 ? (tags[i - 2] as number) : 255;
  atoms[17] = i > 2 ? (tags[i - 3] as number) : 255;
  atoms[18] = second === undefined ? 2 : second.suffix3;
  atoms[19] = second === undefined ? 0 : (shapes[i + 2] as number);
  atoms[20] = form.stem;
  atoms[21] = known[i] as number;
  atoms[22] = last === undefined ? -1 : (known[i - 1] as number);
  atoms[23] = next === undefined ? -1 : (known[i + 1] as number);
  atoms[24] = second === undefined ? -1 : (known[i + 2] as number);
  atoms[25] = next === undefined ? 2 : next.stem;
}
