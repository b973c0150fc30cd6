import { feedBench, HOSTS, HTML } from './feed-bench.ts';
import { page, prose, rss, rssItem } from './feed-fixtures.ts';
import { startFeedService } from './feed-service.ts';

const bench = feedBench();
const { teaser, again, serveFeed } = bench;

describe('a large feed', () => {
  test('of ten thousand items is read within the time limit, reports how many items are left, and continues there', async () => {
    let turns = 0;
    const slow = await startFeedService(bench.engine, {
      web: bench.web,
      hosts: HOSTS,
      remainingMs: () => (turns++ < 200 ? 300_000 : 10_000),
    });
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

  test('that takes longer than one poll is continued soon after, until it is read in full', async () => {
    let pages = 0;
    const slow = await startFeedService(bench.engine, {
      web: bench.web,
      hosts: HOSTS,
      remainingMs: () => (pages < 3 ? 300_000 : 10_000),
    });
    bench.web.serve('news.test/rss', (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(rss([1, 2, 3, 4, 5].map((n) => teaser(n))));
    });
    for (let n = 1; n <= 5; n += 1) {
      bench.web.serve(`news.test/story/${n}`, (_request, response) => {
        pages += 1;
        response.writeHead(200, HTML).end(page(prose(`Page ${n} is of 1928.`)));
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
    `<url><loc>${bench.web.url(`news.test/story/${n}`)}</loc><news:news><news:publication_date>2026-03-01T0${n}:00:00Z</news:publication_date><news:title>Story ${n}</news:title></news:news></url>`;
  const sitemap = (...entries: string[]) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${entries.join('')}</urlset>`;

  test('of news give articles, and an index leads to its newest ones on the same host', async () => {
    const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>${bench.web.url('news.test/old.xml')}</loc><lastmod>2020-01-01</lastmod></sitemap>
      <sitemap><loc>${bench.web.url('news.test/new.xml')}</loc><lastmod>2026-03-01</lastmod></sitemap>
      <sitemap><loc>${bench.web.url('paper.test/foreign.xml')}</loc><lastmod>2026-03-02</lastmod></sitemap></sitemapindex>`;
    bench.web.serve('news.test/sitemap.xml', { body: index });
    bench.web.serve('news.test/new.xml', { body: sitemap(entry(1), entry(2)) });
    bench.web.serve('news.test/old.xml', { body: sitemap(entry(3)) });
    for (const n of [1, 2, 3])
      bench.web.serve(`news.test/story/${n}`, { headers: HTML, body: page(prose(`Page ${n} is of 1928.`)) });
    await bench.service.follow('news.test/sitemap.xml');
    await bench.service.tick();
    expect((await bench.service.articles()).map(({ title, publishedAt }) => [title, publishedAt])).toEqual(
      [1, 2, 3].map((n) => [`Story ${n}`, `2026-03-01T0${n}:00:00Z`]),
    );
    expect(bench.web.asked('paper.test/foreign.xml')).toBe(0);
    await again();
    expect(await bench.service.articles()).toHaveLength(3);
  });
});
