import iconv from 'iconv-lite';
import { feedBench, HTML } from './feed-bench.ts';
import { page, prose, rssItem } from './feed-fixtures.ts';

const bench = feedBench();
const { teaser, again, serveFeed } = bench;

describe('the body of an article', () => {
  test('is the page’s text if the feed has only a teaser, with the page’s date if the feed has none', async () => {
    serveFeed(teaser(1, { at: '' }));
    const head = '<meta property="article:published_time" content="2026-03-01T23:10:00+09:00">';
    bench.web.serve('news.test/story/1', {
      headers: HTML,
      body: page(`${prose('The dam was built in 1928.')}\n${prose('It broke in 1929.')}`, head),
    });
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    const [article] = await bench.service.articles();
    expect(article?.text).toContain('The dam was built in 1928.');
    expect(article?.text).not.toContain('Imprint');
    expect(article).toMatchObject({ title: 'Story 1', publishedAt: '2026-03-01T23:10:00+09:00', feedId: id });
    await again();
    expect(bench.web.asked('news.test/story/1')).toBe(1);
    expect(bench.web.asked('news.test/robots.txt')).toBe(1);
  });

  test('is the feed’s text if the feed has it in full, and the page is not requested', async () => {
    serveFeed(rssItem({ n: 1, link: bench.web.url('news.test/story/1') }));
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.articles())[0]?.text).toContain('Story 1 began in 1811.');
    expect(bench.web.requests).toHaveLength(1);
  });

  test('is the feed’s text if robots.txt forbids the page, and the health reports it', async () => {
    bench.web.serve('news.test/robots.txt', {
      body: 'User-agent: *\nAllow: /\n\nUser-agent: dateline\nDisallow: /story/\n',
    });
    serveFeed(teaser(1));
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.articles())[0]?.text).toBe('What it is about, in a line. Read more…');
    expect(bench.web.asked('news.test/story/1')).toBe(0);
    expect((await bench.service.feed(id)).memory?.notice).toMatch(/1 article without the page’s text: robots.txt/);
  });

  test('is the feed’s text if the page has less text', async () => {
    serveFeed(teaser(1, { words: `${prose('The dam was built in 1928.', 6)} Read more…` }));
    bench.web.serve('news.test/story/1', { headers: HTML, body: page('Please log in.') });
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.articles())[0]?.text).toContain('built in 1928');
  });

  test.each([
    ['not found', { status: 404 }],
    ['not a web page', { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' }],
    ['the home page instead', { status: 302, headers: { location: '/' } }],
  ])('is the feed’s text if the page is %s', async (_what, answer) => {
    serveFeed(teaser(1));
    bench.web.serve('news.test/', { headers: HTML, body: page(prose('Welcome.')) });
    bench.web.serve('news.test/story/1', answer);
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.articles())[0]?.text).toBe('What it is about, in a line. Read more…');
  });

  test('waits for three polls if the page fails, and then is the feed’s text', async () => {
    serveFeed(teaser(1));
    bench.web.serve('news.test/story/1', { status: 503 });
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    await again();
    expect(await bench.service.articles()).toHaveLength(0);
    await again();
    expect((await bench.service.articles())[0]?.text).toBe('What it is about, in a line. Read more…');
    await again();
    expect(bench.web.asked('news.test/story/1')).toBe(3);
  });

  test('is read later if the page answers with an error for a while', async () => {
    serveFeed(teaser(1));
    bench.web.serve('news.test/story/1', { status: 503 });
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    bench.web.serve('news.test/story/1', { headers: HTML, body: page(prose('The dam was built in 1928.')) });
    await again();
    expect((await bench.service.articles())[0]?.text).toContain('built in 1928');
  });

  test('is kept when the item is edited while its page cannot be read', async () => {
    serveFeed(teaser(1));
    bench.web.serve('news.test/story/1', { headers: HTML, body: page(prose('The dam was built in 1928.')) });
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    serveFeed(teaser(1, { title: 'Story 1, corrected' }));
    bench.web.serve('news.test/story/1', { status: 403 });
    await again();
    expect((await bench.service.articles())[0]?.text).toContain('built in 1928');
  });

  test('is read in the page’s own charset', async () => {
    serveFeed(teaser(1));
    const body = iconv.encode(
      page(prose('Плотину построили в 1928 году.'), '<meta charset="windows-1251">'),
      'windows-1251',
    );
    bench.web.serve('news.test/story/1', { headers: { 'content-type': 'text/html' }, body });
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.articles())[0]?.text).toContain('Плотину построили в 1928 году.');
  });

  test('is read from a page of any nesting depth without failing the poll', async () => {
    serveFeed(teaser(1), rssItem({ n: 2 }));
    bench.web.serve('news.test/story/1', {
      headers: HTML,
      body: `${'<div>'.repeat(300_000)}${prose('The dam was built in 1928.')}`,
    });
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect(await bench.service.articles()).toHaveLength(2);
    expect((await bench.service.feed(id)).failures).toBe(0);
  });

  test('is never dated in the future', async () => {
    serveFeed(rssItem({ n: 1, at: 'Fri, 02 Mar 2046 08:00:00 GMT' }));
    await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.articles())[0]?.publishedAt).toBeUndefined();
  });
});

test('pages of a site are asked for one at a time, with the pause that its robots.txt wants', async () => {
  bench.web.serve('news.test/robots.txt', { body: 'User-agent: *\nCrawl-delay: 5\n' });
  serveFeed(teaser(1), teaser(2));
  for (const n of [1, 2])
    bench.web.serve(`news.test/story/${n}`, { headers: HTML, body: page(prose(`Page ${n} is of 1928.`)) });
  await bench.service.follow('news.test/rss');
  await bench.service.tick();
  expect(await bench.service.articles()).toHaveLength(2);
  expect(bench.service.pauses.filter((pause) => pause === 5000).length).toBeGreaterThanOrEqual(2);
  expect(bench.web.asked('news.test/robots.txt')).toBe(1);
});

test('the service sends its name and a contact', async () => {
  serveFeed(teaser(1));
  await bench.service.follow('news.test/rss');
  await bench.service.tick();
  for (const { headers } of bench.web.requests)
    expect(headers['user-agent']).toMatch(/^Dateline\/[\d.]+ \(.*\+desk@dateline\.test\)$/);
});
