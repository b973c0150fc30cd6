import * as z from 'zod/mini';
import { Collection, line, WebAddress, whole } from './primitives.ts';

/** A wish to follow a feed. */
export const FeedInput = z.strictObject({
  url: WebAddress,
  title: z.exactOptional(line(300)),
  tags: z.exactOptional(z.array(line(100)).check(z.maxLength(50, 'must have at most 50 tags'))),
  collection: z._default(Collection, 'main'),
  /** The shortest time between two polls; the feed's own rhythm counts otherwise. */
  intervalSeconds: z.exactOptional(whole(60, 604_800)),
});

/** A feed as it is answered: what the poller remembers for itself is left out. */
export const FeedSchema = z.strictObject({
  id: z.string(),
  collection: Collection,
  url: z.string(),
  title: z.exactOptional(z.string()),
  tags: z.array(z.string()),
  status: z.enum(['active', 'gone', 'paused']),
  createdAt: z.string(),
  nextPollAt: z.string(),
  intervalSeconds: z.number(),
  lastPolledAt: z.exactOptional(z.string()),
  lastSuccessAt: z.exactOptional(z.string()),
  lastError: z.exactOptional(z.string()),
  failures: z.int(),
  articlesSeen: z.int(),
  articlesPerDay: z.exactOptional(z.number()),
});

export const FeedList = z.strictObject({ feeds: z.array(FeedSchema) });
