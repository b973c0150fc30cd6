import { defined } from '../defined.ts';
import type { Item } from '../dynamo/table-access.ts';
import { keys, SHARDS, shardOf, timeKey, times } from '../keys.ts';
import { pack, pieces, unpack } from '../packing.ts';
import type { NewArticle, StoredArticle } from '../store.ts';

/**
 * Packed text up to this size is stored in the article's own item. That item is written when the article is accepted,
 * when it is done and when its mentions move: without the text it costs one write unit each time.
 */
const INLINE_BYTES = 300;
/** An item holds 400 KB; the rest is for its keys and whatever is added later. */
const CHUNK_BYTES = 300_000;

/** Text or HTML of an article, packed: in chunks that are written before the article's item, or in the item itself. */
export interface Body {
  readonly inline?: Uint8Array;
  readonly chunks: readonly Item[];
}

/** @param slot `sent` for what was sent, `final` for the text that extraction read. */
export function bodyOf(id: string, contentHash: string, slot: 'sent' | 'final', value: unknown): Body {
  const packed = pack(value);
  if (packed.length <= INLINE_BYTES) return { inline: packed, chunks: [] };
  return {
    chunks: pieces(packed, CHUNK_BYTES).map((v, n) => ({ ...keys.articleChunk(id, `${contentHash}.${slot}`, n), v })),
  };
}

/** Unpacks chunks, in any order. */
export function unpackChunks(chunks: readonly Item[]): unknown {
  const ordered = [...chunks].sort((a, b) => (a.sk < b.sk ? -1 : 1));
  return unpack(Buffer.concat(ordered.map((chunk) => chunk.v as Uint8Array)));
}

/** Time index key of an article that waits for extraction. */
export const queuedAt = ({ id, contentHash }: Pick<NewArticle, 'id' | 'contentHash'>, at: string) => ({
  gpk: times.queued(shardOf(id, SHARDS.articles)),
  gsk: timeKey(at, id, contentHash),
});

/** Time index key of an article that is done, by extractor version. */
export const doneAt = (id: string, version: string, at: string) => ({
  gpk: times.done(version, shardOf(id, SHARDS.articles)),
  gsk: timeKey(at, id),
});

/** The item whose put accepts an article. */
export function queuedItem(article: NewArticle, body: Body, at: string): Item {
  const { text: _text, html: _html, ...meta } = article;
  return {
    ...keys.article(article.id),
    ...defined(meta),
    tags: [...article.tags],
    status: 'queued',
    acceptedAt: at,
    ...queuedAt(article, at),
    ...(body.inline ? { sent: body.inline } : { sentChunks: body.chunks.length }),
  };
}

/** Everything but the text. */
export function metaOf(item: Item): StoredArticle {
  const field = <Name extends keyof StoredArticle>(name: Name) => item[name] as StoredArticle[Name];
  return defined({
    collection: field('collection'),
    id: field('id'),
    contentHash: field('contentHash'),
    title: field('title'),
    url: field('url'),
    source: field('source'),
    publishedAt: field('publishedAt'),
    tags: field('tags') ?? [],
    feedId: field('feedId'),
    status: field('status'),
    reason: field('reason'),
    acceptedAt: field('acceptedAt'),
    language: field('language'),
    publishedAtSource: field('publishedAtSource'),
    extractorVersion: field('extractorVersion'),
  } as StoredArticle);
}
