import type { Clause } from '../../syntax/parsed-sentence.ts';
import type { OmittedDate } from '../sentence/render-words.ts';
import type { ParsedView } from './parsed-view.ts';
import type { Subtrees } from './subtrees.ts';

/** A clause as a title tells it: which tokens stay, and in what order its parts come. */
export interface Plan {
  readonly parsed: ParsedView;
  readonly tree: Subtrees;
  /** Undefined for a noun phrase. */
  readonly clause: Clause | undefined;
  /** The token that everything hangs on. */
  readonly head: number;
  /** Tokens that the title is made of. */
  readonly kept: Set<number>;
  /** Tokens put before the subject, without which the clause would be told as a fact: "if", "Had". */
  readonly lead: readonly number[];
  /** Tokens of the subject. */
  readonly subject: readonly number[];
  /** What "whose" or "of which" in the subject stands for. */
  readonly whole: readonly number[];
  /** Tokens put before the verb group: the auxiliary that it shares with an earlier verb. */
  readonly shared: readonly number[];
  /** Object that stands before the clause: "a policy" in "a policy that he bought". */
  readonly object: readonly number[];
  /** The date that is left out. */
  readonly dropped: OmittedDate | undefined;
  /** What was said, where it stands before the verb of saying. */
  readonly said: Plan | undefined;
}
