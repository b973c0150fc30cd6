import type { TimelineEvent } from '../event.ts';

/** One article's mention of an event: an extracted event with that article's evidence only. */
export interface Mention {
  /** The same for the same position in the same article. */
  readonly id: string;
  readonly articleId: string;
  readonly event: TimelineEvent;
  /** Tags of the article. */
  readonly tags: readonly string[];
}
