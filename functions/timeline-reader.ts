import type { TimelineEvent } from '../shared/events/event.ts';
import { type EmbedView, narrowQuery } from '../shared/formats/embed/view.ts';
import { type Cursors, cursorsOf, type SigningSecrets } from '../shared/http/cursor.ts';
import type { EventRepository, Overview, SavedTimeline, StoredEvent } from '../shared/store/store.ts';
import { curated } from '../shared/timeline/curation.ts';
import type { PageRequest } from '../shared/timeline/query.ts';

/** A saved timeline as its readers see it: its query, narrowed by what they ask, with its editor's choices applied. */
export interface TimelineReader {
  page(
    view: EmbedView,
    page: PageRequest,
  ): Promise<{ readonly events: readonly TimelineEvent[]; readonly next: string | null }>;
  overview(view: EmbedView, buckets: number): Promise<Overview>;
  /** With all evidence; `undefined` for what the timeline does not show. */
  event(id: string): Promise<TimelineEvent | undefined>;
  evidenceCursors(id: string): Cursors;
}

const EMPTY: Overview = { zoom: 'year', buckets: [], total: 0, exact: true };

/** Reads a timeline that the caller may see. */
export function timelineReader(
  timeline: SavedTimeline,
  events: EventRepository,
  secrets: SigningSecrets,
): TimelineReader {
  const saved = { ...timeline.query, collection: timeline.collection };

  return {
    async page(view, { order, limit, cursor }) {
      const query = narrowQuery(saved, view);
      if (!query) return { events: [], next: null };
      const cursors = cursorsOf({ query, order }, secrets);
      const page = await events.list(query, { order, limit, ...(cursor && { cursor: await cursors.open(cursor) }) });
      return { events: curated(page.events, timeline), next: await cursors.close(page.next) };
    },
    async overview(view, buckets) {
      const query = narrowQuery(saved, view);
      if (!query) return EMPTY;
      const overview = await events.overview(query, buckets);
      return {
        ...overview,
        buckets: overview.buckets.map((bucket) => ({ ...bucket, top: curated(bucket.top, timeline) })),
      };
    },
    async event(id) {
      const found = await events.find(id);
      if (!found || found.hidden || found.collection !== timeline.collection) return undefined;
      return curated([publicPart(found)], timeline)[0];
    },
    evidenceCursors: (id) => cursorsOf({ query: { subject: `${timeline.slug}/${id}` }, order: 'evidence' }, secrets),
  };
}

/** Without what only editors see. */
function publicPart({ hidden, pinned, tags, version, ...event }: StoredEvent): TimelineEvent {
  return event;
}
