import { overviewIn } from '../display/event-in-language.ts';
import type { EmbedPageModel } from '../pages/embed/model.ts';
import { focusOf } from '../timeline/focus.ts';
import type { Overview } from '../timeline/overview.ts';
import { type InterfaceLanguage, narrowQuery, type TimelineView } from '../timeline/view.ts';
import type { Visit } from './timeline-visits.ts';

/** Buckets of the map of a page: as many as its width has room for. */
export const BUCKETS = 40;
/** A focus within the focus, at most: each costs one more overview. */
const MOST_FOCUSES = 2;

/** Data of a timeline's map: overview, initial window, and first and last day of all events. */
export async function mapOf(
  { timeline, reader }: Visit,
  view: TimelineView,
): Promise<Pick<EmbedPageModel, 'timeline' | 'view' | 'bounds' | 'overview' | 'focus' | 'extent'>> {
  const { slug, title, description, theme } = timeline;
  const overview = await reader.overview(view, BUCKETS);
  const isWindow = view.from !== undefined || view.to !== undefined;
  const { from: _from, to: _to, ...everywhere } = view;
  const filled = (isWindow ? await reader.overview(everywhere, BUCKETS) : overview).buckets.filter(
    ({ count }) => count > 0,
  );
  const [first, last] = [filled[0], filled.at(-1)];
  const focus = isWindow ? undefined : await openingOf({ timeline, reader }, view, overview);
  const bounds = narrowQuery({ ...timeline.query, collection: timeline.collection }, view);
  return {
    timeline: { slug, title, ...(description !== undefined && { description }), ...(theme !== undefined && { theme }) },
    view,
    ...(bounds && { bounds }),
    overview,
    ...(focus && { focus }),
    ...(first && last && { extent: { start: first.start, end: last.end } }),
  };
}

/** The map's data with the dates of its events worded in a language. */
export const mapIn = <M extends Pick<EmbedPageModel, 'overview' | 'focus'>>(
  language: InterfaceLanguage | undefined,
  map: M,
): M => ({
  ...map,
  overview: overviewIn(language, map.overview),
  ...(map.focus && { focus: { ...map.focus, overview: overviewIn(language, map.focus.overview) } }),
});

/** Where the map of a timeline opens if no window is asked for: as its editor has set it, else where nearly everything lies. */
export async function openingOf(
  { timeline, reader }: Pick<Visit, 'timeline' | 'reader'>,
  view: TimelineView,
  overview: Overview,
): Promise<EmbedPageModel['focus']> {
  const within = (stretch: { readonly from: string; readonly to: string }): Promise<Overview> =>
    reader.overview({ ...view, ...stretch }, BUCKETS);
  const { opening } = timeline;
  return opening === undefined ? focusIn(overview, within) : { ...opening, overview: await within(opening) };
}

/** Where a map opens: closer and closer to where nearly everything lies. */
export async function focusIn(
  overview: Overview,
  within: (stretch: { readonly from: string; readonly to: string }) => Promise<Overview>,
): Promise<EmbedPageModel['focus']> {
  let focus: EmbedPageModel['focus'];
  for (let turn = 0; turn < MOST_FOCUSES; turn += 1) {
    const closer = focusOf(focus?.overview ?? overview);
    if (!closer) break;
    focus = { ...closer, overview: await within(closer) };
  }
  return focus;
}
