import { feedMessages } from '../../shared/application/feed-message.ts';
import { failsForADay } from '../../shared/ingest/feed-health.ts';
import type { FeedRepository } from '../../shared/store/store.ts';
import type { Queue } from '../runtime/queue.ts';

/** More feeds are due in one minute only after an outage; the next runs take the rest. */
const FEEDS_PER_RUN = 500;

/**
 * Puts the due feeds on the feed queue, one message a host.
 *
 * @returns How many feeds were due.
 */
export async function pollFeeds(feeds: Pick<FeedRepository, 'due'>, queue: Queue, now: string): Promise<number> {
  const due = await feeds.due(now, FEEDS_PER_RUN);
  if (due.length > 0) await queue.send(feedMessages(due));
  return due.length;
}

/** Counts the feeds that have failed for a whole day, for the alarm. Reads every feed. */
export async function countFailingFeeds(feeds: Pick<FeedRepository, 'list'>, now: string): Promise<number> {
  return (await feeds.list()).filter((feed) => failsForADay(feed, now)).length;
}
