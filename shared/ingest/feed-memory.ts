import { type LedgerEntry, readLedger, writeLedger } from './item-ledger.ts';
import type { Wishes } from './schedule.ts';

/** The poller's private state of a feed between polls. */
export interface FeedMemory {
  readonly entries: readonly LedgerEntry[];
  /** Addresses and names that several items share, as marks: they name nothing. */
  readonly sharedLinks: readonly number[];
  readonly sharedGuids: readonly number[];
  /** `unique` once two items with different names were seen side by side, `shared` once most items had one name: for good. */
  readonly guids: 'unknown' | 'unique' | 'shared';
  /** When the only item of a feed of one was published. */
  readonly loneDate?: string;
  /** The address that the last polls were permanently redirected to, and how many in a row. */
  readonly moving?: { readonly to: string; readonly times: number };
  /** How often an item's page could not be had, by the item's mark. */
  readonly attempts: Readonly<Record<string, number>>;
  /** True while items of the last answer wait: then the next poll asks for the whole feed. */
  readonly isBehind: boolean;
  /** The polling interval requested by the last complete document. A 304 leaves it unchanged. */
  readonly wishes: Wishes;
  /** Shortest time between polls, as the person who added the feed asked for. */
  readonly leastSeconds?: number;
  /** Whether the dates of its items tell the feed's rhythm. */
  readonly hasRhythm: boolean;
  /** Something a person should know though the poll went well. */
  readonly notice?: string;
}

/** Shared marks beyond these few say that the whole feed is careless, which `guids` says already. */
const MOST_SHARED = 200;
const MOST_ATTEMPTS = 200;

/** The memory of a feed record; empty when the record has none, or one in the layout of another version. */
export function readMemory(record: Readonly<Record<string, unknown>> | undefined): FeedMemory {
  const {
    ledger,
    sharedLinks,
    sharedGuids,
    guids,
    loneDate,
    moving,
    attempts,
    isBehind,
    wishes,
    leastSeconds,
    hasRhythm,
    notice,
  } = record ?? {};
  return {
    entries: readLedger(ledger),
    sharedLinks: Array.isArray(sharedLinks) ? (sharedLinks as number[]) : [],
    sharedGuids: Array.isArray(sharedGuids) ? (sharedGuids as number[]) : [],
    guids: guids === 'unique' || guids === 'shared' ? guids : 'unknown',
    attempts: typeof attempts === 'object' && attempts !== null ? (attempts as Record<string, number>) : {},
    isBehind: isBehind === true,
    wishes: typeof wishes === 'object' && wishes !== null ? (wishes as Wishes) : {},
    hasRhythm: hasRhythm === true,
    ...(typeof loneDate === 'string' ? { loneDate } : {}),
    ...(isMove(moving) ? { moving } : {}),
    ...(typeof leastSeconds === 'number' ? { leastSeconds } : {}),
    ...(typeof notice === 'string' ? { notice } : {}),
  };
}

/** As it is stored: plain data under 200 KB. */
export function writeMemory(memory: FeedMemory): Readonly<Record<string, unknown>> {
  return {
    ledger: writeLedger(memory.entries),
    sharedLinks: memory.sharedLinks.slice(-MOST_SHARED),
    sharedGuids: memory.sharedGuids.slice(-MOST_SHARED),
    guids: memory.guids,
    attempts: Object.fromEntries(Object.entries(memory.attempts).slice(-MOST_ATTEMPTS)),
    isBehind: memory.isBehind,
    wishes: memory.wishes,
    hasRhythm: memory.hasRhythm,
    ...(memory.leastSeconds === undefined ? {} : { leastSeconds: memory.leastSeconds }),
    ...(memory.loneDate === undefined ? {} : { loneDate: memory.loneDate }),
    ...(memory.moving === undefined ? {} : { moving: memory.moving }),
    ...(memory.notice === undefined ? {} : { notice: memory.notice }),
  };
}

function isMove(value: unknown): value is NonNullable<FeedMemory['moving']> {
  return typeof value === 'object' && value !== null && 'to' in value && 'times' in value;
}
