import type { TimelineEvent } from '../event.ts';
import type { Mention } from './mention.ts';

/** Properties of the article that merging needs. */
export interface MentioningArticle {
  readonly id: string;
  readonly collection: string;
  readonly tags: readonly string[];
}

/**
 * The mentions of one article. The same article, position and reading give the same id, so extracting an article again
 * changes nothing. Several events at one position are numbered in text order.
 *
 * @param nameOf Converts a mention's unique name to its id; must be injective in practice (a hash).
 */
export function mentionsOf(
  article: MentioningArticle,
  events: readonly TimelineEvent[],
  nameOf: (uniqueName: string) => string,
): readonly Mention[] {
  const times = new Map<string, number>();
  return events.map((event) => {
    const place = event.evidence.map(({ start, timex, trigger }) => [start, timex.start, trigger.start, timex.value]);
    const name = JSON.stringify([article.id, place]);
    const nth = times.get(name) ?? 0;
    times.set(name, nth + 1);
    return {
      id: nameOf(nth === 0 ? name : `${name}#${nth}`),
      articleId: article.id,
      event: {
        ...event,
        collection: article.collection,
        evidence: event.evidence.map((piece) => ({ ...piece, articleId: article.id })),
      },
      tags: article.tags,
    };
  });
}
