import { EXTRACTOR_VERSION } from '../events/version.ts';
import { DatelineError } from '../kernel/dateline-error.ts';
import { LAST_DELIVERY } from '../kernel/deliveries.ts';
import type { Log } from '../kernel/log.ts';
import type { ArticleRepository, StoredArticle } from '../store/store.ts';
import type { extractFrom } from './extraction.ts';

/** Dependencies of reading an article: store, extractor and log. */
export interface ReadingServices {
  readonly articles: ArticleRepository;
  readonly log: Log;
  readonly extract: typeof extractFrom;
}

/** An article that waits to be read, and how often it was delivered to a worker. */
export interface QueuedArticle {
  readonly article: StoredArticle;
  readonly deliveries: number;
}

/**
 * `undefined` if the article was deleted, replaced by a newer text (which has a message of its own), or already
 * completed or failed by an earlier delivery.
 */
export async function queuedArticle(
  { id, contentHash }: Pick<StoredArticle, 'id' | 'contentHash'>,
  articles: ArticleRepository,
): Promise<StoredArticle | undefined> {
  const article = await articles.find(id);
  return article?.contentHash === contentHash && article.status === 'queued' ? article : undefined;
}

/**
 * The order and the concurrency in which a worker reads articles. One that kills the process (it exhausts time or memory) is redelivered
 * together with its neighbours, so redelivered articles are read one at a time, shortest first.
 */
export function readingOrder<Queued extends QueuedArticle>(
  queued: readonly Queued[],
  mostAtOnce: number,
): { readonly inOrder: readonly Queued[]; readonly atOnce: number } {
  if (queued.every(({ deliveries }) => deliveries <= 1)) return { inOrder: queued, atOnce: mostAtOnce };
  return { inOrder: [...queued].sort((a, b) => lengthOf(a.article) - lengthOf(b.article)), atOnce: 1 };
}

const lengthOf = ({ text, html }: StoredArticle): number => (text ?? html ?? '').length;

/** Most counted attempts at a text that may kill its process. The first attempt is not counted, since most articles need only one. */
const MOST_READINGS = LAST_DELIVERY - 1;

/**
 * Extracts and completes an article, or marks it as failed.
 *
 * Each attempt at a redelivered article is counted in the table before it starts. An article that has used up its attempts is marked as failed
 * without being read, whichever message names it.
 *
 * @throws if another attempt may succeed.
 */
export async function readArticle(queued: QueuedArticle, services: ReadingServices): Promise<void> {
  const { articles } = services;
  const { id, contentHash } = queued.article;
  const reading = await articles.beginReading(queued.article, queued.deliveries > 1);
  if (reading > MOST_READINGS) {
    const reason = 'Reading the text took more time or memory than there is.';
    services.log.warn('article.failed', { article: id, reason });
    await articles.fail(id, contentHash, reason);
    return;
  }
  try {
    await readOnce(queued, services);
  } finally {
    if (reading > 0) await articles.endReading(id, contentHash);
  }
}

async function readOnce({ article, deliveries }: QueuedArticle, services: ReadingServices): Promise<void> {
  const { articles, extract, log } = services;
  const { id, contentHash } = article;
  let extraction: Awaited<ReturnType<typeof extractFrom>>;
  try {
    extraction = await extract(article);
  } catch (error) {
    const known = error instanceof DatelineError ? error : undefined;
    // An outage is not a property of the text.
    if (known?.code === 'service.busy') throw error;
    if (known?.code !== 'article.too-costly' && deliveries < LAST_DELIVERY) throw error;
    const reason = known?.message ?? 'The text could not be read.';
    log.warn('article.failed', { article: id, reason });
    await articles.fail(id, contentHash, reason);
    return;
  }
  await articles.complete(id, contentHash, extraction, EXTRACTOR_VERSION);
  log.info('article.read', { article: id, events: extraction.events.length });
}
