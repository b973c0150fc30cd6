import type { TimelineEvent } from '../event.ts';

/** One article's word on an event: what its extraction found, with that article's evidence alone. */
export interface Mention {
  /** Same article, same place in the text: same id. */
  readonly id: string;
  readonly articleId: string;
  readonly event: TimelineEvent;
  /** Tags of the article. */
  readonly tags: readonly string[];
}
