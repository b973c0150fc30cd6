import type { Token } from '../../text/tokens.ts';
import type { SmallWord } from '../lexicon/closed-class.ts';
import type { VerbForm } from '../lexicon/verb-forms.ts';

/** Part of speech as far as dating events needs it. `time` is a word inside a time expression. */
export type Tag = SmallWord | 'verb' | 'noun' | 'name' | 'number' | 'mark' | 'time';

/** A token with its part of speech. */
export interface Word extends Token {
  readonly tag: Tag;
  /** For verbs, which form; for nouns, none. */
  readonly form: VerbForm | undefined;
  /** Index of the time expression it belongs to, or -1. */
  readonly timex: number;
}
