import type { Maintenance } from '../../shared/store/maintenance/maintenance.ts';
import { pauses } from '../aws-emulation/pauses.ts';

/** A running loop that folds waiting tasks. */
export interface Folding {
  /** Makes the loop look at once; called after a write. */
  wake(): void;
  /** Resolves when all tasks that waited before the call are folded. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

/** Longest time to wait for more tasks after the first: tasks of one batch share their writes. */
const GATHERING_MS = 150;
/** During an import, a batch waits this long for more tasks, and no longer than until the import has ended. */
const IMPORT_GATHERING_MS = 2000;
/** An import has ended when nothing was on its way at so many looks in a row: between two requests of a client nothing may be. */
const LOOKS_AT_REST = 2;
const LONGEST_PAUSE_MS = 1000;
const RETRY_MS = 1000;
/** No batch starts later in a turn: a stop waits only for the batch in progress. */
const LONGEST_TURN_SECONDS = 1;
/** During an import, one batch per turn: the next turn takes everything extracted meanwhile. */
const IMPORT_TURN_SECONDS = 0;

/**
 * Runs the builder in this process. After a short wait it folds everything, batch after batch; during an import one
 * batch per turn.
 *
 * @param isAtRest Whether no more tasks are expected soon: during an import, batches wait longer.
 */
export function startFolding({
  fold,
  isAtRest,
  onTrouble,
}: {
  readonly fold: Maintenance['fold'];
  readonly isAtRest: () => boolean;
  readonly onTrouble: (what: string, fields: Readonly<Record<string, unknown>>) => void;
}): Folding {
  const { rest, idle, wake, stop, stopped } = pauses();
  let waiting: (() => void)[] = [];

  const gatherImport = async () => {
    let looksAtRest = 0;
    for (let rested = 0; rested < IMPORT_GATHERING_MS && looksAtRest < LOOKS_AT_REST; rested += GATHERING_MS) {
      await rest(Math.min(GATHERING_MS, IMPORT_GATHERING_MS - rested));
      looksAtRest = isAtRest() ? looksAtRest + 1 : 0;
    }
  };

  const run = async () => {
    while (!stopped()) {
      const asked = waiting;
      waiting = [];
      try {
        const beginWithinSeconds = isAtRest() ? LONGEST_TURN_SECONDS : IMPORT_TURN_SECONDS;
        const folded = await fold({ ownOnly: true, beginWithinSeconds });
        // The next turns fold the rest.
        if (folded > 0) waiting.push(...asked);
        else for (const done of asked) done();
        if (folded === 0) {
          if (waiting.length === 0) await idle(LONGEST_PAUSE_MS);
        } else if (!isAtRest()) await gatherImport();
        else if (waiting.length === 0) await rest(GATHERING_MS);
      } catch (error) {
        waiting.push(...asked);
        if (!stopped()) onTrouble('articles.not-folded', { error });
        await rest(RETRY_MS);
      }
    }
    for (const done of waiting) done();
  };
  const running = run();
  return {
    wake,
    caughtUp: () =>
      new Promise((done) => {
        waiting.push(done);
        wake();
      }),
    async stop() {
      stop();
      await running;
    },
  };
}
