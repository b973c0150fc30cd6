import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { extractFrom } from '../../shared/application/extraction.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { readHtml } from '../../shared/text/html.ts';
import { projectRoot } from '../project-root.ts';

/** A request to a worker thread. */
export interface TextTask {
  readonly kind: 'extract' | 'read-page';
  readonly args: readonly unknown[];
}

/** The response of a worker thread. */
export type TextTaskOutcome =
  | { readonly value: unknown }
  | { readonly error: { readonly code?: string; readonly message: string; readonly detail?: DatelineError['detail'] } };

/** The same with the size to which the thread's heap has grown. */
export type TextTaskAnswer = TextTaskOutcome & { readonly heapMb: number };

/** Number of threads, and the limits for one text. */
export interface TextBudget {
  readonly threads: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Threads that extract texts, so that no text blocks the service. */
export interface TextWorkers {
  readonly extract: typeof extractFrom;
  readonly readPage: (...args: Parameters<typeof readHtml>) => Promise<ReturnType<typeof readHtml>>;
  stop(): Promise<void>;
}

/**
 * Half of a worker's minute per article; the other half remains for writing the result. An ordinary article takes some
 * hundredths of a second and a few megabytes beyond the extractor's own.
 */
const BUDGET: TextBudget = {
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  seconds: 30,
  megabytes: 1_024,
};

/**
 * A thread whose heap is larger after a text is ended: a heap hardly ever becomes smaller again, and the next text gets a new thread, which costs half
 * a second. With ordinary articles a heap stays at 60 MB; 3 MiB of `<p>a` leave 450.
 */
const LARGEST_HEAP_MB = 200;

interface Waiting extends TextTask {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Extracts texts in threads, each text within limits of time and memory.
 *
 * The promises of `extract` and `readPage` reject with a DatelineError `article.too-costly` for a text that exceeds
 * them: its thread is terminated, and the next text gets a new one.
 */
export function textWorkers(budget: TextBudget = BUDGET): TextWorkers {
  const waiting: Waiting[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let stopped = false;

  const open = (): Worker => {
    const worker = new Worker(join(projectRoot(), 'dist', 'text-worker.mjs'), {
      resourceLimits: { maxOldGenerationSizeMb: budget.megabytes },
    });
    worker.unref();
    all.add(worker);
    // An idle thread that exits needs no replacement now.
    worker.once('exit', () => {
      all.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
    });
    worker.on('error', () => {});
    return worker;
  };

  const next = () => {
    while (!stopped && waiting.length > 0) {
      const worker = idle.pop() ?? (all.size < budget.threads ? open() : undefined);
      if (!worker) return;
      const task = waiting.shift();
      if (task) void perform(worker, task).finally(next);
    }
  };

  const perform = async (worker: Worker, { kind, args, resolve, reject }: Waiting) => {
    try {
      const outcome = await outcomeOf(worker, { kind, args }, budget);
      if ('value' in outcome) resolve(outcome.value);
      else reject(errorOf(outcome.error));
      if (outcome.heapMb > LARGEST_HEAP_MB) await worker.terminate();
      else idle.push(worker);
    } catch (error) {
      // The thread counts until it has exited, otherwise its memory would add to that of the next one.
      await worker.terminate();
      reject(error);
    }
  };

  const ask = (kind: TextTask['kind'], args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (stopped) reject(new DatelineError('service.busy', 'The service is stopping.'));
      waiting.push({ kind, args, resolve, reject });
      next();
    });

  return {
    extract: (...args) => ask('extract', args) as ReturnType<typeof extractFrom>,
    readPage: (...args) => ask('read-page', args) as Promise<ReturnType<typeof readHtml>>,
    async stop() {
      stopped = true;
      await Promise.all([...all].map((worker) => worker.terminate()));
      for (const { reject } of waiting.splice(0)) reject(new DatelineError('service.busy', 'The service is stopping.'));
    },
  };
}

function outcomeOf(worker: Worker, task: TextTask, { seconds, megabytes }: TextBudget): Promise<TextTaskAnswer> {
  let end = () => {};
  const outcome = new Promise<TextTaskAnswer>((resolve, reject) => {
    const late = () => reject(tooCostly(`more than ${seconds} seconds`));
    const timer = setTimeout(late, seconds * 1000);
    const onError = (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooCostly(`more than ${megabytes} MB of memory`) : error);
    const onExit = () => reject(new DatelineError('service.busy', 'The thread that read the text was ended.'));
    worker.once('message', resolve);
    worker.once('error', onError);
    worker.once('exit', onExit);
    end = () => {
      clearTimeout(timer);
      worker.off('message', resolve);
      worker.off('error', onError);
      worker.off('exit', onExit);
    };
    worker.postMessage(task);
  });
  return outcome.finally(end);
}

const tooCostly = (what: string): DatelineError =>
  new DatelineError('article.too-costly', `Reading the text takes ${what}.`);

const errorOf = ({ code, message, detail }: { code?: string; message: string; detail?: DatelineError['detail'] }) =>
  code === undefined ? new Error(message) : new DatelineError(code, message, detail === undefined ? {} : { detail });
