import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type FeedMessage, readFeedMessage } from '../../shared/application/feed-message.ts';
import { discoverFeeds } from '../../shared/formats/feeds/discover.ts';
import { readFeed } from '../../shared/formats/feeds/read.ts';
import type { ReadPage } from '../../shared/ingest/article-page.ts';
import { createHostGate, type HostGate, politely } from '../../shared/ingest/host-gate.ts';
import { type Poller, type PollResult, pollFeed } from '../../shared/ingest/poll-feed.ts';
import { createAskRobots } from '../../shared/ingest/robots.ts';
import type { SafeFetch } from '../../shared/ingest/safe-fetch.ts';
import type { Log } from '../../shared/kernel/log.ts';
import type { Repositories } from '../../shared/store/store.ts';

/** Dependencies of one run: network, store, clock and randomness, so that tests can replace them. */
export interface FetchFeedServices {
  readonly store: Pick<Repositories, 'articles' | 'feeds' | 'leases'>;
  readonly fetch: SafeFetch;
  readonly readPage: ReadPage;
  readonly now: () => string;
  /** 0…1. */
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Unique id of this run. */
  readonly holder: string;
  /** Milliseconds until the function times out. */
  readonly remainingMs: () => number;
  readonly log: Log;
  /** Pause between two requests to one host; default one second. */
  readonly delaySeconds?: number;
}

/** A fetch takes at most 20 s. No fetch starts with less than this time left. */
const RESERVE_MS = 45_000;
/** Longer than any run. After this, a feed whose worker crashed can be claimed again. */
const LEASE_MS = 360_000;

/** Fetches the feeds that the messages name. A message whose feeds could not be saved is redelivered by the queue. */
export async function fetchFeeds(event: SQSEvent, services: FetchFeedServices): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of event.Records) {
    try {
      await fetchFeedsOfHost(readFeedMessage(body), services);
    } catch (error) {
      services.log.error('feeds.fetch-failed', { messageId, error });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

async function fetchFeedsOfHost({ host, feedIds }: FeedMessage, services: FetchFeedServices): Promise<void> {
  const gate = createHostGate({ ...services, leases: services.store.leases });
  // If another worker holds the host, or time has run out, the feeds stay due and the next run fetches them.
  if (!(await gate.take(host))) return;
  try {
    for (const id of feedIds) {
      if (services.remainingMs() < RESERVE_MS) return;
      await fetchOne(id, gate, services);
    }
  } finally {
    await gate.close();
  }
}

async function fetchOne(id: string, gate: HostGate, services: FetchFeedServices): Promise<void> {
  const { store, now, log } = services;
  const feed = await store.feeds.find(id);
  // The feed was removed, ended, or polled by an earlier message.
  if (feed === undefined || feed.status !== 'active' || feed.nextPollAt > now()) return;
  const until = new Date(Date.parse(now()) + LEASE_MS).toISOString();
  if (!(await store.feeds.lease(id, now(), until))) return;
  const result = await pollFeed(feed, pollerOf(gate, services));
  await store.feeds.save(result.feed);
  log.info('feed.polled', summaryOf(result));
}

function pollerOf(gate: HostGate, services: FetchFeedServices): Poller {
  const { store, fetch, readPage, now, random, remainingMs } = services;
  const hasTime = () => remainingMs() >= RESERVE_MS;
  const pages = {
    fetch,
    gate,
    hasTime,
    readPage: ((html, options) => readPage(html, { ...options, today: now().slice(0, 10) })) satisfies ReadPage,
    robots: createAskRobots(fetch, store.leases, now),
  };
  return {
    articles: store.articles,
    feeds: store.feeds,
    names: store.leases,
    fetch: politely(fetch, gate),
    readFeed,
    discoverFeeds,
    now,
    random,
    hasTime,
    pages,
  };
}

function summaryOf({ feed, created, replaced }: PollResult): Readonly<Record<string, unknown>> {
  const { id, status, failures, lastError, nextPollAt } = feed;
  return { feed: id, status, created, replaced, failures, lastError, nextPollAt };
}
