import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { DatelineError } from '../../kernel/dateline-error.ts';
import { keys, SHARDS } from '../keys.ts';
import { sharedTurns } from '../shared-turns.ts';
import type { StoreContext } from '../stored.ts';
import { compactCollection } from './compact-collection.ts';
import type { Builder } from './contract.ts';
import { foldBatch } from './fold.ts';
import { type Lease, takeLease } from './lease.ts';
import { putTask, builderOf as shardOfCollection } from './tasks.ts';
import { type BuilderCache, emptyCache, trimCache } from './workspace.ts';

/** Another builder's batch is waited for so many times so long: a quarter of a minute. */
const MOST_POLLS = 300;
const POLL_MS = 50;

/** Builds the views of one table in this process, one batch a shard at a time. */
export function openBuilder(context: () => StoreContext): Builder {
  const owner = randomUUID();
  // A batch is many callers' work: the request that happens to begin it must not take it along when it is cancelled.
  const ownScope = new AsyncResource('builder');
  const caches = new Map<number, BuilderCache>();
  const turn = sharedTurns();
  const every = [...Array(SHARDS.builders).keys()];
  /** Shards in which something may wait. A process that begins knows of none, and looks at all. */
  const open = new Set(every);
  let folded = 0;

  /** @param until No batch is begun after this moment, in milliseconds since 1970; one is in any case. */
  async function build(shard: number, until: number): Promise<boolean> {
    const current = context();
    const lease = await takeLease(current, shard, owner);
    if (!lease) return false;
    const cache = caches.get(shard) ?? emptyCache();
    caches.set(shard, cache);
    if (!lease.continuous) trimCache(cache, 0);
    try {
      open.delete(shard);
      folded += await foldBatches(current, lease, cache, until);
      if (millisecondsAt(current) >= until) open.add(shard);
    } catch (error) {
      open.add(shard);
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
    return waiting.count === 0 && (builder?.batch as { recorded?: unknown } | undefined)?.recorded === undefined;
  };

  return {
    async put(task) {
      const item = await putTask(context().table, task, context().now());
      open.add(shardOfCollection(task.collection));
      return item;
    },

    async fold({ beginWithinSeconds = Number.POSITIVE_INFINITY, ownOnly = false } = {}) {
      const before = folded;
      const until = millisecondsAt(context()) + beginWithinSeconds * 1000;
      await Promise.all(
        (ownOnly ? [...open] : every).map(async (shard) => {
          if (await isIdle(shard)) {
            open.delete(shard);
            return;
          }
          let done = false;
          // Another builder may have looked for the last time before this one's task came.
          for (let poll = 0; !done && poll < MOST_POLLS; poll++) {
            await turn(String(shard), async () => {
              done = await ownScope.runInAsyncScope(() => build(shard, until));
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
      for (let poll = 0; poll < MOST_POLLS; poll++) {
        await turn(String(shard), async () => {
          await ownScope.runInAsyncScope(() => build(shard, 0));
        });
        if (!(await context().table.get({ pk, sk }, { consistent: true }))) return;
        await pause();
      }
      throw new DatelineError('store.busy', 'The store takes no more work just now.');
    },
  };
}

const millisecondsAt = ({ now }: StoreContext): number => Date.parse(now());
const pause = () => new Promise((done) => setTimeout(done, POLL_MS));

/** Folds batch after batch, at least one; compacts the index of each collection that a batch has touched. */
async function foldBatches(context: StoreContext, lease: Lease, cache: BuilderCache, until: number): Promise<number> {
  let tasks = 0;
  for (;;) {
    await lease.renew();
    lease.check();
    const done = await foldBatch(context, lease, cache);
    if (!done) return tasks;
    tasks += done.tasks;
    for (const collection of done.collections) await compactCollection(context, lease, cache, collection);
    // An unfinished batch that is ended counts none of its tasks: the next one does.
    if (done.tasks > 0 && millisecondsAt(context) >= until) return tasks;
  }
}
