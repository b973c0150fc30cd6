import { startTestEngine, type TestEngine } from '../store/engine-table.ts';
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
  service = await startFeedService(engine, { web, hosts: ['news.test', 'old.test'] });
});
afterEach(() => web.stop());

const long = (start: string) => `${start} ${'The council met again and wrote down what it had decided. '.repeat(24)}`;
const item = (n: number, more = '') =>
  `<item><title>Story ${n}</title><link>http://news.test/story/${n}</link><guid isPermaLink="false">g-${n}</guid>` +
  `<pubDate>Mon, 02 Mar 2026 0${n}:00:00 +0100</pubDate><description>${long(`Story ${n} ${more}`)}</description></item>`;
const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The News</title><link>http://news.test/</link>${items.join('')}</channel></rss>`;

test('the items of a feed become articles, once', async () => {
  web.serve('news.test/rss', { headers: { 'content-type': 'application/rss+xml' }, body: rss(item(1), item(2)) });
  const { id } = await service.follow('news.test/rss', { tags: ['city'] });
  await service.tick();
  const articles = await service.articles();
  expect(
    articles.map(({ title, url, publishedAt, tags, source, feedId }) => ({
      title,
      url,
      publishedAt,
      tags,
      source,
      feedId,
    })),
  ).toEqual(
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

  service.pass(86_400);
  await service.tick();
  expect(web.asked('news.test/rss')).toBe(2);
  expect(await service.articles()).toHaveLength(2);
  expect((await service.feed(id)).articlesSeen).toBe(2);
});

test('validators go back byte for byte, both are updated, and 304 costs nothing', async () => {
  const etags = ['W/"a,b \\"1"', '"second"'];
  let at = 0;
  web.serve('news.test/rss', (request, response) => {
    const etag = etags[at] ?? '';
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag: etags[1] ?? '', 'last-modified': 'sometime last week' }).end();
      at = 1;
    } else response.writeHead(200, { etag, 'last-modified': 'Mon, 02 Mar 2026 08:00:00 GMT' }).end(rss(item(1)));
  });
  const { id } = await service.follow('news.test/rss');
  await service.tick();
  expect(await service.feed(id)).toMatchObject({ etag: etags[0], lastModified: 'Mon, 02 Mar 2026 08:00:00 GMT' });
  service.pass(86_400);
  await service.tick();
  expect(await service.feed(id)).toMatchObject({ etag: etags[1], lastModified: 'sometime last week', failures: 0 });
  service.pass(86_400);
  await service.tick();
  expect(web.requests.map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']])).toEqual([
    [undefined, undefined],
    [etags[0], 'Mon, 02 Mar 2026 08:00:00 GMT'],
    [etags[1], 'sometime last week'],
  ]);
});
