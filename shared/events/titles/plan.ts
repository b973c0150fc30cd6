import type { Clause } from '../../syntax/parsed-sentence.ts';
import type { OmittedDate } from '../sentence/render-words.ts';
import type { ParsedView } from './parsed-view.ts';
import type { Subtrees } from './subtrees.ts';

/** The parts of a clause that make up its title, and their order. */
export interface Plan {
  readonly parsed: ParsedView;
  readonly tree: Subtrees;
  /** Undefined for a noun phrase. */
  readonly clause: Clause | undefined;
  /** The token that governs all others. */
  readonly head: number;
  /** Tokens of the title. */
  readonly kept: Set<number>;
  /** Tokens before the subject without which the clause would read as a fact: "if", "Had". */
  readonly lead: readonly number[];
  /** Tokens of the subject. */
  readonly subject: readonly number[];
  /** The antecedent of "whose" or "of which" in the subject. */
  readonly whole: readonly number[];
  /** Tokens put before the verb group: the auxiliary that it shares with an earlier verb. */
  readonly shared: readonly number[];
  /** Object before the clause: "a policy" in "a policy that he bought". */
  readonly object: readonly number[];
  /** The word order gives its verb a subject of its own, in contrast to the parse. */
  readonly isFiniteByWords: boolean;
  /** The date that is left out. */
  readonly dropped: OmittedDate | undefined;
  /** The statement, if it precedes the verb of saying. */
  readonly said: Plan | undefined;
}
