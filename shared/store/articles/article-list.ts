import { keys, partsOfTimeKey, SHARDS, times } from '../keys.ts';
import type { ArticleListRequest, ArticlePage, ArticleStatus, ArticleSummary } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { metaOf } from './article-item.ts';

const STATUSES: readonly ArticleStatus[] = ['queued', 'done', 'failed'];
/** Most rounds of one page: a filter that matches few articles ends it early, with a cursor for the rest. */
const MOST_ROUNDS = 10;

/** Records that a collection has articles: one write per process. */
export async function rememberCollection({ table, knownCollections }: StoreContext, collection: string): Promise<void> {
  if (knownCollections.has(collection)) return;
  await table.writeMany([{ pk: keys.collections, sk: collection }], []);
  knownCollections.add(collection);
}

/** Names of all collections that articles were sent to, in alphabetical order. */
export async function collectionNames({ table }: StoreContext): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { sk } of table.rangeAll({ pk: keys.collections })) names.push(sk);
  return names;
}

/**
 * Articles of all collections by the time of their last status change, newest first.
 *
 * The time index has several partitions for each status (and extractor version); a page merges the newest entries of
 * each. Articles that do not match the filter are read and skipped.
 */
export async function listArticles(context: StoreContext, request: ArticleListRequest): Promise<ArticlePage> {
  const { table } = context;
  const partitions = await partitionsOf(context, request.status);
  const found: ArticleSummary[] = [];
  let upTo = request.cursor;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const batch = await newestOf(context, partitions, upTo, request.limit);
    const wanted = batch.map((gsk) => keys.article(partsOfTimeKey(gsk)[1] ?? ''));
    const items = new Map((await table.getMany(wanted)).map((item) => [item.pk, item]));
    for (const [i, gsk] of batch.entries()) {
      upTo = gsk;
      const item = items.get(wanted[i]?.pk ?? '');
      // The index is eventually consistent: an article whose status has changed is listed elsewhere in it.
      if (!item || item.gsk !== gsk) continue;
      const article = { ...metaOf(item), changedAt: partsOfTimeKey(gsk)[0] ?? '' };
      if (fits(article, request)) found.push(article);
      if (found.length === request.limit) return { articles: found, next: gsk };
    }
    if (batch.length < request.limit) return { articles: found, next: null };
  }
  return { articles: found, next: upTo ?? null };
}

async function partitionsOf({ table }: StoreContext, status: ArticleStatus | undefined): Promise<readonly string[]> {
  const shards = [...Array(SHARDS.articles).keys()];
  const names: string[] = [];
  for (const one of status === undefined ? STATUSES : [status]) {
    if (one === 'queued') names.push(...shards.map(times.queued));
    else if (one === 'failed') names.push(...shards.map(times.failed));
    else {
      for await (const { sk } of table.rangeAll({ pk: keys.versions }))
        names.push(...shards.map((shard) => times.done(sk, shard)));
    }
  }
  return names;
}

/** The newest time keys before `upTo` over all partitions, at most `limit`. */
async function newestOf(
  { table }: StoreContext,
  partitions: readonly string[],
  upTo: string | undefined,
  limit: number,
): Promise<readonly string[]> {
  const pages = await Promise.all(
    partitions.map((pk) =>
      // One more, since the bound itself is among them.
      table.range({ pk, index: 'byTime', forward: false, limit: limit + 1, ...(upTo !== undefined && { to: upTo }) }),
    ),
  );
  return pages
    .flatMap(({ items }) => items.map(({ gsk }) => String(gsk)))
    .filter((gsk) => upTo === undefined || gsk < upTo)
    .sort((a, b) => (a < b ? 1 : -1))
    .slice(0, limit);
}

function fits(
  { collection, source, changedAt, status }: ArticleSummary,
  request: Omit<ArticleListRequest, 'limit' | 'cursor'>,
): boolean {
  const day = changedAt.slice(0, 10);
  return (
    request.collections.some((one) => one === '*' || one === collection) &&
    (request.status === undefined || request.status === status) &&
    (request.source === undefined || request.source === source) &&
    (request.from === undefined || day >= request.from) &&
    (request.to === undefined || day <= request.to)
  );
}
