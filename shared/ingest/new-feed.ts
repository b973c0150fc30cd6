import { createHash } from 'node:crypto';
import { DatelineError } from '../kernel/dateline-error.ts';
import type { Feed } from '../store/store.ts';
import { FIRST_SECONDS } from './schedule.ts';
import { vetUrl } from './vetted-connection.ts';

/** A request to follow a feed. */
export interface FeedRequest {
  readonly url: string;
  readonly collection: string;
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly intervalSeconds?: number;
}

/**
 * A feed before its first poll, due at once. Its id is derived from its address and collection, so adding the same feed
 * again returns the same feed, even if it has moved since.
 *
 * @param request `url` is the address of a feed or of a page that links one; `intervalSeconds` the shortest time
 * between polls.
 * @param allowedHosts Private hosts that may be fetched.
 * @throws DatelineError `request.invalid` if the address may not be fetched.
 */
export function newFeed(request: FeedRequest, now: string, allowedHosts: readonly string[] = []): Feed {
  const url = feedUrl(request.url, allowedHosts);
  return {
    id: createHash('sha256')
      .update(JSON.stringify([request.collection, url]))
      .digest('hex')
      .slice(0, 20),
    collection: request.collection,
    url,
    ...(request.title === undefined ? {} : { title: request.title }),
    tags: [...new Set(request.tags ?? [])],
    status: 'active',
    createdAt: now,
    nextPollAt: now,
    intervalSeconds: Math.max(FIRST_SECONDS, request.intervalSeconds ?? 0),
    failures: 0,
    articlesSeen: 0,
    ...(request.intervalSeconds === undefined ? {} : { memory: { leastSeconds: request.intervalSeconds } }),
  };
}

function feedUrl(address: string, allowedHosts: readonly string[]): string {
  const written = address
    .trim()
    .replace(/^feed:(\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');
  if (!URL.canParse(written)) throw invalid('url must be an absolute http or https address');
  const url = new URL(written);
  url.hash = '';
  try {
    vetUrl(url, { allowedHosts });
  } catch (error) {
    throw error instanceof DatelineError ? invalid(error.message) : error;
  }
  return url.href;
}

const invalid = (message: string) => new DatelineError('request.invalid', message, { detail: { field: 'url' } });
