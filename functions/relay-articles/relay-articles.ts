import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { acceptedArticle } from '../../shared/store/stream.ts';
import type { Queue } from '../runtime/queue.ts';

/**
 * Puts each accepted article of a batch of stream records on the queue.
 *
 * Sends all messages together and fails as a whole: duplicates do no harm, and the stream retries from the first
 * record.
 */
export async function relayArticles(event: DynamoDBStreamEvent, queue: Queue): Promise<DynamoDBBatchResponse> {
  const accepted = event.Records.flatMap(({ dynamodb }) => {
    const article = dynamodb?.NewImage && acceptedArticle(dynamodb.NewImage as Record<string, AttributeValue>);
    return article ? [article] : [];
  });
  await queue.send(accepted);
  return { batchItemFailures: [] };
}
