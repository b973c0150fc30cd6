import { type LedgerEntry, readLedger, writeLedger } from './item-ledger.ts';
import type { PublisherLimits } from './schedule.ts';

/** The poller's private state of a feed between polls. */
export interface FeedMemory {
  readonly entries: readonly LedgerEntry[];
  /** Hashes of addresses and ids that several items share: these identify nothing. */
  readonly sharedLinks: readonly number[];
  readonly sharedGuids: readonly number[];
  /** `unique` once two items with different ids were seen together, `shared` once most items had the same id; then it never changes. */
  readonly guids: 'unknown' | 'unique' | 'shared';
  /** Publication date of the only item, in a feed of one. */
  readonly loneDate?: string;
  /** The address of the permanent redirects of the last polls, and their number in a row. */
  readonly moving?: { readonly to: string; readonly times: number };
  /** Failed attempts to fetch an item's page, by the item's hash. */
  readonly attempts: Readonly<Record<string, number>>;
  /** True while items of the last response wait: the next poll then requests the whole feed. */
  readonly isBehind: boolean;
  /** The polling interval requested by the last complete document. A 304 leaves it unchanged. */
  readonly wishes: PublisherLimits;
  /** Shortest time between polls, set by the person who added the feed. */
  readonly leastSeconds?: number;
  /** Whether the dates of items show the feed's rhythm. */
  readonly hasRhythm: boolean;
  /** A warning for people, although the poll succeeded. */
  readonly notice?: string;
}

/** More shared hashes mean that no id of the feed is reliable, which `guids` records. */
const MOST_SHARED = 200;
const MOST_ATTEMPTS = 200;

/** Parses the memory of a feed record; empty if there is none, or one of another layout version. */
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
    wishes: typeof wishes === 'object' && wishes !== null ? (wishes as PublisherLimits) : {},
    hasRhythm: hasRhythm === true,
    ...(typeof loneDate === 'string' ? { loneDate } : {}),
    ...(isMove(moving) ? { moving } : {}),
    ...(typeof leastSeconds === 'number' ? { leastSeconds } : {}),
    ...(typeof notice === 'string' ? { notice } : {}),
  };
}

/** The memory as stored: plain data under 200 KB. */
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
