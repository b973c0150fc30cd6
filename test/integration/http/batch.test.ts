import { datelineClient } from '../../../shared/http/client/client.ts';
import { BASE, serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;

beforeAll(async () => {
  admin = await service.key({});
});

const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const send = (body: string | Uint8Array, key = admin, type = 'application/jsonl') =>
  service.call('POST', '/v1/articles:batch', { key, body, headers: { 'content-type': type } });

const article = (n: number, more: object = {}): string =>
  JSON.stringify({ text: `The lock number ${n} was opened on 4 May 19${30 + n}.`, publishedAt: '2020-01-01', ...more });

test('each line is answered in order, and a refused line does not affect the others', async () => {
  const body = [
    article(1),
    '{"text": "cut sho',
    '',
    article(2, { publishedAt: 'yesterday' }),
    article(3),
    '[]',
    article(1),
  ];
  const answer = await send(`${body.join('\n')}\n`);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/jsonl; charset=utf-8']);
  const answers = linesOf(answer.text);
  expect(answers.map(({ line }) => line)).toEqual([1, 2, 4, 5, 6, 7]);
  expect(answers.map(({ status, problem }) => status ?? problem.code)).toEqual([
    'queued',
    'request.malformed',
    'request.invalid',
    'queued',
    'request.invalid',
    'queued',
  ]);
  expect(answers[2].problem.field).toBe('publishedAt');
  expect(answers[5].id).toBe(answers[0].id);
  await service.process();
  const { json } = await service.call('GET', '/v1/events', { key: admin });
  expect(json.events).toHaveLength(2);
});

test('a batch sent twice stores each article once', async () => {
  const body = `${article(11)}\n${article(12)}`;
  const [first, second] = [linesOf((await send(body)).text), linesOf((await send(body)).text)];
  expect(first.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
  expect(second.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
});

test('lines for a collection that the key is not for are refused one by one', async () => {
  const key = await service.key({ scopes: ['ingest'], collections: ['harbour'] });
  const answers = linesOf((await send(`${article(21, { collection: 'harbour' })}\n${article(22)}`, key)).text);
  expect(answers[0].status).toBe('queued');
  expect(answers[1].problem.code).toBe('auth.collection');
});

test.each([
  ['an empty body', '', 400, 'request.invalid'],
  ['too many lines', `${article(1)}\n`.repeat(501), 400, 'request.invalid'],
  ['a body that is too large', 'x'.repeat(6_000_001), 413, 'request.too-large'],
])('%s is refused as a whole', async (_what, body, status, code) => {
  const answer = await send(body);
  expect([answer.status, answer.json.code]).toEqual([status, code]);
});

test('form data is refused, and so is a batch sent with a read-only key', async () => {
  expect((await send('text=1', admin, 'application/x-www-form-urlencoded')).status).toBe(415);
  const reader = await service.key({ scopes: ['read'] });
  expect((await send(article(1), reader)).status).toBe(403);
});

test('invalid UTF-8 makes only its own line fail', async () => {
  const body = Buffer.concat([
    Buffer.from(`${article(31)}\n{"text":"`),
    Buffer.from([0xff]),
    Buffer.from(`"}\n${article(32)}`),
  ]);
  const answers = linesOf((await send(body)).text);
  expect(answers.map(({ status, problem }) => status ?? problem.code)).toEqual([
    'queued',
    'request.malformed',
    'queued',
  ]);
});

test('the typed client sends a list of articles as lines', async () => {
  const client = datelineClient({
    baseUrl: BASE,
    key: admin,
    fetch: async (request) => {
      const headers = Object.fromEntries(request.headers);
      const answer = await service.call(request.method, new URL(request.url).pathname, {
        headers,
        body: await request.text(),
      });
      return new Response(answer.text, { status: answer.status, headers: answer.headers });
    },
  });
  const text = await client.acceptArticleBatch({ body: [JSON.parse(article(41)), JSON.parse(article(42))] });
  expect(linesOf(text).map(({ outcome }) => outcome)).toEqual(['created', 'created']);
});
