import { LAST } from '../dynamo/table-access.ts';
import type { StoreContext } from '../store-context.ts';
import { type Row, rangeOf, slotOf, upTo } from './rows.ts';

/** A stretch of a list's order, read a few ranges at a time. */
export interface Stretch {
  readonly pk: string;
  /** Inclusive bounds of row keys; a prefix is a bound too. */
  readonly low: string;
  readonly high: string;
  readonly forward: boolean;
  readonly consistent?: boolean;
  /** Slots of the first request: about a sixth of the rows that are wanted. */
  readonly slots: number;
}

const MOST_SLOTS = 64;

/** The rows of a stretch in order, batch by batch: each batch is all rows of some ranges that follow each other. */
export async function* readList({ table }: StoreContext, stretch: Stretch): AsyncGenerator<readonly Row[]> {
  const { pk, low, high, forward, consistent = false } = stretch;
  const inside = ({ key }: Row) => key >= low && key <= `${high}${LAST}`;
  let from = ' ';
  if (forward && low !== '') {
    // The range that the first key falls into begins before it.
    const floor = await table.range({ pk, from: ' ', to: upTo(low), forward: false, limit: 1, consistent });
    from = floor.items[0] === undefined ? ' ' : rangeOf(floor.items[0].sk);
  }
  let open: { range: string; rows: Row[] } | undefined;
  let after: Record<string, unknown> | undefined;
  let limit = Math.max(2, stretch.slots);
  do {
    const page = await table.range({ pk, from, to: `${high}${LAST}`, forward, consistent, after, limit });
    const done: Row[] = [];
    let passed = false;
    for (const item of page.items) {
      const range = rangeOf(item.sk);
      if (open && open.range !== range) {
        done.push(...sorted(open.rows, forward));
        passed ||= !forward && open.range <= low;
        open = undefined;
      }
      if (passed) break;
      open ??= { range, rows: [] };
      open.rows.push(...slotOf(item).rows.filter(inside));
    }
    after = passed ? undefined : page.next;
    if (!after && open && !passed) {
      done.push(...sorted(open.rows, forward));
      open = undefined;
    }
    if (done.length > 0) yield done;
    limit = Math.min(MOST_SLOTS, limit * 2);
  } while (after);
}

const sorted = (rows: readonly Row[], forward: boolean): readonly Row[] =>
  [...rows].sort((a, b) => (a.key < b.key ? -1 : 1) * (forward ? 1 : -1));
