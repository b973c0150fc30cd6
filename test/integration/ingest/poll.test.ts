import { startTestEngine, type TestEngine } from '../store/engine-table.ts';
import { rss, rssItem } from './feed-fixtures.ts';
import { type FeedService, startFeedService } from './feed-service.ts';
import { type NastyWeb, startNastyWeb } from './nasty-web.ts';

let engine: TestEngine;
let web: NastyWeb;
let service: FeedService;

beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  web = await startNastyWeb();
  service = await startFeedService(engine, { web, hosts: ['news.test', 'paper.test'] });
});
afterEach(() => web.stop());

const DAY = 86_400;
const HOUR = 3600;
const one = rss([rssItem({ n: 1 })]);
/** Polls a feed so many times, a day apart. */
async function pollDaily(times: number): Promise<void> {
  for (let day = 0; day < times; day += 1) {
    await service.tick();
    service.pass(2 * DAY);
  }
}
const secondsUntil = (at: string) => (Date.parse(at) - Date.parse(service.now())) / 1000;

test('the items of a feed become articles, once', async () => {
  web.serve('news.test/rss', {
    headers: { 'content-type': 'application/rss+xml' },
    body: rss([rssItem({ n: 1 }), rssItem({ n: 2 })]),
  });
  const { id } = await service.follow('news.test/rss', { tags: ['city'] });
  await service.tick();
  const articles = await service.articles();
  const shown = articles.map(({ title, url, publishedAt, tags, source, feedId }) => ({
    title,
    url,
    publishedAt,
    tags,
    source,
    feedId,
  }));
  expect(shown).toEqual(
    [1, 2].map((n) => ({
      title: `Story ${n}`,
      url: `http://news.test/story/${n}`,
      publishedAt: `2026-03-02T0${n}:00:00+01:00`,
      tags: ['city'],
      source: 'news.test',
      feedId: id,
    })),
  );
  const feed = await service.feed(id);
  expect(feed).toMatchObject({
    title: 'The News',
    failures: 0,
    articlesSeen: 2,
    lastSuccessAt: service.now(),
    status: 'active',
  });
  service.pass(DAY);
  await service.tick();
  expect(web.asked('news.test/rss')).toBe(2);
  expect(await service.articles()).toHaveLength(2);
  expect((await service.feed(id)).articlesSeen).toBe(2);
});

describe('asking conditionally', () => {
  test('validators go back byte for byte, both are updated, and 304 costs nothing', async () => {
    const etags = ['W/"a,b \\"1"', '"second"'];
    let at = 0;
    web.serve('news.test/rss', (request, response) => {
      const etag = etags[at] ?? '';
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304, { etag: etags[1] ?? '', 'last-modified': 'sometime last week' }).end();
        at = 1;
      } else response.writeHead(200, { etag, 'last-modified': 'Mon, 02 Mar 2026 08:00:00 GMT' }).end(one);
    });
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    expect(await service.feed(id)).toMatchObject({ etag: etags[0], lastModified: 'Mon, 02 Mar 2026 08:00:00 GMT' });
    service.pass(DAY);
    await service.tick();
    expect(await service.feed(id)).toMatchObject({ etag: etags[1], lastModified: 'sometime last week', failures: 0 });
    service.pass(DAY);
    await service.tick();
    expect(web.requests.map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']])).toEqual([
      [undefined, undefined],
      [etags[0], 'Mon, 02 Mar 2026 08:00:00 GMT'],
      [etags[1], 'sometime last week'],
    ]);
  });

  test('an answer without validators leaves none of an older one', async () => {
    web.serve('news.test/rss', { headers: { etag: '"1"', 'last-modified': 'then' }, body: one });
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    web.serve('news.test/rss', { headers: { etag: '"2"' }, body: one });
    await pollDaily(2);
    expect((await service.feed(id)).etag).toBe('"2"');
    expect((await service.feed(id)).lastModified).toBeUndefined();
  });

  test('a feed that breaks off is asked for in full the next time, and its health says why', async () => {
    web.serve('news.test/rss', { headers: { etag: '"half"' }, body: one.slice(0, -16).concat('<item><title>Cut') });
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    const feed = await service.feed(id);
    expect(await service.articles()).toHaveLength(1);
    expect(feed.etag).toBeUndefined();
    expect(feed.memory?.['notice']).toMatch(/breaks off in the middle/);
  });
});

