import type { TimelineEvent } from '../events/event.ts';

/** Input of every format writer: a timeline that is filtered, ordered, curated and checked for access. */
export interface TimelineDocument {
  readonly slug: string;
  readonly title: string;
  readonly description?: string;
  /** Absolute address of the page a person reads (the embed). */
  readonly url: string;
  /** Absolute address of this very file. */
  readonly selfUrl: string;
  /** ISO date-time in UTC of the newest change, so that the same events give the same bytes. */
  readonly updatedAt: string;
  /** First day that the query asks for: formats that draw time start there, also where an event began before it. */
  readonly from?: string;
  /** In date order. */
  readonly events: readonly TimelineEvent[];
  /** How many events the query has in all; more than `events` where something was left out, and every format that can says so. */
  readonly total: number;
}
