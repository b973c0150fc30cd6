import type { FunctionName } from '../../functions/specs.ts';
import { specs } from '../../functions/specs.ts';
import { MAX_RECEIVES } from '../../shared/kernel/deliveries.ts';
import { keys } from '../../shared/store/keys.ts';
import { openMaintenance } from '../../shared/store/maintenance/maintenance.ts';
import { cancellable } from '../aws-emulation/cancellation.ts';
import { handlerOf } from '../aws-emulation/handlers.ts';
import { type LocalQueue, localQueue } from '../aws-emulation/local-queue.ts';
import { schedule } from '../aws-emulation/schedule.ts';
import { readStream } from '../aws-emulation/stream-reader.ts';
import { type LocalTable, TABLE_NAME } from '../aws-emulation/table.ts';
import type { DataFolder } from './data-folder.ts';
import { startFolding } from './folding.ts';
import { storedPositions } from './stream-positions.ts';

/** The background work of a service: queues, stream readers, schedules. */
export interface Background {
  /** Makes the stream's readers read at once; called after a write. */
  wake(): void;
  /** Resolves when lists and tiles contain everything extracted before the call. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

/** The service’s work queues. */
export interface Queues {
  readonly articles: LocalQueue;
  readonly feeds: LocalQueue;
  readonly webhooks: LocalQueue;
}

/** Dependencies of the background work. */
export interface BackgroundOptions {
  readonly table: LocalTable;
  readonly folder: DataFolder;
  readonly queues: Queues;
  /** ISO date-time in UTC. */
  readonly now: () => string;
  readonly onTrouble: OnTrouble;
  /** Aborted when the work has to end: it then ends at its next request to the table. */
  readonly stopping: AbortSignal;
}

type OnTrouble = (what: string, fields: Readonly<Record<string, unknown>>) => void;

/** Local workers are not throttled, so a message stays hidden for slightly longer than one timeout, not for six as on AWS. */
const VISIBLE_AGAIN_AFTER_SECONDS = 30;

/** Stream records read in one batch; the function receives the articles among them. */
const RELAY_BATCH = 1000;
/** Minutes between runs, and the detail of a run at start-up; without it the first run is after that many minutes. */
const SCHEDULES = [
  { name: 'sweep-articles', minutes: 5, firstDetail: { graceSeconds: 0, atMost: 1_000_000 } },
  { name: 'poll-feeds', minutes: 1, firstDetail: {} },
  { name: 'sweep-tasks', minutes: 1, firstDetail: {} },
] as const;

/** Seconds between checks for due webhook deliveries, if nothing was written. */
const WEBHOOK_TURNS = 5;

const worker = (name: FunctionName, stopping: AbortSignal) => async (event: unknown, context: unknown) => {
  const handler = await handlerOf(name);
  return cancellable(stopping, () => handler(event as never, context as never));
};

/**
 * Opens the work queues. Messages wait in them until the handlers may load.
 *
 * @param onWrite Called after each batch, since workers write to the table.
 */
export function openQueues({
  onTrouble,
  onWrite,
  stopping,
  readersWait,
}: Pick<BackgroundOptions, 'onTrouble' | 'stopping'> & {
  readonly onWrite: () => void;
  /** Whether requests are waiting: then one batch at a time is enough. */
  readonly readersWait: () => boolean;
}): Queues {
  const open = (
    name: 'process-articles' | 'fetch-feed' | 'deliver-webhooks',
    batchSize: number,
    maxConcurrency: number,
  ) =>
    localQueue({
      name,
      batchSize,
      maxConcurrency: () => (readersWait() ? 1 : maxConcurrency),
      visibilitySeconds: specs[name].timeoutSeconds + VISIBLE_AGAIN_AFTER_SECONDS,
      maxReceiveCount: MAX_RECEIVES,
      timeoutSeconds: specs[name].timeoutSeconds,
      worker: (event, context) => worker(name, stopping)(event, context).finally(onWrite),
      onTrouble,
    });
  return {
    articles: open('process-articles', 10, 4),
    feeds: open('fetch-feed', 1, 4),
    webhooks: open('deliver-webhooks', 10, 2),
  };
}

/**
 * Starts all background work: readers of the table's stream and schedules. The sweeps of articles and feeds run once at
 * start-up, so that work left by a killed process continues.
 */
export function startBackground(options: BackgroundOptions): Background {
  const { table, folder, queues, now, onTrouble, stopping } = options;
  const stream = {
    client: table.streams,
    streamArn: table.streamArn,
    positions: storedPositions(folder, table.streamArn, onTrouble),
    onTrouble,
  };
  const isAtRest = () => {
    const { waiting, inFlight } = queues.articles.counts();
    return waiting + inFlight === 0;
  };
  // Edits are folded by their own request, articles by the loop: both may create webhook deliveries.
  let mayHaveNews = true;
  let turns = 0;
  const maintenance = openMaintenance({ client: table.client, tableName: TABLE_NAME, now });
  const fold: typeof maintenance.fold = async (wish) => {
    const folded = await maintenance.fold(wish);
    if (folded > 0) mayHaveNews = true;
    return folded;
  };
  const folding = startFolding({ fold, isAtRest, onTrouble });
  const readers = [
    readStream({
      ...stream,
      name: 'relay-articles',
      batchSize: RELAY_BATCH,
      sortKey: keys.article('').sk,
      timeoutSeconds: specs['relay-articles'].timeoutSeconds,
      handler: worker('relay-articles', stopping),
    }),
  ];
  const schedules = SCHEDULES.map(({ name, minutes, ...when }) => {
    const made = schedule({
      name,
      everySeconds: minutes * 60,
      timeoutSeconds: specs[name].timeoutSeconds,
      handler: worker(name, stopping),
      onTrouble,
    });
    if ('firstDetail' in when) void made.run(when.firstDetail);
    return made;
  });
  schedules.push(
    schedule({
      name: 'sweep-webhooks',
      everySeconds: 1,
      timeoutSeconds: specs['sweep-webhooks'].timeoutSeconds,
      isDue: () => {
        const isDue = mayHaveNews || turns++ % WEBHOOK_TURNS === 0;
        mayHaveNews = false;
        return isDue;
      },
      handler: worker('sweep-webhooks', stopping),
      onTrouble,
    }),
  );
  return {
    wake: () => {
      mayHaveNews = true;
      for (const part of [...readers, folding]) void part.wake();
    },
    async caughtUp() {
      await Promise.all(readers.map((reader) => reader.caughtUp()));
      await folding.caughtUp();
    },
    async stop() {
      await Promise.all([...schedules, ...readers, folding].map((part) => part.stop()));
      stream.positions.save();
    },
  };
}
