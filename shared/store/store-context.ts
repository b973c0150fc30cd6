import { CHECK_COLLECTION } from '../kernel/check-collection.ts';
import type { Item, TableAccess } from './dynamo/table-access.ts';

/** What every repository is made with. */
export interface StoreContext {
  readonly table: TableAccess;
  /** ISO date-time in UTC. */
  readonly now: () => string;
  /** A facet with more events than this gets a list of its own; without it the builder's own bound. */
  readonly frequent?: number | undefined;
  /** Reading a facet with more events than this requests a list for it; without it the readers' own bound. */
  readonly worthList?: number | undefined;
  /** For an overview, a list with at most so many events is read whole; without it the readers' own bound. */
  readonly wholeList?: number | undefined;
  /** Shards of the builder that may have waiting tasks. A new process knows of none, and its builder checks all. */
  readonly unfolded: Set<number>;
  /** Lists that this process has requested, with the time in milliseconds since 1970. */
  readonly requestedLists: Map<string, number>;
  /** Extractor versions known to be noted. */
  readonly knownVersions: Set<string>;
  /** Collections known to be noted. */
  readonly knownCollections: Set<string>;
}

/** Epoch seconds of an ISO date-time, as the table's time-to-live attribute wants it. */
export const epochSeconds = (at: string): number => Math.floor(Date.parse(at) / 1000);

const CHECKS_KEPT_SECONDS = 7 * 86_400;

/** Expiry of the records of a takedown: after a week in the canary's collection, otherwise never. */
export const expiryOfTakedown = (collection: unknown, at: string): { readonly expires?: number } =>
  collection === CHECK_COLLECTION ? { expires: epochSeconds(at) + CHECKS_KEPT_SECONDS } : {};

/** A record kept whole under `v`: the shape that was put is the shape that comes back. */
export const recordOf = <T>(item: Item): T => item.v as T;
