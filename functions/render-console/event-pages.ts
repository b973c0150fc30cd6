import { rankedEvents, rankedInStore } from '../../shared/application/ranked-events.ts';
import { focusIn } from '../../shared/application/timeline-map.ts';
import { may } from '../../shared/http/caller.ts';
import { cursorsOf } from '../../shared/http/cursor.ts';
import type { ConsoleBody } from '../../shared/pages/console/model.ts';
import { narrowQuery, readView, type TimelineView } from '../../shared/timeline/view.ts';
import { type ConsoleRequest, notFound, PAGE, type PageServices } from './page-services.ts';

/** Most facets listed beside the events, and buckets of the map above them. */
const [FACETS, BUCKETS] = [40, 40];

/** The search over the events of a collection, and one event. */
export const eventPages = ({ store: { events, audit }, secrets }: PageServices) => ({
  async events({ raw, collection }: ConsoleRequest): Promise<ConsoleBody> {
    const view = readView(new URL(raw.url).searchParams);
    const query = narrowQuery({ collection }, view) ?? { collection, from: '9999-12-31', to: '9999-12-31' };
    const cursors = cursorsOf({ query, order: 'asc' }, secrets);
    // A stale link shows the first page.
    const cursor = view.cursor === undefined ? undefined : await cursors.open(view.cursor).catch(() => undefined);
    const order = new URL(raw.url).searchParams.get('order') === 'importance' ? 'importance' : 'date';
    const [overview, page, facets] = await Promise.all([
      events.overview(query, BUCKETS),
      order === 'importance'
        ? { events: (await rankedEvents(rankedInStore(events, query), { order, limit: PAGE })) ?? [], next: null }
        : events.list(query, { order: 'asc', limit: PAGE, ...(cursor !== undefined && { cursor }) }),
      events.facets({ collection, prefix: '', limit: FACETS }),
    ]);
    const isWindow = view.from !== undefined || view.to !== undefined;
    const closer = (stretch: object) => events.overview({ ...query, ...stretch }, BUCKETS);
    const focus = isWindow ? undefined : await focusIn(overview, closer);
    return {
      kind: 'events',
      view,
      order,
      unread: unreadBounds(raw, view),
      overview,
      ...(focus && { focus }),
      events: page.events,
      next: await cursors.close(page.next),
      facets,
    };
  },

  async event({ caller }: ConsoleRequest, id: string): Promise<ConsoleBody> {
    const event = await events.find(id);
    if (!event || !may(caller, 'admin', event.collection)) return notFound('event');
    return { kind: 'event', event, history: await audit.list({ subject: id, limit: 50 }) };
  },
});

/** Bounds in the address that cannot be parsed as days. */
function unreadBounds(raw: Request, view: TimelineView): { readonly from?: string; readonly to?: string } {
  const asked = (name: 'from' | 'to'): string => new URL(raw.url).searchParams.get(name)?.trim().slice(0, 40) ?? '';
  const [from, to] = [asked('from'), asked('to')];
  return {
    ...(from !== '' && view.from === undefined && { from }),
    ...(to !== '' && view.to === undefined && { to }),
  };
}
