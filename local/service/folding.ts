import type { Maintenance } from '../../shared/store/maintenance/maintenance.ts';
import { pauses } from '../aws-emulation/pauses.ts';

/** Folds what waits, as long as it runs. */
export interface Folding {
  /** Lets it look at once: called after a write. */
  wake(): void;
  /** Settles when all that waited before the call is folded. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

/** A lone article waits for company so long at most: what comes together shares its writes. */
const GATHERING_MS = 150;
/** While more is on its way, a batch waits until so much has come. */
const IMPORT_GATHERING_MS = 2500;
const LONGEST_PAUSE_MS = 1000;
const RETRY_MS = 1000;
/** No batch is begun later in a turn: a stop waits for no more than the batch that is under way. */
const LONGEST_TURN_SECONDS = 1;
/** One batch a turn: the next one takes all that is extracted while it is written and while the loop rests. */
const IMPORT_TURN_SECONDS = 0;

/**
 * Runs the builder in this process: after a short gathering it folds all that waits, batch after batch; during an import one batch a turn.
 *
 * @param isAtRest Whether nothing more is known to be on its way: the articles of an import are gathered for longer.
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
        } else if (!isAtRest()) await rest(IMPORT_GATHERING_MS);
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
