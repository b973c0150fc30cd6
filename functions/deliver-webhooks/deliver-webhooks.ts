import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type DeliverServices, deliver } from '../../shared/application/webhook-attempt.ts';
import type { DeliveryKey } from '../../shared/store/store.ts';

/** Attempts the deliveries that the messages name, concurrently. A message whose outcome could not be saved is redelivered by the queue. */
export async function deliverWebhooks({ Records }: SQSEvent, services: DeliverServices): Promise<SQSBatchResponse> {
  const failed = await Promise.all(
    Records.map(async ({ body, messageId }) => {
      try {
        await deliver(JSON.parse(body) as DeliveryKey, services);
        return [];
      } catch (error) {
        services.log.error('webhook.not-delivered', { messageId, error });
        return [{ itemIdentifier: messageId }];
      }
    }),
  );
  return { batchItemFailures: failed.flat() };
}
