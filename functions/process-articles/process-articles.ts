import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import {
  type QueuedArticle,
  queuedArticle,
  type ReadingServices,
  readArticle,
  readingOrder,
} from '../../shared/application/article-reading.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';

/** A message of the article queue. */
interface Work {
  readonly id: string;
  readonly contentHash: string;
}

/** Articles of a batch that are processed concurrently: one is parsed while others wait for the table, and their writes are batched. */
const AT_ONCE = 10;

/** Reads every article that the messages name (shared/application/article-reading.ts). An article that fails is redelivered alone. */
export async function processArticles(event: SQSEvent, services: ReadingServices): Promise<SQSBatchResponse> {
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
  const queued: (QueuedArticle & { readonly messageId: string })[] = [];
  await inParallel(event.Records, AT_ONCE, async ({ body, messageId, attributes }) => {
    const work = workIn(body);
    if (!work) services.log.error('queue.bad-message', { messageId });
    const article = work && (await attempt(messageId, work.id, () => queuedArticle(work, services.articles)));
    if (article) queued.push({ messageId, article, deliveries: Number(attributes.ApproximateReceiveCount) });
  });
  const { inOrder, atOnce } = readingOrder(queued, AT_ONCE);
  await inParallel(inOrder, atOnce, async (one) => {
    await attempt(one.messageId, one.article.id, () => readArticle(one, services));
  });
  return { batchItemFailures };
}

function workIn(body: string): Work | undefined {
  try {
    const { id, contentHash } = JSON.parse(body) as Partial<Work>;
    return typeof id === 'string' && typeof contentHash === 'string' ? { id, contentHash } : undefined;
  } catch {
    return undefined;
  }
}
