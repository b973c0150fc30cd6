import iconv from 'iconv-lite';
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

describe('the body of an article', () => {
  test('is the page where the feed has only a teaser, with its date if the feed has none', async () => {
    serveFeed(teaser(1, { at: '' }));
    const head = '<meta property="article:published_time" content="2026-03-01T23:10:00+09:00">';
    web.serve('news.test/story/1', {
      headers: html,
      body: page(`${prose('The dam was built in 1928.')}\n${prose('It broke in 1929.')}`, head),
    });
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    const [article] = await service.articles();
    expect(article?.text).toContain('The dam was built in 1928.');
    expect(article?.text).not.toContain('Imprint');
    expect(article).toMatchObject({ title: 'Story 1', publishedAt: '2026-03-01T23:10:00+09:00', feedId: id });
    await again();
    expect(web.asked('news.test/story/1')).toBe(1);
    expect(web.asked('news.test/robots.txt')).toBe(1);
  });

  test('is the feed’s own where the feed gives it whole: the page is not asked for', async () => {
    serveFeed(rssItem({ n: 1, link: web.url('news.test/story/1') }));
    await service.follow('news.test/rss');
    await service.tick();
    expect((await service.articles())[0]?.text).toContain('Story 1 began in 1811.');
    expect(web.requests).toHaveLength(1);
  });

  test('is what the feed gives where robots.txt keeps the page closed, and the health says so', async () => {
    web.serve('news.test/robots.txt', { body: 'User-agent: *\nAllow: /\n\nUser-agent: dateline\nDisallow: /story/\n' });
    serveFeed(teaser(1));
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    expect((await service.articles())[0]?.text).toBe('What it is about, in a line. Read more…');
    expect(web.asked('news.test/story/1')).toBe(0);
    expect((await service.feed(id)).memory?.['notice']).toMatch(/1 article without the page’s text: robots.txt/);
  });

  test('is what the feed gives where the page has less to say', async () => {
    serveFeed(teaser(1, { words: `${prose('The dam was built in 1928.', 6)} Read more…` }));
    web.serve('news.test/story/1', { headers: html, body: page('Please log in.') });
    await service.follow('news.test/rss');
    await service.tick();
    expect((await service.articles())[0]?.text).toContain('built in 1928');
  });

  test.each([
    ['not found', { status: 404 }],
    ['not a web page', { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' }],
    ['the home page instead', { status: 302, headers: { location: '/' } }],
  ])('is what the feed gives where the page is %s', async (_what, answer) => {
    serveFeed(teaser(1));
    web.serve('news.test/', { headers: html, body: page(prose('Welcome.')) });
    web.serve('news.test/story/1', answer);
    await service.follow('news.test/rss');
    await service.tick();
    expect((await service.articles())[0]?.text).toBe('What it is about, in a line. Read more…');
  });

  test('waits where the page is ill, for three polls, and then is what the feed gives', async () => {
    serveFeed(teaser(1));
    web.serve('news.test/story/1', { status: 503 });
    await service.follow('news.test/rss');
    await service.tick();
    await again();
    expect(await service.articles()).toHaveLength(0);
    await again();
    expect((await service.articles())[0]?.text).toBe('What it is about, in a line. Read more…');
    await again();
    expect(web.asked('news.test/story/1')).toBe(3);
  });

  test('waits where the page is ill, and is the page once it is well', async () => {
    serveFeed(teaser(1));
    web.serve('news.test/story/1', { status: 503 });
    await service.follow('news.test/rss');
    await service.tick();
    web.serve('news.test/story/1', { headers: html, body: page(prose('The dam was built in 1928.')) });
    await again();
    expect((await service.articles())[0]?.text).toContain('built in 1928');
  });

  test('is read in the page’s own charset', async () => {
    serveFeed(teaser(1));
    const body = iconv.encode(
      page(prose('Плотину построили в 1928 году.'), '<meta charset="windows-1251">'),
      'windows-1251',
    );
    web.serve('news.test/story/1', { headers: { 'content-type': 'text/html' }, body });
    await service.follow('news.test/rss');
    await service.tick();
    expect((await service.articles())[0]?.text).toContain('Плотину построили в 1928 году.');
  });

  test('does not bring down the poll, however deep its page nests', async () => {
    serveFeed(teaser(1), rssItem({ n: 2 }));
    web.serve('news.test/story/1', {
      headers: html,
      body: `${'<div>'.repeat(300_000)}${prose('The dam was built in 1928.')}`,
    });
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    expect(await service.articles()).toHaveLength(2);
    expect((await service.feed(id)).failures).toBe(0);
  });

  test('is never a day that is still to come', async () => {
    serveFeed(rssItem({ n: 1, at: 'Fri, 02 Mar 2046 08:00:00 GMT' }));
    await service.follow('news.test/rss');
    await service.tick();
    expect((await service.articles())[0]?.publishedAt).toBeUndefined();
  });
});

describe('one article', () => {
  test('comes from two feeds that carry it, with the tags of both', async () => {
    serveFeed(rssItem({ n: 1 }));
    web.serve('news.test/politics', {
      body: rss([rssItem({ n: 1, link: 'https://www.news.test/story/1/?utm_source=rss', guid: 'other-name' })]),
    });
    await service.follow('news.test/rss', { tags: ['all'] });
    await service.follow('news.test/politics', { tags: ['politics'] });
    await service.tick();
    const articles = await service.articles();
    expect(articles.map(({ tags }) => tags)).toEqual([['all', 'politics']]);
    await again();
    await again();
    expect((await service.articles()).map(({ contentHash }) => contentHash)).toEqual(
      articles.map(({ contentHash }) => contentHash),
    );
  });

  test('is known by the canonical address of its page, whatever the feed calls it', async () => {
    serveFeed(
      teaser(1, { link: web.url('m.news.test/go?item=1'), guid: 'a' }),
      teaser(2, { link: web.url('news.test/story/1?edition=late'), guid: 'b' }),
    );
    const head = `<link rel="canonical" href="${web.url('news.test/story/1')}">`;
    const body = page(prose('The dam was built in 1928.'), head);
    web.serve('m.news.test/go?item=1', { headers: html, body });
    web.serve('news.test/story/1?edition=late', { headers: html, body });
    await service.follow('news.test/rss');
    await service.tick();
    expect((await service.articles()).map(({ url }) => url)).toEqual([web.url('news.test/story/1')]);
    await again();
    expect(await service.articles()).toHaveLength(1);
  });

  test('cannot be taken over by a page of another site that claims its address', async () => {
    serveFeed(rssItem({ n: 1, link: web.url('news.test/story/1') }));
    web.serve('evil.test/rss', { body: rss([teaser(1, { link: web.url('evil.test/fake'), guid: 'x' })]) });
    const head = `<link rel="canonical" href="${web.url('news.test/story/1')}">`;
    web.serve('evil.test/fake', { headers: html, body: page(prose('None of it happened.'), head) });
    await service.follow('news.test/rss');
    await service.follow('evil.test/rss');
    await service.tick();
    const texts = (await service.articles()).map(({ url, text }) => [url, text?.includes('None of it')]);
    expect(texts).toContainEqual([web.url('news.test/story/1'), false]);
    expect(texts).toContainEqual([web.url('evil.test/fake'), true]);
  });

  test('cannot be changed by another feed that links to it, only by the one that brought it', async () => {
    serveFeed(rssItem({ n: 1, link: web.url('news.test/story/1') }));
    web.serve('evil.test/rss', {
      body: rss([rssItem({ n: 1, link: web.url('news.test/story/1'), words: prose('None of it happened.') })]),
    });
    const first = await service.follow('news.test/rss');
    await service.tick();
    await service.follow('evil.test/rss');
    await again();
    web.serve('evil.test/rss', {
      body: rss([rssItem({ n: 1, link: web.url('news.test/story/1'), words: prose('Nothing at all happened.') })]),
    });
    await again();
    expect((await service.articles()).map(({ text }) => text?.slice(0, 23))).toEqual(['Story 1 began in 1811. ']);
    await service.store.feeds.remove(first.id);
    web.serve('evil.test/rss', {
      body: rss([rssItem({ n: 1, link: web.url('news.test/story/1'), words: prose('Corrected: it began in 1812.') })]),
    });
    await again();
    expect((await service.articles())[0]?.text).toContain('Corrected: it began in 1812.');
  });

  test('replaces its older self when it is edited', async () => {
    serveFeed(rssItem({ n: 1 }));
    await service.follow('news.test/rss');
    await service.tick();
    const [before] = await service.articles();
    serveFeed(
      rssItem({
        n: 1,
        title: 'Story 1, corrected',
        link: 'http://news.test/story/1-corrected',
        words: prose('It began in 1899.'),
      }),
    );
    await again();
    const after = await service.articles();
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({
      id: before?.id,
      title: 'Story 1, corrected',
      url: 'http://news.test/story/1-corrected',
    });
    expect(after[0]?.text).toContain('It began in 1899.');
  });

  test('that was taken down does not come back, also when its feed changes it', async () => {
    serveFeed(rssItem({ n: 1 }), rssItem({ n: 2 }));
    await service.follow('news.test/rss');
    await service.tick();
    const [taken] = await service.articles();
    await service.store.articles.remove(taken?.id ?? '');
    serveFeed(rssItem({ n: 1, title: 'Story 1, changed' }), rssItem({ n: 2 }));
    await again();
    await again();
    expect((await service.articles()).map(({ title }) => title)).toEqual(['Story 2']);
  });
});

describe('a large feed', () => {
  test('of ten thousand items brings the newest four thousand, says so, and is quiet the next time', async () => {
    const day = (n: number) => new Date(Date.UTC(2026, 1, 1) - n * 3_600_000).toUTCString();
    const items = Array.from({ length: 10_000 }, (_, n) =>
      rssItem({ n, at: day(n), words: prose(`Note ${n}.`, 1) }).replace(
        / met again and wrote down what it had decided/,
        '',
      ),
    );
    const small = items.map((item) => item.replace(/<link>.*?<\/link>/, ''));
    serveFeed(...small);
    const { id } = await service.follow('news.test/rss');
    await service.tick();
    const feed = await service.feed(id);
    expect(feed).toMatchObject({ articlesSeen: 4000, failures: 0 });
    expect(feed.memory?.['notice']).toMatch(/10000 items; the newest 4000/);
    expect(JSON.stringify(feed.memory).length).toBeLessThan(200_000);
    const writes = jest.spyOn(service.store.articles, 'accept');
    await again();
    expect(writes).not.toHaveBeenCalled();
    expect((await service.feed(id)).articlesSeen).toBe(4000);
  }, 120_000);

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

test('pages of a site are asked for one at a time, with the pause that its robots.txt wants', async () => {
  web.serve('news.test/robots.txt', { body: 'User-agent: *\nCrawl-delay: 5\n' });
  serveFeed(teaser(1), teaser(2));
  for (const n of [1, 2])
    web.serve(`news.test/story/${n}`, { headers: html, body: page(prose(`Page ${n} is of 1928.`)) });
  await service.follow('news.test/rss');
  await service.tick();
  expect(await service.articles()).toHaveLength(2);
  expect(service.pauses.filter((pause) => pause === 5000).length).toBeGreaterThanOrEqual(2);
  expect(web.asked('news.test/robots.txt')).toBe(1);
});

test('the service names itself and whom to write to', async () => {
  serveFeed(teaser(1));
  await service.follow('news.test/rss');
  await service.tick();
  for (const { headers } of web.requests)
    expect(headers['user-agent']).toMatch(/^Dateline\/[\d.]+ \(.*\+desk@dateline\.test\)$/);
});
