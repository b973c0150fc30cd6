import type { DynamoDBBatchResponse } from 'aws-lambda';
import type { Maintenance } from '../../shared/store/maintenance/maintenance.ts';

/** No batch starts after this. A batch takes seconds; if the function is stopped during one, the next run completes it. */
const BEGIN_WITHIN_SECONDS = 80;

/**
 * Folds all waiting tasks. Stream records only signal that there are some: the tasks themselves are read from the
 * table.
 *
 * Fails as a whole: folding a task twice changes nothing, and the stream retries the batch.
 */
export async function foldArticles(maintenance: Pick<Maintenance, 'fold'>): Promise<DynamoDBBatchResponse> {
  await maintenance.fold({ beginWithinSeconds: BEGIN_WITHIN_SECONDS });
  return { batchItemFailures: [] };
}
