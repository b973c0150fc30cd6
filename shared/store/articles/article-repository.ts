import type { Extraction } from '../../events/event.ts';
import { DatelineError } from '../../kernel/dateline-error.ts';
import { eventsOfArticle } from '../events/article-events.ts';
import { replaceMentions, withdrawMentions } from '../events/mention-writer.ts';
import { readWhereabouts } from '../events/whereabouts.ts';
import { keys, partsOfTimeKey, SHARDS, shardOf, timeKey, times } from '../keys.ts';
import { unpack } from '../packing.ts';
import type { Acceptance, ArticleRepository, ArticleStatus, NewArticle, StoredArticle } from '../store.ts';
import { defined, type StoreContext } from '../stored.ts';
import type { Item } from '../table-access.ts';
import { bodyOf, doneAt, isCompleted, isInterrupted, metaOf, queuedItem, unpackChunks } from './article-item.ts';
import { collectionNames, listArticles, rememberCollection } from './article-list.ts';
import { removeChunks, removeEvidence } from './removal.ts';
import { rememberVersion, requeueOutdated } from './versions.ts';

const ATTEMPTS = 8;

type Completion = Extraction & { readonly text: string; readonly title?: string };

/** Articles: accepted by one put, completed by writing mentions first and the status last. */
export function articleRepository(context: StoreContext): ArticleRepository {
  const { table, now } = context;

  /** @param refusal What to answer instead, for what is there of the article's id. */
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

  /** Answers `undefined` where somebody else sent something for the same article meanwhile. */
  async function attemptToAccept(article: NewArticle, before: Item | undefined): Promise<Acceptance | undefined> {
    const body = bodyOf(article.id, article.contentHash, 'sent', defined({ text: article.text, html: article.html }));
    if (before && isSame(before, article)) return { outcome: 'unchanged', status: statusOf(before) };
    // Chunks go first: an accepted article is whole, and a chunk without an article is found by nobody.
    await table.writeMany(body.chunks, []);
    await rememberCollection(context, article.collection);
    const { stored, old } = await table.put(
      { ...queuedItem(article, body, now()), ...(before ? successorOf(before) : {}) },
      before
        ? {
            // The text may be the same where it failed or was taken down, and only the one that was seen may be.
            expression: '#status = :before AND (contentHash <> :hash OR #status IN (:failed, :removed))',
            names: { '#status': 'status' },
            values: {
              ':before': before.status,
              ':hash': article.contentHash,
              ':failed': 'failed',
              ':removed': 'removed',
            },
          }
        : { expression: 'attribute_not_exists(pk)' },
    );
    if (!stored) return undefined;
    const outcome = old && old.status !== 'removed' ? ('replaced' as const) : ('created' as const);
    return { outcome, status: 'queued' as const };
  }

  async function present(id: string): Promise<Item | undefined> {
    const item = await table.get(keys.article(id), { consistent: true });
    return item && item.status !== 'removed' ? item : undefined;
  }

  async function bodyAt(item: Item, id: string, slot: 'sent' | 'final'): Promise<unknown> {
    if (item[slot] !== undefined) return unpack(item[slot]);
    const count = Number(item[`${slot}Chunks`] ?? 0);
    if (count === 0) return undefined;
    const wanted = [...Array(count).keys()].map((n) => keys.articleChunk(id, `${String(item.contentHash)}.${slot}`, n));
    return unpackChunks(await table.getMany(wanted, { consistent: true }));
  }

  async function find(id: string): Promise<StoredArticle | undefined> {
    const item = await present(id);
    if (!item) return undefined;
    const [sent, final] = await Promise.all([bodyAt(item, id, 'sent'), bodyAt(item, id, 'final')]);
    return { ...metaOf(item), ...(sent as { text?: string; html?: string }), ...(final as { text?: string }) };
  }

  async function complete(id: string, contentHash: string, extraction: Completion, extractorVersion: string) {
    // The note first: while it stays as it is, nobody who was found to be overtaken after it can write it.
    const note = await readWhereabouts(table, id);
    const item = await present(id);
    if (!item || item.contentHash !== contentHash) return;
    const source = metaOf(item);
    const current = async () => (await present(id))?.contentHash === contentHash;
    const held = { note, current, replaces: item.replaces === true, interrupted: isInterrupted(item) };
    if (!(await replaceMentions(context, source, extraction.events, { held }))) {
      return takeBack(source, extraction);
    }
    const sent = (await bodyAt(item, id, 'sent')) as { text?: string };
    const final =
      sent.text === extraction.text ? undefined : bodyOf(id, contentHash, 'final', { text: extraction.text });
    if (final) await table.writeMany(final.chunks, []);
    const finished = await finish(id, contentHash, {
      status: 'done',
      reason: undefined,
      language: extraction.language,
      publishedAt: extraction.publishedAt ?? source.publishedAt,
      publishedAtSource: extraction.publishedAtSource,
      title: source.title ?? extraction.title,
      extractorVersion,
      ...doneAt(id, extractorVersion, now()),
      final: final?.inline,
      finalChunks: final && !final.inline ? final.chunks.length : undefined,
    });
    if (finished) {
      await rememberVersion(context, extractorVersion);
      // An article that is the first of its id has no other text's chunks.
      return item.replaces === true ? removeChunks(table, id, contentHash) : undefined;
    }
    await takeBack(source, extraction);
  }

  /** Taken down, or replaced, while it was worked on: what was written for it goes. Who dies here is followed by the sweep. */
  async function takeBack(source: StoredArticle, { events }: Completion) {
    const held = { current: async () => (await present(source.id)) === undefined, replaces: true, interrupted: true };
    if (!(await replaceMentions(context, source, [], { held }))) await withdrawMentions(context, source, events);
  }

  async function fail(id: string, contentHash: string, reason: string) {
    await finish(id, contentHash, {
      status: 'failed',
      reason,
      gpk: times.failed(shardOf(id, SHARDS.articles)),
      gsk: timeKey(now(), id),
    });
  }

  async function finish(id: string, contentHash: string, fields: Record<string, unknown>): Promise<boolean> {
    const set = Object.entries(fields).filter(([, value]) => value !== undefined);
    const unset = Object.keys(fields).filter((name) => fields[name] === undefined);
    const names = [...set.map(([name]) => name), ...unset];
    const removing = unset.length > 0 ? ` REMOVE ${unset.map((name) => `#${name}`).join(', ')}` : '';
    const updated = await table.update(
      keys.article(id),
      `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}${removing}`,
      {
        expression: '#contentHash = :contentHash AND #status <> :removed',
        names: Object.fromEntries([...names, 'contentHash', 'status'].map((name) => [`#${name}`, name])),
        values: {
          ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
          ':contentHash': contentHash,
          ':removed': 'removed',
        },
      },
    );
    return updated !== undefined;
  }

  async function remove(id: string): Promise<boolean> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await table.get(keys.article(id), { consistent: true });
      if (!before) return false;
      // A finished takedown has left the time index; one that died half-way goes on.
      if (before.status === 'removed' && before.gsk === undefined) return true;
      const marked = before.status === 'removed' ? before : await mark(id, before);
      if (!marked) continue;
      if (marked.touched === undefined) await removeEvidence(context, marked, id);
      return true;
    }
    throw new DatelineError('store.busy', 'Too many changes of the same article just now.');
  }

  /** From here on the article is absent from every read. @returns `undefined` where somebody else changed it meanwhile. */
  async function mark(id: string, before: Item): Promise<Item | undefined> {
    return table.update(
      keys.article(id),
      'SET #status = :removed, gpk = :gpk, gsk = :gsk, raced = :raced REMOVE sent, #final, sentChunks, finalChunks, #title, #url',
      {
        expression: '#status = :before AND contentHash = :hash',
        names: { '#status': 'status', '#final': 'final', '#title': 'title', '#url': 'url' },
        values: {
          ':removed': 'removed',
          ':before': before.status,
          ':hash': before.contentHash,
          ':gpk': times.removed,
          ':gsk': timeKey(now(), id),
          ':raced': before.status === 'queued',
        },
      },
    );
  }

  async function collectionOf(id: string): Promise<string | undefined> {
    const item = await table.get(keys.article(id), { consistent: true });
    return item?.collection as string | undefined;
  }

  async function* queued() {
    const waiting: { id: string; contentHash: string; acceptedAt: string }[] = [];
    for (let shard = 0; shard < SHARDS.articles; shard++) {
      for await (const { gsk } of table.rangeAll({ pk: times.queued(shard), index: 'byTime' })) {
        const [acceptedAt = '', id = '', contentHash = ''] = partsOfTimeKey(gsk);
        waiting.push({ id, contentHash, acceptedAt });
      }
    }
    yield* waiting.sort((a, b) => (a.acceptedAt < b.acceptedAt ? -1 : 1));
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
    remove,
    queued,
    requeueOutdated: (version, atMost) => requeueOutdated(context, version, atMost),
    eventsOf: (id) => eventsOfArticle(table, id),
  };
}

/** What an article's item says of the one that it replaces: a worker may still be at that one. */
const successorOf = (before: Item) => ({ replaces: true, ...(isCompleted(before) ? {} : { unfinished: true }) });

const statusOf = (item: Item) => item.status as ArticleStatus;

/** A failed article that is sent again gets another try. */
const isSame = (item: Item, article: NewArticle): boolean =>
  item.contentHash === article.contentHash && item.status !== 'failed' && item.status !== 'removed';
