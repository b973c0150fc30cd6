import {
  GetQueueAttributesCommand,
  type QueueAttributeName,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

const client = new SQSClient({});

/**
 * Sends at most ten messages.
 *
 * @returns the messages that the queue did not accept.
 */
export async function sendBatch(url: string, messages: readonly unknown[]): Promise<readonly unknown[]> {
  const { Failed = [] } = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: url,
      Entries: messages.map((message, index) => ({ Id: String(index), MessageBody: JSON.stringify(message) })),
    }),
  );
  return Failed;
}

/** Approximate number of messages waiting, in flight or delayed. */
export async function countMessages(url: string): Promise<number> {
  const AttributeNames = ['', 'NotVisible', 'Delayed'].map((kind) => `ApproximateNumberOfMessages${kind}` as const);
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: AttributeNames as QueueAttributeName[] }),
  );
  return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
}
