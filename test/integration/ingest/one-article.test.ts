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

  test('that has moved is known at its new address to the other feeds of the site', async () => {
    serveFeed(rssItem({ n: 1, link: web.url('news.test/draft/1') }), rssItem({ n: 2 }));
    await service.follow('news.test/rss');
    await service.tick();
    serveFeed(rssItem({ n: 1, link: web.url('news.test/final/1') }), rssItem({ n: 2 }));
    await again();
    web.serve('news.test/all', {
      body: rss([rssItem({ n: 1, link: web.url('news.test/final/1'), guid: '7', words: prose('In other words.') })]),
    });
    await service.follow('news.test/all');
    await again();
    expect((await service.articles()).map(({ url }) => url)).toEqual([
      web.url('news.test/final/1'),
      'http://news.test/story/2',
    ]);
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
