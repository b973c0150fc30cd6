import { askedLanguage, noTimeline } from '../../shared/display/words/en.ts';
import type { TimelineEvent } from '../../shared/events/event.ts';
import type { Overview } from '../../shared/timeline/overview.ts';

/** An overview, and the window in which the map opens if that is not the whole. */
export type Opened = Overview & { readonly opening?: { readonly from: string; readonly to: string } };

/** Where a timeline's data comes from. */
export interface Source {
  readonly overview: (params: string, signal: AbortSignal) => Promise<Opened>;
  readonly events: (params: string, signal: AbortSignal) => Promise<readonly TimelineEvent[]>;
  /** One event with all its evidence (its first page). */
  readonly event: (id: string) => Promise<TimelineEvent>;
}

/**
 * The source that a `src` names: the API's `…/v1/timelines/{slug}`, or the page `…/embed/{slug}` of the same timeline.
 *
 * Cookies and referrer are not sent: the address alone decides what a timeline may show.
 *
 * @throws TypeError if `src` names neither.
 */
export function sourceOf(src: string, base: string): Source {
  const url = new URL(src, base);
  const found = /^(.*)\/(?:v1\/timelines|embed)\/([^/]+)\/?$/.exec(url.pathname);
  if (!found || !/^https?:$/.test(url.protocol)) throw new TypeError(`no timeline: ${src}`);
  const [, mount = '', slug = ''] = found;
  const api = `${url.origin}${mount}/v1/timelines/${slug}`;
  const token = url.searchParams.get('token');
  const get = async <T>(path: string, params: string, signal?: AbortSignal): Promise<T> => {
    const query = new URLSearchParams(params);
    if (token !== null) query.set('token', token);
    if (askedLanguage) query.set('lang', askedLanguage);
    const init: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', signal: signal ?? null };
    const response = await fetch(`${api}${path}?${query}`, init);
    if (!response.ok) throw new Error(response.status === 404 ? noTimeline : `Status ${response.status}`);
    return (await response.json()) as T;
  };
  return {
    overview: (params, signal) => get('/overview', params, signal),
    events: async (params, signal) =>
      (await get<{ events: readonly TimelineEvent[] }>('/events', params, signal)).events,
    event: (id) => get(`/events/${encodeURIComponent(id)}`, ''),
  };
}
