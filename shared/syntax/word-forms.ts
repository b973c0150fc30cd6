import type { Token } from '../text/tokens.ts';
import { hashOf } from './hashing.ts';

/** Hashed properties of a single word, for the models. */
export interface WordForm {
  /** The word, its digits all 0, its quotation marks straight. */
  readonly word: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix3: number;
  /** The word without an ending of inflection: "announc" of "announces", "announced" and "announce". */
  readonly stem: number;
  /** Capitals, digits and hyphens. */
  readonly shape: number;
  /** Kind of the token. */
  readonly kind: Token['kind'];
  readonly capital: boolean;
}

const ENDING = /(?:ies|es|ed|ing|[sdey])$/;

const QUOTES: Readonly<Record<string, string>> = { '“': '``', '”': "''", '‘': '`', '’': "'", '–': '--', '—': '--' };

/** Normal form of a word for the models: digits all 0, marks straight. */
export const normalForm = (token: Token): string =>
  token.kind === 'word' && !/\d/.test(token.lower)
    ? token.lower
    : (QUOTES[token.lower] ?? token.lower.replace(/\d/g, '0'));

function shapeOf({ text, kind, capital, lower }: Token): number {
  let shape = kind === 'word' ? 1 : kind === 'number' ? 2 : 3;
  if (capital) shape |= 4;
  if (text.length > 1 && text !== lower && text === text.toUpperCase()) shape |= 8;
  if (text.includes('-')) shape |= 16;
  if (/\d/.test(text)) shape |= 32;
  return shape;
}

function readForm(token: Token): WordForm {
  const form = normalForm(token);
  const { length } = form;
  const word = hashOf(form);
  return {
    word,
    suffix2: hashOf(form, Math.max(0, length - 2)),
    suffix3: hashOf(form, Math.max(0, length - 3)),
    suffix4: hashOf(form, Math.max(0, length - 4)),
    prefix3: hashOf(form, 0, Math.min(3, length)),
    stem: length > 4 ? hashOf(form.replace(ENDING, '')) : word,
    shape: shapeOf(token),
    kind: token.kind,
    capital: token.capital,
  };
}

/** Most words in the cache of word forms (most words of a text repeat), and the longest of them. */
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 40;

const kept = new Map<string, WordForm>();

export function wordForm(token: Token): WordForm {
  const { text, kind, capital } = token;
  const known = kept.get(text);
  if (known !== undefined && known.kind === kind && known.capital === capital) return known;
  const form = readForm(token);
  if (text.length > LONGEST_KEPT) return form;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, form);
  return form;
}
