import { LAST } from '../dynamo/table-access.ts';
import { isOfWidthClass } from '../keys.ts';
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
  /** Approximate number of rows that the caller will take: reading beyond them uses ever larger steps. */
  readonly rows: number;
}

const MOST_SLOTS = 64;
/** Rows of a slot, on average: some are full, some have just been begun. */
const ROWS_OF_A_SLOT = 8;
const slotsFor = (rows: number): number => Math.min(MOST_SLOTS, Math.max(2, Math.ceil(rows / ROWS_OF_A_SLOT)));

/**
 * The rows of a stretch in order, in batches: each batch contains all rows of some consecutive ranges. An eventually
 * consistent reader gets each row once, even if the builder splits a range meanwhile.
 */
export async function* readList(
  { table }: Pick<StoreContext, 'table'>,
  stretch: Stretch,
): AsyncGenerator<readonly Row[]> {
  const { pk, low, high, forward, consistent = false } = stretch;
  const inside = ({ key }: Row) => key >= low && key <= `${high}${LAST}`;
  let last: string | undefined;
  const inOrder = (rows: readonly Row[]): readonly Row[] => {
    const known = last;
    // The builder splits no range while it reads one, and verification must see duplicates.
    const isNew = ({ key }: Row) => consistent || known === undefined || (forward ? key > known : key < known);
    const ordered = rows.filter(isNew).sort((a, b) => (a.key < b.key ? -1 : 1) * (forward ? 1 : -1));
    last = ordered.at(-1)?.key ?? last;
    return ordered;
  };
  let from = ' ';
  let found = 0;
  if (forward && low !== '') {
    const floor = await rangeAround(table, stretch);
    const rows = inOrder(floor.rows.filter(inside));
    found = rows.length;
    from = floor.end;
    if (rows.length > 0) yield rows;
  }
  let open: { range: string; rows: Row[] } | undefined;
  let after: Record<string, unknown> | undefined;
  let limit = slotsFor(stretch.rows - found);
  do {
    const page = await table.range({ pk, from, to: `${high}${LAST}`, forward, consistent, after, limit });
    const done: Row[] = [];
    let passed = false;
    for (const item of page.items) {
      const range = rangeOf(item.sk);
      if (open && open.range !== range) {
        done.push(...inOrder(open.rows));
        passed ||= !forward && open.range <= low;
        open = undefined;
      }
      if (passed) break;
      open ??= { range, rows: [] };
      open.rows.push(...slotOf(item).rows.filter(inside));
    }
    after = passed ? undefined : page.next;
    if (!after && open && !passed) {
      done.push(...inOrder(open.rows));
      open = undefined;
    }
    if (done.length > 0) yield done;
    found += done.length;
    const isShort = found < stretch.rows && done.length > 0;
    limit = isShort ? slotsFor(stretch.rows - found) : Math.min(MOST_SLOTS, limit * 2);
  } while (after);
}

/** All rows of the range that the first key of a stretch falls into, which begins before it, and where the next range begins at the earliest. */
async function rangeAround(
  table: StoreContext['table'],
  { pk, low, consistent = false }: Stretch,
): Promise<{ readonly rows: readonly Row[]; readonly end: string }> {
  const rows: Row[] = [];
  let range: string | undefined;
  let after: Record<string, unknown> | undefined;
  // Most ranges have fewer slots.
  const slots = isOfWidthClass(pk) ? 3 : 8;
  do {
    const request = { pk, from: ' ', to: upTo(low), forward: false, limit: slots, consistent, after };
    const page = await table.range(request);
    for (const item of page.items) {
      range ??= rangeOf(item.sk);
      if (rangeOf(item.sk) !== range) return { rows, end: upTo(range) };
      rows.push(...slotOf(item).rows);
    }
    after = page.next;
  } while (after);
  return { rows, end: range === undefined ? ' ' : upTo(range) };
}
