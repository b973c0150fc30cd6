import type { Modality, TimelineEvent } from '../../../shared/events/event.ts';
import type { TimelineQuery } from '../../../shared/timeline/query.ts';

/** What the store must answer, by looking at every event. Kept as plain as can be: nothing of the store is used here. */
export interface Known extends TimelineEvent {
  readonly tags: readonly string[];
}

/** ISO days of any year as numbers that compare as the days do. */
const ordinal = (iso: string): number => {
  const sign = iso.startsWith('-') ? -1 : 1;
  const [year = 0, month = 0, day = 0] = iso.replace(/^-/, '').split('-').map(Number);
  return sign * year * 10_000 + month * 100 + day;
};

export function matches(event: Known, query: TimelineQuery): boolean {
  const [start, end] = [ordinal(event.date.start), ordinal(event.date.end)];
  const from = query.from === undefined ? Number.NEGATIVE_INFINITY : ordinal(query.from);
  const to = query.to === undefined ? Number.POSITIVE_INFINITY : ordinal(query.to);
  const meets = query.match === 'within' ? start >= from && end <= to : start <= to && end >= from;
  const all = (wanted: readonly string[] | undefined, own: readonly string[]) =>
    (wanted ?? []).every((one) => own.includes(one));
  return (
    meets &&
    all(
      query.entities,
      event.entities.map(({ id }) => id),
    ) &&
    all(query.keywords, event.keywords) &&
    all(query.sources, event.sources) &&
    all(query.tags, event.tags) &&
    (!query.modalities?.length || query.modalities.includes(event.modality as Modality)) &&
    (!query.bases?.length || query.bases.includes(event.date.basis)) &&
    event.importance >= (query.minImportance ?? 0)
  );
}

/** By start, then end, then id. */
export function inOrder(events: readonly Known[], order: 'asc' | 'desc'): readonly Known[] {
  const sign = order === 'asc' ? 1 : -1;
  return [...events].sort(
    (a, b) =>
      sign *
      (ordinal(a.date.start) - ordinal(b.date.start) ||
        ordinal(a.date.end) - ordinal(b.date.end) ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  );
}

/** How many of these events each bucket must count: each once, in the bucket of its start or, if that is before `from`, of `from`. */
export function countsIn(
  events: readonly Known[],
  from: string | undefined,
  buckets: readonly { readonly start: string; readonly end: string }[],
): readonly number[] {
  return buckets.map(({ start, end }) => {
    const inside = events.filter(({ date }) => {
      const at = from === undefined ? ordinal(date.start) : Math.max(ordinal(date.start), ordinal(from));
      return at >= ordinal(start) && at <= ordinal(end);
    });
    return inside.length;
  });
}
