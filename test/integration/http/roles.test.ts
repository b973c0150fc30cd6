import { allows } from '../../../shared/http/keys.ts';
import type { Example, Operation } from '../../../shared/http/operation.ts';
import { DESCRIBED } from '../../../shared/http/operations/all.ts';
import * as consolePages from '../../../shared/http/operations/console.ts';
import { ROUTES } from '../../../shared/http/routes.ts';
import type { Scope } from '../../../shared/store/store.ts';
import { addressOf, type Known } from './known.ts';
import { serviceForTests } from './service.ts';

/** Words that only the secret collection has: in its texts, titles, addresses, labels and queries. */
const MARK = 'xanthoplasm';
const SECRET = 'vault';

interface Role {
  readonly name: string;
  readonly key: () => string | undefined;
  readonly scopes: readonly Scope[];
}

const service = serviceForTests();
let admin: string;
let ids: Known;
const keysOf: Record<string, string> = {};

/** The callers. All but the last have rights in another collection than the requested one, or in none. */
const ROLES: readonly Role[] = [
  { name: 'nobody', key: () => undefined, scopes: [] },
  { name: 'a revoked key', key: () => keysOf.revoked, scopes: [] },
  { name: 'an expired key', key: () => keysOf.expired, scopes: [] },
  { name: 'a reader of another collection', key: () => keysOf.read, scopes: ['read'] },
  { name: 'an importer of another collection', key: () => keysOf.ingest, scopes: ['ingest'] },
  { name: 'an administrator of another collection', key: () => keysOf.admin, scopes: ['admin'] },
];

beforeAll(async () => {
  admin = await service.key({});
  for (const scope of ['read', 'ingest', 'admin'] as const)
    keysOf[scope] = await service.key({ scopes: [scope], collections: ['other'] });
  keysOf.expired = await service.key({ scopes: ['admin'], expiresAt: '2001-01-01T00:00:00.000Z' });
  keysOf.revoked = await service.key({ scopes: ['admin'] });
  await service.store.keys.revoke(keysOf.revoked.split('_')[1] ?? '', service.now());

  const text = `The ${MARK} of Geneva was opened on 12 May 1937. A storm destroyed the ${MARK} on 3 July 1951.`;
  const url = `https://example.org/${MARK}`;
  const post = async (path: string, body: object) => (await service.call('POST', path, { key: admin, body })).json;
  const article = await post('/v1/articles', { text, url, title: MARK, tags: [MARK], collection: SECRET });
  await service.process();
  const { events } = (await service.call('GET', `/v1/articles/${article.id}`, { key: admin })).json;
  const timeline = { title: MARK, description: MARK, visibility: 'private', collection: SECRET, query: {} };
  await service.call('PUT', `/v1/timelines/${SECRET}`, { key: admin, body: timeline });
  const feed = await post('/v1/feeds', { url: `${url}.rss`, collection: SECRET });
  const webhook = await post('/v1/webhooks', { url: `${url}-hook`, query: { q: MARK }, collection: SECRET });
  const key = await post('/v1/keys', { label: MARK, scopes: ['read'], collections: [SECRET] });
  const note = await post('/v1/events', { title: MARK, date: '1938', text: MARK, collection: SECRET });
  const patched = await service.call('PATCH', `/v1/events/${events[1].id}`, { key: admin, body: { title: MARK } });
  ids = {
    article: article.id,
    event: events[0].id,
    other: events[1].id,
    timeline: SECRET,
    feed: feed.id,
    webhook: webhook.id,
    key: key.id,
    edit: patched.json.edit,
    merged: events[0].id,
    note: note.id,
  };
});

const operations = new Map(
  [...DESCRIBED, ...(Object.values(consolePages) as readonly Operation[])].map((one) => [one.id, one]),
);

