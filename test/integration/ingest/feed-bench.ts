import { startTestEngine, type TestEngine } from '../store/engine-table.ts';
import { rss, rssItem } from './feed-fixtures.ts';
import { type FeedService, startFeedService } from './feed-service.ts';
import { type NastyWeb, startNastyWeb } from './nasty-web.ts';

export const HOSTS = ['news.test', 'paper.test', 'm.news.test', 'evil.test'];
export const HTML = { 'content-type': 'text/html; charset=utf-8' };

const DAY = 86_400;

/** A web and a service that may read it, new for each test of a file, on one engine. */
export function feedBench() {
  let engine: TestEngine;
  let web: NastyWeb;
  let service: FeedService;
  beforeAll(async () => {
    engine = await startTestEngine();
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    web = await startNastyWeb();
    service = await startFeedService(engine, { web, hosts: HOSTS });
  });
  afterEach(() => web.stop());
  return {
    get engine() {
      return engine;
    },
    get web() {
      return web;
    },
    get service() {
      return service;
    },
    /** An item whose article stands on a page of its own. */
    teaser: (n: number, more: Partial<Parameters<typeof rssItem>[0]> = {}) =>
      rssItem({ n, link: web.url(`news.test/story/${n}`), words: 'What it is about, in a line. Read more…', ...more }),
    serveFeed: (...items: string[]) => web.serve('news.test/rss', { body: rss(items) }),
    /** Polls again, two days later. */
    async again() {
      service.pass(2 * DAY);
      await service.tick();
    },
    /** Polls so many times, two days apart. */
    async pollRepeatedly(times: number) {
      for (let n = 0; n < times; n += 1) {
        await service.tick();
        service.pass(2 * DAY);
      }
    },
    secondsUntil: (at: string) => (Date.parse(at) - Date.parse(service.now())) / 1000,
  };
}
