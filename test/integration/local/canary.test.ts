import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkService } from '../../../functions/check-service/check-service.ts';
import { datelineClient } from '../../../shared/http/client/client.ts';
import { CHECK_COLLECTION } from '../../../shared/kernel/check-collection.ts';
import { buildCommand, dateline, type RunningService, serve, temporaryFolder } from './dateline.ts';

const folder = temporaryFolder();
let service: RunningService;

beforeAll(async () => {
  buildCommand();
  service = await serve(folder.path);
});
afterAll(async () => {
  await service.end('SIGTERM');
  folder.remove();
});

/** Runs the canary's function against the running service. */
async function run(key: string) {
  const told: Record<string, unknown> = {};
  const lines: unknown[] = [];
  const log = {
    info: (message: string, fields?: object) => void lines.push({ message, ...fields }),
    warn: () => {},
    error: (message: string, fields?: object) => void lines.push({ message, ...fields }),
  };
  await checkService({
    client: datelineClient({ baseUrl: service.url, key }),
    clock: () => performance.now(),
    sleep: (milliseconds) => sleep(milliseconds),
    id: randomUUID(),
    log,
    metric: (name, value) => {
      told[name] = value;
    },
  });
  return { told, lines };
}

test('the canary succeeds repeatedly on a whole service and leaves no article', async () => {
  const made = await dateline(
    ['key', 'create', '--data', folder.path, '--scope', 'read', '--scope', 'ingest'].concat([
      '--collection',
      CHECK_COLLECTION,
    ]),
  );
  for (let round = 0; round < 2; round++) {
    const { told, lines } = await run(made.stdout.trim());
    expect(lines).toMatchObject([{ message: 'canary.passed' }]);
    expect(told).toMatchObject({ CanaryFailed: 0, CanaryMilliseconds: expect.any(Number) });
  }
  const { json } = await service.call('GET', `/v1/articles?collection=${CHECK_COLLECTION}`);
  expect(json.articles).toEqual([]);
});

test('the canary reports a failure with its step and reason, and no duration', async () => {
  const made = await dateline(['key', 'create', '--data', folder.path, '--scope', 'read']);
  const { told, lines } = await run(made.stdout.trim());
  expect(told).toEqual({ CanaryFailed: 1 });
  expect(lines).toMatchObject([{ message: 'canary.failed', step: 'send', problem: expect.stringMatching(/scope/) }]);
});
