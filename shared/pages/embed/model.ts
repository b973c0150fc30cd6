import type { TimelineEvent } from '../../events/event.ts';
import type { Facet } from '../../store/store.ts';
import type { Overview } from '../../timeline/overview.ts';
import type { TimelineView } from '../../timeline/view.ts';

/** Model of an embedded timeline's page. All of it may come from untrusted articles, so writers escape every field. */
export interface EmbedPageModel {
  readonly timeline: {
    readonly slug: string;
    readonly title: string;
    readonly description?: string;
    /** `auto` (follows the reader's system), `light`, `dark`, `paper` or `contrast`; any other value counts as `auto`. */
    readonly theme?: string;
  };
  /** The view requested in the URL: window, filters, page, opened event. */
  readonly view: TimelineView;
  /** Origin of the service without a trailing slash: `https://dateline.example`. */
  readonly baseUrl: string;
  /** The bounds of the saved query and the view combined; events that began earlier are shown as such. */
  readonly bounds?: { readonly from?: string; readonly to?: string };
  /** The overview of the saved query narrowed by the view (`narrowQuery`). */
  readonly overview: Overview;
  /**
   * The part on which the map opens if the view names no window and `focusOf(overview)` finds one: its range, and the
   * overview of the query within it. The list below the map still contains everything.
   */
  readonly focus?: { readonly from: string; readonly to: string; readonly overview: Overview };
  /** The page of events to render, in date order, of the same query. */
  readonly events: readonly TimelineEvent[];
  readonly next: string | null;
  /** Ids of the most important events, if `events` are only key moments: a narrow page shows no others. */
  readonly moments?: readonly string[];
  /** First and last day of the whole timeline, regardless of the window; absent for an empty timeline or if unknown. */
  readonly extent?: { readonly start: string; readonly end: string };
  /** The day of the request: without matches and without a window, the map shows an axis of the ten years before it. */
  readonly today?: string;
  /** Filter links, at most 10. Default: every entity named more than once on the page. */
  readonly facets?: readonly Facet[];
  /** The event that the view names, with all its evidence; absent if it is not part of this timeline. */
  readonly opened?: TimelineEvent;
  /** BCP 47 tag of the language of the events; default `en`. */
  readonly language?: string;
}
