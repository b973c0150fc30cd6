import { feedBench } from './feed-bench.ts';
import { rss, rssItem } from './feed-fixtures.ts';

const bench = feedBench();
const { pollRepeatedly, secondsUntil } = bench;
const one = rss([rssItem({ n: 1 })]);

describe('a feed that moves', () => {
  const moved = (status: number) =>
    bench.web.serve('news.test/rss', { status, headers: { location: bench.web.url('paper.test/feed') } });

  test.each([301, 308])('permanently (%d), three times in a row, is polled at its new address', async (status) => {
    moved(status);
    bench.web.serve('paper.test/feed', { body: one });
    const { id } = await bench.service.follow('news.test/rss');
    await pollRepeatedly(2);
    expect((await bench.service.feed(id)).url).toBe(bench.web.url('news.test/rss'));
    await pollRepeatedly(1);
    expect((await bench.service.feed(id)).url).toBe(bench.web.url('paper.test/feed'));
    await pollRepeatedly(1);
    expect(bench.web.asked('news.test/rss')).toBe(3);
    expect(bench.web.asked('paper.test/feed')).toBe(4);
    expect(await bench.service.articles()).toHaveLength(1);
  });

  test.each([302, 303, 307])('temporarily (%d) keeps its address', async (status) => {
    moved(status);
    bench.web.serve('paper.test/feed', { body: one });
    const { id } = await bench.service.follow('news.test/rss');
    await pollRepeatedly(5);
    expect((await bench.service.feed(id)).url).toBe(bench.web.url('news.test/rss'));
  });

  test('to a page that is no feed keeps its address', async () => {
    bench.web.serve('news.test/rss', { body: one });
    const { id } = await bench.service.follow('news.test/rss');
    await pollRepeatedly(1);
    moved(301);
    bench.web.serve('paper.test/feed', {
      headers: { 'content-type': 'text/html' },
      body: '<html><title>Closed for repairs</title></html>',
    });
    await pollRepeatedly(6);
    const feed = await bench.service.feed(id);
    expect(feed.url).toBe(bench.web.url('news.test/rss'));
    expect(feed.lastError).toMatch(
      /web page \(“Closed for repairs”\) instead of a feed; perhaps the site is being worked on/,
    );
  });

  test('to a different address each time keeps its address', async () => {
    let n = 0;
    bench.web.serve('news.test/rss', (_request, response) =>
      response.writeHead(301, { location: bench.web.url(`paper.test/feed${n++}`) }).end(),
    );
    for (let at = 0; at < 5; at += 1) bench.web.serve(`paper.test/feed${at}`, { body: one });
    const { id } = await bench.service.follow('news.test/rss');
    await pollRepeatedly(5);
    expect((await bench.service.feed(id)).url).toBe(bench.web.url('news.test/rss'));
  });
});

describe('a feed that fails', () => {
  test('with 410 is not polled again, and its articles stay', async () => {
    bench.web.serve('news.test/rss', { body: one });
    const { id } = await bench.service.follow('news.test/rss');
    await pollRepeatedly(1);
    bench.web.serve('news.test/rss', { status: 410 });
    await pollRepeatedly(4);
    expect(bench.web.asked('news.test/rss')).toBe(2);
    expect(await bench.service.feed(id)).toMatchObject({
      status: 'gone',
      lastError: expect.stringContaining('ended this feed'),
    });
    expect(await bench.service.articles()).toHaveLength(1);
  });

  test('with 429 and Retry-After is not polled before that time', async () => {
    bench.web.serve('news.test/rss', { status: 429, headers: { 'retry-after': '7200' } });
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    const feed = await bench.service.feed(id);
    expect(feed).toMatchObject({ failures: 1, lastError: expect.stringContaining('asks us to come less often') });
    expect(secondsUntil(feed.nextPollAt)).toBe(7200);
  });

  test('with 503 and a date in Retry-After is not polled before that date', async () => {
    bench.web.serve('news.test/rss', { status: 503, headers: { 'retry-after': 'Mon, 02 Mar 2026 18:00:00 GMT' } });
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.feed(id)).nextPollAt).toBe('2026-03-02T18:00:00.000Z');
  });

  test('is polled less and less often, with the reason in words, and recovers at once', async () => {
    bench.web.serve('news.test/rss', { status: 500 });
    const { id } = await bench.service.follow('news.test/rss');
    const waits: number[] = [];
    for (let poll = 0; poll < 4; poll += 1) {
      await bench.service.tick();
      const wait = secondsUntil((await bench.service.feed(id)).nextPollAt);
      waits.push(wait / 60);
      bench.service.pass(wait);
    }
    expect(waits).toEqual([7.5, 15, 30, 60]);
    expect(await bench.service.feed(id)).toMatchObject({
      failures: 4,
      lastError: expect.stringMatching(/The server is in trouble: news.test:\d+ answered 500/),
    });
    bench.web.serve('news.test/rss', { body: one });
    await bench.service.tick();
    const well = await bench.service.feed(id);
    expect(well).toMatchObject({ failures: 0, lastSuccessAt: bench.service.now() });
    expect(well.lastError).toBeUndefined();
  });

  test.each([
    [401, /subscribers only/],
    [403, /does not let us read/],
    [404, /no feed at this address/],
    [451, /legal reasons/],
  ])('status %d is reported in words', async (status, words) => {
    bench.web.serve('news.test/rss', { status });
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.feed(id)).lastError).toMatch(words);
  });

  test('hostile bytes are reported in words, and become no article', async () => {
    bench.web.serve('news.test/rss', {
      body: '<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><item><title>&a;</title></item></channel></rss>',
    });
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.feed(id)).lastError).toMatch(/XML entities/);
    expect(await bench.service.articles()).toHaveLength(0);
  });

  test('a redirect to the metadata of the cloud is reported in words, without its address', async () => {
    bench.web.serve('news.test/rss', { status: 302, headers: { location: 'http://169.254.169.254/latest/' } });
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.feed(id)).lastError).toMatch(/private, local or reserved/);
  });
});

describe('a page instead of a feed', () => {
  test('leads to the feed that it names', async () => {
    bench.web.serve('news.test/', {
      headers: { 'content-type': 'text/html' },
      body: '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
    });
    bench.web.serve('news.test/rss', { body: one });
    const { id } = await bench.service.follow('news.test/');
    await bench.service.tick();
    expect(await bench.service.feed(id)).toMatchObject({
      url: bench.web.url('news.test/rss'),
      title: 'The News',
      failures: 0,
    });
    expect(await bench.service.articles()).toHaveLength(1);
  });

  test('without a link to a feed is reported in words', async () => {
    bench.web.serve('news.test/', {
      headers: { 'content-type': 'text/html' },
      body: '<html><head><title>Hello</title></head></html>',
    });
    const { id } = await bench.service.follow('news.test/');
    await bench.service.tick();
    expect((await bench.service.feed(id)).lastError).toMatch(/“Hello”.*names no feed/);
  });

  test('whose feed is followed already is not followed twice', async () => {
    bench.web.serve('news.test/', {
      headers: { 'content-type': 'text/html' },
      body: '<link rel="alternate" type="application/rss+xml" href="/rss">',
    });
    bench.web.serve('news.test/rss', { body: one });
    const feed = await bench.service.follow('news.test/rss');
    const page = await bench.service.follow('news.test/');
    await bench.service.tick();
    expect(await bench.service.feed(page.id)).toMatchObject({
      status: 'gone',
      lastError: expect.stringContaining(feed.id),
    });
  });
});
