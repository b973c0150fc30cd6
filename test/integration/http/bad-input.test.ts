import { DESCRIBED } from '../../../shared/http/operations/all.ts';
import { ROUTES } from '../../../shared/http/routes.ts';
import { hostileTo } from './hostile.ts';
import { addressOf, type Known, known } from './known.ts';
import { type Answer, serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;
let ids: Known;

beforeAll(async () => {
  admin = await service.key({ requestsPerMinute: 1_000_000 });
  ids = await known(service, admin);
});

const described = ROUTES.flatMap((route) => {
  const operation = DESCRIBED.find(({ id }) => id === route.operationId);
  return operation ? [{ route, operation, name: `${route.method} ${route.path}` }] : [];
});
const guarded = described.filter(({ route }) => route.access !== 'public' && route.access !== 'timeline');

/** Text that no response may show: a stack frame, a path of the machine, an internal name. */
const INSIDES = /\bat [\w.<>]+ \(|node_modules|\.ts:\d|\/work\/|Error:|ZodError|DynamoDB|ValidationException/;

function expectProblem(answer: Answer, statuses: readonly number[], why: string, field?: string): void {
  expect([why, answer.status, statuses.includes(answer.status)]).toEqual([why, answer.status, true]);
  expect([why, answer.headers['content-type']]).toEqual([why, 'application/problem+json']);
  expect(answer.json).toMatchObject({ status: answer.status, code: expect.any(String), title: expect.any(String) });
  expect([why, INSIDES.exec(answer.text)]).toEqual([why, null]);
  if (field !== undefined)
    expect([why, answer.json.field ?? '']).toEqual([why, expect.stringMatching(new RegExp(`^${field}`))]);
}

async function countArticles(): Promise<number> {
  const { json } = await service.call('GET', '/v1/events?collection=sample&limit=200', { key: admin });
  return json.events.length;
}

test.each(described)(
  '$name answers hostile requests with a problem that names the field',
  async ({ route, operation }) => {
    const before = await countArticles();
    for (const { why, method, address, ask, statuses, field } of hostileTo(route, operation, ids)) {
      const answer = await service.call(method, address, { ...ask, key: admin });
      expectProblem(answer, statuses, why, field);
    }
    expect(service.errors.splice(0)).toEqual([]);
    expect(await countArticles()).toBe(before);
  },
);

test.each(guarded)('$name requires a valid key with the right scope', async ({ route, operation }) => {
  const address = addressOf(route, operation.example ?? {}, ids);
  const body = operation.example?.body === undefined ? {} : { body: operation.example.body };
  const call = (headers: Record<string, string>) => service.call(route.method, address, { ...body, headers });

  const without = await call({});
  expectProblem(without, [401], 'no key');
  expect([without.json.code, without.headers['www-authenticate']]).toEqual(['auth.missing', 'Bearer realm="dateline"']);
  const forged = `dl_${admin.split('_')[1]}_${'A'.repeat(43)}`;
  const expired = await service.key({ expiresAt: new Date(Date.now() - 1000).toISOString() });
  for (const value of [
    `Bearer ${forged}`,
    `Bearer ${expired}`,
    'Bearer',
    'Bearer x',
    'Basic YTpi',
    `Bearer dl_${'0'.repeat(16)}_x`,
    admin,
  ]) {
    expectProblem(await call({ authorization: value }), [401], value);
  }
  const other = route.access === 'read' ? 'ingest' : 'read';
  expectProblem(
    await call({ authorization: `Bearer ${await service.key({ scopes: [other] })}` }),
    [403],
    'another scope',
    'Authorization',
  );
  expect(service.errors.splice(0)).toEqual([]);
});

test.each(ROUTES.map(({ path }) => path).filter((path, at, all) => all.indexOf(path) === at))(
  '%s refuses methods that it does not know',
  async (path) => {
    const address = path.replace(/\{\w+\}/g, 'sample');
    for (const method of ['PURGE', 'TRACE']) {
      const answer = await service.call(method, address);
      expectProblem(answer, [405], `${method} ${path}`);
      expect(answer.headers.allow).toMatch(/^(GET, HEAD|POST|PUT|PATCH|DELETE)/);
    }
  },
);

test('an unknown path answers 404 for every method', async () => {
  for (const path of [
    '/v2',
    '/v1',
    '/v1/articles/',
    '/v1//events',
    '/.env',
    '/embed',
    '/v1/timelines/sample/events.exe',
    '/%00',
    '/v1/events/a/b',
  ]) {
    expectProblem(await service.call('GET', path), [404], path);
  }
});

test('a range that runs backwards names its end', async () => {
  for (const path of ['/v1/events', '/v1/overview', '/v1/timelines/sample/events', '/v1/timelines/sample/events.csv']) {
    const answer = await service.call('GET', `${path}?from=2012-01-01&to=-0043-03-15`, { key: admin });
    expectProblem(answer, [400], path, 'to');
  }
});

test('a text over a mebibyte, and html over three, are too large and nothing is stored', async () => {
  for (const [field, size] of [
    ['text', 1_048_577],
    ['html', 3_145_729],
  ] as const) {
    const answer = await service.call('POST', '/v1/articles', { key: admin, body: { [field]: 'x'.repeat(size) } });
    expectProblem(answer, [413], field, field);
  }
  for await (const { id } of service.store.articles.queued()) throw new Error(`${id} was stored`);
});
