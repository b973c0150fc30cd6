import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { extractFrom } from '../../shared/application/extraction.ts';
import { EXTRACTOR_VERSION } from '../../shared/events/version.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { LAST_DELIVERY } from '../../shared/kernel/deliveries.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import type { ArticleRepository, StoredArticle } from '../../shared/store/store.ts';
import type { Log } from '../runtime/log.ts';

/** A message of the article queue. */
interface Work {
  readonly id: string;
  readonly contentHash: string;
}

/** Articles of a batch that are processed concurrently: one is parsed while others wait for the table, and their writes are batched. */
const AT_ONCE = 10;

/** Dependencies of a batch: store, extractor and log. */
export interface ProcessServices {
  readonly articles: ArticleRepository;
  readonly log: Log;
  readonly extract: typeof extractFrom;
}

/**
 * Extracts and completes every article of a batch. An article that fails is redelivered alone.
 *
 * An article that kills the process (it exhausts time or memory) is redelivered together with its neighbours.
 * Redelivered articles are therefore processed one at a time, shortest first, and each attempt is counted in the table
 * before it starts. An article that has used up its attempts is marked as failed without being read, whichever message
 * names it.
 */
export async function processArticles(event: SQSEvent, services: ProcessServices): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  const attempt = async <T>(messageId: string, article: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      services.log.error('article.processing-failed', { article, messageId, error });
      batchItemFailures.push({ itemIdentifier: messageId });
      return undefined;
    }
  };
  const found: Found[] = [];
  await inParallel(event.Records, AT_ONCE, async ({ body, messageId, attributes }) => {
    const work = workIn(body);
    if (!work) services.log.error('queue.bad-message', { messageId });
    const article = work && (await attempt(messageId, work.id, () => articleOf(work, services.articles)));
    if (article) found.push({ messageId, article, deliveries: Number(attributes.ApproximateReceiveCount) });
  });
  const comesAgain = found.some(({ deliveries }) => deliveries > 1);
  const inOrder = comesAgain ? [...found].sort((a, b) => lengthOf(a.article) - lengthOf(b.article)) : found;
  await inParallel(inOrder, comesAgain ? 1 : AT_ONCE, async (one) => {
    await attempt(one.messageId, one.article.id, () => processOne(one, services));
  });
  return { batchItemFailures };
}

interface Found {
  readonly messageId: string;
  readonly article: StoredArticle;
  readonly deliveries: number;
}

const lengthOf = ({ text, html }: StoredArticle): number => (text ?? html ?? '').length;

/**
 * `undefined` if the article was deleted, replaced by a newer text (which has a message of its own), or already
 * completed or failed by an earlier delivery.
 */
async function articleOf({ id, contentHash }: Work, articles: ArticleRepository): Promise<StoredArticle | undefined> {
  const article = await articles.find(id);
  return article?.contentHash === contentHash && article.status === 'queued' ? article : undefined;
}

/** Most counted attempts at a text that may kill its process. The first attempt is not counted, since most articles need only one. */
const MOST_READINGS = LAST_DELIVERY - 1;

async function processOne(found: Found, services: ProcessServices): Promise<void> {
  const { articles } = services;
  const { id, contentHash } = found.article;
  const reading = await articles.beginReading(found.article, found.deliveries > 1);
  if (reading > MOST_READINGS) {
    const reason = 'Reading the text took more time or memory than there is.';
    services.log.warn('article.failed', { article: id, reason });
    await articles.fail(id, contentHash, reason);
    return;
  }
  try {
    await readOne(found, services);
  } finally {
    if (reading > 0) await articles.endReading(id, contentHash);
  }
}

async function readOne({ article, deliveries }: Found, { articles, extract, log }: ProcessServices): Promise<void> {
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

function workIn(body: string): Work | undefined {
  try {
    const { id, contentHash } = JSON.parse(body) as Partial<Work>;
    return typeof id === 'string' && typeof contentHash === 'string' ? { id, contentHash } : undefined;
  } catch {
    return undefined;
  }
}
