import { readTemplates } from './hashing.ts';
import type { TaggedTokens } from './tagger.ts';
import type { ParserState } from './transitions.ts';
import { vocabularyTest } from './vocabulary.ts';

/** Properties of each token that the parser uses; arrays of the sentence's length. */
export interface ParserTokens {
  /** Hash of the dictionary form. */
  readonly word: readonly number[];
  /** Index of the tag. */
  readonly tag: Uint8Array;
  /** Index of the second possible tag, or 255. */
  readonly second: Uint8Array;
  /** How many commas, finite verbs and quotation marks stand before each token; one entry more than tokens. */
  readonly commas: readonly number[];
  readonly verbs: readonly number[];
  readonly quotes: readonly number[];
  /** Tag of the next finite verb at or after each token (0 for none), and whether a comma, bracket or quotation mark comes first. */
  readonly nextVerb: readonly number[];
}

const isComma = vocabularyTest(/^(?:,|:|;|-LRB-|-RRB-|--)$/);
const isQuote = vocabularyTest(/^(?:``|'')$/);
const isFiniteTag = vocabularyTest(/^(?:VBD|VBZ|VBP|MD)$/);

/** Fills the arrays of token properties from tags and words. */
export function parserTokens(
  words: readonly number[],
  { tags, seconds }: TaggedTokens,
  tagNames: readonly string[],
): ParserTokens {
  const n = tags.length;
  const commas = [0];
  const verbs = [0];
  const quotes = [0];
  for (let i = 0; i < n; i++) {
    const name = tagNames[tags[i] as number] as string;
    commas[i + 1] = (commas[i] as number) + (isComma(name) ? 1 : 0);
    verbs[i + 1] = (verbs[i] as number) + (isFiniteTag(name) ? 1 : 0);
    quotes[i + 1] = (quotes[i] as number) + (isQuote(name) ? 1 : 0);
  }
  const nextVerb = new Array<number>(n + 1).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const isVerb = verbs[i + 1] !== verbs[i];
    const isMark = commas[i + 1] !== commas[i] || quotes[i + 1] !== quotes[i];
    const later = nextVerb[i + 1] as number;
    nextVerb[i] = isVerb ? (tags[i] as number) + 1 : isMark && later !== 0 ? later | 256 : later;
  }
  return { word: words, tag: tags, second: seconds, commas, verbs, quotes, nextVerb };
}

/**
 * Atoms of features. A place: s0, s1 … are the top of the stack and the tokens below it, b0, b1 … the next tokens; l1, l2 are its
 * leftmost and second leftmost dependent, r1, r2 likewise to the right. Of a place: w is its word, t its tag, u the second possible tag,
 * r its relation; ls and rs are the sets of relations on its sides. Of two places (10: s1 and s0; 0b: s0 and b0): d is the distance, and
 * comma, verb, quote count those in between.
 */
const ATOMS = `
  s0w s1w s2w b0w b1w s0t s1t s2t s3t b0t b1t b2t b3t s0l1t s0l1r s0l2t s0r1t s0r1r s0r1w s0r2t s0r2r s1l1t s1l1r
  s1r1t s1r1r s1r1w s1r2t b0l1t b0l1r b0l1w b0l2t b0l2r s0ls s0rs s1ls s1rs b0ls d01 d0b comma10 comma0b verb10
  verb0b quote10 quote0b next depth s2r1r s1l1w s0l1w s0r1r1t s0u s1u b0u b1u
`
  .trim()
  .split(/\s+/);

/** How many atoms a state has. */
export const PARSER_ATOMS = ATOMS.length;

