import type { TimelineEvent } from '../events/event.ts';

/** Input of every format writer: a timeline that is filtered, ordered, curated and checked for access. */
export interface TimelineDocument {
  readonly slug: string;
  readonly title: string;
  readonly description?: string;
  /** Absolute address of the page for readers (the embed). */
  readonly url: string;
  /** Absolute address of this file. */
  readonly selfUrl: string;
  /** ISO date-time in UTC of the newest change, so that the same events give the same bytes. */
  readonly updatedAt: string;
  /** First day of the query: formats that draw time start there, even if an event began earlier. */
  readonly from?: string;
  /** In date order. */
  readonly events: readonly TimelineEvent[];
  /** Total events of the query; more than `events` if some were left out, which formats state if they can. */
  readonly total: number;
}
