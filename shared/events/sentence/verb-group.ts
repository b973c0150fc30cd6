import type { Word } from './word.ts';

/** A verb with its auxiliaries. Indices count words of the sentence; `last` is inclusive. */
export interface VerbGroup {
  readonly first: number;
  readonly last: number;
  /** The word that carries the meaning. */
  readonly head: number;
  readonly lemma: string;
  kind: 'finite' | 'infinitive' | 'participle' | 'gerund';
  readonly tense: 'past' | 'present' | 'none';
  /** "will", "would", "may" …, straight and whole ("won't" is "will"). */
  readonly modal?: string;
  readonly negated: boolean;
  readonly perfect: boolean;
  readonly passive: boolean;
  readonly progressive: boolean;
  /** No auxiliary and a form that may be past or participle. */
  readonly ambiguous: boolean;
}

const BOUNDARY_TAGS = new Set(['coordinator', 'subordinator', 'relative', 'wh']);

const BOUNDARY_MARKS = new Set([',', ';', ':', '--', '(', ')', '"', '“', '”', '—', '–', '...', '…', '``', "''"]);

/** True if a clause may begin or end at the word. */
export const isBoundary = (word: Word): boolean =>
  BOUNDARY_TAGS.has(word.tag) || (word.tag === 'mark' && BOUNDARY_MARKS.has(word.text));