/** Each feature joins one to four atoms. */
export const PARSER_TEMPLATES = readTemplates(
  `
  s0w, s1w, s2w, b0w, b1w, s0t, s1t, s2t, b0t, b1t, b2t, s0w s0t, s1w s1t, b0w b0t, b1w b1t, s0l1t s0l1r,
  s0r1t s0r1r, s0r1w, s0r2t s0r2r, s1l1t s1l1r, s1r1t s1r1r, s1r1w, b0l1t b0l1r, b0l1w, b0l2t b0l2r, s0w b0w,
  s0w b0t, s0t b0w, s0t b0t, s0t b0t d0b, s1w s0w, s1w s0t, s1t s0w, s1t s0t, s1t s0t d01, s1w b0w, s1t b0t,
  s1w b0t, s1t b0w, s0t b0t b1t, s0t b0t b1t b2t, b0t b1t b2t, b0t b1t b2t b3t, s1t s0t b0t, s1t s0t b0t b1t,
  s2t s1t s0t, s2t s1t s0t b0t, s3t s2t s1t s0t, s1w s0t b0t, s1t s0w b0t, s1t s0t b0w, s0t s0ls s0rs,
  s1t s1ls s1rs, b0t b0ls, s0t s0ls b0t b0ls, s1t s1rs s0t s0ls, s1ls s0ls b0t, s1t s0t s0l1t, s1t s0t s0r1t,
  s1t s0t s1r1t, s1t s0t s1l1t, s0t b0t s0r1t, s0t b0t s0l1t, s0t b0t b0l1t, s1t s1r1r s0t, s1t s1r1t s1r2t s0t,
  s0t s0r1r s0r2r b0t, s1t s0t comma10, s0t b0t comma0b, s1t s0t verb10, s0t b0t verb0b, s1t s0t quote10,
  s0t b0t quote0b, s0t b0t next, s1t s0t next, s0w next, s1w s0t next, s0t depth b0t, s1w s1rs s0t, s1w s0w b0t,
  s0w s0ls b0t, s0w s0rs b0t, s1t s1rs s0w, s2r1r s2t s1t, s1t s0t s0l1w, s1w s0t s0l1w, s0t s0r1w b0t,
  s1t s1l1w s0t, s1t s0t s0r1w, s0t s0r1r1t b0t, s2w s1t s0t, s0l1w s0t b0w,
  s0t s0u, b0t b0u, b1t b1u, s0u b0t, s0t b0u, s0t s0u s0ls, s1t s0t s0u, s1t s0t b0u, s1u s1t s0t, s0t s0u b0t b1t,
  s0t b0t b0u b1t, s0t s0u next, b0t b0u b0ls, s1t s1u s1ls b0t
`,
  ATOMS,
);

const NO_TAG = 250;
const ROOT_TAG = 251;
const ROOT_WORD = 7;
const bucket = (distance: number): number =>
  distance < 5 ? distance : distance < 8 ? 5 : distance < 14 ? 6 : distance < 25 ? 7 : 8;
const upTo2 = (count: number): number => Math.min(count, 2);

// Functions of the module, not closures of `parserAtoms`: that runs once a transition.
const wordAt = (word: readonly number[], size: number, i: number): number =>
  i < 0 ? 0 : i < size ? (word[i] as number) : ROOT_WORD;
const tagAt = (tag: Uint8Array, size: number, i: number): number =>
  i < 0 ? NO_TAG : i < size ? (tag[i] as number) : i === size ? ROOT_TAG : NO_TAG;
const relationAt = (labels: ParserState['labels'], i: number): number => (i < 0 ? NO_TAG : (labels[i] as number));
const secondAt = (second: Uint8Array, size: number, i: number): number =>
  i < 0 || i >= size ? NO_TAG : (second[i] as number);
const between = (counts: readonly number[], from: number, to: number): number =>
  from < 0 ? 3 : upTo2((counts[to] as number) - (counts[from + 1] as number));

