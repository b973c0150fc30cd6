import type { SQSEvent } from 'aws-lambda';
import { fetchFeeds } from '../../../functions/fetch-feed/fetch-feed.ts';
import { pollFeeds } from '../../../functions/poll-feeds/poll-feeds.ts';
import { fetchRules } from '../../../functions/runtime/fetch-rules.ts';
import type { FeedMessage } from '../../../shared/application/feed-message.ts';
import { type FeedRequest, newFeed } from '../../../shared/ingest/new-feed.ts';
import { createSafeFetch, type FetchRules } from '../../../shared/ingest/safe-fetch.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import type { Feed, Store, StoredArticle } from '../../../shared/store/store.ts';
import { readHtml } from '../../../shared/text/html.ts';
import type { TestEngine } from '../store/engine-table.ts';
import { type NastyWeb, resolveToLoopback } from './nasty-web.ts';

/** The feed half of the service on the real engine, with a clock that a test turns. */
export interface FeedService {
  readonly store: Store;
  now(): string;
  /** Turns the clock forward. */
  pass(seconds: number): void;
  /** Follows a feed of the nasty web. */
  follow(address: string, more?: Partial<FeedRequest>): Promise<Feed>;
  /** One run of the schedule and of the queue behind it. */
  tick(): Promise<void>;
  feed(id: string): Promise<Feed>;
  /** Articles of the collection `main` that wait for their extraction, by title. */
  articles(): Promise<readonly StoredArticle[]>;
  /** Pauses taken so far, in milliseconds. */
  readonly pauses: readonly number[];
  readonly logged: unknown[];
}

export interface FeedServiceOptions {
  readonly web: NastyWeb;
  readonly hosts: readonly string[];
  readonly rules?: Partial<FetchRules>;
  readonly startsAt?: string;
  readonly remainingMs?: () => number;
  /** Messages of the queue that are handled at the same time; default 1. */
  readonly atOnce?: number;
}

export async function startFeedService(engine: TestEngine, options: FeedServiceOptions): Promise<FeedService> {
  const { web, hosts, rules, startsAt = '2026-03-02T12:00:00.000Z', remainingMs = () => 300_000, atOnce = 1 } = options;
  let clock = Date.parse(startsAt);
  const now = () => new Date(clock).toISOString();
  const store = openStore({ client: engine.client(), tableName: await engine.table(), now });
  const allowed = web.hosts(...hosts);
  const fetch = createSafeFetch({
    ...fetchRules({ FEED_CONTACT: 'desk@dateline.test', FEED_ALLOWED_HOSTS: allowed.join(',') }),
    resolve: resolveToLoopback,
    timeoutMs: 2000,
    ...rules,
  });
  const queue: FeedMessage[] = [];
  const pauses: number[] = [];
  const logged: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (...line: unknown[]) => void logged.push(line) };
  let runs = 0;
  async function deliver(message: FeedMessage): Promise<void> {
    runs += 1;
    const answer = await fetchFeeds(eventOf(message), {
      readPage: readHtml,
      store,
      fetch,
      now,
      log,
      random: () => 0.5,
      holder: `run-${runs}`,
      remainingMs,
      sleep: async (milliseconds) => {
        pauses.push(milliseconds);
        clock += milliseconds;
      },
    });
    if (answer.batchItemFailures.length > 0) throw new Error(`a run failed: ${JSON.stringify(logged)}`);
  }

  return {
    store,
    now,
    pauses,
    logged,
    pass: (seconds) => {
      clock += seconds * 1000;
    },
    async follow(address, more = {}) {
      const { feed } = await store.feeds.create(
        newFeed({ url: web.url(address), collection: 'main', ...more }, now(), allowed),
      );
      return feed;
    },
    async tick() {
      await pollFeeds(
        store.feeds,
        { send: async (messages) => void queue.push(...(messages as FeedMessage[])) },
        now(),
      );
      const work = async () => {
        for (let message = queue.shift(); message !== undefined; message = queue.shift()) await deliver(message);
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    },
    async feed(id) {
      const feed = await store.feeds.find(id);
      if (feed === undefined) throw new Error(`no feed ${id}`);
      return feed;
    },
    async articles() {
      const found: StoredArticle[] = [];
      for await (const { id } of store.articles.queued()) {
        const article = await store.articles.find(id);
        if (article !== undefined) found.push(article);
      }
      return found.sort((a, b) => ((a.title ?? '') < (b.title ?? '') ? -1 : 1));
    },
  };
}

function eventOf(message: FeedMessage): SQSEvent {
  return { Records: [{ messageId: 'm1', body: JSON.stringify(message) }] } as unknown as SQSEvent;
}
