import { startTestEngine, type TestEngine } from '../store/engine-table.ts';
import { page, prose, rss, rssItem } from './feed-fixtures.ts';
import { type FeedService, startFeedService } from './feed-service.ts';
import { type NastyWeb, startNastyWeb } from './nasty-web.ts';

let engine: TestEngine;
let web: NastyWeb;
let service: FeedService;
const hosts = ['news.test', 'paper.test', 'm.news.test', 'evil.test'];

beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  web = await startNastyWeb();
  service = await startFeedService(engine, { web, hosts });
});
afterEach(() => web.stop());

const DAY = 86_400;
const html = { 'content-type': 'text/html; charset=utf-8' };
const teaser = (n: number, more: Partial<Parameters<typeof rssItem>[0]> = {}) =>
  rssItem({ n, link: web.url(`news.test/story/${n}`), words: 'What it is about, in a line. Read more…', ...more });
const again = async () => {
  service.pass(2 * DAY);
  await service.tick();
};
const serveFeed = (...items: string[]) => web.serve('news.test/rss', { body: rss(items) });

describe('a large feed', () => {
  test('of ten thousand items is read in the time there is, says what it leaves out, and goes on where it was', async () => {
    let turns = 0;
    const slow = await startFeedService(engine, { web, hosts, remainingMs: () => (turns++ < 200 ? 300_000 : 10_000) });
    const day = (n: number) => new Date(Date.UTC(2026, 1, 1) - n * 3_600_000).toUTCString();
    serveFeed(
      ...Array.from({ length: 10_000 }, (_, n) =>
        rssItem({ n, at: day(n), words: `Note ${n} of the year 1866.` }).replace(/<link>.*?<\/link>/, ''),
      ),
    );
    const { id } = await slow.follow('news.test/rss');
    await slow.tick();
    const first = (await slow.feed(id)).articlesSeen;
    expect(first).toBeGreaterThan(100);
    expect(first).toBeLessThan(220);
    const feed = await slow.feed(id);
    expect(feed).toMatchObject({ failures: 0, nextPollAt: '2026-03-02T12:01:00.000Z' });
    expect(feed.memory?.notice).toMatch(/10000 items; the newest 4000/);
    const titles = (await slow.articles()).map(({ title }) => Number(title?.replace('Story ', '')));
    expect(Math.max(...titles)).toBeLessThan(220);
    turns = 0;
    slow.pass(61);
    await slow.tick();
    expect((await slow.feed(id)).articlesSeen).toBeGreaterThan(first + 100);
    expect(new Set((await slow.articles()).map(({ title }) => title)).size).toBe((await slow.feed(id)).articlesSeen);
  });

  test('of which there is no time for all is taken up where it was left, soon and in full', async () => {
    let pages = 0;
    const slow = await startFeedService(engine, { web, hosts, remainingMs: () => (pages < 3 ? 300_000 : 10_000) });
    web.serve('news.test/rss', (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(rss([1, 2, 3, 4, 5].map((n) => teaser(n))));
    });
    for (let n = 1; n <= 5; n += 1) {
      web.serve(`news.test/story/${n}`, (_request, response) => {
        pages += 1;
        response.writeHead(200, html).end(page(prose(`Page ${n} is of 1928.`)));
      });
    }
    const { id } = await slow.follow('news.test/rss');
    await slow.tick();
    expect(await slow.articles()).toHaveLength(3);
    const feed = await slow.feed(id);
    expect(feed.etag).toBeUndefined();
    expect(Date.parse(feed.nextPollAt) - Date.parse(slow.now())).toBe(60_000);
    pages = 0;
    slow.pass(61);
    await slow.tick();
    expect(await slow.articles()).toHaveLength(5);
    expect((await slow.feed(id)).etag).toBe('"1"');
  });
});

describe('sitemaps', () => {
  const entry = (n: number) =>
    `<url><loc>${web.url(`news.test/story/${n}`)}</loc><news:news><news:publication_date>2026-03-01T0${n}:00:00Z</news:publication_date><news:title>Story ${n}</news:title></news:news></url>`;
  const sitemap = (...entries: string[]) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${entries.join('')}</urlset>`;

  test('of news give articles, and an index leads to its newest ones on the same host', async () => {
    const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>${web.url('news.test/old.xml')}</loc><lastmod>2020-01-01</lastmod></sitemap>
      <sitemap><loc>${web.url('news.test/new.xml')}</loc><lastmod>2026-03-01</lastmod></sitemap>
      <sitemap><loc>${web.url('paper.test/foreign.xml')}</loc><lastmod>2026-03-02</lastmod></sitemap></sitemapindex>`;
    web.serve('news.test/sitemap.xml', { body: index });
    web.serve('news.test/new.xml', { body: sitemap(entry(1), entry(2)) });
    web.serve('news.test/old.xml', { body: sitemap(entry(3)) });
    for (const n of [1, 2, 3])
      web.serve(`news.test/story/${n}`, { headers: html, body: page(prose(`Page ${n} is of 1928.`)) });
    await service.follow('news.test/sitemap.xml');
    await service.tick();
    expect((await service.articles()).map(({ title, publishedAt }) => [title, publishedAt])).toEqual(
      [1, 2, 3].map((n) => [`Story ${n}`, `2026-03-01T0${n}:00:00Z`]),
    );
    expect(web.asked('paper.test/foreign.xml')).toBe(0);
    await again();
    expect(await service.articles()).toHaveLength(3);
  });
});
