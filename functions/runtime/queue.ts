import type { QueueAttributeName } from '@aws-sdk/client-sqs';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';

/** A queue to send to; messages are plain data, JSON-encoded on the wire. */
export interface Queue {
  /** Sends all of them, in batches of ten. @throws DatelineError `queue.unavailable` if any was not taken. */
  send(messages: readonly unknown[]): Promise<void>;
}

/** A queue that says how much waits on it. */
export interface MeasuredQueue extends Queue {
  /** Messages that wait or are worked on, about. */
  backlog(): Promise<number>;
}

/** SQS SendMessageBatch takes ten entries a call. */
const BATCH_SIZE = 10;

/** The SQS queue at a URL. The SDK is loaded with the first message: most functions never send one. */
export function queueAt(url: string): MeasuredQueue {
  return {
    async send(messages) {
      const { SQSClient, SendMessageBatchCommand } = await import('@aws-sdk/client-sqs');
      sqs ??= new SQSClient({});
      for (let at = 0; at < messages.length; at += BATCH_SIZE) {
        const answer = await sqs.send(
          new SendMessageBatchCommand({
            QueueUrl: url,
            Entries: messages
              .slice(at, at + BATCH_SIZE)
              .map((message, index) => ({ Id: String(index), MessageBody: JSON.stringify(message) })),
          }),
        );
        if (answer.Failed?.length) {
          throw new DatelineError('queue.unavailable', 'The queue did not take every message.', {
            cause: answer.Failed,
          });
        }
      }
    },
    async backlog() {
      const { GetQueueAttributesCommand, SQSClient } = await import('@aws-sdk/client-sqs');
      sqs ??= new SQSClient({});
      const AttributeNames = ['', 'NotVisible', 'Delayed'].map((kind) => `ApproximateNumberOfMessages${kind}` as const);
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: AttributeNames as QueueAttributeName[] }),
      );
      return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
    },
  };
}

let sqs: import('@aws-sdk/client-sqs').SQSClient | undefined;