describe('a feed that moves', () => {
  const moved = (status: number) =>
    web.serve('news.test/rss', { status, headers: { location: web.url('paper.test/feed') } });

  test.each([301, 308])('for good (%d), three times in a row, is polled where it went', async (status) => {
    moved(status);
    web.serve('paper.test/feed', { body: one });
    const { id } = await service.follow('news.test/rss');
    await pollDaily(2);
    expect((await service.feed(id)).url).toBe(web.url('news.test/rss'));
    await pollDaily(1);
    expect((await service.feed(id)).url).toBe(web.url('paper.test/feed'));
    await pollDaily(1);
    expect(web.asked('news.test/rss')).toBe(3);
    expect(web.asked('paper.test/feed')).toBe(4);
    expect(await service.articles()).toHaveLength(1);
  });

  test.each([302, 303, 307])('for now (%d) stays where it is', async (status) => {
    moved(status);
    web.serve('paper.test/feed', { body: one });
    const { id } = await service.follow('news.test/rss');
    await pollDaily(5);
    expect((await service.feed(id)).url).toBe(web.url('news.test/rss'));
  });

  test('to a page that is no feed stays where it is', async () => {
    web.serve('news.test/rss', { body: one });
    const { id } = await service.follow('news.test/rss');
    await pollDaily(1);
    moved(301);
    web.serve('paper.test/feed', {
      headers: { 'content-type': 'text/html' },
      body: '<html><title>Closed for repairs</title></html>',
    });
    await pollDaily(6);
    const feed = await service.feed(id);
    expect(feed.url).toBe(web.url('news.test/rss'));
    expect(feed.lastError).toMatch(
      /web page \(“Closed for repairs”\) instead of a feed; perhaps the site is being worked on/,
    );
  });

  test('somewhere else each time stays where it is', async () => {
    let n = 0;
    web.serve('news.test/rss', (_request, response) =>
      response.writeHead(301, { location: web.url(`paper.test/feed${n++}`) }).end(),
    );
    for (let at = 0; at < 5; at += 1) web.serve(`paper.test/feed${at}`, { body: one });
    const { id } = await service.follow('news.test/rss');
    await pollDaily(5);
    expect((await service.feed(id)).url).toBe(web.url('news.test/rss'));
  });
});

describe('a feed that fails', () => {
  test('410 ends it: it is not asked for again, and its articles stay', async () => {
    web.serve('news.test/rss', { body: one });
    const { id } = await service.follow('news.test/rss');
    await pollDaily(1);
    web.serve('news.test/rss', { status: 410 });
    await pollDaily(4);
    expect(web.asked('news.test/rss')).toBe(2);
    expect(await service.feed(id)).toMatchObject({
      status: 'gone',
      lastError: expect.stringContaining('ended this feed'),
    });
    expect(await service.articles()).toHaveLength(1);
  });

  test('429 with Retry-After is not asked before that', async () => {
    web.serve('news.test/rss', { status: 429, headers: { 'retry-after': '7200' } });
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    const feed = await service.feed(id);
    expect(feed).toMatchObject({ failures: 1, lastError: expect.stringContaining('asks us to come less often') });
    expect(secondsUntil(feed.nextPollAt)).toBe(7200);
  });

  test('503 with a date for Retry-After is not asked before that', async () => {
    web.serve('news.test/rss', { status: 503, headers: { 'retry-after': 'Mon, 02 Mar 2026 18:00:00 GMT' } });
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    expect((await service.feed(id)).nextPollAt).toBe('2026-03-02T18:00:00.000Z');
  });

  test('is asked less and less, says so in words, and recovers at once', async () => {
    web.serve('news.test/rss', { status: 500 });
    const { id } = await service.follow('news.test/rss');
    const waits: number[] = [];
    for (let poll = 0; poll < 4; poll += 1) {
      await service.tick();
      const wait = secondsUntil((await service.feed(id)).nextPollAt);
      waits.push(wait / 60);
      service.pass(wait);
    }
    expect(waits).toEqual([7.5, 15, 30, 60]);
    expect(await service.feed(id)).toMatchObject({
      failures: 4,
      lastError: expect.stringMatching(/The server is in trouble: news.test:\d+ answered 500/),
    });
    web.serve('news.test/rss', { body: one });
    await service.tick();
    const well = await service.feed(id);
    expect(well).toMatchObject({ failures: 0, lastSuccessAt: service.now() });
    expect(well.lastError).toBeUndefined();
  });

  test.each([
    [401, /subscribers only/],
    [403, /does not let us read/],
    [404, /no feed at this address/],
    [451, /legal reasons/],
  ])('%d is told in words', async (status, words) => {
    web.serve('news.test/rss', { status });
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    expect((await service.feed(id)).lastError).toMatch(words);
  });

  test('hostile bytes are told in words, and nothing becomes an article', async () => {
    web.serve('news.test/rss', {
      body: '<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><item><title>&a;</title></item></channel></rss>',
    });
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    expect((await service.feed(id)).lastError).toMatch(/XML entities/);
    expect(await service.articles()).toHaveLength(0);
  });

  test('a redirect to the metadata of the cloud is told in words, without its address', async () => {
    web.serve('news.test/rss', { status: 302, headers: { location: 'http://169.254.169.254/latest/' } });
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    expect((await service.feed(id)).lastError).toMatch(/private, local or reserved/);
  });
});

