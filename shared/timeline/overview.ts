import type { TimelineEvent } from '../events/event.ts';
import type { Zoom } from './zoom.ts';

/** One bucket of an overview, cut to the requested range; days are inclusive. */
export interface Bucket {
  readonly start: string;
  readonly end: string;
  readonly count: number;
  readonly top: readonly TimelineEvent[];
}

/** Counts and top events by blocks of time; `exact` is false where counts are estimated. */
export interface Overview {
  readonly zoom: Zoom;
  readonly buckets: readonly Bucket[];
  readonly total: number;
  readonly exact: boolean;
}
