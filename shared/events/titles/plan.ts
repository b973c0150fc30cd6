import type { Clause } from '../../syntax/parsed-sentence.ts';
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
  /** Tokens of the subject. */
  readonly subject: readonly number[];
  /** Tokens put before the verb group: the auxiliary that it shares with an earlier verb. */
  readonly shared: readonly number[];
  /** Object that stands before the clause: "a policy" in "a policy that he bought". */
  readonly object: readonly number[];
  /** What was said, where it stands before the verb of saying. */
  readonly said: Plan | undefined;
}
