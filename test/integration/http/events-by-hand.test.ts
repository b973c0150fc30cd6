import { type Answer, serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;
let turn = 0;
let collection: string;

beforeAll(async () => {
  admin = await service.key({});
});
beforeEach(() => {
  collection = `desk${turn++}`;
});

const ask = (method: string, path: string, body?: unknown, key = admin): Promise<Answer> =>
  service.call(method, path, { key, ...(body !== undefined && { body }) });

const ferry = {
  title: 'The ferry makes its last crossing',
  date: '1937-05',
  text: 'The ferrymen were given work.\nOn the bridge.',
  link: 'https://example.org/ferry',
  picture: { url: 'https://example.org/ferry.jpg', alt: 'A crowded ferry', credit: 'Town archive' },
  tags: ['harbour'],
};

test('an editor adds an event, sees it with its note in timelines and files, edits it and removes it', async () => {
  const created = await ask('POST', '/v1/events', { ...ferry, collection });
  expect([created.status, created.json.outcome]).toEqual([201, 'created']);
  const { id } = created.json;
  expect(created.headers.location).toBe(`/v1/events/${id}`);
  expect((await ask('POST', '/v1/events', { ...ferry, collection })).json).toMatchObject({ id, outcome: 'unchanged' });
  await ask('PUT', `/v1/timelines/${collection}`, { title: 'T', visibility: 'public', collection, query: {} });
  const listed = await service.call('GET', `/v1/timelines/${collection}/events`);
  const { text, link, picture, tags } = ferry;
  expect(listed.json.events).toMatchObject([{ id, mentions: 0, note: { text, link, picture, tags } }]);
  const csv = await service.call('GET', `/v1/timelines/${collection}/events.timelinejs.csv`);
  expect(csv.text).toContain('1937,5,');
  expect(csv.text).toContain(picture.url);

  const patched = await ask('PATCH', `/v1/events/${id}`, { text: 'Other words', picture: null });
  expect(patched.json.note).toEqual({ text: 'Other words', link, tags });
  const removed = await ask('DELETE', `/v1/events/${id}`);
  expect(removed.json).toMatchObject({ event: null, edit: expect.any(String) });
  expect((await ask('GET', `/v1/events/${id}`)).status).toBe(404);
  expect((await ask('DELETE', `/v1/events/${id}`)).status).toBe(404);
  const undone = await ask('POST', `/v1/edits/${removed.json.edit}/undo`);
  expect(undone.json.event).toMatchObject({ id, note: { text: 'Other words' } });
});

test('a file that a timeline gives is imported into another collection as the same events', async () => {
  await ask('POST', '/v1/events', { ...ferry, collection });
  await ask('POST', '/v1/events', { title: 'The old bridge opens', date: '1937-05-12', collection });
  await ask('PUT', `/v1/timelines/${collection}`, { title: 'T', visibility: 'public', collection, query: {} });
  const file = `/v1/timelines/${collection}/events.timelinejs.csv`;
  const csv = (await service.call('GET', file)).text;
  const copy = `${collection}-copy`;
  const imported = await ask('POST', '/v1/events/import', { csv, collection: copy });
  expect(imported.json).toMatchObject({ created: 2, changed: 0, unchanged: 0, refused: [] });
  expect((await ask('POST', '/v1/events/import', { csv, collection: copy })).json).toMatchObject({ unchanged: 2 });
  const facts = async (name: string) =>
    (await ask('GET', `/v1/events?collection=${name}`)).json.events.map(
      ({ id: _id, collection: _collection, ...event }: { id: string; collection: string }) => event,
    );
  expect(await facts(copy)).toEqual(await facts(collection));
});

test('rows that break a rule are refused with their line and the rule, and the others are taken', async () => {
  const csv = [
    'Year,Headline,Text',
    `1937,${'x'.repeat(201)},`,
    '1938,Fine,',
    `1939,Too much,${'word '.repeat(500)}`,
    '19399,No year,',
  ].join('\n');
  const { json } = await ask('POST', '/v1/events/import', { csv, collection });
  expect(json).toMatchObject({ created: 1, refused: [{ row: 2 }, { row: 4 }, { row: 5 }] });
  expect(json.refused[0].reason).toContain('200');
});

test.each([
  ['title', { title: '' }],
  ['title', { title: 'a\u0000b' }],
  ['date', { date: '1937-13' }],
  ['date', { date: 'last week' }],
  ['date', { date: '1938/1937' }],
  ['text', { text: 'x'.repeat(2001) }],
  ['text', { text: 'a\u0007b' }],
  ['link', { link: 'javascript:alert(1)' }],
  ['picture.url', { picture: { url: 'http://example.org/a.jpg', alt: 'A' } }],
  ['picture.url', { picture: { url: 'https://user@example.org/a.jpg', alt: 'A' } }],
  ['picture.url', { picture: { url: 'data:image/png;base64,AAAA', alt: 'A' } }],
  ['picture.alt', { picture: { url: 'https://example.org/a.jpg' } }],
  ['picture.alt', { picture: { url: 'https://example.org/a.jpg', alt: '' } }],
])('an invalid %s is refused with the name of the field: %j', async (field, change) => {
  const { status, json } = await ask('POST', '/v1/events', { ...ferry, collection, ...change });
  expect([status, json.code, json.field]).toEqual([400, 'request.invalid', field]);
});

test('a file that is no spreadsheet is refused', async () => {
  const { status, json } = await ask('POST', '/v1/events/import', { csv: 'a,b\n', collection });
  expect([status, json.field]).toEqual([400, 'csv']);
});

test('a key of another collection adds and removes nothing', async () => {
  const { json } = await ask('POST', '/v1/events', { ...ferry, collection });
  const stranger = await service.key({ scopes: ['admin'], collections: ['elsewhere'] });
  expect((await ask('POST', '/v1/events', { ...ferry, collection }, stranger)).status).toBe(403);
  expect((await ask('POST', '/v1/events/import', { csv: 'Year,Headline\n1,x', collection }, stranger)).status).toBe(
    403,
  );
  expect((await ask('DELETE', `/v1/events/${json.id}`, undefined, stranger)).status).toBe(404);
  const reader = await service.key({ scopes: ['read'] });
  expect((await ask('POST', '/v1/events', { ...ferry, collection }, reader)).status).toBe(403);
});

test('an event with evidence from articles cannot be deleted', async () => {
  const article = { text: 'The old bridge was opened on 12 May 1937.', publishedAt: '2013-03-02', collection };
  await ask('POST', '/v1/articles', article);
  await service.process();
  const [event] = (await ask('GET', `/v1/events?collection=${collection}`)).json.events;
  const { status, json } = await ask('DELETE', `/v1/events/${event.id}`);
  expect([status, json.code]).toEqual([409, 'edit.not-by-hand']);
});
