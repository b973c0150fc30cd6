import type { FeedDocument } from '../formats/feeds/feed-document.ts';
import type { Feed } from '../store/store.ts';
import { freshSeconds } from './caching-headers.ts';
import { type FeedMemory, writeMemory } from './feed-memory.ts';
import {
  intervalAfterSuccess,
  nextPoll,
  nextTry,
  type PublisherLimits,
  publishingRate,
  SHORTEST_SECONDS,
} from './schedule.ts';

/** Delay before polling a feed again whose items still wait. */
const CATCH_UP_SECONDS = 60;

/** A successful poll. */
export interface Success {
  readonly feed: Feed;
  readonly memory: FeedMemory;
  /** Absent if the server answered "not modified". */
  readonly document?: FeedDocument;
  readonly headers: Readonly<Record<string, string>>;
  readonly hadNews: boolean;
  readonly articlesSeen: number;
  readonly now: string;
  readonly random: number;
}

/** The record of a feed after a successful poll: health, validators, rhythm, next poll. */
export function afterSuccess(poll: Success): Feed {
  const { feed, memory, document, headers, now } = poll;
  const nowMs = Date.parse(now);
  const dates = document?.items.map(({ publishedAt, updatedAt }) => Date.parse(publishedAt ?? updatedAt ?? '')) ?? [];
  const rate = publishingRate(
    dates.filter((at) => !Number.isNaN(at)),
    nowMs,
  );
  const intervalSeconds = Math.max(intervalOf(poll, rate?.gapSeconds), memory.leastSeconds ?? 0);
  const limits = document === undefined ? memory.wishes : limitsOf(document);
  const nextMs = memory.isBehind
    ? nowMs + CATCH_UP_SECONDS * 1000
    : nextPoll(nowMs, intervalSeconds, { ...limits, freshSeconds: freshSeconds(headers) }, poll.random);
  const perDay = rate?.perDay ?? feed.articlesPerDay;
  const title = feed.title ?? document?.title;
  const { lastError: _mended, etag: _etag, lastModified: _modified, ...rest } = feed;
  return {
    ...rest,
    ...validatorsOf(poll),
    ...(title === undefined ? {} : { title }),
    ...(perDay === undefined ? {} : { articlesPerDay: Math.round(perDay * 10) / 10 }),
    status: 'active',
    intervalSeconds,
    nextPollAt: new Date(nextMs).toISOString(),
    lastPolledAt: now,
    lastSuccessAt: now,
    failures: 0,
    articlesSeen: poll.articlesSeen,
    memory: writeMemory({
      ...memory,
      wishes: limits,
      hasRhythm: document === undefined ? memory.hasRhythm : rate !== undefined,
    }),
  };
}

/** The record of a feed after a failed poll. */
export function afterFailure(poll: {
  readonly feed: Feed;
  readonly memory: FeedMemory;
  /** The reason, for a person. */
  readonly why: string;
  readonly now: string;
  readonly random: number;
  readonly retryAfterSeconds?: number;
}): Feed {
  const { feed, memory, why, now, random, retryAfterSeconds } = poll;
  const failures = feed.failures + 1;
  const wait = { failures, random, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
  return {
    ...feed,
    failures,
    lastError: why,
    lastPolledAt: now,
    nextPollAt: new Date(nextTry(Date.parse(now), wait)).toISOString(),
    memory: writeMemory(memory),
  };
}

/** The record of a feed that its publisher has ended (410). It is kept for people to see and never polled again. */
export function gone(feed: Feed, now: string): Feed {
  return {
    ...feed,
    status: 'gone',
    lastPolledAt: now,
    lastError: 'The publisher has ended this feed (410 Gone). Articles that came from it stay.',
    failures: feed.failures + 1,
  };
}

function intervalOf({ feed, memory, document, hadNews }: Success, gapSeconds: number | undefined): number {
  // "Not modified" does not change the rhythm learned from dates; without dates, it is the only information.
  if (document === undefined && memory.hasRhythm) return Math.max(feed.intervalSeconds, SHORTEST_SECONDS);
  return intervalAfterSuccess({ gapSeconds, previousSeconds: feed.intervalSeconds, hadNews });
}

function limitsOf({ minutesBetweenPolls, skipHours, skipDays }: FeedDocument): PublisherLimits {
  return { skipHours, skipDays, ...(minutesBetweenPolls === undefined ? {} : { minutesBetweenPolls }) };
}

/**
 * Both validators of this response, never mixed with those of an older one. "Not modified" may omit them: then the old
 * ones stay. If items still wait, or the response was truncated, none are kept, so that the next poll fetches the whole
 * feed.
 */
function validatorsOf({ feed, memory, document, headers }: Success): Pick<Feed, 'etag' | 'lastModified'> {
  if (memory.isBehind || document?.truncated === true) return {};
  const isSame = document === undefined;
  const etag = headers.etag ?? (isSame ? feed.etag : undefined);
  const lastModified = headers['last-modified'] ?? (isSame ? feed.lastModified : undefined);
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}
