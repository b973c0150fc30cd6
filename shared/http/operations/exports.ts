import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import type { OperationId } from '../routes.ts';
import { DigestSchema } from '../schemas/digest.ts';
import { EventDetail, EventPage, TimelineOverview } from '../schemas/event.ts';
import { MAX_RANKED_EVENTS, pageShape, rangeIsForwards, searchShape, topShape } from '../schemas/filters.ts';
import { Cursor, Id, langShape, Slug, whole } from '../schemas/primitives.ts';
import { tokenShape } from '../schemas/token.ts';

/** Most events of an exported file: a thousand events with evidence stay well below Lambda's 6 MB. */
export const MAX_EXPORTED_EVENTS = 1_000;

const params = z.strictObject({ slug: Slug });
const problems = ['timeline.not-found', 'embed-token.invalid', 'request.bad-cursor'] as const;
const narrowing = 'Filters narrow the saved query and never widen it.';

/** `GET /v1/timelines/{slug}/events` */
export const listTimelineEvents = operation({
  id: 'listTimelineEvents',
  tag: 'timelines',
  summary: 'A page of the events of a saved timeline',
  description: `With the editor’s choices applied: hidden events are left out, titles replaced, pinned events always there. ${narrowing}`,
  params,
  query: z.strictObject({ ...searchShape, ...pageShape, ...tokenShape, ...langShape }).check(rangeIsForwards()),
  answers: { 200: { description: 'One page', schema: EventPage } },
  problems,
  example: { params: { slug: 'sample' }, query: { limit: '3' }, status: 200 },
});

/** `GET /v1/timelines/{slug}/overview` */
export const readTimelineOverview = operation({
  id: 'readTimelineOverview',
  tag: 'timelines',
  summary: 'The overview of a saved timeline',
  description: `Without \`from\` and \`to\`, \`opening\` says where a map should open: as the editor has set it, else where nearly all events lie; absent where the whole is a good map. ${narrowing}`,
  params,
  query: z
    .strictObject({ ...searchShape, ...tokenShape, ...langShape, buckets: z._default(whole(1, 100), 50) })
    .check(rangeIsForwards()),
  answers: { 200: { description: 'The overview', schema: TimelineOverview } },
  problems,
  example: { params: { slug: 'sample' }, status: 200 },
});

/** `GET /v1/timelines/{slug}/stream` */
export const streamTimeline = operation({
  id: 'streamTimeline',
  tag: 'timelines',
  summary: 'New, changed and withdrawn events of a saved timeline, as they come',
  description:
    'Server-sent events for `EventSource`: `new` and `changed` carry an event, `withdrawn` its `id`, `reset` says that the reader was away for too long ' +
    '(five minutes) and should read the timeline anew. Where the host can hold a connection it stays open; else the answer ends, and the browser ' +
    'asks again every fifteen seconds with `Last-Event-ID`.',
  params,
  query: z.strictObject({ ...tokenShape }),
  answers: { 200: { description: 'The changes since `Last-Event-ID`', contentType: 'text/event-stream' } },
  problems: ['timeline.not-found', 'embed-token.invalid'],
  example: { params: { slug: 'sample' }, status: 200 },
});

/** `GET /v1/timelines/{slug}/digest` */
export const readTimelineDigest = operation({
  id: 'readTimelineDigest',
  tag: 'timelines',
  summary: 'The most important dates of a saved timeline, with sentences for each',
  description: `Made of its first ${MAX_RANKED_EVENTS} events; \`complete\` says whether there are more. ${narrowing}`,
  params,
  query: z
    .strictObject({
      ...searchShape,
      ...tokenShape,
      dates: z._default(whole(1, 200), 30),
      sentences: z._default(whole(1, 10), 2),
    })
    .check(rangeIsForwards()),
  answers: { 200: { description: 'The digest, in date order', schema: DigestSchema } },
  problems: ['timeline.not-found', 'embed-token.invalid'],
  example: { params: { slug: 'sample' }, query: { dates: '5', sentences: '1' }, status: 200 },
});

