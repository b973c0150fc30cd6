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
  /** Warnings about a feed whose polls succeed: pages that may not be fetched, a truncated document. */
  notice: z.exactOptional(z.string()),
});

/** The feeds that a caller may see. */
export const FeedList = z.strictObject({ feeds: z.array(FeedSchema) });

/** Subscriptions from a reader, as it exports them. */
export const OpmlInput = z.strictObject({
  opml: z
    .string()
    .check(z.minLength(1, 'must not be empty'), z.maxLength(2_000_000, 'must have at most 2,000,000 characters')),
  collection: z._default(Collection, 'main'),
  /** For all of them, besides the folders they lie in. */
  tags: z.exactOptional(z.array(line(100)).check(z.maxLength(50, 'must have at most 50 tags'))),
});

/** The result of each subscription. */
export const ImportSchema = z.strictObject({
  imported: z.int(),
  existing: z.int(),
  refused: z.array(z.strictObject({ url: z.string(), reason: z.string() })),
});
