import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Engine, startEngine } from '../../../local/aws-emulation/engine.ts';
import type { HttpFunction } from '../../../local/aws-emulation/handlers.ts';
import { type LocalTable, openTable, TABLE_NAME } from '../../../local/aws-emulation/table.ts';
import { admission } from '../../../local/service/admission.ts';
import { serveHttp } from '../../../local/service/http-server.ts';
import { buildCommand, type RunningService, serve, temporaryFolder } from './dateline.ts';

const folder = temporaryFolder();
let service: RunningService;
let engine: Engine;
let table: LocalTable;

beforeAll(async () => {
  buildCommand();
  engine = await startEngine();
  table = await openTable(engine.endpoint);
  service = await serve(join(folder.path, 'data'), []);
});
afterAll(async () => {
  table.close();
  await engine.stop();
  await service.end('SIGTERM');
  folder.remove();
});

interface Got {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly code: string | undefined;
}

function ask(url: string, agent: Agent, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => {
        const code = answer.statusCode === 200 ? undefined : JSON.parse(text).code;
        resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'], code });
      });
    }).on('error', reject);
  });
}

test('with more concurrent readers than the service can serve, each gets an answer or at once a Retry-After; health always answers', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
  const url = `${service.url}/v1/events?collection=sample&limit=200`;
  const headers = { authorization: `Bearer ${service.key}` };
  const storm = Promise.all(Array.from({ length: 700 }, () => ask(url, agent, headers)));
  const health = await ask(`${service.url}/health`, new Agent());
  const got = await storm;
  agent.destroy();
  expect(health.status).toBe(200);
  expect(new Set(got.map(({ status, code }) => `${status} ${code ?? ''}`))).toEqual(
    new Set(['200 ', '503 service.busy']),
  );
  for (const { status, retryAfter } of got) expect(retryAfter).toBe(status === 503 ? '1' : undefined);
  expect(service.said()).toMatch(/warn service\.busy refused=\d+/);
  expect((await service.call('GET', '/v1/events?collection=sample')).status).toBe(200);
});

/** A server whose one function reads the table until it is stopped. */
async function endlessReads(timeoutSeconds: number) {
  const counted = { reads: 0, busy: [] as string[] };
  const called: HttpFunction = {
    timeoutSeconds,
    handler: async () => {
      for (;;) {
        await table.client.send(new GetCommand({ TableName: TABLE_NAME, Key: { pk: 'a', sk: 'b' } }));
        counted.reads += 1;
      }
    },
  };
  const http = await serveHttp({
    port: 0,
    allowedHosts: [],
    ready: Promise.resolve(),
    onWrite: () => {},
    onTrouble: () => {},
    functionNamed: async () => called,
    admission: admission(),
    onBusy: (why) => counted.busy.push(why),
  });
  return { http, counted, url: `http://127.0.0.1:${http.port}/v1/events` };
}

/** Whether no further read comes for a while. */
async function standsStill(counted: { readonly reads: number }): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  const before = counted.reads;
  await new Promise((resolve) => setTimeout(resolve, 200));
  return counted.reads === before;
}

test('a request that takes too long is cancelled, answered with 503 and Retry-After, and logged', async () => {
  const { http, counted, url } = await endlessReads(0.3);
  expect(await ask(url, new Agent())).toEqual({ status: 503, retryAfter: '1', code: 'service.busy' });
  expect(counted.reads).toBeGreaterThan(0);
  expect(counted.busy).toEqual(['timed-out']);
  expect(await standsStill(counted)).toBe(true);
  await http.stop();
});

test('a read whose client has gone is cancelled', async () => {
  const { http, counted, url } = await endlessReads(30);
  const asked = get(url, { agent: new Agent() });
  asked.on('error', () => {});
  while (counted.reads === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  asked.destroy();
  expect(await standsStill(counted)).toBe(true);
  await http.stop();
});
