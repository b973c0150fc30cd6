import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommand, type RunningService, serve, temporaryFolder, until } from '../local/dateline.ts';

const folder = temporaryFolder();

beforeAll(buildCommand);
afterAll(() => folder.remove());

const ARTICLES = 24;

/** Articles that overlap: each tells an event of its own, and one that it shares with its neighbours. */
const article = (n: number) => ({
  title: `Report ${n}`,
  url: `https://paper-${n % 4}.example/report-${n}`,
  publishedAt: '2020-03-01',
  collection: 'ports',
  text:
    `The harbour of Port ${n} was opened on ${1 + (n % 28)} May ${1900 + n}. ` +
    `A storm destroyed the old lighthouse of Westhaven on ${3 + Math.floor(n / 8)} November 1951.`,
});

interface Told {
  readonly id: string;
  readonly title: string;
  readonly mentions: number;
  readonly evidence: string[];
}

/** Every event of the collection with the articles and places of all its evidence. */
async function told(service: RunningService): Promise<Told[]> {
  const { json } = await service.call('GET', '/v1/events?collection=ports&limit=200');
  const events: Told[] = [];
  for (const { id } of json.events) {
    const { json: whole } = await service.call('GET', `/v1/events/${id}`);
    const evidence = whole.evidence
      .map((e: { articleId: string; start: number }) => `${e.articleId}@${e.start}`)
      .sort();
    events.push({ id, title: whole.title, mentions: whole.mentions, evidence });
  }
  return events.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const allDone = (service: RunningService, ids: readonly string[]) => async () => {
  for (const id of ids) {
    const { json } = await service.call('GET', `/v1/articles/${id}`);
    if (json.status !== 'done') return false;
  }
  return true;
};

test('killed outright during ingestion and started again, it has lost no accepted article and doubled no event', async () => {
  const data = join(folder.path, 'killed');
  let service = await serve(data);
  const accepted = new Set<string>();
  let next = 0;
  // Four times: send until some are accepted and some are under way, and pull the plug.
  for (const upTo of [5, 11, 16, 20]) {
    const killed = service;
    const sending = (async () => {
      for (; next < ARTICLES; next += 1) {
        const { status, json } = await killed.call('POST', '/v1/articles', article(next));
        expect([200, 202]).toContain(status);
        accepted.add(json.id);
      }
    })().catch(() => {});
    await until(`${upTo} accepted`, () => accepted.size >= upTo);
    await killed.end('SIGKILL');
    await sending;
    service = await serve(data);
  }
  // Requests without a response are sent again, as a client would do; the others are not.
  for (; next < ARTICLES; next += 1) accepted.add((await service.call('POST', '/v1/articles', article(next))).json.id);
  expect(accepted.size).toBe(ARTICLES);
  await until('every accepted article done', allDone(service, [...accepted]));
  const survived = await told(service);
  expect(await service.end('SIGTERM')).toBe(0);

  const undisturbed = await serve(join(folder.path, 'undisturbed'));
  const ids: string[] = [];
  for (let n = 0; n < ARTICLES; n += 1) ids.push((await undisturbed.call('POST', '/v1/articles', article(n))).json.id);
  await until('every article done', allDone(undisturbed, ids));
  const expected = await told(undisturbed);
  await undisturbed.end('SIGTERM');

  const places = survived.flatMap(({ evidence }) => evidence);
  expect(new Set(places).size).toBe(places.length);
  expect(survived.map(({ title, mentions, evidence }) => ({ title, mentions, evidence }))).toEqual(
    expect.arrayContaining(expected.map(({ title, mentions, evidence }) => ({ title, mentions, evidence }))),
  );
  expect(survived).toHaveLength(expected.length);
}, 180_000);

test('a restarted service has the data of the last run, and the same article again changes nothing', async () => {
  const data = join(folder.path, 'kept');
  const first = await serve(data);
  const { status, json: posted } = await first.call('POST', '/v1/articles', article(1));
  expect(status).toBe(202);
  await until('the article done', allDone(first, [posted.id]));
  const before = await told(first);
  expect(before.length).toBeGreaterThan(0);
  expect(await first.end('SIGINT')).toBe(0);
  expect(existsSync(join(data, 'running.json'))).toBe(false);

  const second = await serve(data);
  expect(second.key).toBe(first.key);
  expect(await told(second)).toEqual(before);
  const again = await second.call('POST', '/v1/articles', article(1));
  expect([again.status, again.json]).toEqual([200, { id: posted.id, status: 'done' }]);
  expect(await told(second)).toEqual(before);
  await second.end('SIGTERM');
});

test('the engine exits when its service is killed, so that the next start can open the data', async () => {
  const data = join(folder.path, 'orphan');
  const first = await serve(data);
  await first.call('POST', '/v1/articles', article(2));
  await first.end('SIGKILL');
  const second = await serve(data);
  expect((await second.call('GET', '/health')).json).toEqual({ status: 'ok', store: 'ok' });
  await second.end('SIGTERM');
});
