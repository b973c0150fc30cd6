/** A publisher's item, from any feed format. */
export interface FeedItem {
  /** The publisher's identifier, as written. Unique only if the publisher takes care. */
  readonly guid?: string;
  /** Absolute http(s) address of the article, as written, including tracking parameters. */
  readonly link?: string;
  /** Plain text. */
  readonly title?: string;
  /** Text that the publisher declares to be the whole article. */
  readonly content?: FeedText;
  /** Text declared as a summary, or in an element that may contain either. */
  readonly summary?: FeedText;
  /** ISO date, or date-time with the publisher's own offset. */
  readonly publishedAt?: string;
  readonly updatedAt?: string;
}

/** A text as published, and whether it is markup. */
export interface FeedText {
  readonly kind: 'html' | 'text';
  readonly value: string;
}

/** A parsed feed. */
export interface FeedDocument {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json' | 'sitemap' | 'sitemap-index';
  readonly title?: string;
  /** Home page of the site. */
  readonly siteUrl?: string;
  /** In the publisher's order. */
  readonly items: readonly FeedItem[];
  /** The polling interval that the feed asks for (RSS `ttl` or the `sy:` module), in minutes. */
  readonly minutesBetweenPolls?: number;
  /** Hours of the day in GMT, 0…23, in which the publisher asks not to be polled. */
  readonly skipHours: readonly number[];
  /** English names of days (GMT) on which the publisher asks not to be polled. */
  readonly skipDays: readonly string[];
  /** Sitemaps that an index lists, newest first. */
  readonly sitemaps: readonly string[];
  /** True if the document was truncated and only the items before that were read. */
  readonly truncated: boolean;
  /** Items skipped because their markup is broken. */
  readonly unreadable: number;
}

/** The result of one format's parser; `read.ts` adds the rest. */
export type PartialFeed = Partial<FeedDocument> & Pick<FeedDocument, 'items'>;
