import { feedBench, HTML } from './feed-bench.ts';
import { page, prose, rss, rssItem } from './feed-fixtures.ts';

const bench = feedBench();
const { teaser, again, serveFeed } = bench;

describe('one article', () => {
  test('carried by two feeds is stored once, with the tags of both', async () => {
    serveFeed(rssItem({ n: 1 }));
    bench.web.serve('news.test/politics', {
      body: rss([rssItem({ n: 1, link: 'https://www.news.test/story/1/?utm_source=rss', guid: 'other-name' })]),
    });
    await bench.service.follow('news.test/rss', { tags: ['all'] });
    await bench.service.follow('news.test/politics', { tags: ['politics'] });
    await bench.service.tick();
    const articles = await bench.service.articles();
    expect(articles.map(({ tags }) => tags)).toEqual([['all', 'politics']]);
    await again();
    await again();
    expect((await bench.service.articles()).map(({ contentHash }) => contentHash)).toEqual(
      articles.map(({ contentHash }) => contentHash),
    );
  });

  test('is identified by the canonical address of its page, whatever address the feed gives', async () => {
    serveFeed(
      teaser(1, { link: bench.web.url('m.news.test/go?item=1'), guid: 'a' }),
      teaser(2, { link: bench.web.url('news.test/story/1?edition=late'), guid: 'b' }),
    );
    const head = `<link rel="canonical" href="${bench.web.url('news.test/story/1')}">`;
    const body = page(prose('The dam was built in 1928.'), head);
    bench.web.serve('m.news.test/go?item=1', { headers: HTML, body });
    bench.web.serve('news.test/story/1?edition=late', { headers: HTML, body });
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.articles()).map(({ url }) => url)).toEqual([bench.web.url('news.test/story/1')]);
    await again();
    expect(await bench.service.articles()).toHaveLength(1);
  });

  test('cannot be taken over by a page of another site that claims its address', async () => {
    serveFeed(rssItem({ n: 1, link: bench.web.url('news.test/story/1') }));
    bench.web.serve('evil.test/rss', { body: rss([teaser(1, { link: bench.web.url('evil.test/fake'), guid: 'x' })]) });
    const head = `<link rel="canonical" href="${bench.web.url('news.test/story/1')}">`;
    bench.web.serve('evil.test/fake', { headers: HTML, body: page(prose('None of it happened.'), head) });
    await bench.service.follow('news.test/rss');
    await bench.service.follow('evil.test/rss');
    await bench.service.tick();
    const texts = (await bench.service.articles()).map(({ url, text }) => [url, text?.includes('None of it')]);
    expect(texts).toContainEqual([bench.web.url('news.test/story/1'), false]);
    expect(texts).toContainEqual([bench.web.url('evil.test/fake'), true]);
  });

  test('cannot be changed by another feed that links to it, only by the one that brought it', async () => {
    serveFeed(rssItem({ n: 1, link: bench.web.url('news.test/story/1') }));
    bench.web.serve('evil.test/rss', {
      body: rss([rssItem({ n: 1, link: bench.web.url('news.test/story/1'), words: prose('None of it happened.') })]),
    });
    const first = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    await bench.service.follow('evil.test/rss');
    await again();
    bench.web.serve('evil.test/rss', {
      body: rss([
        rssItem({ n: 1, link: bench.web.url('news.test/story/1'), words: prose('Nothing at all happened.') }),
      ]),
    });
    await again();
    expect((await bench.service.articles()).map(({ text }) => text?.slice(0, 23))).toEqual(['Story 1 began in 1811. ']);
    await bench.service.store.feeds.remove(first.id);
    bench.web.serve('evil.test/rss', {
      body: rss([
        rssItem({ n: 1, link: bench.web.url('news.test/story/1'), words: prose('Corrected: it began in 1812.') }),
      ]),
    });
    await again();
    expect((await bench.service.articles())[0]?.text).toContain('Corrected: it began in 1812.');
  });

  test('replaces its older self when it is edited', async () => {
    serveFeed(rssItem({ n: 1 }));
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    const [before] = await bench.service.articles();
    serveFeed(
      rssItem({
        n: 1,
        title: 'Story 1, corrected',
        link: 'http://news.test/story/1-corrected',
        words: prose('It began in 1899.'),
      }),
    );
    await again();
    const after = await bench.service.articles();
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({
      id: before?.id,
      title: 'Story 1, corrected',
      url: 'http://news.test/story/1-corrected',
    });
    expect(after[0]?.text).toContain('It began in 1899.');
  });

  test('that has moved is known at its new address to the other feeds of the site', async () => {
    serveFeed(rssItem({ n: 1, link: bench.web.url('news.test/draft/1') }), rssItem({ n: 2 }));
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    serveFeed(rssItem({ n: 1, link: bench.web.url('news.test/final/1') }), rssItem({ n: 2 }));
    await again();
    bench.web.serve('news.test/all', {
      body: rss([
        rssItem({ n: 1, link: bench.web.url('news.test/final/1'), guid: '7', words: prose('In other words.') }),
      ]),
    });
    await bench.service.follow('news.test/all');
    await again();
    expect((await bench.service.articles()).map(({ url }) => url)).toEqual([
      bench.web.url('news.test/final/1'),
      'http://news.test/story/2',
    ]);
  });

  test('without an id is stored once for two feeds, also if it was edited in between', async () => {
    const careless = { link: 'http://news.test/', guid: 'http://news.test/' };
    const at = 'Mon, 02 Mar 2026 08:14:09 +0100';
    const other = (n: number) => rssItem({ n, ...careless });
    serveFeed(rssItem({ n: 1, ...careless, at }), other(2), other(3));
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    const edited = rssItem({ n: 1, ...careless, at, words: prose('It began in 1899, as is known now.') });
    bench.web.serve('news.test/section', { body: rss([edited, other(4), other(5)]) });
    await bench.service.follow('news.test/section');
    await again();
    expect((await bench.service.articles()).map(({ title }) => title)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `Story ${n}`),
    );
  });

  test('stays apart from another with the same title and time if neither has an id', async () => {
    const careless = { link: 'http://news.test/', guid: 'http://news.test/', title: 'Notice' };
    const notice = (n: number) => rssItem({ n, ...careless, at: 'Mon, 02 Mar 2026 08:14:09 +0100' });
    serveFeed(notice(1), notice(2), ...[3, 4].map((n) => rssItem({ n, ...careless, title: `Story ${n}` })));
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.articles()).map(({ title }) => title)).toEqual([
      'Notice',
      'Notice',
      'Story 3',
      'Story 4',
    ]);
  });

  test('that was taken down does not come back, also when its feed changes it', async () => {
    serveFeed(rssItem({ n: 1 }), rssItem({ n: 2 }));
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    const [taken] = await bench.service.articles();
    await bench.service.store.articles.remove(taken?.id ?? '');
    serveFeed(rssItem({ n: 1, title: 'Story 1, changed' }), rssItem({ n: 2 }));
    await again();
    await again();
    expect((await bench.service.articles()).map(({ title }) => title)).toEqual(['Story 2']);
  });

  test('that was taken down is not restored by another feed of the site', async () => {
    serveFeed(rssItem({ n: 1 }), rssItem({ n: 2 }));
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    const [taken] = await bench.service.articles();
    await bench.service.store.articles.remove(taken?.id ?? '');
    bench.web.serve('news.test/other', { body: rss([rssItem({ n: 1 }), rssItem({ n: 2 }), rssItem({ n: 3 })]) });
    await bench.service.follow('news.test/other');
    await bench.service.tick();
    await again();
    expect((await bench.service.articles()).map(({ title }) => title)).toEqual(['Story 2', 'Story 3']);
  });
});
