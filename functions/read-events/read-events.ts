import type { Hono } from 'hono';
import { collectionNamesFor, collectionsFor, nearestName } from '../../shared/application/collections.ts';
import { gathered } from '../../shared/application/gathered-events.ts';
import { rankedEvents, rankedInStore } from '../../shared/application/ranked-events.ts';
import { likelyDoubles } from '../../shared/events/merging/doubles.ts';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { type Caller, may, mustMay } from '../../shared/http/caller.ts';
import { cursorsOf } from '../../shared/http/cursor.ts';
import { pageOfEvidence } from '../../shared/http/evidence-page.ts';
import {
  DOUBLES_WITHIN_DAYS,
  listCollections,
  listDoubles,
  listEvents,
  listFacets,
  readEvent,
  readOverview,
} from '../../shared/http/operations/events.ts';
import { ok } from '../../shared/http/reply.ts';
import { isImpossible, MAX_RANKED_EVENTS, queryOf } from '../../shared/http/schemas/filters.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { Repositories } from '../../shared/store/store.ts';
import { dayNumber, isoDay } from '../../shared/time/day.ts';
import type { Overview } from '../../shared/timeline/overview.ts';
import type { SigningServices } from '../runtime/services.ts';

/** First and last day of the supported calendar. */
const FIRST_DAY = dayNumber('-9999-01-01');
const LAST_DAY = dayNumber('9999-12-31');

const EMPTY_OVERVIEW: Overview = { zoom: 'year', buckets: [], total: 0, exact: true };

/** `GET /v1/events`, `/v1/events/{id}`, `/v1/overview` and `/v1/facets`. */
export function readEvents(services: SigningServices<Repositories>): Hono {
  const { events } = services.store;

  /** Called only when a query finds nothing: a mistyped collection must not look like an empty one. */
  async function mustExist(collection: string, caller: Caller): Promise<void> {
    const names = await collectionNamesFor(services.store, caller);
    if (names.includes(collection)) return;
    const likely = nearestName(collection, names);
    throw new DatelineError(
      'collection.not-found',
      `There is no collection "${collection}" yet${likely === undefined ? '' : `; did you mean "${likely}"`}.`,
      { detail: { field: 'collection' } },
    );
  }

  return createApi('read-events', services, {
    listCollections: endpoint(listCollections, async ({ caller }) =>
      ok({ collections: await collectionsFor(services.store, caller) }),
    ),

    listEvents: endpoint(
      listEvents,
      async ({ query: { collection, order, limit, cursor, top, ...filters }, caller }) => {
        mustMay(caller, 'read', collection);
        if (isImpossible(filters)) return ok({ events: [], next: null });
        const query = queryOf(filters, collection);
        const ranked = await rankedEvents(rankedInStore(events, query), { order, limit, ...(top && { top }) });
        if (ranked || order === 'importance') {
          if (!ranked?.length) await mustExist(collection, caller);
          return ok({ events: ranked ?? [], next: null });
        }
        const cursors = cursorsOf({ query, order }, services.secrets);
        const page = await events.list(query, { order, limit, ...(cursor && { cursor: await cursors.open(cursor) }) });
        if (page.events.length === 0 && page.next === null) await mustExist(collection, caller);
        return ok({ events: page.events, next: await cursors.close(page.next) });
      },
    ),

    readOverview: endpoint(readOverview, async ({ query: { collection, buckets, ...filters }, caller }) => {
      mustMay(caller, 'read', collection);
      if (isImpossible(filters)) return ok(EMPTY_OVERVIEW);
      const overview = await events.overview(queryOf(filters, collection), buckets);
      if (overview.total === 0) await mustExist(collection, caller);
      return ok(overview);
    }),

    readEvent: endpoint(readEvent, async ({ params, query, caller }) => {
      const found = await events.find(params.id);
      const mayEdit = found && may(caller, 'admin', found.collection);
      if (!found || !may(caller, 'read', found.collection) || (found.hidden && !mayEdit)) {
        throw new DatelineError('event.not-found', 'There is no such event.', { detail: { field: 'id' } });
      }
      const { tags, hidden, pinned, version, ...shown } = found;
      const page = await pageOfEvidence(
        shown,
        query,
        cursorsOf({ query: { subject: found.id }, order: 'evidence' }, services.secrets),
      );
      // An event that was merged into another is answered with that event, under the merged event's own address.
      const headers = { 'content-location': `/v1/events/${found.id}` };
      return ok(mayEdit ? { ...page, tags, hidden, pinned, version } : page, { headers });
    }),

    listDoubles: endpoint(listDoubles, async ({ params, query: { limit }, caller }) => {
      const found = await events.find(params.id);
      if (!found || !may(caller, 'read', found.collection) || found.hidden) {
        throw new DatelineError('event.not-found', 'There is no such event.', { detail: { field: 'id' } });
      }
      const { collection, date } = found;
      const near = (day: string, days: number) =>
        isoDay(Math.min(LAST_DAY, Math.max(FIRST_DAY, dayNumber(day) + days)));
      const query = {
        collection,
        from: near(date.start, -DOUBLES_WITHIN_DAYS),
        to: near(date.end, DOUBLES_WITHIN_DAYS),
      };
      const request = { order: 'asc', limit: MAX_RANKED_EVENTS } as const;
      const { events: others } = await gathered((page) => events.list(query, page), request);
      return ok({ doubles: likelyDoubles(found, others, limit) });
    }),

    listFacets: endpoint(listFacets, async ({ query: { collection, prefix, kind, limit }, caller }) => {
      mustMay(caller, 'read', collection);
      return ok({ facets: await events.facets({ collection, prefix, limit, ...(kind && { kinds: kind }) }) });
    }),
  });
}
