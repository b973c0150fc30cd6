import { readFileSync } from 'node:fs';
import type { PlainArticle, TimelineEvent } from '../../shared/events/event.ts';
import { dayNumber } from '../../shared/time/day.ts';

/** A dated event of an article, as annotated. */
export interface GoldEvent {
  readonly start: string;
  readonly end: string;
  readonly modality: string;
  readonly trigger: string;
  /** Words of which a title needs at least half. */
  readonly keywords: readonly string[];
  /** UTF-16 offset in the article's text. */
  readonly triggerStart: number;
}

export interface GoldArticle {
  readonly article: PlainArticle;
  readonly events: readonly GoldEvent[];
}

const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** Articles of a folder with `articles.jsonl` and `gold.jsonl`. */
export function readGold(folder: string): GoldArticle[] {
  const gold = new Map(
    lines<{ id: string; events: GoldEvent[] }>(`${folder}/gold.jsonl`).map(({ id, events }) => [id, events]),
  );
  return lines<PlainArticle>(`${folder}/articles.jsonl`).map((article) => ({
    article,
    events: gold.get(article.id) ?? [],
  }));
}

/** The days agree: equal, or within a quarter of the gold's length at each end where it is wider than a day. */
export function sameDays(gold: GoldEvent, date: { readonly start: string; readonly end: string }): boolean {
  const length = dayNumber(gold.end) - dayNumber(gold.start);
  const slack = length > 0 ? Math.ceil((length + 1) / 4) : 0;
  return (
    Math.abs(dayNumber(date.start) - dayNumber(gold.start)) <= slack &&
    Math.abs(dayNumber(date.end) - dayNumber(gold.end)) <= slack
  );
}

export const coversTrigger = (event: TimelineEvent, gold: GoldEvent): boolean =>
  event.evidence.some(({ start, end }) => start <= gold.triggerStart && gold.triggerStart < end);

const distance = (event: TimelineEvent, gold: GoldEvent): number =>
  Math.min(...event.evidence.map(({ trigger }) => Math.abs(trigger.start - gold.triggerStart)));

/** Pairs events with gold events one to one: evidence covers the trigger and the days agree; the nearest trigger first. */
export function matchEvents(
  events: readonly TimelineEvent[],
  gold: readonly GoldEvent[],
): ReadonlyMap<TimelineEvent, GoldEvent> {
  const pairs = gold.flatMap((one) =>
    events
      .filter((event) => coversTrigger(event, one) && sameDays(one, event.date))
      .map((event) => ({ event, one, apart: distance(event, one) })),
  );
  const matched = new Map<TimelineEvent, GoldEvent>();
  const taken = new Set<GoldEvent>();
  for (const { event, one } of pairs.sort((a, b) => a.apart - b.apart))
    if (!matched.has(event) && !taken.has(one)) {
      matched.set(event, one);
      taken.add(one);
    }
  return matched;
}

export interface Score {
  gold: number;
  predicted: number;
  found: number;
  modality: number;
}

export const f1Of = ({ gold, predicted, found }: Score): number =>
  gold + predicted === 0 ? 0 : (2 * found) / (gold + predicted);

/** Counts of one article, added to `score`. Unmatched events of the day of writing do not count as errors. */
export function addScore(score: Score, events: readonly TimelineEvent[], gold: readonly GoldEvent[]): void {
  const matched = matchEvents(events, gold);
  score.gold += gold.length;
  score.predicted += events.filter((event) => matched.has(event) || event.date.basis !== 'published').length;
  score.found += matched.size;
  for (const [event, one] of matched) if (event.modality === one.modality) score.modality++;
}

export const showScore = (score: Score): string => {
  const percent = (x: number): string => (100 * x).toFixed(1);
  return `P ${percent(score.found / score.predicted)} R ${percent(score.found / score.gold)} F1 ${percent(f1Of(score))} modality ${percent(score.modality / score.found)} (${score.found} of ${score.gold}, ${score.predicted} out)`;
};
