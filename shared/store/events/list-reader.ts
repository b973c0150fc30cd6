import { dayKey, keys, type ListName, positionOf } from '../keys.ts';
import { unpack } from '../packing.ts';
import type { StoreContext } from '../stored.ts';
import { LAST } from '../table-access.ts';
import { fromPayload, type IndexedEvent, type Payload } from './event-payload.ts';
import { widestOf } from './lists.ts';
import { FIRST_DAY, type Plan } from './query-filter.ts';

/** An event in a list, unpacked when asked for. */
export interface Entry {
  readonly sk: string;
  readonly event: () => IndexedEvent;
}

/** One walk along a list. */
export interface Walk {
  readonly plan: Plan;
  readonly list: ListName;
  /** The list's width classes, asked for when the walk comes to what began before the range; none where nothing can have. */
  readonly widthClasses: () => Promise<readonly number[]>;
  readonly forward: boolean;
  /** Sort key of the last entry of the page before. */
  readonly after?: string | undefined;
  /** How many entries the caller is likely to take. */
  readonly expected: number;
}

/**
 * The entries of one list that meet the plan's days, in date order, each once.
 *
 * Events that start in the range come from the list itself. Those that start before it and reach into it come from the lists of wide events,
 * one a width class, each read no further back than its class is wide; a class is opened only when the walk has come to where it may begin.
 */
export async function* walkList(context: StoreContext, walk: Walk): AsyncGenerator<Entry> {
  const own = mainSource(context, walk);
  const given = { count: 0 };
  // All that began before the range comes before all that begins in it; backward, after.
  if (!walk.forward) yield* merged([own], walk, given);
  yield* merged(wideSources(context, walk, await walk.widthClasses()), walk, given);
  if (walk.forward) yield* merged([own], walk, given);
}

async function* merged(sources: readonly Source[], walk: Walk, given: { count: number }): AsyncGenerator<Entry> {
  const before = (a: string, b: string) => (walk.forward ? a < b : a > b);
  for (;;) {
    let nearest: Source | undefined;
    for (const source of sources) {
      if (source.at() !== undefined && (!nearest || before(String(source.at()), String(nearest.at()))))
        nearest = source;
    }
    if (!nearest) return;
    const item = nearest.take();
    if (item) {
      given.count++;
      yield entryOf(walk.plan.collection, item);
    } else await fetchNext(nearest, sources, walk, given.count);
  }
}

/** Reads on where the walk stands. */
async function fetchNext(nearest: Source, sources: readonly Source[], walk: Walk, given: number): Promise<void> {
  const place = String(nearest.at());
  const days = sources.flatMap((source) => source.at()?.slice(0, DAY) ?? []).sort();
  const until = days.find((day) => day > place.slice(0, DAY));
  if (walk.forward && !nearest.isOpen() && until !== undefined) {
    // Forward, classes begin one after another: what comes before the next one begins is wanted, however much it is.
    return nearest.fetch(Math.max(FEWEST, walk.expected - given), until);
  }
  // Backward, they begin at the same day: all of them are needed before the next entry is known.
  const needed = sources.filter((source) => source.at() === place && !source.hasHand());
  await Promise.all(needed.map((source) => source.fetch(sizeOf(source, walk, given))));
}

/** Characters of a `dayKey`, with which every entry's key begins. */
const DAY = dayKey(0).length;

/** The fewest and the most that one request reads. */
const FEWEST = 10;
const MOST = 200;

/**
 * How many entries to read next from a source: its share of what the caller still wants, going by what it gave so far. The list itself is
 * walked alone and gives all that is wanted. What gave nothing is read in larger and larger pieces.
 */
function sizeOf(source: Source, { expected }: Walk, given: number): number {
  // A caller who goes on past what he expected refuses much: from then on more is read at once.
  const wanted = Math.max(expected - given, Math.ceil(given / 2));
  const share = source.alone ? 1 : source.given() / Math.max(1, given);
  return Math.min(MOST, Math.max(FEWEST << source.idle(), Math.ceil(wanted * share)));
}

interface Raw {
  readonly sk: string;
  readonly v: unknown;
}

function entryOf(collection: string, { sk, v }: Raw): Entry {
  return { sk, event: () => fromPayload(positionOf(sk).id, collection, unpack(v) as Payload) };
}