/** Where the route is asked for what is secret: the ids of its example replaced, and the collection named wherever one may be. */
function addressesOf(route: (typeof ROUTES)[number]): readonly string[] {
  const { params, query }: Partial<Example> = operations.get(route.operationId)?.example ?? {};
  const named = { id: idFor(route.path), file: 'console.css', ...params, slug: SECRET };
  const filled = addressOf(route, { params: named, ...(query && { query }) }, ids);
  const plain = filled.split('?')[0] ?? '';
  // Of their own collection, too: a page that they may open must not show more than it is for.
  return route.method === 'GET'
    ? [filled, ...['', `?collection=${SECRET}`, '?collection=other'].map((query) => plain + query)]
    : [filled];
}

/** The kind of record that a page's `{id}` names; the examples of the API name it themselves. */
const idFor = (path: string): string => (path.startsWith('/articles') ? 'example-article' : 'example-event');

describe.each(ROLES)('$name', ({ key, scopes }) => {
  test.each(ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s tells nothing of a collection that is not theirs, and changes nothing in it',
    async (_, route) => {
      const body = operations.get(route.operationId)?.example?.body;
      for (const path of addressesOf(route)) {
        const bearer = key();
        const answer = await service.call(route.method, path, {
          ...(bearer !== undefined && { key: bearer }),
          ...(body !== undefined && {
            body: { ...(body as object), ...(route.path.includes('articles') && { collection: SECRET }) },
          }),
        });
        const at = `${path} ${answer.status}`;
        expect({ at, told: answer.text.includes(MARK) }).toEqual({ at, told: false });
        expect({ at, isFault: answer.status >= 500 }).toEqual({ at, isFault: false });
        if (route.access === 'public' || route.access === 'timeline') continue;
        if (bearer === undefined || scopes.length === 0) expect({ at }).toEqual({ at: `${path} 401` });
        else if (!allows(scopes, route.access)) expect({ at }).toEqual({ at: `${path} 403` });
      }
      const { json } = await service.call('GET', `/v1/events/${ids.event}`, { key: admin });
      expect(json.title).toContain(MARK);
    },
  );
});

test('a key with all rights sees every object by every route that shows it', async () => {
  const shown: string[] = [];
  for (const route of ROUTES.filter(({ method }) => method === 'GET')) {
    for (const path of addressesOf(route)) {
      const { text } = await service.call('GET', path, { key: admin });
      if (text.includes(MARK)) shown.push(`${route.method} ${route.path}`);
    }
  }
  // Else the table above would prove nothing.
  expect(new Set(shown).size).toBeGreaterThan(25);
  expect(shown).toEqual(
    expect.arrayContaining(['GET /keys', 'GET /v1/keys', 'GET /events', 'GET /embed/{slug}', 'GET /v1/audit']),
  );
});

test('a key expires no later and has no higher rate limit than the key that created it', async () => {
  const expiresAt = '2100-01-01T00:00:00.000Z';
  const maker = await service.key({ scopes: ['admin'], expiresAt, requestsPerMinute: 500 });
  const make = async (wish: object) =>
    (await service.call('POST', '/v1/keys', { key: maker, body: { scopes: ['read'], collections: ['main'], ...wish } }))
      .json;
  expect(await make({})).toMatchObject({ expiresAt, requestsPerMinute: 500 });
  expect(await make({ expiresAt: '2099-01-01T00:00:00.000Z', requestsPerMinute: 5 })).toMatchObject({
    requestsPerMinute: 5,
  });
  expect(await make({ expiresAt: '2100-06-01T00:00:00.000Z' })).toMatchObject({
    code: 'key.too-far',
    field: 'expiresAt',
  });
  expect(await make({ requestsPerMinute: 501 })).toMatchObject({ code: 'key.too-far', field: 'requestsPerMinute' });
});

test('the audit of a timeline that moved to another collection shows in each collection only its content there', async () => {
  const put = (collection: string, title: string) =>
    service.call('PUT', '/v1/timelines/moving', { key: admin, body: { title, collection, query: {} } });
  await put(SECRET, `${MARK} before`);
  await put('other', 'after');
  const { json, text } = await service.call('GET', '/v1/audit?subject=moving', { key: keysOf.admin ?? '' });
  expect(json.entries).toMatchObject([{ act: 'timeline.put', collection: 'other' }]);
  expect(text).not.toContain(MARK);
});
