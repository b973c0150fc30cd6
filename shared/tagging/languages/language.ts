import type { Form } from '../grammar/form.ts';
import type { LexiconEntry, NumeralStyle } from '../scanning/lexicon.ts';

/**
 * Which way a sentence points from the day it was written: positive is the future; 2 is sure, 1 is likely, 0 is unknown; -3 leaves no other
 * reading ("since July").
 */
export type Direction = -3 | -2 | -1 | 0 | 1 | 2;

/** All that is particular to one language. */
export interface Language {
  /** BCP 47 primary tag. */
  readonly tag: string;
  readonly lexicon: readonly LexiconEntry[];
  readonly numerals: NumeralStyle;
  /** Whether a word that wants a capital is a time without one, by what stands beside it. Never, if the language does not say. */
  readonly isTimeInSmallLetters?: (text: string, from: number, to: number) => boolean;
  /** Forms in order: of two that match equally far, the earlier wins. */
  readonly pipeline: readonly Form[];
  /** Reads tense, modals and prepositions around an expression. */
  readonly directionOf: (text: string, start: number, end: number) => Direction;
  /** Whether what stands there is set beside another figure: "compared with $2 million last year". Never, if the language does not say. */
  readonly isCompared?: (text: string, start: number) => boolean;
  /**
   * Whether the words around a stated date mark it as mentioned in passing: "the largest since 1848", "(1812)", "planned for 1976".
   * Never, if the language does not say.
   */
  readonly isAside?: (text: string, start: number, end: number) => boolean;
}
