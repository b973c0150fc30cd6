/**
 * A simulated week of many publishers, each with its own errors: counts stories that become more than one article (must be none), that are
 * lost, and that stay at an older revision.
 *
 *   npx tsx bench/ingest/week.ts [--feeds 200] [--days 7]
 */
import { parseArgs } from 'node:util';
import type { StoredArticle } from '../../shared/store/store.ts';
import { startFeedService } from '../../test/integration/ingest/feed-service.ts';
import { startNastyWeb } from '../../test/integration/ingest/nasty-web.ts';
import { startTestEngine } from '../../test/integration/store/engine-table.ts';
import { createPublisher, type Publisher, STYLES, type Story } from './publisher.ts';
import { renderFeed } from './render.ts';

const { values } = parseArgs({
  options: { feeds: { type: 'string', default: '200' }, days: { type: 'string', default: '7' } },
});
const FEEDS = Number(values.feeds);
const DAYS = Number(values.days);
const START = '2026-03-02T00:00:00.000Z';
const TICK_SECONDS = 3600;
/** One publisher in so many has a second feed with a section of the same stories, and one in so many moves its feed in the middle of the week. */
const SECTION_EVERY = 5;
const MOVES_EVERY = 7;

const began = performance.now();
const engine = await startTestEngine({ onDisk: true });
const web = await startNastyWeb();
const sections = Math.floor(FEEDS / (SECTION_EVERY + 1));
const publishers = Array.from({ length: FEEDS - sections }, (_, n) => {
  const style = STYLES[n % STYLES.length];
  if (style === undefined) throw new RangeError('there are styles');
  return createPublisher(n, style, Date.parse(START), web.port);
});
const service = await startFeedService(engine, { web, hosts: publishers.map(({ host }) => host), startsAt: START });
const halfway = Date.parse(START) + (DAYS / 2) * 86_400_000;
/** The last version of each story that the service has seen. */
const lastShown = new Map<string, number>();
const lastShownAt = new Map<string, string>();
const trouble = { outages: 0, cut: 0, maintenance: 0, notModified: 0, whole: 0 };

for (const [n, publisher] of publishers.entries()) {
  web.serve(`${publisher.host}/*`, (request, response) => {
    const page = publisher.page(request.url ?? '');
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  serve(publisher, '/feed', '/moved-feed', n % MOVES_EVERY === 0);
  await service.follow(`${publisher.host}/feed`, { title: publisher.style.name });
  if (n < sections) {
    serve(publisher, '/section', '/moved-section', false);
    await service.follow(`${publisher.host}/section`, { title: publisher.style.name, tags: ['section'] });
  }
}

/** A realistic feed: 304 if nothing has changed, and now and then an outage, a maintenance page or a truncated response. */
function serve(publisher: Publisher, path: string, movedPath: string, moves: boolean): void {
  const isSection = path === '/section';
  let etag = '';
  const answer: Parameters<typeof web.serve>[1] = (request, response) => {
    const dice = publisher.random();
    publisher.live(Date.parse(service.now()));
    if (dice < 0.02) {
      trouble.outages += 1;
      response.writeHead(dice < 0.01 ? 503 : 429, { 'retry-after': '1800' }).end();
      return;
    }
    if (dice < 0.03) {
      trouble.maintenance += 1;
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html><title>Back soon</title><p>We are working on it.</p></html>');
      return;
    }
    const now = publisher.stories
      .map(({ token, revision }) => `${token}.${revision}`)
      .slice(0, 20)
      .join();
    if (request.headers['if-none-match'] === `"${now.length}-${hash(now)}"` && dice < 0.9) {
      trouble.notModified += 1;
      response.writeHead(304).end();
      return;
    }
    etag = `"${now.length}-${hash(now)}"`;
    const shown = publisher.shown().filter((_, index) => !isSection || index % 2 === 0);
    const body = renderFeed(
      publisher.style.format,
      publisher.host,
      shown.map((story) => publisher.item(story, isSection)),
    );
    const isCut = dice > 0.98;
    if (isCut) trouble.cut += 1;
    else trouble.whole += 1;
    if (!isCut) {
      for (const story of shown) {
        lastShown.set(story.token, story.revision);
        lastShownAt.set(story.token, service.now());
      }
    }
    response.writeHead(200, { etag }).end(isCut ? body.slice(0, Math.floor(body.length * publisher.random())) : body);
  };
  web.serve(`${publisher.host}${movedPath}`, answer);
  web.serve(`${publisher.host}${path}`, (request, response) => {
    if (!moves || Date.parse(service.now()) < halfway) answer(request, response);
    else response.writeHead(301, { location: movedPath }).end();
  });
}

function hash(text: string): number {
  let sum = 0;
  for (const character of text) sum = (Math.imul(sum, 31) + character.charCodeAt(0)) >>> 0;
  return sum;
}

const endMs = Date.parse(START) + DAYS * 86_400_000;
let day = '';
while (Date.parse(service.now()) < endMs) {
  if (service.now().slice(0, 10) !== day) {
    day = service.now().slice(0, 10);
    console.error(`${day}: ${web.requests.length} requests after ${Math.round((performance.now() - began) / 1000)} s`);
  }
  const startedMs = Date.parse(service.now());
  await service.tick();
  service.pass(Math.max(TICK_SECONDS - (Date.parse(service.now()) - startedMs) / 1000, 1));
}

const found = new Map<string, StoredArticle[]>();
const revisions = new Map<string, number>();
for (const article of await service.articles()) {
  const [, token = '?', revision = '-1'] = /This is (\S+) revision (\d+)\./.exec(article.text ?? '') ?? [];
  found.set(token, [...(found.get(token) ?? []), article]);
  revisions.set(token, Math.max(revisions.get(token) ?? -1, Number(revision)));
}
const stories = new Map<string, { story: Story; style: string }>();
for (const { stories: all, style } of publishers)
  for (const story of all) stories.set(story.token, { story, style: style.name });
const byStyle = new Map<string, { stories: number; duplicates: number; lost: number; stale: number }>();
for (const [token, revision] of lastShown) {
  const style = stories.get(token)?.style ?? '?';
  const row = byStyle.get(style) ?? { stories: 0, duplicates: 0, lost: 0, stale: 0 };
  row.stories += 1;
  row.duplicates += Math.max((found.get(token)?.length ?? 0) - 1, 0);
  row.lost += found.has(token) ? 0 : 1;
  row.stale += found.has(token) && (revisions.get(token) ?? -1) < revision ? 1 : 0;
  byStyle.set(style, row);
  if (found.get(token)?.length !== 1) {
    const articles = found.get(token)?.map(({ id, url, title, acceptedAt }) => ({ id, url, title, acceptedAt })) ?? [];
    console.error(JSON.stringify({ token, style, shownAt: lastShownAt.get(token), articles }));
  }
}
const total = { stories: 0, duplicates: 0, lost: 0, stale: 0 };
for (const row of byStyle.values())
  for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += row[name];
const edits = [...stories.values()].reduce((sum, { story }) => sum + story.revision, 0);
const feeds = await service.store.feeds.list();
console.table(Object.fromEntries(byStyle));
console.log(
  JSON.stringify({
    feeds: feeds.length,
    days: DAYS,
    requests: web.requests.length,
    ...trouble,
    edits,
    followedToNewAddress: feeds.filter(({ url }) => url.includes('/moved-')).length,
    ...total,
    strays: found.get('?')?.length ?? 0,
    seconds: Math.round((performance.now() - began) / 1000),
  }),
);
await web.stop();
await engine.stop();
if (total.duplicates > 0 || total.lost > 0) process.exitCode = 1;
