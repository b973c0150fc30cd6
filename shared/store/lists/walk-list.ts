import { dayNumber } from '../../time/day.ts';
import { dayKey, keys, type ListName, positionOf } from '../keys.ts';
import type { StoreContext } from '../store-context.ts';
import { widestOf } from './facet-lists.ts';
import { readList } from './read-list.ts';
import type { Row } from './rows.ts';

/** First and last day that a list may have. */
export const DAYS = { first: dayNumber('-9999-01-01'), last: dayNumber('9999-12-31') } as const;

/** Rows of one width class read at first: few events of a class overlap a day. */
const REACHING = 24;

/** One walk along a list. */
export interface Walk {
  readonly list: ListName;
  /** Day numbers, inclusive. */
  readonly from: number;
  readonly to: number;
  /** Only events that end by `to` and begin at `from` or later. */
  readonly within: boolean;
  /** Width classes that the list has. */
  readonly widthClasses: readonly number[];
  readonly forward: boolean;
  /** Key of the last row of the page before. */
  readonly after?: string | undefined;
  /** How many rows the caller is likely to take. */
  readonly expected: number;
}

/** Whether a walk may come to events that begin before its days and reach into them. */
export const mayReachInto = ({
  from,
  within,
  forward,
  after,
}: Pick<Walk, 'from' | 'within' | 'forward' | 'after'>): boolean =>
  !(within || from <= DAYS.first || (forward && after !== undefined && positionOf(after).start >= from));

/**
 * The rows of one list that overlap the days, in date order, each once.
 *
 * Events that start in the range come from the list itself. Those that start earlier come from the rows by width class,
 * each class read no further back than its width; a class is opened only when the walk has reached its possible rows.
 */
export async function* walkList(context: StoreContext, walk: Walk): AsyncGenerator<Row> {
  const { from, to, within, forward } = walk;
  const own = sourceAt(
    context,
    walk,
    keys.list(walk.list),
    from,
    to,
    (end, start) => !within || (start >= from && end <= to),
  );
  // Nothing overlaps a range without a beginning from before, nor rows after its first day.
  const none = !mayReachInto(walk);
  const wide = (none ? [] : walk.widthClasses).map((widthClass) => {
    const first = Math.max(DAYS.first, from - widestOf(widthClass) + 1);
    const expected = Math.min(walk.expected, REACHING);
    return sourceAt(
      context,
      { ...walk, expected },
      keys.list(walk.list, widthClass),
      first,
      from - 1,
      (end) => end >= from,
    );
  });
  // All that began before the range comes before all that begins in it; backward, after.
  if (!forward) yield* rowsOf(own);
  yield* merged(wide, forward);
  if (forward) yield* rowsOf(own);
}

/** One sorted stretch of the table. */
interface Source {
  /** No row of this source comes before this key; `undefined` when it is at its end. */
  at(): string | undefined;
  /** The next row, if it is in hand. */
  take(): Row | undefined;
  fetch(): Promise<void>;
}

async function* rowsOf(source: Source): AsyncGenerator<Row> {
  while (source.at() !== undefined) {
    const row = source.take();
    if (row) yield row;
    else await source.fetch();
  }
}

async function* merged(sources: readonly Source[], forward: boolean): AsyncGenerator<Row> {
  const before = (a: string, b: string) => (forward ? a < b : a > b);
  for (;;) {
    let nearest: Source | undefined;
    for (const source of sources) {
      const at = source.at();
      if (at !== undefined && (!nearest || before(at, String(nearest.at())))) nearest = source;
    }
    if (!nearest) return;
    const row = nearest.take();
    if (row) yield row;
    else {
      const place = nearest.at();
      // Backward, all classes begin at the same day: they are read together.
      await Promise.all(sources.filter((source) => source.at() === place).map((source) => source.fetch()));
    }
  }
}

function sourceAt(
  context: StoreContext,
  { forward, after, from, to, within, expected }: Walk,
  pk: string,
  first: number,
  last: number,
  keep: (end: number, start: number) => boolean,
): Source {
  // Without a beginning there is no range to look for that begins before it.
  let low = first <= DAYS.first ? '' : dayKey(first);
  let high = dayKey(last);
  // A page begins beyond the last row of the one before: `!` sorts before all that ids are made of.
  if (after !== undefined && forward && after >= low) low = `${after}!`;
  if (after !== undefined && !forward && after <= `${high}~`) high = after;
  let done = first > last || low > `${high}~`;
  let hand: Row[] = [];
  let rows: AsyncGenerator<readonly Row[]> | undefined;
  let passed: string | undefined;
  const wanted = (row: Row) => {
    const { start, end } = positionOf(row.key);
    return keep(end, start) && (after === undefined || (forward ? row.key > after : row.key < after));
  };
  return {
    at: () => hand[0]?.key ?? (done ? undefined : (passed ?? (forward ? low : `${high}~`))),
    take: () => hand.shift(),
    async fetch() {
      if (hand.length > 0 || done) return;
      rows ??= readList(context, { pk, low, high, forward, rows: expected });
      const { value, done: ended } = await rows.next();
      if (ended) {
        done = true;
        return;
      }
      hand = value.filter(wanted);
      const lastKey = value.at(-1)?.key;
      if (lastKey === undefined) return;
      passed = lastKey;
      // Rows of one start are ordered by their ends: if all were rejected, the position of the next matching row is
      // known.
      if (hand.length === 0) {
        const { start } = positionOf(lastKey);
        const skip = within
          ? forward
            ? dayKey(start + 1)
            : `${dayKey(start)}|${dayKey(to)}`
          : forward
            ? `${dayKey(start)}|${dayKey(from)}`
            : dayKey(start - 1);
        const isAhead = forward ? skip > lastKey : `${skip}~` < lastKey;
        if (!isAhead) return;
        rows = undefined;
        passed = undefined;
        if (forward) low = skip;
        else high = skip;
        if (low > `${high}~`) done = true;
      }
    },
  };
}
