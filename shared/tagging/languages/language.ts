import type { Form } from '../grammar/form.ts';
import type { LexiconEntry, NumeralStyle } from '../scanning/lexicon.ts';

/**
 * The direction in which a sentence points from its day of writing: positive is the future, negative the past; 2 is sure, 1 is likely, 0 is
 * unknown; -3 excludes every other reading ("since July").
 */
export type Direction = -3 | -2 | -1 | 0 | 1 | 2;

/** The rules of one language. */
export interface Language {
  /** BCP 47 primary tag. */
  readonly tag: string;
  readonly lexicon: readonly LexiconEntry[];
  readonly numerals: NumeralStyle;
  /** Whether a word that needs a capital is a time without one, by the words beside it. Never by default. */
  readonly isTimeInSmallLetters?: (text: string, from: number, to: number) => boolean;
  /** Forms in order: of two that match equally far, the earlier wins. */
  readonly pipeline: readonly Form[];
  /** Reads tense, modals and prepositions around an expression. */
  readonly directionOf: (text: string, start: number, end: number) => Direction;
  /** Whether the figure there is compared with another: "compared with $2 million last year". Never by default. */
  readonly isCompared?: (text: string, start: number) => boolean;
  /**
   * Whether the words around a stated date mark it as mentioned in passing: "the largest since 1848", "(1812)", "planned for 1976".
   * Never by default.
   */
  readonly isAside?: (text: string, start: number, end: number) => boolean;
}
