import { dayKey, keys, type ListName, positionOf } from '../keys.ts';
import { unpack } from '../packing.ts';
import type { StoreContext } from '../stored.ts';
import { LAST } from '../table-access.ts';
import type { Census } from './census.ts';
import { fromPayload, type IndexedEvent, type Payload } from './event-payload.ts';
import type { Plan } from './query-filter.ts';

/** An event in a list, unpacked when asked for. */
export interface Entry {
  readonly sk: string;
  readonly event: () => IndexedEvent;
}

/** One walk along a list. */
export interface Walk {
  readonly plan: Plan;
  readonly list: ListName;
  /** Asked for when the walk comes to what began before the range; `undefined` where nothing can have. */
  readonly census: () => Promise<Census | undefined>;
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
 * one a width class, each read no further back than the widest of its class; a class is opened only when the walk has come to where it may begin.
 */
export async function* walkList(context: StoreContext, walk: Walk): AsyncGenerator<Entry> {
  const own = mainSource(context, walk);
  const given = { count: 0 };
  // All that began before the range comes before all that begins in it; backward, after.
  if (!walk.forward) yield* merged([own], walk, given);
  const census = await walk.census();
  if (census) yield* merged(wideSources(context, walk, census), walk, given);
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
    } else await nearest.fetch(sizeOf(nearest, walk, given.count));
  }
}

/** The fewest and the most that one request reads. */
const FEWEST = 10;
const MOST = 200;

/**
 * How many entries to read next from a source: its share of what the caller still wants, going by what it gave so far. The list itself is
 * walked alone and gives all that is wanted.
 */
function sizeOf(source: Source, { expected }: Walk, given: number): number {
  // A caller who goes on past what he expected refuses much: from then on more is read at once.
  const wanted = Math.max(expected - given, Math.ceil(given / 2));
  const share = source.alone ? 1 : source.given() / Math.max(1, given);
  return Math.min(MOST, Math.max(FEWEST, Math.ceil(wanted * share)));
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
  /** How many it has given. */
  given(): number;
  /** Walked by itself, not merged with others. */
  readonly alone: boolean;
  fetch(limit: number): Promise<void>;
}

const mainSource = (context: StoreContext, walk: Walk): Source =>
  sourceAt(context, stretchOf(walk, keys.list(walk.list), walk.plan.from, walk.plan.to, true));

const wideSources = (context: StoreContext, walk: Walk, { widest }: Census): readonly Source[] =>
  [...widest].map(([widthClass, days]) => {
    const { from } = walk.plan;
    return sourceAt(context, stretchOf(walk, keys.wideList(walk.list, widthClass), from - days + 1, from - 1, false));
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
  return {
    at: () => hand[0]?.sk ?? (done ? undefined : forward ? low : high),
    take() {
      const item = hand.shift();
      if (item) given++;
      return item;
    },
    given: () => given,
    alone: stretch.alone,
    async fetch(limit) {
      const page = await table.range({ pk, from: low, to: high, forward, limit });
      hand = page.items.filter(({ sk }) => keep(sk)) as unknown as Raw[];
      const last = page.items.at(-1)?.sk;
      if (!page.next || last === undefined) done = true;
      else if (forward) low = keep(last) ? `${last}!` : skip(last);
      else high = keep(last) ? below(last) : skip(last);
      if (low > high) done = true;
    },
  };
}

/** A key after every other that is before this one: ids end in a character that is never the lowest. */
const below = (sk: string): string =>
  `${sk.slice(0, -1)}${String.fromCharCode(sk.charCodeAt(sk.length - 1) - 1)}${LAST}`;
