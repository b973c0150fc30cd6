import { serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;
/** All events of the collection, in date order. */
let all: { id: string; title: string; date: { start: string; end: string } }[];

beforeAll(async () => {
  admin = await service.key({});
  const text = [
    'The mill was built in 1899.',
    'A fire destroyed the station on 3 May 1902.',
    'The council opened the library on 4 June 1911.',
    'Workers struck at the docks in March 1919.',
    'The museum was founded on 9 October 1925.',
    'A flood swept away the ferry in 1931.',
    'The bridge was opened on 12 May 1937.',
    'The army occupied the harbour in 1940.',
    'The airport was inaugurated on 1 April 1952.',
    'The tram was closed on 30 September 1960.',
  ].join(' ');
  await service.call('POST', '/v1/articles', { key: admin, body: { text, publishedAt: '1970-01-01' } });
  await service.process();
  all = (await service.call('GET', '/v1/events?limit=200', { key: admin })).json.events;
  expect(all.length).toBeGreaterThanOrEqual(8);
});

const idOf = (year: string): string => all.find(({ date }) => date.start.startsWith(year))?.id ?? '';

async function save(slug: string, more: object): Promise<void> {
  const body = { title: slug, visibility: 'public', ...more };
  expect((await service.call('PUT', `/v1/timelines/${slug}`, { key: admin, body })).status).toBe(201);
}

async function walk(slug: string, limit: number, order: string, query = ''): Promise<string[]> {
  const found: string[] = [];
  let cursor = '';
  for (let turn = 0; turn < 100; turn += 1) {
    const { json } = await service.call(
      'GET',
      `/v1/timelines/${slug}/events?limit=${limit}&order=${order}${query}${cursor}`,
    );
    expect(json.events.length).toBeLessThanOrEqual(limit);
    found.push(...json.events.map(({ id }: { id: string }) => id));
    if (json.next === null) return found;
    cursor = `&cursor=${json.next}`;
  }
  throw new Error('the walk does not end');
}

test('pages of every size list pinned events by date and no hidden ones', async () => {
  const pinned = ['1899', '1902', '1925', '1952', '1960'].map(idOf);
  const hidden = ['1931', '1960'].map(idOf);
  await save('harbour', { query: { from: '1920-01-01', to: '1945-12-31' }, pinned: [...pinned, 'gone'], hidden });
  const inRange = all.filter(({ date }) => date.start >= '1920' && date.start < '1946').map(({ id }) => id);
  const expected = all
    .map(({ id }) => id)
    .filter((id) => (inRange.includes(id) || pinned.includes(id)) && !hidden.includes(id));
  for (const limit of [1, 2, 3, 4, 5, 7, 50]) {
    expect([limit, await walk('harbour', limit, 'asc')]).toEqual([limit, expected]);
    expect([limit, await walk('harbour', limit, 'desc')]).toEqual([limit, [...expected].reverse()]);
  }
});

test('the overview counts the events of the list, with pinned and without hidden ones', async () => {
  for (const query of ['', '?from=1901-01-01&to=1953-01-01', '?to=1936-01-01']) {
    const { json } = await service.call('GET', `/v1/timelines/harbour/overview${query}`);
    const listed = await walk('harbour', 50, 'asc', query.replace('?', '&'));
    const counts = json.buckets.map(({ count }: { count: number }) => count);
    expect([query, json.total, counts.reduce((a: number, b: number) => a + b, 0)]).toEqual([
      query,
      listed.length,
      listed.length,
    ]);
    const named = json.buckets.flatMap(({ top }: { top: { id: string }[] }) => top.map(({ id }) => id));
    expect(named.filter((id: string) => !listed.includes(id))).toEqual([]);
  }
});

test('a reader’s filters hold for pinned events too', async () => {
  const found = await walk('harbour', 50, 'asc', '&from=1950-01-01');
  expect(found).toEqual([idOf('1952')]);
});

test('an editor’s titles are this timeline’s alone, in every format', async () => {
  const id = idOf('1937');
  await save('titled', { query: {}, titles: { [id]: 'The crossing opens' } });
  await save('plain', { query: {} });
  for (const format of ['', '.csv', '.rss', '.md', '.ics']) {
    const titled = await service.call('GET', `/v1/timelines/titled/events${format}`);
    const plain = await service.call('GET', `/v1/timelines/plain/events${format}`);
    expect([format, titled.text.includes('The crossing opens')]).toEqual([format, true]);
    expect([format, plain.text.includes('The crossing opens')]).toEqual([format, false]);
  }
  expect((await service.call('GET', '/embed/titled')).text).toContain('The crossing opens');
});

test('a file with a part of the timeline links the rest', async () => {
  const first = await service.call('GET', '/v1/timelines/plain/events.json?limit=4');
  const link = /<https:\/\/dateline\.test([^>]+)>; rel="next"/.exec(first.headers.link ?? '')?.[1] ?? '';
  const second = await service.call('GET', link);
  expect(first.json.total).toBe(all.length);
  expect([...first.json.events, ...second.json.events].map(({ id }: { id: string }) => id)).toEqual(
    all.slice(0, 8).map(({ id }) => id),
  );
});

test('an event that is neither in the query nor pinned cannot be read through the timeline', async () => {
  expect((await service.call('GET', `/v1/timelines/harbour/events/${idOf('1911')}`)).status).toBe(404);
  expect((await service.call('GET', `/v1/timelines/harbour/events/${idOf('1899')}`)).status).toBe(200);
  expect((await service.call('GET', `/v1/timelines/harbour/events/${idOf('1931')}`)).status).toBe(404);
});

test('an editor sets where the map opens and which end of the list comes first', async () => {
  const opening = { from: '1900-01-01', to: '1919-12-31' };
  await save('opened', { query: {}, opening, order: 'desc' });
  const overview = await service.call('GET', '/v1/timelines/opened/overview?buckets=40');
  expect(overview.json.opening).toEqual(opening);
  const page = (await service.call('GET', '/embed/opened')).text;
  expect(page).toContain('The map opens on 1900 – 1919.');
  const at = (year: string): number => page.indexOf(`id="e-${idOf(year)}"`);
  expect([at('1952') > 0, at('1952') < at('1902')]).toEqual([true, true]);
  const window = await service.call('GET', '/v1/timelines/opened/overview?from=1930-01-01');
  expect(window.json).not.toHaveProperty('opening');
  const backwards = { title: 'x', opening: { from: '1950-01-01', to: '1900-01-01' } };
  const refused = await service.call('PUT', '/v1/timelines/backwards', { key: admin, body: backwards });
  expect([refused.status, refused.json.errors?.[0]?.field ?? refused.json.field]).toEqual([400, 'opening.to']);
});

test('key moments and the most important first are one answer, on every list and in files', async () => {
  await save('ranked', {});
  const importances = new Map(
    (await service.call('GET', '/v1/events?limit=200', { key: admin })).json.events.map(
      ({ id, importance }: { id: string; importance: number }) => [id, importance],
    ),
  );
  for (const path of ['/v1/events', '/v1/timelines/ranked/events']) {
    const ranked = (await service.call('GET', `${path}?order=importance&limit=4`, { key: admin })).json;
    const found = ranked.events.map(({ id }: { id: string }) => importances.get(id));
    expect(found).toEqual([...importances.values()].sort((a, b) => Number(b) - Number(a)).slice(0, 4));
    expect(ranked.next).toBeNull();
    const top = (await service.call('GET', `${path}?top=3&order=desc`, { key: admin })).json;
    const days = top.events.map(({ date }: { date: { start: string } }) => date.start);
    expect([days.length, top.next]).toEqual([3, null]);
    expect(days).toEqual([...days].sort().reverse());
  }
  const file = await service.call('GET', '/v1/timelines/ranked/events.json?top=3');
  expect([file.json.events.length, file.json.total]).toEqual([3, 3]);
  const hidden = idOf('1931');
  await save('ranked-curated', { hidden: [hidden] });
  const curated = await service.call('GET', '/v1/timelines/ranked-curated/events?order=importance&limit=200');
  expect(curated.json.events.map(({ id }: { id: string }) => id)).not.toContain(hidden);
});

test('the likely duplicates of an event are listed for callers who may read them', async () => {
  const text = 'A fire burned down the station on 3 May 1902.';
  await service.call('POST', '/v1/articles', {
    key: admin,
    body: { text, publishedAt: '1980-01-01', collection: 'two' },
  });
  const again = 'Flames took the station on 6 May 1902. The mayor married on 2 May 1902.';
  await service.call('POST', '/v1/articles', {
    key: admin,
    body: { text: again, publishedAt: '1981-01-01', collection: 'two' },
  });
  await service.process();
  const { events } = (await service.call('GET', '/v1/events?collection=two', { key: admin })).json;
  const [own] = events.filter(({ date }: { date: { start: string } }) => date.start === '1902-05-03');
  const answer = await service.call('GET', `/v1/events/${own.id}/doubles`, { key: admin });
  expect(answer.status).toBe(200);
  expect(answer.json.doubles.length).toBeGreaterThan(0);
  for (const { event, because } of answer.json.doubles) {
    expect(event.id).not.toBe(own.id);
    expect(because.length).toBeGreaterThan(1);
  }
  const elsewhere = await service.key({ scopes: ['read'], collections: ['main'] });
  expect((await service.call('GET', `/v1/events/${own.id}/doubles`, { key: elsewhere })).status).toBe(404);
});
