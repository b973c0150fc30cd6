import type { Hono } from 'hono';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { may, mustMay } from '../../shared/http/caller.ts';
import { cursorsOf } from '../../shared/http/cursor.ts';
import { pageOfEvidence } from '../../shared/http/evidence-page.ts';
import { listEvents, listFacets, readEvent, readOverview } from '../../shared/http/operations/events.ts';
import { ok } from '../../shared/http/reply.ts';
import { isImpossible, queryOf } from '../../shared/http/schemas/filters.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { Overview } from '../../shared/store/store.ts';
import type { HttpServices } from '../services.ts';

const EMPTY_OVERVIEW: Overview = { zoom: 'year', buckets: [], total: 0, exact: true };

/** `GET /v1/events`, `/v1/events/{id}`, `/v1/overview` and `/v1/facets`. */
export function readEvents(services: HttpServices): Hono {
  const { events } = services.store;

  return createApi('read-events', services, {
    listEvents: endpoint(listEvents, async ({ query: { collection, order, limit, cursor, ...filters }, caller }) => {
      mustMay(caller, 'read', collection);
      if (isImpossible(filters)) return ok({ events: [], next: null });
      const query = queryOf(filters, collection);
      const cursors = cursorsOf({ query, order }, services.secrets);
      const page = await events.list(query, { order, limit, ...(cursor && { cursor: await cursors.open(cursor) }) });
      return ok({ events: page.events, next: await cursors.close(page.next) });
    }),

    readOverview: endpoint(readOverview, async ({ query: { collection, buckets, ...filters }, caller }) => {
      mustMay(caller, 'read', collection);
      if (isImpossible(filters)) return ok(EMPTY_OVERVIEW);
      return ok(await events.overview(queryOf(filters, collection), buckets));
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
      // An event that became part of another is answered by that one, under its own address.
      const headers = { 'content-location': `/v1/events/${found.id}` };
      return ok(mayEdit ? { ...page, tags, hidden, pinned, version } : page, { headers });
    }),

    listFacets: endpoint(listFacets, async ({ query: { collection, prefix, kind, limit }, caller }) => {
      mustMay(caller, 'read', collection);
      return ok({ facets: await events.facets({ collection, prefix, limit, ...(kind && { kinds: kind }) }) });
    }),
  });
}
