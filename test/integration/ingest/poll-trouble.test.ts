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
const one = rss([rssItem({ n: 1 })]);
/** Polls a feed so many times, a day apart. */
async function pollDaily(times: number): Promise<void> {
  for (let day = 0; day < times; day += 1) {
    await service.tick();
    service.pass(2 * DAY);
  }
}
const secondsUntil = (at: string) => (Date.parse(at) - Date.parse(service.now())) / 1000;

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
