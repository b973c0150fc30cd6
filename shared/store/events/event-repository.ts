import type { TimelineEvent } from '../../events/event.ts';
import { isoDay } from '../../time/day.ts';
import type { PageRequest, TimelineQuery } from '../../timeline/query.ts';
import { blockOf, blocksIn, zoomFor } from '../../timeline/zoom.ts';
import { keys, part, positionOf } from '../keys.ts';
import type { Bucket, EventRepository, Facet, Overview } from '../store.ts';
import type { StoreContext } from '../stored.ts';
import { LAST } from '../table-access.ts';
import { cursorAt, positionAt } from './cursor.ts';
import { eventEdits } from './edits.ts';
import { publicEvent } from './event-payload.ts';
import { searchable } from './facet-catalog.ts';
import { findEvent } from './find-event.ts';
import { walkList } from './list-reader.ts';
import { listOf } from './lists.ts';
import { FIRST_DAY, LAST_DAY, planOf } from './query-filter.ts';

/** Entries one page may read when its filters refuse most of them; then it ends early, with a cursor. */
const MOST_READ = 2000;
const KINDS: readonly Facet['kind'][] = ['entity', 'keyword', 'source', 'tag'];

export function eventRepository(context: StoreContext): EventRepository {
  const { table } = context;

  async function entries(
    query: TimelineQuery,
    page: { order: PageRequest['order']; after?: string; expected: number },
  ) {
    const plan = planOf(query);
    const list = listOf(plan.collection, plan.facets[0]);
    const census = plan.within ? { widest: new Map<number, number>() } : await context.census.of(list);
    const walk = { plan, list, census, forward: page.order === 'asc', after: page.after, expected: page.expected };
    return { plan, walk: walkList(context, walk) };
  }

  async function list(query: TimelineQuery, page: PageRequest) {
    const after = page.cursor === undefined ? undefined : positionAt(query, page.order, page.cursor);
    const { plan, walk } = await entries(query, {
      order: page.order,
      expected: page.limit + 1,
      ...(after === undefined ? {} : { after }),
    });
    const events: TimelineEvent[] = [];
    let last = '';
    let read = 0;
    for await (const entry of walk) {
      const event = entry.event();
      const fits = plan.accepts(event);
      if ((fits && events.length === page.limit) || read++ === MOST_READ) {
        return { events, next: cursorAt(query, page.order, last) };
      }
      if (fits) events.push(publicEvent(event));
      last = entry.sk;
    }
    return { events, next: null };
  }

  async function overview(query: TimelineQuery, buckets: number): Promise<Overview> {
    const { plan, walk } = await entries(query, { order: 'asc', expected: 200 });
    const found: { day: number; event: TimelineEvent }[] = [];
    for await (const entry of walk) {
      const event = entry.event();
      if (plan.accepts(event)) found.push({ day: Math.max(positionOf(entry.sk).start, plan.from), event });
    }
    const from = plan.from > FIRST_DAY ? plan.from : (found[0]?.day ?? 0);
    const to = plan.to < LAST_DAY ? plan.to : Math.max(from, ...found.map(({ day }) => day));
    const zoom = zoomFor({ start: from, end: to }, buckets);
    const filled = blocksIn({ start: from, end: to }, zoom).map((block): Bucket => {
      const inside = found.filter(({ day }) => blockOf(day, zoom).start === block.start).map(({ event }) => event);
      const top = [...inside].sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1)).slice(0, 3);
      return {
        start: isoDay(Math.max(block.start, from)),
        end: isoDay(Math.min(block.end, to)),
        count: inside.length,
        top,
      };
    });
    return { zoom, buckets: found.length === 0 ? [] : filled, total: found.length, exact: true };
  }

  async function facets(request: Parameters<EventRepository['facets']>[0]): Promise<readonly Facet[]> {
    const prefix = part(searchable(request.prefix));
    const kinds = request.kinds?.length ? request.kinds : KINDS;
    const found = await Promise.all(
      kinds.map(async (kind) => {
        const pk = keys.facets(request.collection, kind);
        const page = await table.range({ pk, from: prefix, to: `${prefix}${LAST}`, limit: request.limit });
        const counted = page.items.map(async (item): Promise<Facet> => {
          const { id, name } = item.v as { id: string; name: string };
          const list = keys.list(listOf(request.collection, { kind, id }));
          return { kind, id, name, count: (await table.range({ pk: list, count: true })).count };
        });
        return Promise.all(counted);
      }),
    );
    return found
      .flat()
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .slice(0, request.limit);
  }

  return { list, find: (id) => findEvent(table, id), overview, facets, ...eventEdits(context) };
}
