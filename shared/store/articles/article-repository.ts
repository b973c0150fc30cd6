import type { Extraction } from '../../events/event.ts';
import { putTask } from '../builder/tasks.ts';
import type { Item } from '../dynamo/table-access.ts';
import { keys, partsOfTimeKey, SHARDS, shardOf, timeKey, times } from '../keys.ts';
import { unpack } from '../packing.ts';
import { eventsOfArticle } from '../queries/article-events.ts';
import type { ArticleRepository, StoredArticle } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { acceptUnless } from './accept-article.ts';
import { metaOf, unpackChunks } from './article-item.ts';
import { collectionNames, listArticles } from './article-list.ts';
import { articleReadings } from './readings.ts';
import { takeDownArticle } from './take-down-article.ts';
import { requeueOutdated } from './versions.ts';

type Completion = Extraction & { readonly text: string; readonly title?: string };

/** Articles: accepted by one put, completed by a task for the builder. */
export function articleRepository(context: StoreContext): ArticleRepository {
  const { table, now } = context;

  /** The article's own item and its chunks, in one request. */
  async function present(id: string): Promise<{ readonly item: Item; readonly chunks: readonly Item[] } | undefined> {
    const chunks: Item[] = [];
    let item: Item | undefined;
    for await (const one of table.rangeAll({ pk: keys.article(id).pk, consistent: true })) {
      if (one.sk === keys.article(id).sk) item = one;
      else chunks.push(one);
    }
    return item && item.status !== 'removed' ? { item, chunks } : undefined;
  }

  async function find(id: string): Promise<StoredArticle | undefined> {
    const found = await present(id);
    if (!found) return undefined;
    const [sent, final] = [bodyIn(found, 'sent'), bodyIn(found, 'final')];
    return { ...metaOf(found.item), ...(sent as { text?: string; html?: string }), ...(final as { text?: string }) };
  }

  async function complete(id: string, contentHash: string, extraction: Completion, extractorVersion: string) {
    const there = await present(id);
    if (!there || there.item.contentHash !== contentHash || there.item.status === 'done') return;
    const { collection, tags } = metaOf(there.item);
    const sent = bodyIn(there, 'sent') as { text?: string } | undefined;
    const text = sent?.text === extraction.text ? '' : extraction.text;
    const found = { ...extraction, text, extractorVersion, tags };
    await putTask(context, { kind: 'article', id, collection, contentHash, found });
  }

  async function fail(id: string, contentHash: string, reason: string) {
    await table.update(keys.article(id), 'SET #status = :failed, #reason = :reason, gpk = :gpk, gsk = :gsk', {
      expression: 'contentHash = :hash AND #status = :queued',
      names: { '#status': 'status', '#reason': 'reason' },
      values: {
        ':failed': 'failed',
        ':reason': reason,
        ':hash': contentHash,
        ':queued': 'queued',
        ':gpk': times.failed(shardOf(id, SHARDS.articles)),
        ':gsk': timeKey(now(), id),
      },
    });
  }

  async function collectionOf(id: string): Promise<string | undefined> {
    const item = await table.get(keys.article(id), { consistent: true });
    return item?.collection as string | undefined;
  }

  async function* queued(atMost = Number.POSITIVE_INFINITY) {
    const waiting: { id: string; contentHash: string; acceptedAt: string }[] = [];
    for (let shard = 0; shard < SHARDS.articles; shard++) {
      let left = atMost;
      for await (const { gsk } of table.rangeAll({ pk: times.queued(shard), index: 'byTime' })) {
        const [acceptedAt = '', id = '', contentHash = ''] = partsOfTimeKey(gsk);
        waiting.push({ id, contentHash, acceptedAt });
        if (--left <= 0) break;
      }
    }
    yield* waiting.sort((a, b) => (a.acceptedAt < b.acceptedAt ? -1 : 1)).slice(0, atMost);
  }

  return {
    accept: (article) => acceptUnless<never>(context, article, () => undefined),
    acceptUnlessTakenDown: (article) =>
      acceptUnless(context, article, ({ status }) => (status === 'removed' ? 'taken down' : undefined)),
    find,
    list: (request) => listArticles(context, request),
    collections: () => collectionNames(context),
    collectionOf,
    complete,
    fail,
    ...articleReadings(context),
    remove: (id) => takeDownArticle(context, id),
    queued,
    requeueOutdated: (version, atMost) => requeueOutdated(context, version, atMost),
    eventsOf: (id) => eventsOfArticle(context, id),
  };
}

/** Text or HTML as sent, or the text that was extracted. */
function bodyIn(
  { item, chunks }: { readonly item: Item; readonly chunks: readonly Item[] },
  slot: 'sent' | 'final',
): unknown {
  if (item[slot] !== undefined) return unpack(item[slot]);
  const prefix = keys.articleChunk('', `${String(item.contentHash)}.${slot}`, 0).sk.slice(0, -'000'.length);
  const own = chunks.filter(({ sk }) => sk.startsWith(prefix));
  return Number(item[`${slot}Chunks`] ?? 0) === 0 ? undefined : unpackChunks(own);
}
