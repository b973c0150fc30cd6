import { TOP_PAGE } from '../../timeline/pyramid/pages.ts';
import type { Head, MergeBucket } from '../builder/bucket.ts';
import { coarserThan, compositionOf } from '../builder/compose.ts';
import { hash64, ownPart } from '../builder/event-id.ts';
import { articlesOf, draftOf, showSame } from '../builder/head.ts';
import { keptLists } from '../builder/kept-lists.ts';
import { readPlaces } from '../builder/plan-batch.ts';
import { readBucket } from '../builder/read-bucket.ts';
import { emptyCache } from '../builder/workspace.ts';
import { type IndexedEvent, toPayload } from '../event-payload.ts';
import { groupedBy } from '../grouped-by.ts';
import { keys, type ListName, partsOfTimeKey, SHARDS, times, unpart } from '../keys.ts';
import { classOf, facetsOf, listOf, WIDE_CLASSES } from '../lists/facet-lists.ts';
import { readList } from '../lists/read-list.ts';
import { eventOf, rowKey } from '../lists/rows.ts';
import type { StoreContext } from '../store-context.ts';
import { dayTiles } from '../tiles/day-tiles.ts';
import { type ListTile, packTiles, pageSortKey, rankedEvent } from '../tiles/tile-page.ts';
import { pagesOver } from '../tiles/update-tiles.ts';
import { type Difference, difference } from './difference.ts';
import { verifyIndex } from './verify-index.ts';

/**
 * Recomputes all derived data and reports differences: events from mentions, rows and index from events, tiles from
 * rows. Reads the whole archive by its articles; meant for a store without waiting tasks.
 */
export async function* verifyStore(context: StoreContext): AsyncGenerator<Difference> {
  const collections = new Map<string, Head[]>();
  for await (const { bucket, articles } of bucketsOf(context)) {
    const coarser = await coarserThan(bucket, (id) => readBucket(context.table, id));
    yield* verifyBucket(bucket, coarser, articles);
    if (bucket.collection === '') continue;
    const heads = [...bucket.heads.values()].filter((head) => head.movedTo === undefined && !head.hidden);
    const known = collections.get(bucket.collection) ?? [];
    collections.set(bucket.collection, known);
    known.push(...heads);
  }
  for (const [collection, heads] of collections) {
    const kept = await keptLists(context, emptyCache(), collection);
    const byList = new Map<ListName, IndexedEvent[]>([...kept.lists.keys()].map((list) => [list, []]));
    byList.set(
      listOf(collection),
      heads.map(({ event }) => event),
    );
    for (const { event } of heads) {
      for (const facet of facetsOf(event)) byList.get(listOf(collection, facet))?.push(event);
    }
    for (const [list, events] of byList) yield* verifyList(context, list, collection, events);
    yield* verifyIndex(context, collection, heads);
  }
}

/** All buckets of articles, of editors and of forwarded mentions, each with the articles that list it. */
async function* bucketsOf(
  context: StoreContext,
): AsyncGenerator<{ readonly bucket: MergeBucket; readonly articles: ReadonlyMap<string, number> }> {
  const noted = new Map<string, Map<string, number>>();
  for await (const id of allArticles(context)) {
    for (const [bucket, mentions] of Object.entries(await readPlaces(context, id))) {
      const articles = noted.get(bucket) ?? new Map<string, number>();
      noted.set(bucket, articles.set(id, mentions));
    }
  }
  for await (const bucket of bucketsByHand(context)) if (!noted.has(bucket)) noted.set(bucket, new Map());
  const open = [...noted.keys()];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const bucket = await readBucket(context.table, id);
    yield { bucket, articles: noted.get(id) ?? new Map() };
    for (const to of bucket.forwardsTo) {
      if (noted.has(to)) continue;
      noted.set(to, new Map());
      open.push(to);
    }
  }
}

async function* bucketsByHand({ table }: StoreContext): AsyncGenerator<string> {
  for (let shard = 0; shard < SHARDS.byHand; shard++) {
    for await (const { pk } of table.rangeAll({ pk: times.byHand(shard), index: 'byTime' })) yield keys.bucketOf(pk);
  }
}

/** Articles of every status: one that is queued again still has its old mentions. */
async function* allArticles({ table }: StoreContext): AsyncGenerator<string> {
  const partitions: string[] = [];
  for (let shard = 0; shard < SHARDS.articles; shard++) partitions.push(times.queued(shard), times.failed(shard));
  for await (const { sk: version } of table.rangeAll({ pk: keys.versions, consistent: true })) {
    for (let shard = 0; shard < SHARDS.articles; shard++) partitions.push(times.done(version, shard));
  }
  for (const pk of partitions) {
    for await (const { gsk } of table.rangeAll({ pk, index: 'byTime' })) yield partsOfTimeKey(gsk)[1] ?? '';
  }
}

