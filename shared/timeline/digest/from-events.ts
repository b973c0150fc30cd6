import type { Modality, TimelineEvent } from '../../events/event.ts';
import { keyDates } from '../key-dates.ts';
import type { DigestEntry, DigestOptions, DigestSource } from './article.ts';

/** A sentence of a digest of stored events, and its event. */
export interface EventDigestSource extends DigestSource {
  readonly eventId: string;
  readonly title: string;
  /** The modality, so that a hedged event stays marked as such. */
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
 * The most important dates among stored events, each with the evidence sentences of its most important events.
 *
 * @param events In any order, each with at least its best evidence.
 * @returns At most `dates` entries, in date order.
 */
export function digestOfEvents(
  events: readonly TimelineEvent[],
  { dates, sentences }: Pick<DigestOptions, 'dates' | 'sentences'>,
): readonly EventDigestEntry[] {
  return keyDates(events)
    .slice(0, dates)
    .sort((a, b) => a.first - b.first || a.last - b.last)
    .map(({ events: group, score }) => entryOf(group, score, sentences));
}

function entryOf(group: readonly TimelineEvent[], score: number, count: number): EventDigestEntry {
  const told = new Set<string>();
  const chosen: { sentence: string; source: EventDigestSource }[] = [];
  for (const event of group) {
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
