import type { SigningSecrets } from '../http/cursor.ts';
import { type TimelineVisit, visitTimeline } from '../http/timeline-access.ts';
import type { SavedTimeline, Store } from '../store/store.ts';
import { type TimelineReader, timelineReader } from './timeline-reader.ts';

interface Services {
  readonly store: Pick<Store, 'timelines' | 'events'>;
  readonly secrets: SigningSecrets;
  readonly now: () => string;
}

/** A timeline that a visitor was let into. */
export interface Visit {
  readonly timeline: SavedTimeline;
  readonly reader: TimelineReader;
  readonly cache: 'public' | 'private';
}

/** Lets visitors into timelines, or says that there is none for them. */
export const timelineVisits = ({ store, secrets, now }: Services) => ({
  async open(visit: Omit<TimelineVisit, 'now'>): Promise<Visit> {
    const { timeline, cache } = await visitTimeline({ ...visit, now: now() }, store.timelines, secrets);
    return { timeline, cache, reader: timelineReader(timeline, store.events, secrets) };
  },
});