/** `GET /v1/timelines/{slug}/events/{id}` */
export const readTimelineEvent = operation({
  id: 'readTimelineEvent',
  tag: 'timelines',
  summary: 'One event of a saved timeline, with all its evidence by pages',
  params: z.strictObject({ slug: Slug, id: Id }),
  query: z.strictObject({
    ...tokenShape,
    ...langShape,
    limit: z._default(whole(1, 200), 50),
    cursor: z.exactOptional(Cursor),
  }),
  answers: { 200: { description: 'The event', schema: EventDetail } },
  problems: [...problems, 'event.not-found'],
  example: { params: { slug: 'sample', id: 'example-event' }, status: 200 },
});

const fileQueryIn = (order: 'asc' | 'desc') =>
  z
    .strictObject({
      ...searchShape,
      ...tokenShape,
      order: z._default(z.enum(['asc', 'desc']), order),
      cursor: pageShape.cursor,
      ...topShape,
      limit: z._default(whole(1, MAX_EXPORTED_EVENTS), MAX_EXPORTED_EVENTS),
    })
    .check(rangeIsForwards());
const fileQuery = fileQueryIn('asc');

/** All exports share one contract; they differ in format only. */
const exportAs = <const Id extends OperationId>(
  id: Id,
  what: string,
  contentType: string,
  query: typeof fileQuery = fileQuery,
) =>
  operation({
    id,
    tag: 'timelines',
    summary: `A saved timeline as ${what}`,
    description: `At most ${MAX_EXPORTED_EVENTS} events; where there are more, the \`Link\` header names the next file. ${narrowing}`,
    params,
    query,
    answers: { 200: { description: 'The file', contentType, headers: ['Link'] } },
    problems,
    example: { params: { slug: 'sample' }, status: 200 },
  });

/** `GET /v1/timelines/{slug}/events.json` */
export const exportJson = exportAs('exportJson', 'JSON', 'application/json');
/** `GET /v1/timelines/{slug}/events.csv` */
export const exportCsv = exportAs('exportCsv', 'CSV (RFC 4180)', 'text/csv');
/** `GET /v1/timelines/{slug}/events.ics` */
export const exportIcs = exportAs('exportIcs', 'iCalendar', 'text/calendar');
/** `GET /v1/timelines/{slug}/events.rss` */
export const exportRss = exportAs(
  'exportRss',
  'RSS 2.0, newest first by default',
  'application/rss+xml',
  fileQueryIn('desc'),
);
/** `GET /v1/timelines/{slug}/events.jsonld` */
export const exportJsonld = exportAs('exportJsonld', 'JSON-LD (schema.org/Event)', 'application/ld+json');
/** `GET /v1/timelines/{slug}/events.timelinejs.json` */
export const exportTimelinejs = exportAs('exportTimelinejs', 'TimelineJS 3 JSON', 'application/json');
/** `GET /v1/timelines/{slug}/events.timelinejs.csv` */
export const exportTimelinejsCsv = exportAs('exportTimelinejsCsv', 'a TimelineJS 3 spreadsheet', 'text/csv');
/** `GET /v1/timelines/{slug}/events.grafana.json` */
export const exportGrafana = exportAs('exportGrafana', 'Grafana annotations for Infinity', 'application/json');
/** `GET /v1/timelines/{slug}/events.md` */
export const exportMarkdown = exportAs('exportMarkdown', 'Markdown', 'text/markdown');

/** `GET /v1/timelines/{slug}/events.svg` */
export const exportSvg = operation({
  id: 'exportSvg',
  tag: 'timelines',
  summary: 'A saved timeline as a static SVG picture',
  description: `For any <img>. ${narrowing}`,
  params,
  query: z.strictObject({ ...searchShape, ...tokenShape, ...langShape }).check(rangeIsForwards()),
  answers: { 200: { description: 'The picture', contentType: 'image/svg+xml' } },
  problems: ['timeline.not-found', 'embed-token.invalid'],
  example: { params: { slug: 'sample' }, status: 200 },
});
