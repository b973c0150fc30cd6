import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { localQueue } from '../../../local/aws-emulation/local-queue.ts';
import { deadLetterDoor } from '../../../local/service/dead-letters.ts';
import { dateline, folderForCommands, serve, until } from './dateline.ts';

const folder = folderForCommands();

test('dateline redrive calls the running service, and reports if there is none', async () => {
  const data = join(folder.path, 'data');
  const service = await serve(data);
  const { code, stdout } = await dateline(['redrive', '--data', data]);
  expect([code, stdout]).toEqual([0, 'articles: no dead letters\nfeeds: no dead letters\nwebhooks: no dead letters\n']);
  expect((await fetch(`${service.url}/local/dead-letters`, { method: 'POST' })).status).toBe(401);
  expect((await service.call('GET', '/local/dead-letters')).status).toBe(405);
  await service.end('SIGTERM');
  expect((await dateline(['redrive', '--data', data])).stdout).toMatch(/^No service runs/);
});

test('dead letters are delivered again once their cause is mended', async () => {
  let isMended = false;
  const done: string[] = [];
  const queue = localQueue({
    name: 'articles',
    batchSize: 1,
    maxConcurrency: () => 1,
    visibilitySeconds: 0.01,
    maxReceiveCount: 2,
    timeoutSeconds: 60,
    worker: ({ Records }) => {
      if (!isMended) throw new Error('the table is away');
      done.push(...Records.map(({ body, attributes }) => `${body} ${attributes.ApproximateReceiveCount}`));
    },
    onTrouble: () => {},
  });
  const door = deadLetterDoor({ articles: queue, feeds: queue, webhooks: queue }, 'the admin key');
  const server = createServer((request, response) => void door(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  await queue.send(['a', 'b']);
  await until('both are dead', () => queue.counts().dead === 2);

  isMended = true;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/local/dead-letters`;
  const answer = await fetch(url, { method: 'POST', headers: { authorization: 'Bearer the admin key' } });
  expect(await answer.json()).toEqual({ articles: 2, feeds: 0, webhooks: 0 });
  await until('both are done', () => done.length === 2);
  expect(done.sort()).toEqual(['"a" 1', '"b" 1']);
  expect(queue.counts()).toEqual({ waiting: 0, inFlight: 0, dead: 0 });
  await queue.stop();
  server.close();
  server.closeAllConnections();
});

/** SQS's protocol, as far as the command speaks it. */
async function startSqs(letters: Record<string, number>, outcome: object) {
  const moved: string[] = [];
  let looks = 0;
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const arn = (name: string) => `arn:aws:sqs:eu-west-1:123456789012:${name}`;
  const answers: Readonly<Record<string, (json: Record<string, string>) => object>> = {
    GetQueueUrl: ({ QueueName }) => ({ QueueUrl: `${address()}/123456789012/${QueueName}` }),
    GetQueueAttributes: ({ QueueUrl = '' }) => {
      const name = QueueUrl.split('/').at(-1) ?? '';
      return {
        Attributes: { QueueArn: arn(name), ApproximateNumberOfMessages: String(letters[name] ?? 0) },
      };
    },
    StartMessageMoveTask: ({ SourceArn = '' }) => {
      moved.push(SourceArn);
      return { TaskHandle: 'task' };
    },
    ListMessageMoveTasks: () => ({ Results: [looks++ === 0 ? { Status: 'RUNNING' } : outcome] }),
  };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(answers[operation]?.(JSON.parse(body))));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const env = {
    AWS_ENDPOINT_URL_SQS: address(),
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'a',
    AWS_SECRET_ACCESS_KEY: 'b',
  };
  return {
    moved,
    env,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

test('on AWS the dead letters of articles and feeds are moved back, and those of stream readers explained', async () => {
  const sqs = await startSqs(
    { 'dateline-prod-articles-dead': 3, 'dateline-prod-fold-articles-dead': 2 },
    { Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 3 },
  );
  const { code, stdout } = await dateline(['redrive', '--stage', 'prod'], { env: sqs.env });
  expect([code, stdout.split('\n')]).toEqual([
    0,
    [
      'articles: 3 sent again',
      'feeds: no dead letters',
      'webhooks: no dead letters',
      'fold-articles: 2 descriptions of records; sweep-tasks does their work, purge them',
      '',
    ],
  ]);
  expect(sqs.moved).toEqual(['arn:aws:sqs:eu-west-1:123456789012:dateline-prod-articles-dead']);
  sqs.stop();
});

test('a move that SQS gives up is a failure, with the reason', async () => {
  const sqs = await startSqs({ 'dateline-prod-articles-dead': 3 }, { Status: 'FAILED', FailureReason: 'AccessDenied' });
  const { code, stderr } = await dateline(['redrive', '--stage', 'prod'], { env: sqs.env });
  expect([code, stderr]).toEqual([1, expect.stringMatching(/dateline-prod-articles-dead: AccessDenied/)]);
  sqs.stop();
});
