import type { TimelineEvent } from '../events/event.ts';
import { stem } from '../text/stem.ts';

/** Bonus in log odds for an event fully on the subject, against one that shares nothing with the others. */
const SUBJECT_WEIGHT = 2.5;
/** Terms of an event to compare: those that most others share. */
const TERMS = 4;

/**
 * The log odds of each event's relevance to a reader: its importance, raised if its names and words are those of the
 * other events. In articles on one subject, unrelated news of a round-up shares least.
 */
export function oddsOf<Event extends TimelineEvent>(events: readonly Event[]): ReadonlyMap<Event, number> {
  const termsOf = new Map(events.map((event) => [event, termsIn(event)]));
  const shares = new Map<string, number>();
  for (const [event, terms] of termsOf) {
    const told = new Set(event.evidence.map(({ articleId }) => articleId)).size || 1;
    for (const term of terms) shares.set(term, (shares.get(term) ?? 0) + told);
  }
  const most = Math.log1p([...shares.values()].reduce((high, share) => Math.max(high, share), 1));
  const relevance = [...termsOf].map(([event, terms]) => {
    const best = terms
      .map((term) => Math.log1p((shares.get(term) ?? 1) - 1) / most)
      .sort((a, b) => b - a)
      .slice(0, TERMS);
    return { event, share: best.reduce((sum, share) => sum + share, 0) / TERMS };
  });
  const mean = relevance.reduce((sum, { share }) => sum + share, 0) / Math.max(1, relevance.length);
  return new Map(
    relevance.map(({ event, share }) => [event, logOdds(event.importance) + SUBJECT_WEIGHT * (share - mean)]),
  );
}

/** Entities and stems of keywords, each once. */
const termsIn = ({ entities, keywords }: TimelineEvent): readonly string[] => [
  ...new Set([...entities.map(({ id }) => `@${id}`), ...keywords.map((word) => stem(word.toLowerCase()))]),
];

/** Of probabilities within 0.0001…0.9999. */
function logOdds(probability: number): number {
  const bounded = Math.min(0.9999, Math.max(0.0001, probability));
  return Math.log(bounded / (1 - bounded));
}
