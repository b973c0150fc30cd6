import type { SigningSecrets } from '../http/cursor.ts';
import { type TimelineVisit, visitTimeline } from '../http/timeline-access.ts';
import type { Repositories, SavedTimeline } from '../store/store.ts';
import { type TimelineReader, timelineReader } from './timeline-reader.ts';

interface Services {
  readonly store: Pick<Repositories, 'timelines' | 'events'>;
  readonly secrets: SigningSecrets;
  readonly now: () => string;
}

/** A timeline that a caller may read. */
export interface Visit {
  readonly timeline: SavedTimeline;
  readonly reader: TimelineReader;
  readonly cache: 'public' | 'private';
}

/** Opens timelines for callers who may read them; throws a not-found error otherwise. */
export const timelineVisits = ({ store, secrets, now }: Services) => ({
  async open(visit: Omit<TimelineVisit, 'now'>): Promise<Visit> {
    const { timeline, cache } = await visitTimeline({ ...visit, now: now() }, store.timelines, secrets);
    return { timeline, cache, reader: timelineReader(timeline, store.events, secrets) };
  },
});
