import { overviewIn } from '../display/event-in-language.ts';
import type { EmbedPageModel } from '../pages/embed/model.ts';
import { focusOf } from '../timeline/focus.ts';
import type { Overview } from '../timeline/overview.ts';
import { type InterfaceLanguage, narrowQuery, type TimelineView } from '../timeline/view.ts';
import type { Visit } from './timeline-visits.ts';

/** Buckets of a page's map, which its width can show. */
export const BUCKETS = 40;
/** Most refinements of a focus: each costs one more overview. */
const MOST_FOCUSES = 2;

/**
 * Data of a timeline's map: overview, initial window, and first and last day of all events.
 *
 * @param asked The overview of the view, where the caller has asked for it already.
 */
export async function mapOf(
  { timeline, reader }: Visit,
  view: TimelineView,
  asked: Promise<Overview> = reader.overview(view, BUCKETS),
): Promise<Pick<EmbedPageModel, 'timeline' | 'view' | 'bounds' | 'overview' | 'focus' | 'extent'>> {
  const { slug, title, description, theme } = timeline;
  const overview = await asked;
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

/** The map's data with the dates of its events formatted in a language. */
export const mapIn = <M extends Pick<EmbedPageModel, 'overview' | 'focus'>>(
  language: InterfaceLanguage | undefined,
  map: M,
): M => ({
  ...map,
  overview: overviewIn(language, map.overview),
  ...(map.focus && { focus: { ...map.focus, overview: overviewIn(language, map.focus.overview) } }),
});

/** The range on which the map of a timeline opens by default: set by its editor, otherwise where nearly all events lie. */
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

/** Narrows the range of a map step by step to where nearly all events lie. */
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
