import { agreementOn, backgroundOf } from './agreement.ts';
import type { KeptSentence, MentionedSpan, ReadArticle } from './article.ts';
import type { SentenceIndex } from './choose-sentences.ts';
import { isChronology, isLongPast } from './chronology.ts';
import type { DigestWeights } from './weights.ts';

/** A day (or a wider range) that articles mention, and its importance relative to the others: 0…1. */
export interface ScoredSpan extends MentionedSpan {
  readonly score: number;
}

/** Sums over ranges of days of sparse values. */
class DaySums {
  readonly #days: readonly number[];
  readonly #sums: readonly number[];

  constructor(amounts: ReadonlyMap<number, number>) {
    this.#days = [...amounts.keys()].sort((a, b) => a - b);
    let sum = 0;
    this.#sums = this.#days.map((day) => (sum += amounts.get(day) ?? 0));
  }

  #upTo(day: number): number {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : (this.#sums[low - 1] ?? 0);
  }

  /** Sum over `from`…`to`, inclusive. */
  between(from: number, to: number): number {
    return this.#upTo(to) - this.#upTo(from - 1);
  }
}

const scaled = (values: readonly number[]): number[] => {
  const logs = values.map((value) => Math.log1p(value));
  const highest = Math.max(1e-9, ...logs);
  return logs.map((value) => value / highest);
};

/** Weight of an article's mention of a date: more where the article is a chronology and the date one of those it looks back on. */
const worthOf = (article: ReadArticle, { end }: MentionedSpan, { chronologyWeight }: DigestWeights): number =>
  isChronology(article) && isLongPast(end, article.day) ? chronologyWeight : 1;

/**
 * Scores every range that articles mention on or after its day. A date matters if many articles on the subject mention
 * it, relative to how much was published then (archives thin out, their late milestones do not), and if they agree on
 * what happened. A day after an important one is partly its echo; a day with many articles gets a bonus.
 *
 * @param relevance 0…1 for each article.
 * @param range Inclusive day numbers that averages stay within; infinite if open.
 */
export function scoreSpans(
  articles: readonly ReadArticle[],
  sentences: readonly KeptSentence[],
  index: SentenceIndex,
  relevance: ReadonlyMap<ReadArticle, number>,
  range: { readonly from: number; readonly to: number },
  weights: DigestWeights,
): ScoredSpan[] {
  const volume = new Map<number, number>();
  for (const article of articles)
    if (Number.isFinite(article.day))
      volume.set(article.day, (volume.get(article.day) ?? 0) + (relevance.get(article) ?? 0));

  const spans = new Map<string, { span: MentionedSpan; weight: number; last: ReadArticle | undefined }>();
  for (const { article, spans: mentioned } of sentences)
    for (const span of mentioned) {
      if (article.day < span.start) continue;
      const key = `${span.start}/${span.end}`;
      const entry = spans.get(key) ?? { span, weight: 0, last: undefined };
      // sentences are ordered by article, so comparing with the last one counts each article once
      if (entry.last !== article) entry.weight += worthOf(article, span, weights) * (relevance.get(article) ?? 0);
      entry.last = article;
      spans.set(key, entry);
    }

  const all = [...spans.values()].filter((entry) => entry.weight > 0);
  const published = new DaySums(volume);
  const measured = all.map(({ span, weight }) => {
    const from = Math.max(range.from, span.start - weights.volumeDays);
    const to = Math.min(range.to, span.start + weights.volumeDays);
    return weight / (1 + published.between(from, to) / (to - from + 1)) ** weights.volumePower;
  });
  const mentioned = scaled(measured);
  const busy = scaled(all.map(({ span }) => volume.get(span.start) ?? 0));
  const background = backgroundOf(sentences);
  const agreed = scaled(all.map(({ span }) => agreementOn(span, index, relevance, background, weights)));
  const onDay = new Map(
    all.flatMap(({ span }, i) => (span.start === span.end ? [[span.start, mentioned[i] ?? 0]] : [])),
  );
  return all
    .map(({ span }, i) => ({
      ...span,
      score: Math.max(
        0,
        ((mentioned[i] ?? 0) + weights.agreementShare * (agreed[i] ?? 0)) *
          (span.start === span.end ? 1 : weights.coarseWorth) +
          (span.start === span.end
            ? weights.busyShare * (busy[i] ?? 0) - weights.echoCost * (onDay.get(span.start - 1) ?? 0)
            : 0),
      ),
    }))
    .sort((a, b) => b.score - a.score || a.start - b.start || a.end - b.end);
}
