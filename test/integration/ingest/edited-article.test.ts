import type { SQSEvent } from 'aws-lambda';
import { processArticles } from '../../../functions/process-articles/process-articles.ts';
import { extractFrom } from '../../../shared/application/extraction.ts';
import { startTestEngine, type TestEngine } from '../store/engine-table.ts';
import { rss, rssItem } from './feed-fixtures.ts';
import { type FeedService, startFeedService } from './feed-service.ts';
import { type NastyWeb, startNastyWeb } from './nasty-web.ts';

let engine: TestEngine;
let web: NastyWeb;
let service: FeedService;

beforeAll(async () => {
  engine = await startTestEngine();
  web = await startNastyWeb();
  service = await startFeedService(engine, { web, hosts: ['news.test'] });
});
afterAll(async () => {
  await web.stop();
  await engine.stop();
});

/** Extracts every queued article and folds it into the lists, as stream, queue, worker and builder would. */
async function process(): Promise<void> {
  const records: { messageId: string; body: string; attributes: { ApproximateReceiveCount: string } }[] = [];
  for await (const { id, contentHash } of service.store.articles.queued()) {
    records.push({
      messageId: id,
      body: JSON.stringify({ id, contentHash }),
      attributes: { ApproximateReceiveCount: '1' },
    });
  }
  const event = { Records: records } as unknown as SQSEvent;
  const log = { info: () => {}, warn: () => {}, error: (...line: unknown[]) => void service.logged.push(line) };
  expect(
    (await processArticles(event, { articles: service.store.articles, log, extract: extractFrom })).batchItemFailures,
  ).toEqual([]);
  await service.store.fold();
  expect(service.logged).toEqual([]);
}

const events = async () =>
  (await service.store.events.list({ collection: 'main' }, { order: 'asc', limit: 50 })).events;

const stays = 'On 12 May 1937 the mayor opened the bridge over the river.';
const filler = 'Its keepers wrote long letters about the weather and the price of coal. '.repeat(18);

test('an edited article loses the events it no longer reports, gains new ones, and keeps the others', async () => {
  const story = (words: string) =>
    web.serve('news.test/rss', {
      body: rss([rssItem({ n: 1, words: `${words} ${filler}` }), rssItem({ n: 2, words: filler })]),
    });
  story(`${stays} On 3 June 1951 a storm destroyed the old harbour.`);
  await service.follow('news.test/rss');
  await service.tick();
  await process();
  const before = await events();
  expect(before.map(({ date }) => date.start)).toEqual(['1937-05-12', '1951-06-03']);

  story(`${stays} On 9 July 1962 the council closed the old harbour.`);
  service.pass(2 * 86_400);
  await service.tick();
  await process();
  const after = await events();
  expect(after.map(({ date }) => date.start)).toEqual(['1937-05-12', '1962-07-09']);
  expect(after[0]?.id).toBe(before[0]?.id);
  expect(after[0]?.mentions).toBe(1);

  service.pass(2 * 86_400);
  await service.tick();
  await process();
  expect(await events()).toEqual(after);
});
