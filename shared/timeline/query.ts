import type { DateBasis, Modality } from '../events/event.ts';
import type { IsoDay } from '../time/date-span.ts';

/** The query of every event list, overview, saved timeline and export. All parts are combined with AND. */
export interface TimelineQuery {
  readonly collection: string;
  /** Inclusive; either may be missing. */
  readonly from?: IsoDay;
  readonly to?: IsoDay;
  /** `intersects` (the default): the event's days overlap the range; `within`: they lie completely in it. */
  readonly match?: 'intersects' | 'within';
  /** Words of the title or the evidence, in any inflection; all must match. */
  readonly q?: string;
  readonly entities?: readonly string[];
  readonly keywords?: readonly string[];
  readonly sources?: readonly string[];
  readonly tags?: readonly string[];
  readonly modalities?: readonly Modality[];
  /** How the event got its date: any of these. */
  readonly bases?: readonly DateBasis[];
  readonly minImportance?: number;
}

export interface PageRequest {
  readonly order: 'asc' | 'desc';
  /** 1…200. */
  readonly limit: number;
  /** Opaque, signed, bound to its query and collection. */
  readonly cursor?: string;
}
