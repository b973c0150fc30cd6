import type { Modality, TimelineEvent } from '../../events/event.ts';
import { dayNumber } from '../../time/day.ts';
import type { DigestEntry, DigestOptions, DigestSource } from './article.ts';
import { WEIGHTS } from './weights.ts';

/** A sentence of a digest of stored events, and the event that it proves. */
export interface EventDigestSource extends DigestSource {
  readonly eventId: string;
  readonly title: string;
  /** A hedge stays a hedge. */
  readonly modality: Modality;
}

export interface EventDigestEntry extends DigestEntry {
  /** The date for a reader: "June 4, 1989". */
  readonly display: string;
  readonly sources: readonly EventDigestSource[];
}

const wordsOf = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * The dates that matter among stored events, each with the sentences that prove its most important events. A date matters by all its
 * events together (each one's importance is the chance that a reader wants it, so that many small ones can outweigh a single one), less
 * what the day before already told.
 *
 * @param events In any order, each with at least its best evidence.
 * @returns At most `dates` entries, in date order.
 */
export function digestOfEvents(
  events: readonly TimelineEvent[],
  { dates, sentences }: Pick<DigestOptions, 'dates' | 'sentences'>,
): readonly EventDigestEntry[] {
  const groups = new Map<string, TimelineEvent[]>();
  for (const event of events) {
    const key = `${event.date.start}/${event.date.end}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  const together = (group: readonly TimelineEvent[]): number =>
    1 - group.reduce((none, event) => none * (1 - event.importance), 1);
  const byDay = new Map<number, number>();
  for (const group of groups.values()) {
    const { start, end } = (group[0] as TimelineEvent).date;
    if (start === end) byDay.set(dayNumber(start), together(group));
  }
  const scored = [...groups.values()].map((group) => {
    const { start, end } = (group[0] as TimelineEvent).date;
    const first = dayNumber(start);
    const echo = start === end ? WEIGHTS.echoCost * (byDay.get(first - 1) ?? 0) : 0;
    return { group, first, last: dayNumber(end), score: Math.max(0, together(group) - echo) };
  });
  return scored
    .sort((a, b) => b.score - a.score || a.first - b.first || a.last - b.last)
    .slice(0, dates)
    .sort((a, b) => a.first - b.first || a.last - b.last)
    .map(({ group, score }) => entryOf(group, score, sentences));
}

function entryOf(group: readonly TimelineEvent[], score: number, count: number): EventDigestEntry {
  const told = new Set<string>();
  const chosen: { sentence: string; source: EventDigestSource }[] = [];
  for (const event of [...group].sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1))) {
    const evidence = event.evidence[0];
    if (chosen.length === count) break;
    if (evidence === undefined || told.has(wordsOf(evidence.sentence))) continue;
    told.add(wordsOf(evidence.sentence));
    chosen.push({
      sentence: evidence.sentence,
      source: {
        eventId: event.id,
        title: event.title,
        modality: event.modality,
        articleId: evidence.articleId,
        ...(evidence.url === undefined ? {} : { url: evidence.url }),
        ...(event.sources[0] === undefined ? {} : { source: event.sources[0] }),
        ...(evidence.publishedAt === undefined ? {} : { publishedAt: evidence.publishedAt }),
        start: evidence.start,
        end: evidence.end,
      },
    });
  }
  const { edtf, start, end, display } = (group[0] as TimelineEvent).date;
  return {
    date: edtf,
    display,
    start,
    end,
    importance: Math.round(score * 1000) / 1000,
    sentences: chosen.map(({ sentence }) => sentence),
    sources: chosen.map(({ source }) => source),
  };
}
