import type { KeptSentence, ReadArticle } from './article.ts';
import type { DigestWeights } from './weights.ts';

/** A term belongs to the corpus's own subject if at least this share of the articles have it in their kept sentences. */
const COMMON_SHARE = 0.25;
/** Most terms of the subject. */
const SUBJECT_TERMS = 12;

/**
 * How relevant each article is to the subject, 0…1. With a query: the density of its words. Without one: the number of
 * terms it has in common with other articles.
 */
export function relevanceOf(
  articles: readonly ReadArticle[],
  sentences: readonly KeptSentence[],
  hasQuery: boolean,
  weights: DigestWeights,
): ReadonlyMap<ReadArticle, number> {
  if (hasQuery)
    return new Map(articles.map((article) => [article, Math.min(1, article.density / weights.fullDensity)]));
  const byArticle = new Map<ReadArticle, Set<number>>(articles.map((article) => [article, new Set()]));
  for (const { article, terms } of sentences) for (const term of terms) byArticle.get(article)?.add(term);
  const counts = new Map<number, number>();
  for (const terms of byArticle.values()) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const subject = [...counts]
    .filter(([, count]) => count >= COMMON_SHARE * articles.length)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, SUBJECT_TERMS)
    .map(([term]) => term);
  if (subject.length === 0) return new Map(articles.map((article) => [article, 1]));
  return new Map(
    articles.map((article) => {
      const terms = byArticle.get(article) ?? new Set();
      const share = subject.filter((term) => terms.has(term)).length / subject.length;
      return [article, Math.min(1, 2 * share)];
    }),
  );
}
