import fc from 'fast-check';
import { known } from './known.ts';
import { serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;

beforeAll(async () => {
  admin = await service.key({ requestsPerMinute: 1_000_000 });
  await known(service, admin);
});

const day = fc.oneof(
  fc.constantFrom('-9999-01-01', '9999-12-31', '0000-02-29', '-0043-03-15', '1937-05-12', '2013-02-30', ''),
  fc
    .tuple(fc.integer({ min: -200, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([y, m, d]) => {
      const two = (n: number) => String(n).padStart(2, '0');
      return `${y < 0 ? '-' : ''}${String(Math.abs(y)).padStart(4, '0')}-${two(m)}-${two(d)}`;
    }),
);
const word = fc.oneof(
  fc.constantFrom('bridge', 'bridges', 'a|b', '%', 'main', 'council'),
  fc.string({ maxLength: 20, unit: 'grapheme' }),
);
const parameters = fc.array(
  fc.oneof(
    fc.tuple(fc.constantFrom('from', 'to'), day),
    fc.tuple(fc.constantFrom('entity', 'keyword', 'source', 'tag', 'prefix', 'kind', 'cursor', 'token', 'event'), word),
    fc.tuple(fc.constant('modality'), fc.constantFrom('asserted', 'planned', 'negated')),
    fc.tuple(fc.constant('basis'), fc.constantFrom('stated', 'carried', 'published')),
    fc.tuple(fc.constant('match'), fc.constantFrom('within', 'intersects')),
    fc.tuple(fc.constant('order'), fc.constantFrom('asc', 'desc')),
    fc.tuple(fc.constantFrom('limit', 'buckets', 'dates', 'sentences'), fc.integer({ min: -2, max: 210 }).map(String)),
    fc.tuple(fc.constant('minImportance'), fc.double({ min: 0, max: 1, noNaN: true }).map(String)),
    fc.tuple(fc.constant('collection'), fc.constantFrom('main', 'sample', 'none')),
  ),
  { maxLength: 5 },
);
const path = fc.constantFrom(
  '/v1/events',
  '/v1/overview',
  '/v1/facets',
  '/v1/timelines/sample/events',
  '/v1/timelines/sample/overview',
  '/v1/timelines/sample/digest',
  '/v1/timelines/sample/events.csv',
  '/v1/timelines/sample/events.grafana.json',
  '/v1/timelines/sample/events.svg',
  '/embed/sample',
  '/oembed',
  '/',
  '/events',
  '/events/none',
  '/articles/none',
  '/timelines/sample',
  '/feeds',
  '/keys',
);

test('no query string makes a read answer 500', async () => {
  await fc.assert(
    fc.asyncProperty(path, parameters, async (where, pairs) => {
      const { status, headers, text } = await service.call('GET', `${where}?${new URLSearchParams(pairs)}`, {
        key: admin,
      });
      expect([200, 400, 403, 404]).toContain(status);
      const isPage = /^\/(?!v1|oembed|embed)/.test(where);
      if (status !== 200 && !isPage) expect(headers['content-type']).toBe('application/problem+json');
      expect(text.length).toBeGreaterThan(0);
    }),
    { numRuns: 250 },
  );
  expect(service.errors).toEqual([]);
});

test('no JSON body makes a write answer 500', async () => {
  const article = fc.record(
    {
      text: fc.oneof(
        fc.string({ unit: 'binary' }),
        word.map((one) => `The ${one} was opened on 12 May 1937.`),
        fc.jsonValue(),
      ),
      title: fc.oneof(word, fc.jsonValue()),
      publishedAt: fc.oneof(day, fc.jsonValue()),
      url: fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom('http://[::1', 'https://a@b:c', 'http://%00')),
      tags: fc.array(word, { maxLength: 3 }),
      collection: fc.constantFrom('main', 'sample', '../x'),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('/v1/extract', '/v1/articles'),
      fc.oneof(article, fc.jsonValue()),
      async (where, body) => {
        const { status } = await service.call('POST', where, { key: admin, body: JSON.stringify(body) });
        expect([200, 202, 400]).toContain(status);
      },
    ),
    { numRuns: 150 },
  );
  await service.process();
  expect(service.errors).toEqual([]);
});
