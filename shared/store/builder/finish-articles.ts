import { bodyOf, doneAt } from '../articles/article-item.ts';
import { removeChunks } from '../articles/chunks.ts';
import { rememberVersion } from '../articles/versions.ts';
import { formerKeys } from '../former-keys.ts';
import { inParallel } from '../in-parallel.ts';
import { keys } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { StoreContext } from '../stored.ts';
import type { Bucket } from './bucket.ts';
import type { ArticleChange } from './plan-batch.ts';
import type { Completion } from './tasks.ts';

const ARTICLES_AT_ONCE = 16;

/** Notes where the mentions of a batch's articles are, then says of each that it is done, or of one taken down nothing but that it was. */
export async function finishArticles(
  context: StoreContext,
  articles: readonly ArticleChange[],
  buckets: ReadonlyMap<string, Bucket>,
): Promise<void> {
  const notes = articles.map(({ id }) => {
    const places = [...buckets.values()].flatMap(({ id: bucket, mentions }) => {
      const own = mentions.get(id);
      return own ? [[bucket, own.map((mention) => mention.id)] as const] : [];
    });
    return { id, places };
  });
  await context.table.writeMany(
    notes.flatMap(({ id, places }) =>
      places.length > 0 ? [{ ...keys.articlePlaces(id), v: pack(Object.fromEntries(places)) }] : [],
    ),
    notes.flatMap(({ id, places }) => (places.length > 0 ? [] : [keys.articlePlaces(id)])),
  );
  await inParallel(articles, ARTICLES_AT_ONCE, ({ id, done }) =>
    done ? finishArticle(context, id, done.contentHash, done.found) : endTakedown(context, id),
  );
}

/** Notes where the mentions of other articles are that finer buckets have now, beside where the rest of them is. */
export async function noteMoved(
  { table }: StoreContext,
  articles: ReadonlySet<string>,
  buckets: ReadonlyMap<string, Bucket>,
): Promise<void> {
  const idOf = new Map([...articles].map((id) => [keys.articlePlaces(id).pk, id]));
  const notes = await table.getMany(
    [...articles].map((id) => keys.articlePlaces(id)),
    { consistent: true },
  );
  await table.writeMany(
    notes.map((note) => {
      const places = { ...(unpack(note.v) as Record<string, readonly string[]>) };
      const article = idOf.get(note.pk) ?? '';
      for (const [bucket, { mentions }] of buckets) {
        const own = mentions.get(article);
        if (own) places[bucket] = own.map(({ id }) => id);
        else delete places[bucket];
      }
      return { ...note, v: pack(places) };
    }),
    [],
  );
}

async function finishArticle(context: StoreContext, id: string, contentHash: string, found: Completion): Promise<void> {
  const { table, now } = context;
  const item = await table.get(keys.article(id), { consistent: true });
  if (item?.status !== 'queued' || item.contentHash !== contentHash) return;
  // A text that is other than the one that was sent is kept beside it.
  const final = found.text === '' ? undefined : bodyOf(id, contentHash, 'final', { text: found.text });
  if (final) await table.writeMany(final.chunks, []);
  await rememberVersion(context, found.extractorVersion);
  const { reason: _reason, replaces, final: _final, finalChunks: _chunks, ...kept } = item;
  const { stored } = await table.put(
    {
      ...kept,
      status: 'done',
      language: found.language,
      publishedAt: found.publishedAt ?? item.publishedAt,
      publishedAtSource: found.publishedAtSource,
      title: item.title ?? found.title,
      extractorVersion: found.extractorVersion,
      ...doneAt(id, found.extractorVersion, now()),
      ...(final?.inline ? { final: final.inline } : {}),
      ...(final && !final.inline ? { finalChunks: final.chunks.length } : {}),
    },
    {
      expression: '#status = :queued AND contentHash = :hash',
      names: { '#status': 'status' },
      values: { ':queued': 'queued', ':hash': contentHash },
    },
  );
  // An article that is the first of its id has no other text's chunks.
  if (stored && replaces === true) await removeChunks(table, id, contentHash);
}

/** What stays is that it was taken down: no feed may bring it back. */
async function endTakedown({ table }: StoreContext, id: string): Promise<void> {
  const item = await table.get(keys.article(id), { consistent: true });
  // Sent again since by a person: the text that is there is another one's.
  if (item?.status !== 'removed') return;
  await removeChunks(table, id, undefined);
  // Cells of the former layout still have its sentences: it leaves the time index, so the migration is told.
  if (await table.get(formerKeys.note(id), { consistent: true })) {
    await table.writeMany([formerKeys.pendingArticle(id)], []);
  }
  await table.put(
    { ...keys.article(id), status: 'removed', collection: item.collection },
    { expression: '#status = :removed', names: { '#status': 'status' }, values: { ':removed': 'removed' } },
  );
}
