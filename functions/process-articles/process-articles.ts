import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { EXTRACTOR_VERSION } from '../../shared/events/version.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { inParallel } from '../../shared/store/in-parallel.ts';
import type { ArticleRepository } from '../../shared/store/store.ts';
import type { Log } from '../clients.ts';
import { extractFrom } from '../extraction.ts';

/** A message of the article queue. */
interface Work {
  readonly id: string;
  readonly contentHash: string;
}

/** After so many deliveries a text that breaks the extractor is given up: one before SQS moves the message aside, so that the
 * article says why. */
export const LAST_DELIVERY = 4;

/** Articles of one batch that are worked on at once: while one waits for the table, another is read; and neighbours share their writes. */
const AT_ONCE = 10;

/** Extracts and completes every article of a batch; one that fails is delivered again, alone. */
export async function processArticles(
  event: SQSEvent,
  { articles, log }: { readonly articles: ArticleRepository; readonly log: Log },
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  await inParallel(event.Records, AT_ONCE, async (record) => {
    try {
      const work = workIn(record.body);
      if (work) await processOne(work, Number(record.attributes.ApproximateReceiveCount), articles);
      else log.error('queue.bad-message', { messageId: record.messageId });
    } catch (error) {
      log.error('article.processing-failed', { messageId: record.messageId, error });
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  });
  return { batchItemFailures };
}

async function processOne({ id, contentHash }: Work, deliveries: number, articles: ArticleRepository): Promise<void> {
  const article = await articles.find(id);
  // Taken down, replaced by a newer text (which has a message of its own), or done by an earlier delivery.
  if (!article || article.contentHash !== contentHash || article.status === 'done') return;
  let extraction: Awaited<ReturnType<typeof extractFrom>>;
  try {
    extraction = await extractFrom(article);
  } catch (error) {
    if (deliveries < LAST_DELIVERY) throw error;
    const reason = error instanceof DatelineError ? error.message : 'The text could not be read.';
    await articles.fail(id, contentHash, reason);
    return;
  }
  await articles.complete(id, contentHash, extraction, EXTRACTOR_VERSION);
}

function workIn(body: string): Work | undefined {
  try {
    const { id, contentHash } = JSON.parse(body) as Partial<Work>;
    return typeof id === 'string' && typeof contentHash === 'string' ? { id, contentHash } : undefined;
  } catch {
    return undefined;
  }
}
