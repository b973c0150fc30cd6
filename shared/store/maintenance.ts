import { finishRemoval } from './articles/removal.ts';
import { forgetFormer } from './events/mention-writer.ts';
import { refreshArticles } from './events/refresh.ts';
import { keys, partsOfTimeKey, SHARDS, times } from './keys.ts';
import { contextOf, type StoreOptions } from './open-store.ts';
import type { StoreContext } from './stored.ts';
import { LAST } from './table-access.ts';
import { rebuildTiles } from './tiles/rebuild.ts';
import { type Touched, touchedDays } from './tiles/touched.ts';
import { type Difference, verifyStore } from './verify.ts';

/** What runs behind the repositories. */
export interface Maintenance {
  /** Makes the tiles over these days what the lists say. */
  rebuild(touched: Touched): Promise<void>;
  /**
   * Makes right what lost stream records and killed workers left: finishes takedowns, and brings lists and tiles up to date for the articles
   * completed since the last sweep. Stops after about so many articles; the next call goes on from there.
   */
  sweep(options: { readonly atMost: number }): Promise<{ readonly articles: number; readonly removals: number }>;
  /** Compares every event with its mentions, every list with its events, every tile with its list. Nothing is changed. */
  verify(): AsyncIterable<Difference>;
}

/** A worker may still be at it. */
const GRACE_SECONDS = 600;
/** Changed articles of one sweep, for each shard: seconds of work. */
const MOST_CHANGED = 50;

/** The work behind the repositories of one table. */
export function openMaintenance(options: StoreOptions): Maintenance {
  const context = contextOf(options);
  return {
    rebuild: (touched) => rebuildTiles(context, touched),
    async sweep({ atMost }) {
      // Notes first: finishing a takedown once more makes their marks young again.
      await sweepChanged(context);
      const removals = await sweepRemovals(context);
      return { removals, articles: await refreshArticles(context, atMost) };
    },
    verify: () => verifyStore(context),
  };
}

/** What an article gave and gives no more is taken out once more when nobody can be at its older texts any longer. */
async function sweepChanged(context: StoreContext): Promise<void> {
  const { table, now } = context;
  const settled = new Date(Date.parse(now()) - GRACE_SECONDS * 1000).toISOString();
  const touched = touchedDays();
  for (let shard = 0; shard < SHARDS.articles; shard++) {
    const { items } = await table.range({
      pk: times.changed(shard),
      to: `${settled}|${LAST}`,
      limit: MOST_CHANGED,
      index: 'byTime',
    });
    for (const { gsk } of items) await forgetFormer(context, partsOfTimeKey(gsk)[1] ?? '', touched);
  }
  await rebuildTiles(context, touched.days);
}

/** Finishes takedowns; those that are finished have left the index. */
async function sweepRemovals(context: StoreContext): Promise<number> {
  const { table } = context;
  let removals = 0;
  for await (const { gsk } of table.rangeAll({ pk: times.removed, index: 'byTime' })) {
    const id = partsOfTimeKey(gsk)[1] ?? '';
    const marked = await table.get(keys.article(id), { consistent: true });
    if (marked?.status !== 'removed' || marked.gsk !== gsk) continue;
    if (await finishRemoval(context, marked, id)) removals++;
  }
  return removals;
}