/** One sorted stretch of the table, read page by page as it is needed. */
interface Source {
  /** No entry of this source comes before this key; `undefined` when it is empty for good. */
  at(): string | undefined;
  /** The next entry, if it is in hand. */
  take(): Raw | undefined;
  hasHand(): boolean;
  /** Whether it was read from. */
  isOpen(): boolean;
  /** How many it has given. */
  given(): number;
  /** How many reads running gave nothing. */
  idle(): number;
  /** Walked by itself, not merged with others. */
  readonly alone: boolean;
  /** Reads the next entries; those of the days before one (a `dayKey`), if it is given. */
  fetch(limit: number, until?: string): Promise<void>;
}

const mainSource = (context: StoreContext, walk: Walk): Source =>
  sourceAt(context, stretchOf(walk, keys.list(walk.list), walk.plan.from, walk.plan.to, true));

const wideSources = (context: StoreContext, walk: Walk, widthClasses: readonly number[]): readonly Source[] =>
  widthClasses.map((widthClass) => {
    const { from } = walk.plan;
    const first = Math.max(FIRST_DAY, from - widestOf(widthClass) + 1);
    return sourceAt(context, stretchOf(walk, keys.wideList(walk.list, widthClass), first, from - 1, false));
  });

function stretchOf({ plan, forward, after }: Walk, pk: string, first: number, last: number, alone: boolean): Stretch {
  return {
    pk,
    low: dayKey(first),
    high: `${dayKey(last)}|${LAST}`,
    forward,
    after,
    alone,
    keep: (sk) => {
      const { start, end } = positionOf(sk);
      return plan.within ? end <= plan.to : end >= plan.from || start >= plan.from;
    },
    // Entries of one start are in the order of their ends: from a refused one it is known where the next that fits can be.
    skip: (sk) => {
      const { start } = positionOf(sk);
      if (plan.within) return forward ? dayKey(start + 1) : `${dayKey(start)}|${dayKey(plan.to)}|${LAST}`;
      return forward ? `${dayKey(start)}|${dayKey(plan.from)}` : dayKey(start);
    },
  };
}

interface Stretch {
  readonly pk: string;
  readonly low: string;
  readonly high: string;
  readonly forward: boolean;
  readonly after: string | undefined;
  readonly keep: (sk: string) => boolean;
  /** Where to go on after an entry that was refused. */
  readonly skip: (sk: string) => string;
  readonly alone: boolean;
}

function sourceAt({ table }: StoreContext, stretch: Stretch): Source {
  const { pk, forward, keep, skip } = stretch;
  // A key just beyond the last one that was given out: `!` sorts before everything that ids are made of, LAST after it.
  let low = forward && stretch.after !== undefined && stretch.after >= stretch.low ? `${stretch.after}!` : stretch.low;
  let high =
    !forward && stretch.after !== undefined && stretch.after <= stretch.high ? below(stretch.after) : stretch.high;
  let hand: Raw[] = [];
  let done = low > high;
  let given = 0;
  let idle = 0;
  let isOpen = false;
  return {
    at: () => hand[0]?.sk ?? (done ? undefined : forward ? low : high),
    take() {
      const item = hand.shift();
      if (item) given++;
      return item;
    },
    hasHand: () => hand.length > 0,
    isOpen: () => isOpen,
    given: () => given,
    idle: () => idle,
    alone: stretch.alone,
    async fetch(limit, until) {
      const to = until !== undefined && until < high ? until : high;
      const page = await table.range({ pk, from: low, to, forward, limit });
      hand = page.items.filter(({ sk }) => keep(sk)) as unknown as Raw[];
      isOpen = true;
      if (page.items.length > 0) idle = hand.length > 0 ? 0 : Math.min(idle + 1, 4);
      const last = page.items.at(-1)?.sk;
      const ended = !page.next || last === undefined;
      if (ended && to === high) done = true;
      else if (ended) low = to;
      else if (forward) low = keep(last) ? `${last}!` : skip(last);
      else high = keep(last) ? below(last) : skip(last);
      if (low > high) done = true;
    },
  };
}

/** A key after every other that is before this one: ids end in a character that is never the lowest. */
const below = (sk: string): string =>
  `${sk.slice(0, -1)}${String.fromCharCode(sk.charCodeAt(sk.length - 1) - 1)}${LAST}`;
