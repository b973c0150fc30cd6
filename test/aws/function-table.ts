import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { BUNDLE } from '../../infra/constructs/bundle.ts';
import { type LambdaProcess, startLambda } from './lambda-process.ts';

type Init = LambdaProcess['init'];

const SDK_ALONE = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const handler = () => client.send(new GetCommand({ TableName: 't', Key: { pk: 'a', sk: 'b' } }));`;

/** Start-up time of a function that only reads an item with the SDK: the median of five processes. */
export async function sdkAlone(folder: string): Promise<Init> {
  const alone = join(folder, 'sdk-alone');
  mkdirSync(alone);
  await build({
    ...BUNDLE,
    mainFields: [...BUNDLE.mainFields],
    external: [...BUNDLE.external],
    bundle: true,
    platform: 'node',
    outfile: join(alone, 'index.js'),
    stdin: { contents: SDK_ALONE, resolveDir: resolve(__dirname, '../..'), loader: 'ts' },
    logLevel: 'error',
  });
  const inits: Init[] = [];
  for (let n = 0; n < 5; n++) {
    const started = await startLambda({ folder: alone, environment: { AWS_REGION: 'eu-west-1' }, timeoutSeconds: 1 });
    inits.push(started.init);
    started.stop();
  }
  return inits.sort((a, b) => a.cpuMs - b.cpuMs)[2] ?? { initMs: 0, cpuMs: 0 };
}

/** One function of the table. */
export interface Row {
  readonly name: string;
  readonly kilobytes: number;
  /** Absent where no event reached it. */
  readonly init: Init | undefined;
  /** Actions, each on each resource, that its policy allows, and parts of it that nothing used. */
  readonly granted: number;
  readonly unused: number;
}

/** Size, start and rights of each function, as a Markdown table. Times are of one start each, on this machine. */
export function functionTable(rows: readonly Row[], alone: Init): string {
  const ms = (value: number): string => value.toFixed(0);
  const lines = rows.map(({ name, kilobytes, init, granted, unused }) => {
    const times = init ? [ms(init.initMs), ms(init.cpuMs), ms(init.cpuMs - alone.cpuMs)] : ['', '', ''];
    return `| ${[name, kilobytes, ...times, granted, granted - unused].join(' | ')} |`;
  });
  return [
    '| function | KB | init ms | CPU ms | CPU over the SDK alone | rights allowed | used |',
    '|---|--:|--:|--:|--:|--:|--:|',
    `| SDK alone | | ${ms(alone.initMs)} | ${ms(alone.cpuMs)} | 0 | | |`,
    ...lines,
    '',
  ].join('\n');
}
