import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { widgetBuild } from '../../local/widget-build.mjs';
import { eventIn } from '../../shared/display/event-in-language.ts';
import type { TimelineEvent } from '../../shared/events/event.ts';
import { embedCsp } from '../../shared/pages/embed/csp.ts';
import type { EmbedPageModel } from '../../shared/pages/embed/model.ts';
import { writeEmbedPage } from '../../shared/pages/embed/write.ts';
import { SVG_CSP, writeSvg } from '../../shared/pages/svg/write.ts';
import { dayNumber } from '../../shared/time/day.ts';
import { focusOf } from '../../shared/timeline/focus.ts';
import { narrowQuery, readView, type TimelineView } from '../../shared/timeline/view.ts';
import { overviewOf } from './overview-oracle.ts';

/** A timeline that a test serves under /embed/{slug} and /v1/timelines/{slug}. */
export interface ServedTimeline {
  readonly title: string;
  readonly description?: string;
  readonly theme?: string;
  readonly language?: string;
  readonly opening?: { readonly from: string; readonly to: string };
  readonly events: readonly TimelineEvent[];
}

/** A server on loopback for tests of pages and widget with events of any kind, also such as no extractor would make. */
export interface FixtureService {
  readonly url: string;
  /** What was asked for, in order: path and query. */
  readonly asked: string[];
  readonly stop: () => Promise<void>;
}

const bundles = new Map<string, Promise<string>>();

/** Browser code as it is shipped, the widget in a language. */
export function bundled(entry: string, language = 'en'): Promise<string> {
  const made =
    bundles.get(entry + language) ??
    build({ ...widgetBuild(language), entryPoints: [entry], write: false }).then(
      ({ outputFiles }) => outputFiles?.[0]?.text ?? '',
    );
  bundles.set(entry + language, made);
  return made;
}

function matching(events: readonly TimelineEvent[], view: TimelineView): readonly TimelineEvent[] {
  const query = narrowQuery({ collection: 'sample' }, view);
  if (!query) return [];
  const low = query.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(query.from);
  const high = query.to === undefined ? Number.POSITIVE_INFINITY : dayNumber(query.to);
  return events.filter(
    (event) =>
      dayNumber(event.date.end) >= low &&
      dayNumber(event.date.start) <= high &&
      (query.entities ?? []).every((id) => event.entities.some((entity) => entity.id === id)) &&
      (query.sources ?? []).every((source) => event.sources.includes(source)) &&
      (!query.modalities?.length || query.modalities.includes(event.modality)),
  );
}

const windowOf = ({ from, to }: TimelineView): { from?: string; to?: string } => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

/** The model of a page, put together as functions/render-embed does it, from a list. */
export function pageModel(slug: string, timeline: ServedTimeline, view: TimelineView, baseUrl: string): EmbedPageModel {
  const found = matching(timeline.events, view);
  const overview = overviewOf(found, 40, windowOf(view));
  const isWindow = view.from !== undefined || view.to !== undefined;
  let focus = isWindow ? undefined : (timeline.opening ?? focusOf(overview));
  for (let i = 0; focus && !timeline.opening && i < 2; i += 1) focus = focusOf(overviewOf(found, 40, focus)) ?? focus;
  const start = Number(view.cursor ?? 0);
  const opened = timeline.events.find((event) => event.id === view.event);
  const all = [...timeline.events].sort((a, b) => dayNumber(a.date.start) - dayNumber(b.date.start));
  const latest = all.reduce((end, event) => Math.max(end, dayNumber(event.date.end)), Number.NEGATIVE_INFINITY);
  const last = all.find((event) => dayNumber(event.date.end) === latest);
  return {
    timeline: {
      slug,
      title: timeline.title,
      ...(timeline.description !== undefined && { description: timeline.description }),
      ...(timeline.theme !== undefined && { theme: timeline.theme }),
    },
    view,
    baseUrl,
    bounds: narrowQuery({ collection: 'sample' }, view) ?? {},
    overview,
    ...(focus && { focus: { ...focus, overview: overviewOf(found, 40, focus) } }),
    ...(all[0] && last && { extent: { start: all[0].date.start, end: last.date.end } }),
    events: found.slice(start, start + 50),
    next: start + 50 < found.length ? String(start + 50) : null,
    facets: facetsOf(found),
    ...(opened && { opened }),
    ...(timeline.language !== undefined && { language: timeline.language }),
  };
}

function facetsOf(events: readonly TimelineEvent[]): NonNullable<EmbedPageModel['facets']> {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { entities } of events)
    for (const { id, name } of entities) counts.set(id, { name, count: (counts.get(id)?.count ?? 0) + 1 });
  return [...counts]
    .map(([id, { name, count }]) => ({ kind: 'entity' as const, id, name, count }))
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, 8);
}

/**
 * Starts the server on a free port.
 *
 * @param pages Other pages of the test's own: path → HTML (host pages that embed a timeline).
 */
export async function startFixtureService(
  timelines: Readonly<Record<string, ServedTimeline>>,
  pages: Readonly<Record<string, string>> = {},
): Promise<FixtureService> {
  const asked: string[] = [];
  let url = '';
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = new URL(request.url ?? '/', url);
    asked.push(at.pathname + at.search);
    const send = (status: number, type: string, body: string, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*', ...headers }).end(body);
    };
    const page = pages[at.pathname];
    if (page !== undefined) return send(200, 'text/html; charset=utf-8', page.replaceAll('{{url}}', url));
    const lang = at.searchParams.get('lang') ?? 'en';
    if (at.pathname === '/embed.js') return send(200, 'text/javascript', await bundled('embed/timeline/main.ts', lang));
    if (at.pathname === '/assets/embed-page.js')
      return send(200, 'text/javascript', await bundled('embed/page/main.ts'));
    const [, kind, slug = '', id] = /^\/(embed|v1\/timelines)\/([^/]+)(?:\/(.+))?$/.exec(at.pathname) ?? [];
    const named = timelines[decodeURIComponent(slug)];
    if (!kind || !named) return send(404, 'application/problem+json', '{"title":"Not there"}');
    const view = readView(at.searchParams);
    const timeline = { ...named, events: named.events.map((event) => eventIn(view.lang, event)) };
    if (kind === 'embed') {
      const html = writeEmbedPage(pageModel(slug, timeline, view, url));
      return send(200, 'text/html; charset=utf-8', html, { 'content-security-policy': embedCsp({ baseUrl: url }) });
    }
    const found = matching(timeline.events, view);
    const json = (body: unknown): void => send(200, 'application/json', JSON.stringify(body));
    if (id === 'overview') {
      const { focus } = pageModel(slug, timeline, view, url);
      const overview = overviewOf(found, Number(at.searchParams.get('buckets') ?? 50), windowOf(view));
      return json({ ...overview, ...(focus && { opening: { from: focus.from, to: focus.to } }) });
    }
    if (id === 'events')
      return json({ events: found.slice(0, Number(at.searchParams.get('limit') ?? 50)), next: null });
    if (id === 'events.svg')
      return send(200, 'image/svg+xml', writeSvg(pageModel(slug, timeline, view, url)), {
        'content-security-policy': SVG_CSP,
      });
    const event = timeline.events.find((one) => `events/${one.id}` === decodeURIComponent(id ?? ''));
    return event ? json({ ...event, next: null }) : send(404, 'application/problem+json', '{"title":"Not there"}');
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
