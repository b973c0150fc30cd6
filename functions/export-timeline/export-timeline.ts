import type { Hono } from 'hono';
import { gathered } from '../../shared/application/gathered-events.ts';
import { rankedEvents, rankedInTimeline } from '../../shared/application/ranked-events.ts';
import { mapIn, mapOf, openingOf } from '../../shared/application/timeline-map.ts';
import { streamOf } from '../../shared/application/timeline-stream.ts';
import { viewOf } from '../../shared/application/timeline-view.ts';
import { timelineVisits } from '../../shared/application/timeline-visits.ts';
import { eventIn, overviewIn } from '../../shared/display/event-in-language.ts';
import { MEDIA_TYPES } from '../../shared/formats/media-types.ts';
import { createApi, endpoint } from '../../shared/http/api.ts';
import type { ApiRequest } from '../../shared/http/endpoint.ts';
import { pageOfEvidence } from '../../shared/http/evidence-page.ts';
import * as operations from '../../shared/http/operations/exports.ts';
import { ok, type Reply } from '../../shared/http/reply.ts';
import { MAX_RANKED_EVENTS } from '../../shared/http/schemas/filters.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { SVG_CSP, writeSvg } from '../../shared/pages/svg/write.ts';
import type { Repositories } from '../../shared/store/store.ts';
import { digestOfEvents } from '../../shared/timeline/digest/from-events.ts';
import type { SigningServices } from '../runtime/services.ts';
import { documentOf, nextLink } from './document.ts';
import { WRITERS } from './writers.ts';

type FileRequest = ApiRequest<typeof operations.exportJson>;

/** The events of a saved timeline: pages, overview, one event, and every file format. */
export function exportTimeline(services: SigningServices<Repositories> & { readonly baseUrl: string }): Hono {
  const visits = timelineVisits(services);

  const file =
    (format: keyof typeof WRITERS) =>
    async ({ params, query, caller, raw }: FileRequest): Promise<Reply> => {
      const visit = await visits.open({ ...params, token: query.token, caller });
      const { document, next } = await documentOf(visit, query, raw, services.baseUrl);
      return {
        status: 200,
        text: { body: WRITERS[format](document), contentType: MEDIA_TYPES[format] },
        cache: visit.cache,
        headers: next === null ? {} : { link: nextLink(document.selfUrl, next) },
      };
    };

  const picture = async ({ params, query, caller }: ApiRequest<typeof operations.exportSvg>): Promise<Reply> => {
    const visit = await visits.open({ ...params, token: query.token, caller });
    const map = await mapOf(visit, { ...viewOf(query), ...(query.lang && { lang: query.lang }) });
    return {
      status: 200,
      text: { body: writeSvg(mapIn(query.lang, map)), contentType: MEDIA_TYPES.svg },
      headers: { 'content-security-policy': SVG_CSP },
      cache: visit.cache,
    };
  };

  return createApi('export-timeline', services, {
    listTimelineEvents: endpoint(operations.listTimelineEvents, async ({ params, query, caller }) => {
      const { reader, cache } = await visits.open({ ...params, token: query.token, caller });
      const { order, limit, cursor, top, lang } = query;
      const view = viewOf(query);
      const ranked = await rankedEvents(rankedInTimeline(reader, view), { order, limit, ...(top && { top }) });
      const { events, next } =
        ranked || order === 'importance'
          ? { events: ranked ?? [], next: null }
          : await reader.page(view, { order, limit, ...(cursor && { cursor }) });
      return ok({ events: events.map((event) => eventIn(lang, event)), next }, { cache });
    }),
    readTimelineOverview: endpoint(operations.readTimelineOverview, async ({ params, query, caller }) => {
      const visit = await visits.open({ ...params, token: query.token, caller });
      const view = viewOf(query);
      const overview = await visit.reader.overview(view, query.buckets);
      const isWindow = view.from !== undefined || view.to !== undefined;
      const opening = isWindow ? undefined : await openingOf(visit, view, overview);
      return ok(
        { ...overviewIn(query.lang, overview), ...(opening && { opening: { from: opening.from, to: opening.to } }) },
        { cache: visit.cache },
      );
    }),
    streamTimeline: endpoint(operations.streamTimeline, async ({ params, query, caller, raw }) => {
      const { timeline } = await visits.open({ ...params, token: query.token, caller });
      const lastId = raw.headers.get('last-event-id') ?? undefined;
      const { events, changes } = services.store;
      const body = await streamOf(timeline, lastId, { events, changes, now: services.now() });
      return { status: 200, text: { body, contentType: 'text/event-stream; charset=utf-8' }, cache: 'none' };
    }),
    readTimelineDigest: endpoint(operations.readTimelineDigest, async ({ params, query, caller }) => {
      const { reader, cache } = await visits.open({ ...params, token: query.token, caller });
      const request = { order: 'asc', limit: MAX_RANKED_EVENTS } as const;
      const { events, next } = await gathered((page) => reader.page(viewOf(query), page), request);
      return ok({ entries: digestOfEvents(events, query), complete: next === null }, { cache });
    }),
    readTimelineEvent: endpoint(operations.readTimelineEvent, async ({ params, query, caller }) => {
      const { reader, cache } = await visits.open({ ...params, token: query.token, caller });
      const event = await reader.event(params.id);
      if (!event)
        throw new DatelineError('event.not-found', 'The timeline has no such event.', { detail: { field: 'id' } });
      return ok(await pageOfEvidence(eventIn(query.lang, event), query, reader.evidenceCursors(params.id)), { cache });
    }),
    exportJson: endpoint(operations.exportJson, file('json')),
    exportCsv: endpoint(operations.exportCsv, file('csv')),
    exportIcs: endpoint(operations.exportIcs, file('ics')),
    exportRss: endpoint(operations.exportRss, file('rss')),
    exportJsonld: endpoint(operations.exportJsonld, file('jsonld')),
    exportTimelinejs: endpoint(operations.exportTimelinejs, file('timelinejs.json')),
    exportTimelinejsCsv: endpoint(operations.exportTimelinejsCsv, file('timelinejs.csv')),
    exportGrafana: endpoint(operations.exportGrafana, file('grafana.json')),
    exportMarkdown: endpoint(operations.exportMarkdown, file('md')),
    exportSvg: endpoint(operations.exportSvg, picture),
  });
}
