import type { DynamoDBBatchResponse } from 'aws-lambda';
import type { Maintenance } from '../../shared/store/maintenance/maintenance.ts';

/** No batch is begun after this: one takes seconds, and a function that is stopped in one leaves it to the next. */
const BEGIN_WITHIN_SECONDS = 80;

/**
 * Folds what waits. The stream's records only say that something does: the tasks themselves are in the table.
 *
 * Fails as a whole: folding what was folded already changes nothing, and the stream tries again.
 */
export async function foldArticles(maintenance: Pick<Maintenance, 'fold'>): Promise<DynamoDBBatchResponse> {
  await maintenance.fold({ beginWithinSeconds: BEGIN_WITHIN_SECONDS });
  return { batchItemFailures: [] };
}
