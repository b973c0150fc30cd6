import type { CensusAccess } from './events/census.ts';
import type { FacetCatalog } from './events/facet-catalog.ts';
import type { SharedTurns } from './shared-turns.ts';
import type { Item, TableAccess } from './table-access.ts';

/** What every repository is made with. */
export interface StoreContext {
  readonly table: TableAccess;
  /** ISO date-time in UTC. */
  readonly now: () => string;
  readonly census: CensusAccess;
  readonly catalog: FacetCatalog;
  /** Turns at settling a cell. */
  readonly settling: SharedTurns;
  /** Cells known to be full; a full cell stays full. */
  readonly fullCells: Set<string>;
  /** Extractor versions known to be noted. */
  readonly knownVersions: Set<string>;
  /** Collections known to be noted. */
  readonly knownCollections: Set<string>;
}

/** Epoch seconds of an ISO date-time, as the table's time-to-live attribute wants it. */
export const epochSeconds = (at: string): number => Math.floor(Date.parse(at) / 1000);

/** A record kept whole under `v`: the shape that was put is the shape that comes back. */
export const recordOf = <T>(item: Item): T => item.v as T;

/** Leaves out what is undefined, so that an absent field stays absent. */
export function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}
