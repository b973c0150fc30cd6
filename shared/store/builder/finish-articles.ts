import { DatelineError } from '../../kernel/dateline-error.ts';
import { bodyOf, doneAt } from '../articles/article-item.ts';
import { removeChunks } from '../articles/chunks.ts';
import { type Places, packPlaces, placesField, unpackPlaces } from '../articles/places.ts';
import { takedownMark } from '../articles/takedown-mark.ts';
import { rememberVersion } from '../articles/versions.ts';
import { unchanged } from '../dynamo/unchanged.ts';
import { formerKeys } from '../former-keys.ts';
import { inParallel } from '../in-parallel.ts';
import { keys } from '../keys.ts';
import { expiryOfTakedown, type StoreContext } from '../store-context.ts';
import type { MergeBucket } from './bucket.ts';
import type { ArticleChange } from './plan-batch.ts';

const ARTICLES_AT_ONCE = 16;
const ATTEMPTS = 8;

/** Records, for each article of a batch, the buckets of its mentions and that it is done; for an article that was taken down, only the takedown. */
export async function finishArticles(
  context: StoreContext,
  articles: readonly ArticleChange[],
  buckets: ReadonlyMap<string, MergeBucket>,
): Promise<void> {
  await inParallel(articles, ARTICLES_AT_ONCE, async (article) => {
    const places = Object.fromEntries(
      [...buckets.values()].flatMap(({ id, mentions }) => {
        const own = mentions.get(article.id);
        return own ? [[id, own.length] as const] : [];
      }),
    );
    const isFinished = article.done
      ? await finishArticle(context, article, places)
      : await endTakedown(context, article);
    if (!isFinished) await notePlaces(context, article.id, () => places);
  });
}

/** Records the finer buckets of mentions that moved, for articles outside the batch. */
export async function noteMoved(
  context: StoreContext,
  articles: ReadonlySet<string>,
  buckets: ReadonlyMap<string, MergeBucket>,
): Promise<void> {
  await inParallel(articles, ARTICLES_AT_ONCE, (id) =>
    notePlaces(context, id, (before) => {
      const places = { ...before };
      for (const [bucket, { mentions }] of buckets) {
        const own = mentions.get(id);
        if (own) places[bucket] = own.length;
        else delete places[bucket];
      }
      return places;
    }),
  );
}

/** @returns false if the item changed since the batch read it: a newer text is then on its way. */
async function finishArticle(context: StoreContext, article: ArticleChange, places: Places): Promise<boolean> {
  const { table, now } = context;
  const { id, item, done } = article;
  if (!done || item?.status !== 'queued' || item.contentHash !== done.contentHash) return false;
  const { contentHash, found } = done;
  // If the extracted text differs from the sent one, both are kept.
  const final = found.text === '' ? undefined : bodyOf(id, contentHash, 'final', { text: found.text });
  if (final) await table.writeMany(final.chunks, []);
  await rememberVersion(context, found.extractorVersion);
  const { reason: _reason, replaces, final: _final, finalChunks: _chunks, places: _places, ...kept } = item;
  const { stored } = await table.put(
    {
      ...kept,
      status: 'done',
      language: found.language,
      publishedAt: found.publishedAt ?? item.publishedAt,
      publishedAtSource: found.publishedAtSource,
      title: item.title ?? found.title,
      extractorVersion: found.extractorVersion,
      ...placesField(places),
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
  return stored;
}

/** Keeps a record of the takedown, so that no feed restores the article. @returns false if a person has sent it again. */
async function endTakedown({ table, now }: StoreContext, { id }: ArticleChange): Promise<boolean> {
  const item = await table.get(keys.article(id), { consistent: true });
  if (item?.status !== 'removed') return false;
  await removeChunks(table, id, undefined);
  // Cells of the former layout still contain its sentences: it leaves the time index, so the migration must be
  // informed.
  if (await table.get(formerKeys.note(id), { consistent: true })) {
    await table.writeMany([formerKeys.pendingArticle(id)], []);
  }
  const { stored } = await table.put(
    {
      ...keys.article(id),
      status: 'removed',
      collection: item.collection,
      ...takedownMark(id, now(), 'ended'),
      ...expiryOfTakedown(item.collection, now()),
    },
    { expression: '#status = :removed', names: { '#status': 'status' }, values: { ':removed': 'removed' } },
  );
  return stored;
}

/** Records the buckets of an article's mentions, whatever its item says otherwise. */
async function notePlaces({ table }: StoreContext, id: string, placesAfter: (before: Places) => Places): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const item = await table.get(keys.article(id), { consistent: true });
    if (!item) return;
    const places = placesAfter(unpackPlaces(item.places));
    if ((item.places ?? '') === packPlaces(places)) return;
    const { places: _places, ...rest } = item;
    const { stored } = await table.put(
      { ...rest, ...placesField(places) },
      unchanged(item, ['status', 'contentHash', 'places']),
    );
    if (stored) return;
  }
  throw new DatelineError('store.busy', 'Too many changes of the same article just now.');
}
