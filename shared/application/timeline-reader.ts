import type { TimelineEvent } from '../events/event.ts';
import { type Cursors, cursorsOf, type SigningSecrets } from '../http/cursor.ts';
import type { EventReader, SavedTimeline, StoredEvent } from '../store/store.ts';
import { adjusted } from '../timeline/curated-overview.ts';
import { compare, curated, type Position, positionOf, withPinned } from '../timeline/curation.ts';
import { importantEvents } from '../timeline/important-events.ts';
import { keyMoments } from '../timeline/key-moments.ts';
import type { Overview } from '../timeline/overview.ts';
import type { PageRequest, TimelineQuery } from '../timeline/query.ts';
import { narrowQuery, type TimelineView } from '../timeline/view.ts';
import { listedEvent, publicPart } from './listed-event.ts';
import { isIn } from './query-match.ts';

/** Reads a saved timeline: its query narrowed by the caller's view, with the editor's curation applied. */
export interface TimelineReader {
  page(
    view: TimelineView,
    page: PageRequest,
  ): Promise<{ readonly events: readonly TimelineEvent[]; readonly next: string | null }>;
  overview(view: TimelineView, buckets: number): Promise<Overview>;
  /**
   * The most important events, in date order: those that its editor pinned, and key moments among the important events that overviews name. Its cost
   * does not depend on the number of events.
   *
   * @param overview The overview of the view, if the caller has requested it already.
   */
  keyMoments(view: TimelineView, count: number, overview?: Promise<Overview>): Promise<readonly TimelineEvent[]>;
  /** Events by id as `page` returns them, in any order, without those that are gone. */
  listed(ids: readonly string[]): Promise<readonly TimelineEvent[]>;
  /** With all evidence; `undefined` for an event that the timeline does not show. */
  event(id: string): Promise<TimelineEvent | undefined>;
  evidenceCursors(id: string): Cursors;
}

/** Most buckets of an overview. */
export const MOST_BUCKETS = 100;

const EMPTY: Overview = { zoom: 'year', buckets: [], total: 0, exact: true };

/** Content of a timeline's cursor. */
interface Place {
  /** The store's cursor; absent before its first page, `null` after its last. */
  readonly store?: string | null;
  /** The position up to which pinned events were returned. */
  readonly last?: Position;
}

/** Reads a timeline that the caller may see. */
export function timelineReader(timeline: SavedTimeline, events: EventReader, secrets: SigningSecrets): TimelineReader {
  const { collection } = timeline;
  const saved: TimelineQuery = { ...timeline.query, collection };

  /** Events by id, without deleted ones and ones hidden everywhere. */
  async function chosen(ids: readonly string[] = []): Promise<readonly StoredEvent[]> {
    const found = ids.length > 0 ? await events.findMany([...new Set(ids)]) : [];
    return found.filter((event) => !event.hidden && event.collection === collection);
  }

  let pinned: Promise<readonly StoredEvent[]> | undefined;

  /** The pinned events that a view shows: they ignore the saved filters, but not those of the reader. */
  async function pinnedIn(view: TimelineView): Promise<readonly StoredEvent[]> {
    const hidden = new Set(timeline.hidden);
    const own = narrowQuery({ collection }, view);
    if (!own || !timeline.pinned?.length) return [];
    // Read once for all pages of a file.
    pinned ??= chosen(timeline.pinned.filter((id) => !hidden.has(id)));
    return (await pinned).filter((event) => isIn(event, own));
  }

  async function overviewIn(view: TimelineView, buckets: number): Promise<Overview> {
    const query = narrowQuery(saved, view);
    const overview = query ? await events.overview(query, buckets) : EMPTY;
    const pinned = await pinnedIn(view);
    const removed = query ? (await chosen(timeline.hidden)).filter((event) => isIn(event, query)) : [];
    const added = pinned.filter((event) => !query || !isIn(event, query));
    const change = { removed: removed.map(listedEvent), added: added.map(listedEvent) };
    const exact = removed.length + added.length === 0 ? overview : adjusted(overview, change, query?.from, buckets);
    return { ...exact, buckets: exact.buckets.map((bucket) => ({ ...bucket, top: curated(bucket.top, timeline) })) };
  }

  return {
    overview: overviewIn,

    listed: async (ids) => curated((await chosen(ids)).map(listedEvent), timeline),

    async keyMoments(view, count, overview = overviewIn(view, MOST_BUCKETS)) {
      const closer = (range: { readonly from: string; readonly to: string }) =>
        overviewIn({ ...view, ...range }, MOST_BUCKETS);
      const [candidates, pinned] = await Promise.all([importantEvents(await overview, closer), pinnedIn(view)]);
      const picked = new Set(pinned.map(({ id }) => id));
      const moments = keyMoments(
        candidates.filter(({ id }) => !picked.has(id)),
        Math.max(0, count - picked.size),
      );
      const found = await chosen(moments.map(({ id }) => id));
      const all = [...pinned, ...found].map(listedEvent);
      return curated(
        all.sort((a, b) => compare(positionOf(a), positionOf(b), 'asc')),
        timeline,
      );
    },

    async page(view, { order, limit, cursor }) {
      const query = narrowQuery(saved, view);
      const cursors = cursorsOf({ query: query ?? { subject: 'none' }, order }, secrets);
      const place = cursor === undefined ? {} : (JSON.parse(await cursors.open(cursor)) as Place);
      const pinned = (await pinnedIn(view))
        .map(listedEvent)
        .filter((event) => !place.last || compare(positionOf(event), place.last, order) > 0);
      const list = async (most: number) =>
        query && place.store !== null
          ? events.list(query, { order, limit: most, ...(place.store !== undefined && { cursor: place.store }) })
          : { events: [], next: null };

      let page = await list(limit);
      const {
        events: shown,
        taken,
        last,
      } = withPinned({ events: page.events, isLast: page.next === null }, pinned, order, limit);
      const isCut = taken < page.events.length;
      // The next page starts after the events that fitted: read again just those, so that the store's cursor matches.
      if (isCut && taken > 0) page = await list(taken);
      const store = isCut && taken === 0 ? place.store : page.next;
      const upTo = last ?? place.last;
      const next: Place = { ...(store !== undefined && { store }), ...(upTo && { last: upTo }) };
      const isOver = store === null && !remains(pinned, upTo, order);
      return {
        events: curated(shown, timeline),
        next: isOver ? null : await cursors.close(JSON.stringify(next)),
      };
    },

    async event(id) {
      const found = await events.find(id);
      if (!found || found.hidden || found.collection !== collection) return undefined;
      const isShown = isIn(found, saved) || timeline.pinned?.includes(found.id) === true;
      return isShown ? curated([publicPart(found)], timeline)[0] : undefined;
    },

    evidenceCursors: (id) => cursorsOf({ query: { subject: `${timeline.slug}/${id}` }, order: 'evidence' }, secrets),
  };
}

/** Whether pinned events remain for a later page. */
const remains = (pinned: readonly TimelineEvent[], upTo: Position | undefined, order: 'asc' | 'desc'): boolean =>
  pinned.some((event) => !upTo || compare(positionOf(event), upTo, order) > 0);
