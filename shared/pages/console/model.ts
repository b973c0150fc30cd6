import type { TimelineEvent } from '../../events/event.ts';
import type {
  ArticleStatus,
  ArticleSummary,
  AuditEntry,
  Delivery,
  Facet,
  Feed,
  KeyRecord,
  SavedTimeline,
  StoredArticle,
  StoredEvent,
  Webhook,
} from '../../store/store.ts';
import type { Overview } from '../../timeline/overview.ts';
import type { TimelineView } from '../../timeline/view.ts';

/** Frame of every page of the console. */
export interface ConsoleChrome {
  /** Origin of the service without a trailing slash. */
  readonly baseUrl: string;
  /** The collection shown. */
  readonly collection: string;
  /** Other collections that the reader may see, offered in a menu. */
  readonly collections?: readonly string[];
  /** ISO date-time of the request, for relative times such as "polled 4 minutes ago". */
  readonly now: string;
}

/** An editor's action; it can be undone if it has an id and is not undone yet. */
export interface HistoryEntry extends AuditEntry {
  readonly id?: string;
  readonly undoneBy?: string;
}

/** One page of the console, by its content. */
export type ConsoleBody =
  /** Nobody is signed in: the page explains how. `failed`: the one-time link is no longer valid. */
  | { readonly kind: 'sign-in'; readonly failed?: boolean }
  /** Paste or upload an article; existing timelines and articles below. */
  | { readonly kind: 'home'; readonly timelines: readonly SavedTimeline[]; readonly total?: number }
  /** Articles of the collection by status. */
  | {
      readonly kind: 'articles';
      readonly articles: readonly ArticleSummary[];
      readonly status?: ArticleStatus;
      readonly next: string | null;
    }
  /** The text with its evidence highlighted, beside its events. */
  | { readonly kind: 'article'; readonly article: StoredArticle; readonly events: readonly TimelineEvent[] }
  /** Browse and search. `view.event` and `view.token` are unused here. */
  | {
      readonly kind: 'events';
      readonly view: TimelineView;
      readonly order: 'date' | 'importance';
      /** Invalid bounds, as the reader typed them. */
      readonly unread?: { readonly from?: string; readonly to?: string };
      readonly overview: Overview;
      /** The part on which the map opens if the view names no window: as in `EmbedPageModel`. */
      readonly focus?: { readonly from: string; readonly to: string; readonly overview: Overview };
      readonly events: readonly TimelineEvent[];
      readonly next: string | null;
      readonly facets: readonly Facet[];
    }
  /** One event with its evidence and its edit history. */
  | { readonly kind: 'event'; readonly event: StoredEvent; readonly history: readonly HistoryEntry[] }
  | { readonly kind: 'timelines'; readonly timelines: readonly SavedTimeline[] }
  /** One timeline: its preview, its editor, and "Embed this". */
  | {
      readonly kind: 'timeline';
      readonly timeline: SavedTimeline;
      /** Events that match the filters or are pinned, before the editor's choices, in date order; `isCut` if there are more. */
      readonly events: readonly TimelineEvent[];
      readonly isCut: boolean;
    }
  | { readonly kind: 'feeds'; readonly feeds: readonly Feed[] }
  | {
      readonly kind: 'webhooks';
      readonly webhooks: readonly { readonly webhook: Webhook; readonly deliveries: readonly Delivery[] }[];
    }
  | { readonly kind: 'keys'; readonly keys: readonly KeyRecord[] }
  /** An error in words: status, what happened, what to do. */
  | { readonly kind: 'error'; readonly status: number; readonly message: string };

/** A complete page: its frame and its content. */
export interface ConsolePageModel {
  readonly chrome: ConsoleChrome;
  readonly body: ConsoleBody;
}

/** The events of a page, with the notes that editors added. */
export const eventsIn = (body: ConsoleBody): readonly TimelineEvent[] =>
  body.kind === 'event' ? [body.event] : 'events' in body ? body.events : [];