describe('a page instead of a feed', () => {
  test('leads to the feed that it names', async () => {
    web.serve('news.test/', {
      headers: { 'content-type': 'text/html' },
      body: '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
    });
    web.serve('news.test/rss', { body: one });
    const { id } = await service.follow('news.test/');
    await service.tick();
    expect(await service.feed(id)).toMatchObject({ url: web.url('news.test/rss'), title: 'The News', failures: 0 });
    expect(await service.articles()).toHaveLength(1);
  });

  test('that names none is told in words', async () => {
    web.serve('news.test/', {
      headers: { 'content-type': 'text/html' },
      body: '<html><head><title>Hello</title></head></html>',
    });
    const { id } = await service.follow('news.test/');
    await service.tick();
    expect((await service.feed(id)).lastError).toMatch(/“Hello”.*names no feed/);
  });

  test('whose feed is followed already is not followed twice', async () => {
    web.serve('news.test/', {
      headers: { 'content-type': 'text/html' },
      body: '<link rel="alternate" type="application/rss+xml" href="/rss">',
    });
    web.serve('news.test/rss', { body: one });
    const feed = await service.follow('news.test/rss');
    const page = await service.follow('news.test/');
    await service.tick();
    expect(await service.feed(page.id)).toMatchObject({ status: 'gone', lastError: expect.stringContaining(feed.id) });
  });
});

describe('the rhythm', () => {
  test('follows the dates of the items', async () => {
    const at = (hour: number) => `Mon, 02 Mar 2026 ${String(hour).padStart(2, '0')}:00:00 GMT`;
    web.serve('news.test/rss', { body: rss([4, 6, 8, 10].map((hour) => rssItem({ n: hour, at: at(hour) }))) });
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    const feed = await service.feed(id);
    expect(feed.intervalSeconds).toBe(HOUR);
    expect(feed.articlesPerDay).toBe(4);
    expect(secondsUntil(feed.nextPollAt)).toBe(1.05 * HOUR);
  });

  test('keeps to ttl, skipHours and Cache-Control, also when the next answer is 304', async () => {
    const body = rss([rssItem({ n: 1 })], '<ttl>240</ttl><skipHours><hour>16</hour></skipHours>');
    web.serve('news.test/rss', (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304, { 'cache-control': 'max-age=36000' }).end();
      else response.writeHead(200, { etag: '"1"', 'cache-control': 'max-age=60' }).end(body);
    });
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    expect((await service.feed(id)).nextPollAt).toBe('2026-03-02T17:00:00.000Z');
    service.pass(DAY);
    await service.tick();
    expect(secondsUntil((await service.feed(id)).nextPollAt)).toBeGreaterThanOrEqual(36_000);
  });

  test('is not shorter than whoever added the feed wanted', async () => {
    web.serve('news.test/rss', { body: one });
    const { id } = await service.follow('news.test/rss', { intervalSeconds: 3 * DAY });
    await service.tick();
    expect(secondsUntil((await service.feed(id)).nextPollAt)).toBeGreaterThanOrEqual(3 * DAY);
  });
});

test('no two requests to one host come together, and a pause lies between them', async () => {
  for (let n = 0; n < 5; n += 1) web.serve(`news.test/rss${n}`, { body: one });
  for (let n = 0; n < 5; n += 1) await service.follow(`news.test/rss${n}`);
  await service.tick();
  expect(web.requests).toHaveLength(5);
  expect(service.pauses).toEqual([1000, 1000, 1000, 1000]);
});

test('a host that another worker is talking to is left alone, and its feeds stay due', async () => {
  web.serve('news.test/rss', { body: one });
  await service.follow('news.test/rss');
  await service.store.leases.put(
    `host:news.test:${web.port}`,
    'another worker',
    new Date(Date.parse(service.now()) + 60_000).toISOString(),
  );
  await service.tick();
  expect(web.requests).toHaveLength(0);
  service.pass(61);
  await service.tick();
  expect(await service.articles()).toHaveLength(1);
});
