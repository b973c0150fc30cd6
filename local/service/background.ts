import type { FunctionName } from '../../functions/specs.ts';
import { specs } from '../../functions/specs.ts';
import { LIST_ENTRIES } from '../../shared/store/table.ts';
import type { DataFolder } from './data-folder.ts';
import { handlerOf } from './handlers.ts';
import { type LocalQueue, localQueue } from './local-queue.ts';
import { schedule } from './schedule.ts';
import { storedPositions } from './stream-positions.ts';
import { readStream } from './stream-reader.ts';
import type { LocalTable } from './table.ts';

/** What works behind the requests. */
export interface Background {
  /** Lets the stream's readers look at once: called after a write. */
  wake(): void;
  /** Settles when the tiles show all that was written before the call. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

/** The service’s two work queues. */
export interface Queues {
  readonly articles: LocalQueue;
  readonly feeds: LocalQueue;
}

type OnTrouble = (what: string, fields: Readonly<Record<string, unknown>>) => void;

const MAX_RECEIVES = 5;
/** Local workers are not throttled, so a message need not hide for six timeouts as it must on AWS; only for longer than one. */
const VISIBLE_AGAIN_AFTER_SECONDS = 30;

/**
 * Batch sizes of the stream's readers, for how many seconds they gather while more keeps coming, and whose records they want. A quiet second ends
 * the gathering: a single article is on the timeline at once, while of an import's tiles, those that change often are rebuilt once a batch.
 */
const READERS = [
  { name: 'relay-articles', batchSize: 100, batchingSeconds: 0 },
  { name: 'rebuild-tiles', batchSize: 100_000, batchingSeconds: 60, keysWithPrefix: LIST_ENTRIES },
] as const;
/** Minutes between a schedule's turns, and what its first turn is told. */
const SCHEDULES = [
  ['sweep-articles', 5, { graceSeconds: 0 }],
  ['poll-feeds', 1, {}],
  ['sweep-tiles', 2, {}],
] as const;

const worker = (name: FunctionName) => async (event: unknown, context: unknown) =>
  (await handlerOf(name))(event as never, context as never);

/**
 * The two work queues; what is sent before the handlers may load waits in them.
 *
 * @param onWrite Called after each batch: workers write to the table.
 */
export function openQueues(onTrouble: OnTrouble, onWrite: () => void): Queues {
  const open = (name: 'process-articles' | 'fetch-feed', batchSize: number, maxConcurrency: number) =>
    localQueue({
      name,
      batchSize,
      maxConcurrency,
      visibilitySeconds: specs[name].timeoutSeconds + VISIBLE_AGAIN_AFTER_SECONDS,
      maxReceiveCount: MAX_RECEIVES,
      timeoutSeconds: specs[name].timeoutSeconds,
      worker: (event, context) => worker(name)(event, context).finally(onWrite),
      onTrouble,
    });
  return { articles: open('process-articles', 10, 4), feeds: open('fetch-feed', 1, 4) };
}

/**
 * All that runs without anybody waiting: the readers of the table's stream and the schedules. Every schedule has its first turn at once:
 * what a killed process left behind goes on, whatever its age.
 */
export function startBackground(table: LocalTable, folder: DataFolder, onTrouble: OnTrouble): Background {
  const positions = storedPositions(folder, table.streamArn);
  const readers = READERS.map((reader) =>
    readStream({
      ...reader,
      client: table.streams,
      streamArn: table.streamArn,
      timeoutSeconds: specs[reader.name].timeoutSeconds,
      positions,
      handler: worker(reader.name),
      onTrouble,
    }),
  );
  const schedules = SCHEDULES.map(([name, minutes, firstDetail]) => {
    const { timeoutSeconds } = specs[name];
    const made = schedule({ name, everySeconds: minutes * 60, timeoutSeconds, handler: worker(name), onTrouble });
    void made.run(firstDetail);
    return made;
  });
  return {
    wake: () => readers.forEach((reader) => void reader.wake()),
    async caughtUp() {
      await Promise.all(readers.map((reader) => reader.caughtUp()));
    },
    async stop() {
      await Promise.all([...schedules, ...readers].map((part) => part.stop()));
      positions.save();
    },
  };
}
