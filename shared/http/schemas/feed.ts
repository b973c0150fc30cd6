import * as z from 'zod/mini';
import { Collection, line, WebAddress, whole } from './primitives.ts';

/** A request to follow a feed. */
export const FeedInput = z.strictObject({
  url: WebAddress,
  title: z.exactOptional(line(300)),
  tags: z.exactOptional(z.array(line(100)).check(z.maxLength(50, 'must have at most 50 tags'))),
  collection: z._default(Collection, 'main'),
  /** The shortest time between two polls; otherwise the feed's own rhythm decides. */
  intervalSeconds: z.exactOptional(whole(60, 604_800)),
});

/** A feed as returned, without the poller's internal state. */
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
  /** Tags for all feeds, in addition to their folders. */
  tags: z.exactOptional(z.array(line(100)).check(z.maxLength(50, 'must have at most 50 tags'))),
});

/** The result of each subscription. */
export const ImportSchema = z.strictObject({
  imported: z.int(),
  existing: z.int(),
  refused: z.array(z.strictObject({ url: z.string(), reason: z.string() })),
});
