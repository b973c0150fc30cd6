import { gathered } from '../../shared/application/gathered-events.ts';
import { rankedEvents, rankedInTimeline } from '../../shared/application/ranked-events.ts';
import { viewOf } from '../../shared/application/timeline-view.ts';
import type { Visit } from '../../shared/application/timeline-visits.ts';
import type { Filters } from '../../shared/http/schemas/filters.ts';
import type { PageRequest } from '../../shared/timeline/query.ts';
import type { TimelineDocument } from '../../shared/timeline/timeline-document.ts';
import { narrowQuery } from '../../shared/timeline/view.ts';

interface ExportRequest extends Filters {
  readonly token?: string;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  readonly cursor?: string;
  readonly top?: number;
}

/** The events of a file, the metadata around them, and the cursor for events that did not fit. */
export async function documentOf(
  { timeline, reader }: Visit,
  request: ExportRequest,
  raw: Request,
  baseUrl: string,
): Promise<{ readonly document: TimelineDocument; readonly next: string | null }> {
  const view = viewOf(request);
  const { order, limit, cursor, top } = request;
  const list = (page: PageRequest) => reader.page(view, page);
  const ranked = await rankedEvents(rankedInTimeline(reader, view), {
    order,
    limit,
    ...(top !== undefined && { top }),
  });
  const { events, next } = ranked
    ? { events: ranked, next: null }
    : await gathered(list, { order, limit, ...(cursor !== undefined && { cursor }) });
  // A complete file needs no count of its own; nor do key moments, which are listed one by one.
  const isWhole = next === null && request.cursor === undefined;
  const total = isWhole ? events.length : (await reader.overview(view, 1)).total;
  const { slug, title, description, updatedAt } = timeline;
  const { pathname, search } = new URL(raw.url);
  const token = request.token === undefined ? '' : `?token=${request.token}`;
  const from = narrowQuery({ ...timeline.query, collection: timeline.collection }, view)?.from;
  const document: TimelineDocument = {
    slug,
    title,
    ...(description !== undefined && { description }),
    url: `${baseUrl}/embed/${slug}${token}`,
    selfUrl: `${baseUrl}${pathname}${search}`,
    updatedAt,
    ...(from !== undefined && { from }),
    events,
    total,
  };
  return { document, next };
}

/** RFC 8288 `Link` header to the file that continues this one. */
export function nextLink(selfUrl: string, next: string): string {
  const url = new URL(selfUrl);
  url.searchParams.set('cursor', next);
  return `<${url.href}>; rel="next"`;
}
