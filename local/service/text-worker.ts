import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { extractFrom } from '../../shared/application/extraction.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { readHtml } from '../../shared/text/html.ts';
import type { TextTask, TextTaskAnswer, TextTaskOutcome } from './text-workers.ts';

/** The thread of `textWorkers`: runs one task after another. */
const run = async ({ kind, args }: TextTask): Promise<unknown> =>
  kind === 'extract'
    ? extractFrom(...(args as Parameters<typeof extractFrom>))
    : readHtml(...(args as Parameters<typeof readHtml>));

parentPort?.on('message', async (task: TextTask) => {
  const outcome = await run(task).then(
    (value): TextTaskOutcome => ({ value }),
    (error: unknown): TextTaskOutcome =>
      error instanceof DatelineError
        ? { error: { code: error.code, message: error.message, detail: error.detail } }
        : { error: { message: error instanceof Error ? (error.stack ?? error.message) : String(error) } },
  );
  parentPort?.postMessage({
    ...outcome,
    heapMb: getHeapStatistics().total_heap_size / 2 ** 20,
  } satisfies TextTaskAnswer);
});
