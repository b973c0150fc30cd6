import { DatelineError } from '../kernel/dateline-error.ts';
import type { Feed } from '../store/store.ts';

/** A message of the feed queue: feeds of one host, to be fetched in sequence. */
export interface FeedMessage {
  readonly host: string;
  readonly feedIds: readonly string[];
}

/** Feeds per message: fetching them takes most of a worker's time; the host's other feeds stay due. */
const FEEDS_PER_MESSAGE = 60;

/** One message for each host, so that no two workers begin with the same one. */
export function feedMessages(feeds: readonly Pick<Feed, 'id' | 'url'>[]): readonly FeedMessage[] {
  const hosts = new Map<string, string[]>();
  for (const { id, url } of feeds) {
    const { host } = new URL(url);
    hosts.set(host, [...(hosts.get(host) ?? []), id]);
  }
  return [...hosts].map(([host, ids]) => ({ host, feedIds: ids.slice(0, FEEDS_PER_MESSAGE) }));
}

/** @throws DatelineError `queue.bad-message` for anything else. */
export function readFeedMessage(body: string): FeedMessage {
  const message: unknown = JSON.parse(body);
  if (typeof message === 'object' && message !== null && 'host' in message && 'feedIds' in message) {
    const { host, feedIds } = message;
    if (typeof host === 'string' && Array.isArray(feedIds) && feedIds.every((id) => typeof id === 'string'))
      return { host, feedIds };
  }
  throw new DatelineError('queue.bad-message', 'The message names no feeds.');
}