/** Writes the atoms of a state. */
export function parserAtoms(tokens: ParserTokens, state: ParserState, atoms: Int32Array): void {
  const { word, tag, commas, verbs, quotes } = tokens;
  const { size, stack, depth, next, left1, left2, right1, right2, labels } = state;
  const s0 = depth > 0 ? (stack[depth - 1] as number) : -1;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : -1;
  const s2 = depth > 2 ? (stack[depth - 3] as number) : -1;
  const s3 = depth > 3 ? (stack[depth - 4] as number) : -1;
  let a = 0;
  atoms[a++] = wordAt(word, size, s0);
  atoms[a++] = wordAt(word, size, s1);
  atoms[a++] = wordAt(word, size, s2);
  atoms[a++] = wordAt(word, size, next);
  atoms[a++] = wordAt(word, size, next + 1);
  atoms[a++] = tagAt(tag, size, s0);
  atoms[a++] = tagAt(tag, size, s1);
  atoms[a++] = tagAt(tag, size, s2);
  atoms[a++] = tagAt(tag, size, s3);
  atoms[a++] = tagAt(tag, size, next);
  atoms[a++] = tagAt(tag, size, next + 1);
  atoms[a++] = tagAt(tag, size, next + 2);
  atoms[a++] = tagAt(tag, size, next + 3);
  const s0l1 = s0 < 0 ? -1 : (left1[s0] as number);
  const s0l2 = s0 < 0 ? -1 : (left2[s0] as number);
  const s0r1 = s0 < 0 ? -1 : (right1[s0] as number);
  const s0r2 = s0 < 0 ? -1 : (right2[s0] as number);
  const s1l1 = s1 < 0 ? -1 : (left1[s1] as number);
  const s1r1 = s1 < 0 ? -1 : (right1[s1] as number);
  const s1r2 = s1 < 0 ? -1 : (right2[s1] as number);
  const b0l1 = left1[next] as number;
  const b0l2 = left2[next] as number;
  atoms[a++] = tagAt(tag, size, s0l1);
  atoms[a++] = relationAt(labels, s0l1);
  atoms[a++] = tagAt(tag, size, s0l2);
  atoms[a++] = tagAt(tag, size, s0r1);
  atoms[a++] = relationAt(labels, s0r1);
  atoms[a++] = wordAt(word, size, s0r1);
  atoms[a++] = tagAt(tag, size, s0r2);
  atoms[a++] = relationAt(labels, s0r2);
  atoms[a++] = tagAt(tag, size, s1l1);
  atoms[a++] = relationAt(labels, s1l1);
  atoms[a++] = tagAt(tag, size, s1r1);
  atoms[a++] = relationAt(labels, s1r1);
  atoms[a++] = wordAt(word, size, s1r1);
  atoms[a++] = tagAt(tag, size, s1r2);
  atoms[a++] = tagAt(tag, size, b0l1);
  atoms[a++] = relationAt(labels, b0l1);
  atoms[a++] = wordAt(word, size, b0l1);
  atoms[a++] = tagAt(tag, size, b0l2);
  atoms[a++] = relationAt(labels, b0l2);
  atoms[a++] = s0 < 0 ? -1 : (state.leftSet[s0] as number);
  atoms[a++] = s0 < 0 ? -1 : (state.rightSet[s0] as number);
  atoms[a++] = s1 < 0 ? -1 : (state.leftSet[s1] as number);
  atoms[a++] = s1 < 0 ? -1 : (state.rightSet[s1] as number);
  atoms[a++] = state.leftSet[next] as number;
  atoms[a++] = s1 < 0 ? -1 : bucket(s0 - s1);
  atoms[a++] = s0 < 0 ? -1 : bucket(next - s0);
  atoms[a++] = between(commas, s1, s0);
  atoms[a++] = between(commas, s0, next);
  atoms[a++] = between(verbs, s1, s0);
  atoms[a++] = between(verbs, s0, next);
  atoms[a++] = s1 < 0 ? 3 : ((quotes[s0] as number) - (quotes[s1] as number)) & 1;
  atoms[a++] = s0 < 0 ? 3 : ((quotes[next] as number) - (quotes[s0] as number)) & 1;
  atoms[a++] = tokens.nextVerb[next] as number;
  atoms[a++] = Math.min(depth, 3);
  atoms[a++] = s2 < 0 ? NO_TAG : relationAt(labels, right1[s2] as number);
  atoms[a++] = wordAt(word, size, s1l1);
  atoms[a++] = wordAt(word, size, s0l1);
  atoms[a++] = s0r1 < 0 ? NO_TAG : tagAt(tag, size, right1[s0r1] as number);
  atoms[a++] = secondAt(tokens.second, size, s0);
  atoms[a++] = secondAt(tokens.second, size, s1);
  atoms[a++] = secondAt(tokens.second, size, next);
  atoms[a++] = secondAt(tokens.second, size, next + 1);
}
