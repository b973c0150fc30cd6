import type { Extraction } from '../../events/event.ts';
import { DatelineError } from '../../kernel/dateline-error.ts';
import { putTask } from '../builder/tasks.ts';
import { defined } from '../defined.ts';
import { pause } from '../dynamo/retry.ts';
import type { Item } from '../dynamo/table-access.ts';
import { unchanged } from '../dynamo/unchanged.ts';
import { keys, partsOfTimeKey, SHARDS, shardOf, timeKey, times } from '../keys.ts';
import { unpack } from '../packing.ts';
import { eventsOfArticle } from '../queries/article-events.ts';
import { removalsIn } from '../queries/hidden-evidence.ts';
import type { Acceptance, ArticleRepository, ArticleStatus, NewArticle, StoredArticle } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { bodyOf, metaOf, queuedItem, unpackChunks } from './article-item.ts';
import { collectionNames, listArticles, rememberCollection } from './article-list.ts';
import { articleReadings } from './readings.ts';
import { isEnded, takedownMark } from './takedown-mark.ts';
import { requeueOutdated } from './versions.ts';

const ATTEMPTS = 8;

type Completion = Extraction & { readonly text: string; readonly title?: string };

/** Articles: accepted by one put, completed by a task for the builder. */
export function articleRepository(context: StoreContext): ArticleRepository {
  const { table, now } = context;

  /** @param refusal What to return instead, given the existing item of the article's id. */
  async function acceptUnless<R>(article: NewArticle, refusal: (before: Item) => R | undefined) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await table.get(keys.article(article.id), { consistent: true });
      const refused = before && refusal(before);
      if (refused !== undefined) return refused;
      const accepted = await attemptToAccept(article, before);
      if (accepted) return accepted;
    }
    throw new DatelineError('store.busy', 'Too many texts for the same article just now.');
  }

  /** Returns `undefined` if another request for the same article was accepted meanwhile. */
  async function attemptToAccept(article: NewArticle, before: Item | undefined): Promise<Acceptance | undefined> {
    const body = bodyOf(article.id, article.contentHash, 'sent', defined({ text: article.text, html: article.html }));
    if (before && isSame(before, article)) return { outcome: 'unchanged', status: statusOf(before) };
    // Chunks are written first: an accepted article is complete, and a chunk without an article is never read.
    await table.writeMany(body.chunks, []);
    await rememberCollection(context, article.collection);
    const { stored, old } = await table.put(
      {
        ...queuedItem(article, body, now()),
        ...(before ? { replaces: true } : {}),
        // The builder removes the mentions of the previous text from these buckets.
        ...(before?.places === undefined ? {} : { places: before.places }),
      },
      before ? unchanged(before, ['status', 'contentHash', 'places']) : { expression: 'attribute_not_exists(pk)' },
    );
    if (!stored) return undefined;
    const outcome = old && old.status !== 'removed' ? ('replaced' as const) : ('created' as const);
    return { outcome, status: 'queued' as const };
  }

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

  async function remove(id: string): Promise<boolean> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await table.get(keys.article(id), { consistent: true });
      if (!before) return false;
      // Continues a takedown that was interrupted.
      if (before.status === 'removed' && (before.gsk === undefined || isEnded(before.gsk))) return true;
      if (before.status !== 'removed' && !(await mark(id, before))) continue;
      await putTask(context, { kind: 'takedown', id, collection: String(before.collection) });
      await untilHidden(id);
      return true;
    }
    throw new DatelineError('store.busy', 'Too many changes of the same article just now.');
  }

  /** From here on the article is absent from every read. @returns false if another request changed it meanwhile. */
  async function mark(id: string, before: Item): Promise<boolean> {
    const { collection, places } = before;
    const kept = { ...keys.article(id), collection, ...(places === undefined ? {} : { places }) };
    const { stored } = await table.put(
      { ...kept, status: 'removed', ...takedownMark(id, now(), 'begun') },
      unchanged(before, ['status', 'contentHash', 'places']),
    );
    return stored;
  }

  /** Waits until readers find the mark in the index, which follows the table within milliseconds. */
  async function untilHidden(id: string): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      await pause(attempt);
      if ((await removalsIn(context)).articles.has(id)) return;
    }
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
    accept: (article) => acceptUnless<never>(article, () => undefined),
    acceptUnlessTakenDown: (article) =>
      acceptUnless(article, ({ status }) => (status === 'removed' ? 'taken down' : undefined)),
    find,
    list: (request) => listArticles(context, request),
    collections: () => collectionNames(context),
    collectionOf,
    complete,
    fail,
    ...articleReadings(context),
    remove,
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

const statusOf = (item: Item) => item.status as ArticleStatus;

/** A failed article that is sent again is processed again. */
const isSame = (item: Item, article: NewArticle): boolean =>
  item.contentHash === article.contentHash && item.status !== 'failed' && item.status !== 'removed';
