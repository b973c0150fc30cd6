import type { Item } from '../dynamo/table-access.ts';

/** What builds the views. */
export interface Builder {
  /** Folds what waits; @returns how many tasks. */
  fold(options?: FoldOptions): Promise<number>;
  /**
   * Folds the task, or waits until another builder has folded it.
   *
   * @throws DatelineError `store.busy` where that takes too long.
   */
  folded(task: Item): Promise<void>;
}

/** How much a call folds. */
export interface FoldOptions {
  /** No batch is begun after so many seconds; absent, all that waits is folded. */
  readonly beginWithinSeconds?: number;
  /** Only shards that this process has put tasks into, or has left unfinished. Others are looked at too where absent. */
  readonly ownOnly?: boolean;
}
