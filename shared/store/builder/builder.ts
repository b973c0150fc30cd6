import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { DatelineError } from '../../kernel/dateline-error.ts';
import { coalesce } from '../coalesce.ts';
import type { TableAccess } from '../dynamo/table-access.ts';
import { keys, SHARDS } from '../keys.ts';
import { shardsWithRequests } from '../lists/list-request.ts';
import type { StoreContext } from '../store-context.ts';
import { answerRequests } from './answer-requests.ts';
import { compactCollection } from './compact-collection.ts';
import type { Builder } from './contract.ts';
import { type Folded, foldBatch } from './fold.ts';
import { type BatchRecord, type Lease, takeLease } from './lease.ts';
import { type BuilderCache, emptyCache, trimCache } from './workspace.ts';

/** Polls for the end of another builder's batch: a quarter of a minute in all. */
const MOST_POLLS = 300;
const POLL_MS = 50;
/** Interval of folding while a compaction runs. */
const BATCH_EVERY_MS = 2000;

const builders = new WeakMap<TableAccess, { context: StoreContext; readonly builder: Builder }>();

/** The builder of a table in this process, shared by all callers that fold or edit. */
export function builderOf(context: StoreContext): Builder {
  const known = builders.get(context.table);
  if (known) {
    known.context = context;
    return known.builder;
  }
  const kept: { context: StoreContext; readonly builder: Builder } = {
    context,
    builder: openBuilder(() => kept.context),
  };
  builders.set(context.table, kept);
  return kept.builder;
}

/** Builds the views of one table, one batch a shard at a time. */
function openBuilder(context: () => StoreContext): Builder {
  const owner = randomUUID();
  // A batch serves many callers: cancelling the request that started it must not cancel the batch.
  const ownScope = new AsyncResource('builder');
  const caches = new Map<number, BuilderCache>();
  const turn = coalesce();
  const every = [...Array(SHARDS.builders).keys()];
  /** Edits that a caller of this process waits for, by shard and sort key. */
  const awaited = new Map<string, () => void>();
  const isAwaited = (shard: number) => [...awaited.keys()].some((task) => task.startsWith(`${shard} `));
  let folded = 0;

  /**
   * @param until No batch but the first starts after this moment, in milliseconds since 1970.
   * @param compacts Whether grown indexes are compacted afterwards.
   */
  async function build(shard: number, until: number, compacts: boolean): Promise<boolean> {
    const current = context();
    const { unfolded } = current;
    const lease = await takeLease(current, shard, owner);
    if (!lease) return false;
    const cache = caches.get(shard) ?? emptyCache();
    caches.set(shard, cache);
    if (!lease.continuous) trimCache(cache, 0);
    try {
      unfolded.delete(shard);
      let lastBatchAt = 0;
      const one = async () => {
        const done = await foldBatch(current, lease, cache);
        for (const sk of done?.tasks ?? []) awaited.get(`${shard} ${sk}`)?.();
        folded += done?.tasks.length ?? 0;
        lastBatchAt = millisecondsAt(current);
        return done;
      };
      const isDue = () => isAwaited(shard) || millisecondsAt(current) - lastBatchAt >= BATCH_EVERY_MS;
      await foldBatches(current, lease, one, until);
      if (compacts) {
        const between = async () => {
          await lease.renew();
          lease.check();
          while (isDue() && (await one())?.tasks.length) await lease.renew();
        };
        await compactGrown(current, lease, cache, until, between);
        if (millisecondsAt(current) < until && (await answerRequests(current, lease, cache, between)))
          unfolded.add(shard);
      }
      if (millisecondsAt(current) >= until || lease.batch().grown?.length) unfolded.add(shard);
    } catch (error) {
      unfolded.add(shard);
      // It is unknown which lists were made.
      trimCache(cache, 0);
      throw error;
    } finally {
      await lease.release().catch(() => trimCache(cache, 0));
    }
    return true;
  }

  const isIdle = async (shard: number): Promise<boolean> => {
    const { table } = context();
    const [waiting, builder] = await Promise.all([
      table.range({ pk: keys.tasks(shard), limit: 1, consistent: true, count: true }),
      table.get(keys.builder(shard), { consistent: true }),
    ]);
    const batch = builder?.batch as BatchRecord | undefined;
    return waiting.count === 0 && batch?.recorded === undefined && !batch?.grown?.length;
  };

  return {
    async fold({ beginWithinSeconds = Number.POSITIVE_INFINITY, ownOnly = false } = {}) {
      const before = folded;
      const { unfolded } = context();
      const until = millisecondsAt(context()) + beginWithinSeconds * 1000;
      const shards = ownOnly ? [...unfolded] : every;
      const requested = shards.length > 0 ? await shardsWithRequests(context()) : new Set();
      await Promise.all(
        shards.map(async (shard) => {
          if (!requested.has(shard) && (await isIdle(shard))) {
            unfolded.delete(shard);
            return;
          }
          let done = false;
          // Another builder may have finished its last look before this task was put.
          for (let poll = 0; !done && poll < MOST_POLLS; poll++) {
            await turn(String(shard), async () => {
              done = await ownScope.runInAsyncScope(() => build(shard, until, true));
            });
            if (!done && (await isIdle(shard))) return;
            if (!done) await pause();
          }
        }),
      );
      return folded - before;
    },

    async folded({ pk, sk }) {
      const shard = Number(pk.slice(keys.tasks(0).length - 1));
      const name = `${shard} ${sk}`;
      const early = new Promise<void>((done) => awaited.set(name, done));
      const attempts = (async () => {
        for (let poll = 0; poll < MOST_POLLS; poll++) {
          if (!awaited.has(name)) return;
          await turn(String(shard), async () => {
            await ownScope.runInAsyncScope(() => build(shard, 0, false));
          });
          if (!awaited.has(name) || !(await context().table.get({ pk, sk }, { consistent: true }))) return;
          await pause();
        }
        throw new DatelineError('store.busy', 'The store takes no more work just now.');
      })();
      try {
        await Promise.race([early, attempts]);
      } finally {
        awaited.delete(name);
        // The task is folded; the next fold repairs a failure in the rest of this turn.
        attempts.catch(() => undefined);
      }
    },
  };
}

const millisecondsAt = ({ now }: StoreContext): number => Date.parse(now());
const pause = () => new Promise((done) => setTimeout(done, POLL_MS));

/** Folds the tasks that wait when it begins, at least one batch. */
async function foldBatches(
  context: StoreContext,
  lease: Lease,
  fold: () => Promise<Folded | undefined>,
  until: number,
): Promise<void> {
  for (;;) {
    await lease.renew();
    lease.check();
    const done = await fold();
    // Completing an unfinished batch counts none of its tasks: the next batch folds them.
    if (!done?.leavesSome || (done.tasks.length > 0 && millisecondsAt(context) >= until)) return;
  }
}

/** Compacts the indexes that batches have added to. @param between Called between its requests: due batches are folded there. */
async function compactGrown(
  context: StoreContext,
  lease: Lease,
  cache: BuilderCache,
  until: number,
  between: () => Promise<void>,
): Promise<void> {
  for (const collection of lease.batch().grown ?? []) {
    while (await compactCollection(context, lease, cache, collection, between)) {
      if (millisecondsAt(context) >= until) return;
    }
    lease.compacted(collection);
  }
}
