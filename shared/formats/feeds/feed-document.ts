/** A publisher's item, from any feed format. */
export interface FeedItem {
  /** The publisher's name for it, as written. Unique only if the publisher is careful. */
  readonly guid?: string;
  /** Absolute http(s) address of the article, as written (trackers and all). */
  readonly link?: string;
  /** Plain text. */
  readonly title?: string;
  /** Text that the publisher marks as the whole article. */
  readonly content?: FeedText;
  /** Text marked as a summary, or in an element that may hold either. */
  readonly summary?: FeedText;
  /** ISO date, or date-time with the publisher's own offset. */
  readonly publishedAt?: string;
  readonly updatedAt?: string;
}

/** A text as the publisher gives it, and whether its angle brackets are markup. */
export interface FeedText {
  readonly kind: 'html' | 'text';
  readonly value: string;
}

/** A feed, read. */
export interface FeedDocument {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json' | 'sitemap' | 'sitemap-index';
  readonly title?: string;
  /** Home page of the site. */
  readonly siteUrl?: string;
  /** In the publisher's order. */
  readonly items: readonly FeedItem[];
  /** "Don't come back sooner": RSS `ttl` or the `sy:` module, in minutes. */
  readonly minutesBetweenPolls?: number;
  /** Hours of the day in GMT, 0…23, at which the publisher wants no polls. */
  readonly skipHours: readonly number[];
  /** English names of days (GMT) at which the publisher wants no polls. */
  readonly skipDays: readonly string[];
  /** Sitemaps an index names, newest first. */
  readonly sitemaps: readonly string[];
  /** True where the document broke off and only the items before the break were read. */
  readonly truncated: boolean;
  /** Items left out because their markup is broken. */
  readonly unreadable: number;
}

/** Result of one format's reader; `read.ts` adds the rest. */
export type PartialFeed = Partial<FeedDocument> & Pick<FeedDocument, 'items'>;
