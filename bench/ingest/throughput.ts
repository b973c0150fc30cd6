/**
 * Feeds and articles per second through the feed half of the service on this machine (the real engine, feeds served on loopback), and memory over
 * ten thousand articles.
 *
 *   node --expose-gc --import tsx bench/ingest/throughput.ts [--feeds 200] [--items 50] [--extract 500]
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { SQSEvent } from 'aws-lambda';
import { processArticles } from '../../functions/process-articles/process-articles.ts';
import { extractFrom } from '../../shared/application/extraction.ts';
import { startFeedService } from '../../test/integration/ingest/feed-service.ts';
import { startNastyWeb } from '../../test/integration/ingest/nasty-web.ts';
import { startTestEngine } from '../../test/integration/store/engine-table.ts';
import { bodyOf } from './publisher.ts';
import { renderFeed } from './render.ts';

const { values } = parseArgs({
  options: {
    feeds: { type: 'string', default: '200' },
    items: { type: 'string', default: '50' },
    extract: { type: 'string', default: '500' },
  },
});
const FEEDS = Number(values.feeds);
const ITEMS = Number(values.items);
const EXTRACTED = Number(values.extract);
const START = '2026-03-02T00:00:00.000Z';
const STEPS = 10;

const engine = await startTestEngine({ onDisk: true });
const web = await startNastyWeb();
const hosts = Array.from({ length: FEEDS }, (_, n) => `site${n}.test`);
const service = await startFeedService(engine, { web, hosts, startsAt: START, atOnce: 4 });

const isConditional = { now: false };
for (const [n, host] of hosts.entries()) {
  const items = Array.from({ length: ITEMS }, (_, m) => {
    const publishedMs = Date.parse(START) - m * 3_600_000;
    const body = bodyOf({ token: `story-${n}-${m}`, revision: 0, publishedMs });
    const link = `http://${host}/news/${m}`;
    return {
      link,
      guid: `id-story-${n}-${m}`,
      title: `Report ${m} from place ${n}`,
      at: new Date(publishedMs).toISOString(),
      body,
    };
  });
  const body = Buffer.from(renderFeed('rss', host, items));
  web.serve(`${host}/feed`, (request, response) => {
    if (isConditional.now && request.headers['if-none-match']) response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"' }).end(body);
  });
}

const memory: { articles: number; heapMb: number; rssMb: number }[] = [];
function sample(articles: number): void {
  global.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  memory.push({ articles, heapMb: Math.round(heapUsed / 1e5) / 10, rssMb: Math.round(rss / 1e6) });
}

async function seconds(task: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await task();
  return (performance.now() - began) / 1000;
}

let firstPoll = 0;
for (let step = 0; step < STEPS; step += 1) {
  const some = hosts.slice((step * FEEDS) / STEPS, ((step + 1) * FEEDS) / STEPS);
  for (const host of some) await service.follow(`${host}/feed`);
  firstPoll += await seconds(() => service.tick());
  sample((step + 1) * (FEEDS / STEPS) * ITEMS);
}
service.pass(2 * 86_400);
const unchanged = await seconds(() => service.tick());
isConditional.now = true;
service.pass(2 * 86_400);
const notModified = await seconds(() => service.tick());
const asked = web.requests.length;

const waiting: { id: string; contentHash: string }[] = [];
for await (const { id, contentHash } of service.store.articles.queued()) {
  waiting.push({ id, contentHash });
  if (waiting.length === EXTRACTED) break;
}
const log = { info: () => {}, warn: () => {}, error: (...line: unknown[]) => void service.logged.push(line) };
const extraction = await seconds(async () => {
  for (let at = 0; at < waiting.length; at += 5) {
    const records = waiting.slice(at, at + 5).map((work) => ({
      messageId: work.id,
      body: JSON.stringify(work),
      attributes: { ApproximateReceiveCount: '1' },
    }));
    const { articles } = service.store;
    await processArticles({ Records: records } as unknown as SQSEvent, { articles, log, extract: extractFrom });
  }
});

const perSecond = (count: number, time: number): number => Math.round((count / time) * 10) / 10;
console.table(memory);
console.log(
  JSON.stringify({
    feeds: FEEDS,
    articles: FEEDS * ITEMS,
    requests: asked,
    firstPollArticlesPerSecond: perSecond(FEEDS * ITEMS, firstPoll),
    firstPollFeedsPerSecond: perSecond(FEEDS, firstPoll),
    unchangedFeedsPerSecond: perSecond(FEEDS, unchanged),
    notModifiedFeedsPerSecond: perSecond(FEEDS, notModified),
    extractedArticlesPerSecond: perSecond(waiting.length, extraction),
    errors: service.logged.length,
    cores: cpus().length,
  }),
);
await web.stop();
await engine.stop();
