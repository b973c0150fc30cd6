import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { DEAD_LETTERS_PATH, type Redriven } from '../service/dead-letters.ts';
import { runningIn } from '../service/folder-claim.ts';
import { DATA } from './io/option-values.ts';
import { CommandFailure } from './io/outcome.ts';
import { readAdminKey } from './key.ts';

/** Options of `dateline redrive`. */
export interface RedriveOptions {
  readonly data: string;
  /** A stage on AWS instead of the data folder. */
  readonly stage?: string;
}

/** Queues whose dead letters can be redriven. Letters of other queues only describe work that a sweep finds in the table. */
const QUEUES = ['articles', 'feeds', 'webhooks'] as const;
const DESCRIPTIONS = { 'relay-articles': 'sweep-articles', 'fold-articles': 'sweep-tasks' } as const;

/**
 * `dateline redrive`: moves dead letters back to their queues. Every worker is idempotent.
 *
 * @returns One line per queue.
 */
export async function redrive({ data, stage }: RedriveOptions): Promise<readonly string[]> {
  if (stage !== undefined) return onAws(stage);
  const running = runningIn(data);
  if (running === undefined) {
    return ['No service runs on this folder. The next "dateline serve" sends whatever is still queued by itself.'];
  }
  const answer = await fetch(running.url + DEAD_LETTERS_PATH, {
    method: 'POST',
    headers: { authorization: `Bearer ${readAdminKey(data)}` },
  });
  if (!answer.ok) throw new CommandFailure(`The service at ${running.url} answers ${answer.status}.`);
  const redriven = (await answer.json()) as Redriven;
  return QUEUES.map((name) => told(name, redriven[name]));
}

const told = (queue: string, count: number): string =>
  `${queue}: ${count === 0 ? 'no dead letters' : `${count} sent again`}`;

/** Interval between checks of a move. */
const BETWEEN_LOOKS_MS = 1_000;

async function onAws(stage: string): Promise<readonly string[]> {
  const { SQSClient, ...commands } = await import('@aws-sdk/client-sqs');
  const sqs = new SQSClient({});
  const attributesOf = async (name: string) => {
    const { QueueUrl } = await sqs.send(new commands.GetQueueUrlCommand({ QueueName: `dateline-${stage}-${name}` }));
    const AttributeNames = ['QueueArn', 'ApproximateNumberOfMessages'] as const;
    const asked = new commands.GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] });
    const { Attributes = {} } = await sqs.send(asked);
    return { arn: Attributes.QueueArn ?? '', count: Number(Attributes.ApproximateNumberOfMessages) };
  };
  /** Resolves once SQS has moved all messages. */
  const move = async (SourceArn: string): Promise<number> => {
    await sqs.send(new commands.StartMessageMoveTaskCommand({ SourceArn }));
    for (;;) {
      const { Results: [task] = [] } = await sqs.send(
        new commands.ListMessageMoveTasksCommand({ SourceArn, MaxResults: 1 }),
      );
      if (task?.Status !== 'RUNNING') {
        if (task?.Status === 'COMPLETED') return task.ApproximateNumberOfMessagesMoved ?? 0;
        throw new CommandFailure(`SQS moved not all of ${SourceArn}: ${task?.FailureReason ?? task?.Status}.`);
      }
      await sleep(BETWEEN_LOOKS_MS);
    }
  };
  try {
    const lines: string[] = [];
    for (const name of QUEUES) {
      const { arn, count } = await attributesOf(`${name}-dead`);
      lines.push(told(name, count === 0 ? 0 : await move(arn)));
    }
    for (const [name, sweep] of Object.entries(DESCRIPTIONS)) {
      const { count } = await attributesOf(`${name}-dead`);
      if (count > 0) lines.push(`${name}: ${count} descriptions of records; ${sweep} does their work, purge them`);
    }
    return lines;
  } catch (error) {
    if (!(error instanceof Error) || error instanceof CommandFailure) throw error;
    throw new DatelineError('queue.unavailable', `SQS does not answer (${error.name}: ${error.message}).`, {
      cause: error,
    });
  } finally {
    sqs.destroy();
  }
}

/** Adds `dateline redrive` to the program. */
export function addCommand(program: Command): void {
  program
    .command('redrive')
    .description(
      'Send dead letters again: articles, feeds and messages to webhooks that failed for good, once the cause is mended.',
    )
    .option('--data <folder>', 'the data folder of the running service', DATA)
    .option('--stage <name>', 'a stage on AWS instead, with your own credentials')
    .addHelpText('after', '\nExamples:\n  dateline redrive\n  dateline redrive --stage prod')
    .action(async (options: RedriveOptions) => {
      for (const line of await redrive(options)) process.stdout.write(`${line}\n`);
    });
}
