import type { KeptSentence, MentionedSpan, ReadArticle } from './article.ts';
import type { SentenceIndex } from './choose-sentences.ts';
import type { DigestWeights } from './weights.ts';

/**
 * How much the articles that mention a range of days agree on what happened: the best of its sentences, by the words it
 * shares with the others beyond the corpus average, times the number of others.
 *
 * @returns 0 if no article mentions the date; no upper bound.
 */
export function agreementOn(
  span: MentionedSpan,
  index: SentenceIndex,
  relevance: ReadonlyMap<ReadArticle, number>,
  background: ReadonlyMap<number, number>,
  weights: DigestWeights,
): number {
  const named = (index.named.get(`${span.start}/${span.end}`) ?? []).filter((sentence) => sentence.tellable);
  const shares = new Map<number, number>();
  let total = 0;
  for (const { article, terms } of named) {
    const weight = relevance.get(article) ?? 0;
    total += weight;
    for (const term of terms) shares.set(term, (shares.get(term) ?? 0) + weight);
  }
  if (total === 0) return 0;
  let best = 0;
  for (const { article, terms } of named) {
    let sum = 0;
    for (const term of terms) sum += Math.max(0, (shares.get(term) ?? 0) / total - (background.get(term) ?? 0));
    best = Math.max(best, (sum / (terms.length + weights.lengthOffset)) * (relevance.get(article) ?? 0));
  }
  return best * Math.log1p(total);
}

/** The share of all kept sentences that have each term. */
export function backgroundOf(sentences: readonly KeptSentence[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { terms } of sentences) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const [term, count] of counts) counts.set(term, count / sentences.length);
  return counts;
}
