import type { KeptSentence, MentionedSpan, ReadArticle } from './article.ts';
import type { DigestWeights } from './weights.ts';

/** Sentences by the day they may report. */
export interface SentenceIndex {
  readonly named: ReadonlyMap<string, readonly KeptSentence[]>;
  readonly leads: ReadonlyMap<number, readonly KeptSentence[]>;
}

const keyOf = (span: { readonly start: number; readonly end: number }): string => `${span.start}/${span.end}`;

const push = <K>(lists: Map<K, KeptSentence[]>, key: K, sentence: KeptSentence): void => {
  const list = lists.get(key);
  if (list) list.push(sentence);
  else lists.set(key, [sentence]);
};

/** Indexes the kept sentences by the ranges they name and, if they name none, by publication day. */
export function indexSentences(sentences: readonly KeptSentence[]): SentenceIndex {
  const named = new Map<string, KeptSentence[]>();
  const leads = new Map<number, KeptSentence[]>();
  for (const sentence of sentences) {
    for (const span of sentence.spans) if (sentence.article.day >= span.start) push(named, keyOf(span), sentence);
    if (sentence.leads) push(leads, sentence.article.day, sentence);
  }
  return { named, leads };
}

interface Candidate {
  readonly sentence: KeptSentence;
  readonly score: number;
  used: boolean;
}

const sharedPart = (a: readonly number[], b: ReadonlySet<number>): number => {
  let shared = 0;
  for (const term of a) if (b.has(term)) shared++;
  return shared / Math.max(1, Math.min(a.length, b.size));
};

/** A sentence chosen for a date. */
export interface ChosenSentence {
  readonly start: number;
  readonly text: string;
  readonly terms: ReadonlySet<number>;
}

/**
 * The weight of each term in the sentences that report a date: by the relevance of their articles, the days from the
 * date to the article, and whether they name the date.
 */
function centroidOf(
  span: MentionedSpan,
  { named, unnamed }: { readonly named: readonly KeptSentence[]; readonly unnamed: readonly KeptSentence[] },
  relevance: ReadonlyMap<ReadArticle, number>,
  weights: DigestWeights,
): ReadonlyMap<number, number> | undefined {
  const centroid = new Map<number, number>();
  let total = 0;
  const weigh = (sentence: KeptSentence, weight: number): void => {
    if (!sentence.tellable) return;
    const lag = Math.max(0, sentence.article.day - span.end);
    const full =
      weight *
      (relevance.get(sentence.article) ?? 0) *
      (weights.lagWeights[Math.min(lag, weights.lagWeights.length - 1)] ?? 1);
    total += full;
    for (const term of sentence.terms) centroid.set(term, (centroid.get(term) ?? 0) + full);
  };
  for (const sentence of named) weigh(sentence, 1);
  for (const sentence of unnamed) weigh(sentence, weights.unnamedWeight);
  return total === 0 ? undefined : centroid;
}

/** The best remaining candidate, less by what its terms repeat; undefined if none has a score above 0. */
function bestOf(
  candidates: readonly Candidate[],
  centroid: ReadonlyMap<number, number>,
  covered: ReadonlySet<number>,
  redundancyCost: number,
): Candidate | undefined {
  let best: Candidate | undefined;
  let bestValue = 0;
  for (const candidate of candidates) {
    if (candidate.used || candidate.score <= bestValue) continue;
    let weight = 0;
    let known = 0;
    for (const term of candidate.sentence.terms) {
      const w = centroid.get(term) ?? 0;
      weight += w;
      if (covered.has(term)) known += w;
    }
    const value = candidate.score * (1 - redundancyCost * (weight > 0 ? known / weight : 0));
    if (value > bestValue) {
      best = candidate;
      bestValue = value;
    }
  }
  return best;
}

/**
 * Chooses the sentences for one date: those whose words are shared by most articles that mention the date (its
 * centroid), each adding something to the earlier ones and none repeating a neighbouring date's.
 *
 * @param earlier Sentences of earlier entries; the chosen ones are added.
 * @returns At most `count`, best first; empty if none is suitable.
 */
export function chooseSentences(
  span: MentionedSpan,
  index: SentenceIndex,
  relevance: ReadonlyMap<ReadArticle, number>,
  count: number,
  earlier: ChosenSentence[],
  weights: DigestWeights,
): readonly KeptSentence[] {
  const named = index.named.get(keyOf(span)) ?? [];
  const unnamed: KeptSentence[] = [];
  if (span.start === span.end)
    for (let day = span.start; day <= span.start + weights.leadDays; day++)
      unnamed.push(...(index.leads.get(day) ?? []));

  const centroid = centroidOf(span, { named, unnamed }, relevance, weights);
  if (!centroid) return [];

  // a sentence that names two dates appears under the more important one, and again only if the other has nothing else
  const earlierTexts = new Set(earlier.map(({ text }) => text));
  const candidates: Candidate[] = [];
  for (const sentence of [...named, ...unnamed]) {
    if (!sentence.tellable) continue;
    let sum = 0;
    for (const term of sentence.terms) sum += centroid.get(term) ?? 0;
    const score =
      (sum / (sentence.terms.length + weights.lengthOffset)) *
      (weights.offSubject + (1 - weights.offSubject) * (relevance.get(sentence.article) ?? 0)) *
      (earlierTexts.has(sentence.text) ? 1 - weights.redundancyCost : 1);
    candidates.push({ sentence, score, used: false });
  }

  const chosen: KeptSentence[] = [];
  const covered = new Set<number>();
  const near = earlier.filter((other) => Math.abs(other.start - span.start) <= weights.acrossDays);
  const own: ChosenSentence[] = [];
  while (chosen.length < count) {
    const best = bestOf(candidates, centroid, covered, weights.redundancyCost);
    if (!best) break;
    best.used = true;
    const { sentence } = best;
    if (own.some((other) => sharedPart(sentence.terms, other.terms) > weights.sameInEntry)) continue;
    if (earlierTexts.has(sentence.text) && chosen.length > 0) continue;
    if (near.some((other) => sharedPart(sentence.terms, other.terms) > weights.sameAcross)) continue;
    chosen.push(sentence);
    own.push({ start: span.start, text: sentence.text, terms: new Set(sentence.terms) });
    for (const term of sentence.terms) covered.add(term);
  }
  earlier.push(...own);
  return chosen;
}