function* verifyBucket(
  bucket: MergeBucket,
  coarser: readonly MergeBucket[],
  articles: ReadonlyMap<string, number>,
): Generator<Difference> {
  for (const [article, mentions] of bucket.mentions) {
    const given = articles.get(article) ?? 0;
    if (given !== mentions.length) {
      yield difference('mention', mentionsIn(bucket, article), `${given} mentions`, `${mentions.length}`);
    }
  }
  for (const article of articles.keys()) {
    if (!bucket.mentions.has(article)) yield difference('mention', mentionsIn(bucket, article), 'mentions', 'nothing');
  }
  const wanted = new Set<string>();
  const articleOf = articlesOf(bucket);
  for (const composed of compositionOf(bucket, coarser).events) {
    const own = ownPart(composed.event.id);
    wanted.add(own);
    const head = bucket.heads.get(own);
    const draft = draftOf(composed, bucket, articleOf);
    if (showSame(head, draft) && head.leaf === draft.leaf) continue;
    const found = head ? JSON.stringify(head.event) : 'nothing';
    yield difference('event', keys.leaf(bucket.id, draft.leaf), JSON.stringify(composed.event), found);
  }
  for (const [own, { movedTo, event, leaf }] of bucket.heads) {
    if (movedTo === undefined && !wanted.has(own))
      yield difference('event', keys.leaf(bucket.id, leaf), 'nothing', event.title);
  }
}

const mentionsIn = ({ id }: MergeBucket, article: string) => ({ pk: keys.bucket(id), sk: article });

const digestOfEvent = (event: IndexedEvent): string => hash64(JSON.stringify(toPayload(event)));

async function* verifyList(
  context: StoreContext,
  list: ListName,
  collection: string,
  events: readonly IndexedEvent[],
): AsyncGenerator<Difference> {
  const byClass = groupedBy(events, classOf);
  for (const widthClass of [0, ...WIDE_CLASSES]) {
    const own = widthClass === 0 ? events : (byClass.get(widthClass) ?? []);
    const pk = keys.list(list, widthClass);
    const expected = new Map(own.map((event) => [rowKey(event), digestOfEvent(event)]));
    const days = dayTiles();
    for await (const rows of readList(context, {
      pk,
      low: '',
      high: '9',
      forward: true,
      consistent: true,
      rows: 512,
    })) {
      for (const row of rows) {
        const event = eventOf(row, collection);
        const digest = expected.get(row.key);
        if (digest === undefined) yield difference('entry', { pk, sk: row.key }, 'nothing', event.title);
        else if (digest !== digestOfEvent(event)) {
          yield difference('entry', { pk, sk: row.key }, 'the event as its head has it', JSON.stringify(event));
        }
        expected.delete(row.key);
        if (widthClass === 0) days.add(rankedEvent(event));
      }
    }
    for (const sk of expected.keys()) yield difference('entry', { pk, sk }, 'an entry', 'nothing');
    if (widthClass === 0) yield* verifyTiles(context, list, days.end(), events);
  }
}

async function* verifyTiles(
  { table }: StoreContext,
  list: ListName,
  days: readonly ListTile[],
  events: readonly IndexedEvent[],
): AsyncGenerator<Difference> {
  const pk = keys.tiles(list);
  const found = new Map<string, Record<string, unknown>>();
  for await (const item of table.rangeAll({ pk, consistent: true })) found.set(item.sk, item);
  if (days.length === 0 && found.size === 0) return;
  const { pages } = pagesOver(days);
  for (const { zoom, start, tiles } of pages) {
    const sk = pageSortKey(zoom, start);
    const item = found.get(sk);
    found.delete(sk);
    const isSame = item !== undefined && Buffer.compare(item.v as Uint8Array, packTiles(tiles)) === 0;
    if (!isSame) {
      const expected = JSON.stringify(tiles.map((tile) => [tile.start, tile.counts]));
      yield difference('tile', { pk, sk }, expected, item ? 'other tiles' : 'no tiles');
    }
    if (sk !== pageSortKey(TOP_PAGE.zoom, TOP_PAGE.start) || !item) continue;
    if (item.c !== events.length) yield difference('tile', { pk, sk }, `${events.length} events`, String(item.c));
    const classes = new Set((item.w as number[] | undefined) ?? []);
    const missing = [...new Set(events.map(classOf))].filter((one) => one > 0 && !classes.has(one));
    if (missing.length > 0) yield difference('tile', { pk, sk }, `width classes ${missing}`, 'none');
  }
  for (const sk of found.keys()) {
    if (unpart(sk) !== pageSortKey(TOP_PAGE.zoom, TOP_PAGE.start))
      yield difference('tile', { pk, sk }, 'nothing', 'a page');
  }
}
