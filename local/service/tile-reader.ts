import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { type Touched, touchedDays } from '../../shared/store/tiles/touched.ts';
import { endOfStream } from './end-of-stream.ts';
import { pauses } from './pauses.ts';
import { shardReader } from './shard-reader.ts';
import type { StreamPositions, StreamReader } from './stream-reader.ts';

/** Which stream, and what it is read for. */
export interface TileReaderOptions {
  readonly client: DynamoDBStreamsClient;
  readonly streamArn: string;
  /** Its place in `positions`. */
  readonly name: string;
  /** How long is gathered at most while more keeps coming, where the last rebuild took next to no time. */
  readonly windowSeconds: number;
  /** Whether nothing more is known to be on its way: a pause between two batches of an import is no end of it. */
  readonly isAtRest: () => boolean;
  readonly rebuild: (touched: Touched) => Promise<void>;
  /** Where it left off, kept over restarts: after a crash some records are read twice, none is left out. */
  readonly positions: StreamPositions;
  readonly onTrouble: (
    what: 'tiles.not-rebuilt' | 'stream.unreadable',
    fields: Readonly<Record<string, unknown>>,
  ) => void;
}

/** At rest, nothing new for so long ends the gathering: a single article is in the tiles at once. */
const QUIET_MS = 1000;
const GATHERING_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 1000;
/** So many times as long as the last rebuild took is gathered for the next: tiles take no more than a tenth of an import's time. */
const WINDOW_PER_REBUILD = 9;
/** Days of a list told apart: more are 'any', so that what is gathered of an import is bounded by its lists. */
const MOST_DAYS = 256;
const RECORDS = 1000;
/** Lists rebuilt together: a stop waits for no more. */
const LISTS = 200;
const RETRIES = 5;
const FIRST_RETRY_MS = 200;

/**
 * Keeps the tiles up to date on one machine: reads the table's stream, gathers which days of which lists were touched, and rebuilds their tiles
 * once nothing new has come for a second and none is on its way, or the window is over. Its place is noted after the rebuild.
 *
 * On AWS the event source gathers, in batches of records; here nothing but the touched days is kept, so that the window of an import can be long.
 */
export function readTouched(options: TileReaderOptions): StreamReader {
  const { positions, name, onTrouble } = options;
  const { rest, idle, wake, stop, stopped } = pauses();
  let windowMs = options.windowSeconds * 1000;

  const rebuild = async (touched: Touched) => {
    const begun = performance.now();
    const lists = [...touched];
    for (let n = 0; n < lists.length && !stopped(); n += LISTS) await rebuildSome(new Map(lists.slice(n, n + LISTS)));
    windowMs = Math.max(options.windowSeconds * 1000, (performance.now() - begun) * WINDOW_PER_REBUILD);
  };

  /** What cannot be rebuilt is left to the sweep, and nothing behind it is held up. */
  const rebuildSome = async (touched: Touched) => {
    for (let attempt = 0; !stopped(); attempt++) {
      try {
        return await options.rebuild(touched);
      } catch (error) {
        onTrouble('tiles.not-rebuilt', { lists: touched.size, attempt, error });
        if (attempt === RETRIES) return;
        await rest(FIRST_RETRY_MS * 2 ** attempt);
      }
    }
  };

  const shards = shardReader(options);

  /** What comes in until it is quiet or the window is over, and how far it was read. */
  const gather = async () => {
    const touched = touchedDays(MOST_DAYS);
    const read = new Map<string, string>();
    let until = 0;
    let quietUntil = 0;
    for (;;) {
      const { shardId, records } = await shards.next(RECORDS);
      const at = performance.now();
      for (const { dynamodb } of records) {
        const { pk, sk } = dynamodb?.Keys ?? {};
        if (pk?.S !== undefined && sk?.S !== undefined) touched.note([{ pk: pk.S, sk: sk.S }]);
        if (dynamodb?.SequenceNumber !== undefined) read.set(shardId, dynamodb.SequenceNumber);
      }
      if (records.length > 0) {
        until ||= at + windowMs;
        quietUntil = at + QUIET_MS;
      }
      if (stopped() || at >= until || (at >= quietUntil && options.isAtRest())) return { touched: touched.days, read };
      if (records.length < RECORDS) await rest(Math.min(GATHERING_PAUSE_MS, until - at));
    }
  };

  const end = endOfStream({ wake, stopped });

  const run = async () => {
    while (!stopped()) {
      try {
        const { touched, read } = await gather();
        await rebuild(touched);
        // A stop leaves the rest to the next start, which reads it again.
        if (stopped()) break;
        for (const [shardId, sequence] of read) positions.set(name, shardId, sequence);
        if (read.size > 0) continue;
        end.reached();
      } catch (error) {
        if (stopped()) break;
        onTrouble('stream.unreadable', { reader: name, error });
      }
      await idle(LONGEST_PAUSE_MS);
    }
  };

  const running = run();
  return {
    wake,
    caughtUp: end.caughtUp,
    async stop() {
      stop();
      await running;
      end.reached();
    },
  };
}
