import type { TimelineEvent } from '../../events/event.ts';
import type { Facet } from '../../store/store.ts';
import type { Overview } from '../../timeline/overview.ts';
import type { TimelineView } from '../../timeline/view.ts';

/** Model of an embedded timeline's page. All of it may come from untrusted articles: writers escape every field. */
export interface EmbedPageModel {
  readonly timeline: {
    readonly slug: string;
    readonly title: string;
    readonly description?: string;
    /** `auto` (follows the reader's system), `light`, `dark`, `paper` or `contrast`; anything else counts as `auto`. */
    readonly theme?: string;
  };
  /** The request in the URL: window, filters, page, opened event. */
  readonly view: TimelineView;
  /** Origin of the service without a trailing slash: `https://dateline.example`. */
  readonly baseUrl: string;
  /** The days that the saved query and the view leave together; events that merely reach into them are shown as such. */
  readonly bounds?: { readonly from?: string; readonly to?: string };
  /** Of the saved query narrowed by the view (`narrowQuery`). */
  readonly overview: Overview;
  /**
   * Where the map opens when the view names no window and `focusOf(overview)` does: the stretch, and the overview of the query within
   * it. The list below the map still has everything.
   */
  readonly focus?: { readonly from: string; readonly to: string; readonly overview: Overview };
  /** The page of events to print, in date order, of the same query. */
  readonly events: readonly TimelineEvent[];
  readonly next: string | null;
  /** Ids of the events that matter most, where `events` are key moments alone: a narrow page shows no others. */
  readonly moments?: readonly string[];
  /** First and last day of the whole timeline, window aside; absent for an empty timeline or where it is not known. */
  readonly extent?: { readonly start: string; readonly end: string };
  /** The day of the request: where nothing matches and no window was asked for, the map shows the axis of the ten years up to it. */
  readonly today?: string;
  /** Offered as filter links, at most 10. Default: everyone who is named more than once on the page. */
  readonly facets?: readonly Facet[];
  /** The event that the view names, with all its evidence; absent where it is not part of this timeline. */
  readonly opened?: TimelineEvent;
  /** BCP 47 tag of the words on the timeline; default `en`. */
  readonly language?: string;
}
