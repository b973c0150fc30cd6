import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { replacements } from './replacements.ts';

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

/**
 * The queue at an SQS URL. The SDK is loaded with the first message; from a file that names what it uses of it, because a bundle carries the whole
 * of a package that is loaded by `import()`.
 */
export function queueAt(url: string): MeasuredQueue {
  return replacements().queue?.(url) ?? sqsQueue(url);
}

function sqsQueue(url: string): MeasuredQueue {
  return {
    async send(messages) {
      const { sendBatch } = await import('./sqs.ts');
      for (let at = 0; at < messages.length; at += BATCH_SIZE) {
        const refused = await sendBatch(url, messages.slice(at, at + BATCH_SIZE));
        if (refused.length > 0) {
          throw new DatelineError('queue.unavailable', 'The queue did not take every message.', { cause: refused });
        }
      }
    },
    backlog: async () => (await import('./sqs.ts')).countMessages(url),
  };
}
