import { inParallel } from '../in-parallel.ts';
import { keys, partsOfTimeKey, SHARDS, times } from '../keys.ts';
import type { StoreContext } from '../stored.ts';
import { LAST } from '../table-access.ts';
import { rebuildTiles } from '../tiles/rebuild.ts';
import { touchedDays } from '../tiles/touched.ts';
import { headEvent, isGone, isHidden } from './cell.ts';
import { entryKeysOf } from './lists.ts';
import { lateEntries } from './place-event.ts';
import { refreshCell } from './settle.ts';
import { readWhereabouts } from './whereabouts.ts';

/** Articles refreshed before their tiles are rebuilt and the progress is noted: the more together, the fewer pages are made twice. */
const STEP = 250;
const CELLS_AT_ONCE = 8;
/** The time index lags: what is younger than this is left to the next sweep. */
const LAG_SECONDS = 5;

/**
 * Goes through the articles completed since the last time, in the order of completion: lists that lag behind their events are brought up to
 * date, and the tiles over those events rebuilt whether the stream told of them or not.
 *
 * @returns How many articles, at most about `atMost`. Progress is kept in the table, by extractor version and shard.
 */
export async function refreshArticles(context: StoreContext, atMost: number): Promise<number> {
  const { table } = context;
  let done = 0;
  for await (const { sk: version } of table.rangeAll({ pk: keys.versions, consistent: true })) {
    for (let shard = 0; shard < SHARDS.articles && done < atMost; shard++) {
      for (let stepped = STEP; stepped === STEP && done < atMost; done += stepped) {
        stepped = await step(context, times.done(version, shard));
      }
    }
  }
  return done;
}

async function step(context: StoreContext, pk: string): Promise<number> {
  const { table, now } = context;
  const progress = keys.progress(pk);
  const reached = String((await table.get(progress, { consistent: true }))?.v ?? '');
  const until = new Date(Date.parse(now()) - LAG_SECONDS * 1000).toISOString();
  const { items } = await table.range({
    pk,
    from: `${reached}!`,
    to: `${until}|${LAST}`,
    limit: STEP,
    index: 'byTime',
  });
  if (items.length === 0) return 0;
  const touched = touchedDays();
  const cells = new Set<string>();
  await inParallel(items, CELLS_AT_ONCE, async ({ gsk }) => {
    const [, id = ''] = partsOfTimeKey(gsk);
    for (const cell of Object.keys((await readWhereabouts(table, id)).places)) cells.add(cell);
  });
  await inParallel(cells, CELLS_AT_ONCE, async (cell) => {
    const { heads } = await refreshCell(context, cell, touched);
    for (const head of heads.values()) {
      if (!isGone(head) && !isHidden(head)) touched.note(entryKeysOf(headEvent(cell, head)));
      touched.note(lateEntries(head));
    }
  });
  await rebuildTiles(context, touched.days);
  await table.put({ ...progress, v: items.at(-1)?.gsk });
  return items.length;
}
