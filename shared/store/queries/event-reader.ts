import type { TimelineEvent } from '../../events/event.ts';
import type { PageRequest, TimelineQuery } from '../../timeline/query.ts';
import { publicEvent } from '../event-payload.ts';
import { limitConcurrency } from '../limit-concurrency.ts';
import type { EventReader } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { cursorAt, positionAt } from './cursor.ts';
import { facetsOfCollection } from './facets.ts';
import { findEvent, findHeads, findOnceBuilt } from './find-event.ts';
import { findWithoutEvidenceOf, removalsIn, withoutEvidenceOf } from './hidden-evidence.ts';
import { overviewOf } from './overview.ts';
import { planOf } from './query-filter.ts';
import { walkQuery } from './walk-query.ts';

/** Most entries that one page reads if its filters reject most of them; it then ends early, with a cursor. */
const MOST_READ = 2000;

/** Enough concurrency that one read computes while another waits. */
const READS_AT_ONCE = 4;

/** Events as readers ask for them. */
export function eventReader(context: StoreContext): EventReader {
  const inTurn = limitConcurrency(READS_AT_ONCE);
  /** The result of a read, with the takedowns whose evidence must be removed from it. */
  const withRemovals = <T>(read: Promise<T>) => Promise.all([read, removalsIn(context)]);
  return {
    list: (query, page) =>
      inTurn(async () => {
        const [{ events, next }, removed] = await withRemovals(listPage(context, query, page));
        return { events: await withoutEvidenceOf(context, events, removed), next };
      }),
    overview: (query, buckets) =>
      inTurn(async () => {
        const [overview, removed] = await withRemovals(overviewOf(context, query, buckets));
        if (removed.articles.size === 0) return overview;
        const shown = overview.buckets.map(async (bucket) => {
          // Top events have no evidence: their heads name the article.
          const heads = await findHeads(
            context.table,
            bucket.top.map(({ id }) => id),
          );
          const kept = new Map((await withoutEvidenceOf(context, heads, removed)).map((head) => [head.id, head]));
          const top = bucket.top.flatMap((event) => {
            const head = kept.get(event.id);
            return head ? [{ ...event, title: head.title, date: head.date }] : [];
          });
          return { ...bucket, top };
        });
        return { ...overview, buckets: await Promise.all(shown) };
      }),
    find: async (id) => {
      const [event, removed] = await withRemovals(findEvent(context.table, id));
      const shown = await findWithoutEvidenceOf(context, id, event, removed);
      return event || shown ? shown : findOnceBuilt(context, id);
    },
    findMany: async (ids) => {
      const [events, removed] = await withRemovals(findHeads(context.table, ids));
      return withoutEvidenceOf(context, events, removed);
    },
    facets: (request) => facetsOfCollection(context, request),
  };
}

async function listPage(
  context: StoreContext,
  query: TimelineQuery,
  { order, limit, cursor }: PageRequest,
): Promise<{ events: readonly TimelineEvent[]; next: string | null }> {
  const after = cursor === undefined ? undefined : positionAt(query, order, cursor);
  const plan = planOf(query);
  const events: TimelineEvent[] = [];
  let last = '';
  let read = 0;
  // One entry more than the page shows whether there is a next one.
  for await (const { key, event } of walkQuery(context, { plan, order, after, expected: limit + 1 })) {
    const fits = plan.accepts(event());
    if ((fits && events.length === limit) || read++ === MOST_READ) {
      return { events, next: cursorAt(query, order, last) };
    }
    if (fits) events.push(publicEvent(event()));
    last = key;
  }
  return { events, next: null };
}
