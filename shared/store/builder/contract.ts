import type { Item } from '../dynamo/table-access.ts';

/** Folds tasks into the views. */
export interface Builder {
  /** Folds waiting tasks; @returns their number. */
  fold(options?: FoldOptions): Promise<number>;
  /**
   * Folds the task, or waits until another builder has folded it.
   *
   * @throws DatelineError `store.busy` if that takes too long.
   */
  folded(task: Item): Promise<void>;
}

/** How much a call folds. */
export interface FoldOptions {
  /** No batch starts after this many seconds; by default all waiting tasks are folded. */
  readonly beginWithinSeconds?: number;
  /** Only shards that this process has put tasks into or has left unfinished; by default all shards. */
  readonly ownOnly?: boolean;
}
