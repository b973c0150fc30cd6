import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { Maintenance } from '../../shared/store/maintenance.ts';
import { touchedBy } from '../../shared/store/stream.ts';

/**
 * Rebuilds the tiles over every day that a batch of stream records touched, each page once however many records are about it.
 *
 * Fails as a whole: rebuilding what was rebuilt already changes nothing, and the stream retries (and splits) the batch.
 */
export async function rebuildTiles(
  event: DynamoDBStreamEvent,
  maintenance: Pick<Maintenance, 'rebuild'>,
): Promise<DynamoDBBatchResponse> {
  const records = event.Records.flatMap(({ dynamodb }) => (dynamodb?.Keys ? [dynamodb.Keys] : []));
  await maintenance.rebuild(touchedBy(records as Record<string, AttributeValue>[]));
  return { batchItemFailures: [] };
}
