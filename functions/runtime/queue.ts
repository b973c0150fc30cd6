import { DatelineError } from '../../shared/kernel/dateline-error.ts';

/** A queue to send to; messages are plain data, JSON-encoded on the wire. */
export interface Queue {
  /** Sends all of them, in batches of ten. @throws DatelineError `queue.unavailable` if any was not taken. */
  send(messages: readonly unknown[]): Promise<void>;
}

/** SQS SendMessageBatch takes ten entries a call. */
const BATCH_SIZE = 10;

/** The SQS queue at a URL. The SDK is loaded with the first message: most functions never send one. */
export function queueAt(url: string): Queue {
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
  };
}

let sqs: import('@aws-sdk/client-sqs').SQSClient | undefined;
