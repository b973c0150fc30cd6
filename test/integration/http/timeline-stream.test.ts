import { sendArticle, serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;

beforeAll(async () => {
  admin = await service.key({});
});

interface Told {
  readonly id: string | undefined;
  readonly events: readonly {
    readonly event: string;
    readonly data: { readonly id: string; readonly title?: string };
  }[];
}

/** One answer of the stream, read as a browser reads server-sent events. */
async function ask(slug: string, lastId?: string): Promise<Told> {
  const { status, text, headers } = await service.call('GET', `/v1/timelines/${slug}/stream`, {
    headers: lastId === undefined ? {} : { 'last-event-id': lastId },
  });
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
    'no-store',
  ]);
  const blocks = text
    .split('\n\n')
    .map((block) => Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s))));
  return {
    id: blocks.findLast(({ id }) => id !== undefined)?.id,
    events: blocks.filter(({ data }) => data).map(({ event, data }) => ({ event, data: JSON.parse(data) })),
  };
}

async function save(slug: string, more: object = {}): Promise<void> {
  const body = { title: slug, visibility: 'public', collection: slug, query: {}, ...more };
  await service.call('PUT', `/v1/timelines/${slug}`, { key: admin, body });
}

const send = (collection: string, text: string) => sendArticle(service, { key: admin, collection, text });

test('a reader receives each new, changed and withdrawn event once, from the first response on', async () => {
  await save('quay');
  await send('quay', 'The quay was built in 1899.');
  const first = await ask('quay');
  expect(first.events).toEqual([]);
  const article = await send('quay', 'The crane was lifted onto the quay on 12 May 1937.');
  const second = await ask('quay', first.id);
  expect(second.events).toMatchObject([{ event: 'new', data: { date: { start: '1937-05-12' } } }]);
  const id = second.events[0]?.data.id ?? '';
  expect((await ask('quay', second.id)).events).toEqual([]);

  await service.call('PATCH', `/v1/events/${id}`, { key: admin, body: { title: 'A crane for the quay' } });
  const third = await ask('quay', second.id);
  expect(third.events).toMatchObject([{ event: 'changed', data: { id, title: 'A crane for the quay' } }]);
  await service.call('DELETE', `/v1/articles/${article}`, { key: admin });
  await service.store.fold();
  expect((await ask('quay', third.id)).events).toEqual([{ event: 'withdrawn', data: { id } }]);
  // What was taken down is in no answer, whatever the log of changes said before.
  expect(JSON.stringify(await ask('quay', first.id))).not.toContain('crane');
});

test('filters of the timeline and its editor’s choices hold for the stream', async () => {
  await save('dock', { query: { from: '1930' } });
  const start = await ask('dock');
  await send('dock', 'A crane fell on 3 May 1902. A ship sank at the dock on 12 May 1937.');
  const { events } = await ask('dock', start.id);
  expect(events.map(({ event }) => event)).toEqual(['new']);
  const id = events[0]?.data.id ?? '';
  await save('dock', { query: { from: '1930' }, titles: { [id]: 'A wreck at the dock' } });
  expect((await ask('dock', start.id)).events).toMatchObject([{ data: { title: 'A wreck at the dock' } }]);
  await save('dock', { query: { from: '1930' }, hidden: [id] });
  expect((await ask('dock', start.id)).events).toEqual([]);
});

test('a reader who was disconnected for too long receives a reset', async () => {
  await save('lock');
  const start = await ask('lock');
  service.pass(600);
  await send('lock', 'The lock was opened on 12 May 1937.');
  const late = await ask('lock', start.id);
  expect(late.events).toEqual([{ event: 'reset', data: {} }]);
  await send('lock', 'The lock was closed on 3 May 1950.');
  expect((await ask('lock', late.id)).events).toMatchObject([
    { event: 'new', data: { date: { start: '1950-05-03' } } },
  ]);
});

test('after a forged Last-Event-ID the stream starts with new events', async () => {
  await save('weir');
  for (const id of ['1', '../x', '000000001.000000~x', ' ']) expect((await ask('weir', id)).events).toEqual([]);
});

test('a private timeline streams to those who hold its token alone', async () => {
  await save('vault', { visibility: 'private' });
  expect((await service.call('GET', '/v1/timelines/vault/stream')).status).toBe(404);
  const { json } = await service.call('POST', '/v1/timelines/vault/tokens', { key: admin, body: {} });
  const token = encodeURIComponent(json.token);
  expect((await service.call('GET', `/v1/timelines/vault/stream?token=${token}`)).status).toBe(200);
});
