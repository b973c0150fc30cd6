import { feedBench } from './feed-bench.ts';
import { rss, rssItem } from './feed-fixtures.ts';

const bench = feedBench();
const { pollRepeatedly, secondsUntil } = bench;
const DAY = 86_400;
const HOUR = 3600;
const one = rss([rssItem({ n: 1 })]);

test('the items of a feed become articles, once', async () => {
  bench.web.serve('news.test/rss', {
    headers: { 'content-type': 'application/rss+xml' },
    body: rss([rssItem({ n: 1 }), rssItem({ n: 2 })]),
  });
  const { id } = await bench.service.follow('news.test/rss', { tags: ['city'] });
  await bench.service.tick();
  const articles = await bench.service.articles();
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
  const feed = await bench.service.feed(id);
  expect(feed).toMatchObject({
    title: 'The News',
    failures: 0,
    articlesSeen: 2,
    lastSuccessAt: bench.service.now(),
    status: 'active',
  });
  bench.service.pass(DAY);
  await bench.service.tick();
  expect(bench.web.asked('news.test/rss')).toBe(2);
  expect(await bench.service.articles()).toHaveLength(2);
  expect((await bench.service.feed(id)).articlesSeen).toBe(2);
});

describe('conditional requests', () => {
  test('validators go back byte for byte, both are updated, and 304 costs nothing', async () => {
    const etags = ['W/"a,b \\"1"', '"second"'];
    let at = 0;
    bench.web.serve('news.test/rss', (request, response) => {
      const etag = etags[at] ?? '';
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304, { etag: etags[1] ?? '', 'last-modified': 'sometime last week' }).end();
        at = 1;
      } else response.writeHead(200, { etag, 'last-modified': 'Mon, 02 Mar 2026 08:00:00 GMT' }).end(one);
    });
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect(await bench.service.feed(id)).toMatchObject({
      etag: etags[0],
      lastModified: 'Mon, 02 Mar 2026 08:00:00 GMT',
    });
    bench.service.pass(DAY);
    await bench.service.tick();
    expect(await bench.service.feed(id)).toMatchObject({
      etag: etags[1],
      lastModified: 'sometime last week',
      failures: 0,
    });
    bench.service.pass(DAY);
    await bench.service.tick();
    expect(bench.web.requests.map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']])).toEqual([
      [undefined, undefined],
      [etags[0], 'Mon, 02 Mar 2026 08:00:00 GMT'],
      [etags[1], 'sometime last week'],
    ]);
  });

  test('a response without validators clears those of an older one', async () => {
    bench.web.serve('news.test/rss', { headers: { etag: '"1"', 'last-modified': 'then' }, body: one });
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    bench.web.serve('news.test/rss', { headers: { etag: '"2"' }, body: one });
    await pollRepeatedly(2);
    expect((await bench.service.feed(id)).etag).toBe('"2"');
    expect((await bench.service.feed(id)).lastModified).toBeUndefined();
  });

  test('a truncated feed is requested in full the next time, and its health gives the reason', async () => {
    bench.web.serve('news.test/rss', {
      headers: { etag: '"half"' },
      body: one.slice(0, -16).concat('<item><title>Cut'),
    });
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    const feed = await bench.service.feed(id);
    expect(await bench.service.articles()).toHaveLength(1);
    expect(feed.etag).toBeUndefined();
    expect(feed.memory?.notice).toMatch(/breaks off in the middle/);
  });
});

describe('the polling interval', () => {
  test('follows the dates of the items', async () => {
    const at = (hour: number) => `Mon, 02 Mar 2026 ${String(hour).padStart(2, '0')}:00:00 GMT`;
    bench.web.serve('news.test/rss', { body: rss([4, 6, 8, 10].map((hour) => rssItem({ n: hour, at: at(hour) }))) });
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    const feed = await bench.service.feed(id);
    expect(feed.intervalSeconds).toBe(HOUR);
    expect(feed.articlesPerDay).toBe(4);
    expect(secondsUntil(feed.nextPollAt)).toBe(1.05 * HOUR);
  });

  test('keeps to ttl, skipHours and Cache-Control, also when the next answer is 304', async () => {
    const body = rss([rssItem({ n: 1 })], '<ttl>240</ttl><skipHours><hour>16</hour></skipHours>');
    bench.web.serve('news.test/rss', (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304, { 'cache-control': 'max-age=36000' }).end();
      else response.writeHead(200, { etag: '"1"', 'cache-control': 'max-age=60' }).end(body);
    });
    const { id } = await bench.service.follow('news.test/rss');
    await bench.service.tick();
    expect((await bench.service.feed(id)).nextPollAt).toBe('2026-03-02T17:00:00.000Z');
    bench.service.pass(DAY);
    await bench.service.tick();
    expect(secondsUntil((await bench.service.feed(id)).nextPollAt)).toBeGreaterThanOrEqual(36_000);
  });

  test('is not shorter than requested when the feed was added', async () => {
    bench.web.serve('news.test/rss', { body: one });
    const { id } = await bench.service.follow('news.test/rss', { intervalSeconds: 3 * DAY });
    await bench.service.tick();
    expect(secondsUntil((await bench.service.feed(id)).nextPollAt)).toBeGreaterThanOrEqual(3 * DAY);
  });
});

test('no two requests to one host come together, and a pause lies between them', async () => {
  for (let n = 0; n < 5; n += 1) bench.web.serve(`news.test/rss${n}`, { body: one });
  for (let n = 0; n < 5; n += 1) await bench.service.follow(`news.test/rss${n}`);
  await bench.service.tick();
  expect(bench.web.requests).toHaveLength(5);
  expect(bench.service.pauses).toEqual([1000, 1000, 1000, 1000]);
});

test('a host that another worker is talking to is left alone, and its feeds stay due', async () => {
  bench.web.serve('news.test/rss', { body: one });
  await bench.service.follow('news.test/rss');
  await bench.service.store.leases.put(
    `host:news.test:${bench.web.port}`,
    'another worker',
    new Date(Date.parse(bench.service.now()) + 60_000).toISOString(),
  );
  await bench.service.tick();
  expect(bench.web.requests).toHaveLength(0);
  bench.service.pass(61);
  await bench.service.tick();
  expect(await bench.service.articles()).toHaveLength(1);
});
