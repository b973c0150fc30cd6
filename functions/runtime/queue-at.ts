import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { MeasuredQueue } from './queue.ts';
import { replacements } from './replacements.ts';

/** SQS SendMessageBatch takes ten entries a call. */
const BATCH_SIZE = 10;

/**
 * The queue at an SQS URL. The SDK is loaded with the first message, from a file with static imports: a bundle contains
 * the whole of a package that is loaded by `import()`.
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
