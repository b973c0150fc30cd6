import { DatelineError } from '../kernel/dateline-error.ts';
import type { EmbedPageModel } from '../pages/embed/model.ts';
import { keyMoments } from '../timeline/key-moments.ts';
import type { Overview } from '../timeline/overview.ts';
import { type TimelineView, viewParams } from '../timeline/view.ts';
import type { TimelineReader } from './timeline-reader.ts';
import type { Visit } from './timeline-visits.ts';

/** Events on one page of an embed. */
const PAGE = 50;
/** Timelines with more events than this open with their key moments. */
const LONG = 60;
/** Key moments shown: on a wide page, and on a narrow one. */
const [MOMENTS, NARROW_MOMENTS] = [24, 12];

type ListPart = Pick<EmbedPageModel, 'events' | 'next' | 'moments'>;

/** The first list of the page: key moments if a long timeline is shown as a whole, otherwise one page of events. */
export async function firstPage(visit: Visit, view: TimelineView, overview: Promise<Overview>): Promise<ListPart> {
  const {
    event: _event,
    token: _token,
    theme: _theme,
    lang: _lang,
    heading: _heading,
    search: _search,
    ...asked
  } = view;
  if (viewParams(asked as TimelineView) !== '') return pageOrFirst(visit, view);
  const { total } = await overview;
  if (total <= LONG) return pageOrFirst(visit, view);
  const events = await visit.reader.keyMoments(view, MOMENTS, overview);
  const inOrder = visit.timeline.order === 'desc' ? events.toReversed() : events;
  return { events: inOrder, next: null, moments: keyMoments(events, NARROW_MOMENTS).map(({ id }) => id) };
}

/** The requested page of events; the first page if the cursor is stale or invalid, since a link in a published article must keep working. */
async function pageOrFirst({ reader, timeline }: Visit, view: TimelineView): ReturnType<TimelineReader['page']> {
  const page = { order: timeline.order ?? 'asc', limit: PAGE } as const;
  if (view.cursor === undefined) return reader.page(view, page);
  try {
    return await reader.page(view, { ...page, cursor: view.cursor });
  } catch (error) {
    if (error instanceof DatelineError && error.code === 'request.bad-cursor') return reader.page(view, page);
    throw error;
  }
}
