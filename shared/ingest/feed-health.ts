import type { Feed } from '../store/store.ts';

const DAY_MS = 86_400_000;

/** Whether an active feed has failed at every poll for a day: since its last success, or since it was added. */
export function failsForADay(feed: Feed, now: string): boolean {
  const well = Date.parse(feed.lastSuccessAt ?? feed.createdAt);
  return feed.status === 'active' && feed.failures > 0 && Date.parse(now) - well >= DAY_MS;
}

/** A feed as shown to people: with its health, without the poller's internal state. */
export function shownFeed(feed: Feed): Omit<Feed, 'memory' | 'etag' | 'lastModified'> & { readonly notice?: string } {
  const { memory, etag: _etag, lastModified: _lastModified, ...shown } = feed;
  const notice = memory?.notice;
  return { ...shown, ...(typeof notice === 'string' ? { notice } : {}) };
}
