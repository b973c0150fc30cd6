import type { Item, TableAccess } from '../dynamo/table-access.ts';
import { giveWay } from '../give-way.ts';
import { isOfWidthClass } from '../keys.ts';
import {
  daysOf,
  FIRST_RANGE,
  numberOf,
  type Row,
  rangeOf,
  type Slot,
  slotItem,
  slotKey,
  slotOf,
  upTo,
} from './rows.ts';

/** A change of one list: a row removed, or a row added (or replaced by key). */
export interface RowChange {
  readonly key: string;
  /** Absent: the row goes. */
  readonly row?: Row | undefined;
}

/** New rows fill a slot up to this number; larger slots are not added to. About a kilobyte, one write unit. */
const FILL = 5;
/** Rows of a new slot at most. */
const SLOT_ROWS = 10;
/**
 * A range with more rows is split into parts of about half as many. A page reads one or two ranges of a list, but one
 * of each width class, of which it uses a few rows.
 */
const mostRowsOf = (pk: string): number => (isOfWidthClass(pk) ? 24 : 80);
/** Items of one query when a range is looked for: most ranges have fewer slots. */
const PAGE = 16;
const CHAINS = 6;

interface Range {
  readonly first: string;
  readonly slots: Map<string, Row[]>;
}

/**
 * Applies changes to the rows of a list, whatever part of them was done before. A row is always in the range of its
 * key, and in exactly one slot: a reader between two writes sees each row once, and after a crash everything is
 * repeated.
 */
export async function writeList(table: TableAccess, pk: string, changes: readonly RowChange[]): Promise<void> {
  const byKey = new Map(changes.map((change) => [change.key, change]));
  const ordered = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const found = new Map<string, { range: Range; changes: RowChange[] }>();
  const share = Math.max(8, Math.ceil(ordered.length / CHAINS));
  const chains: RowChange[][] = [];
  for (let i = 0; i < ordered.length; i += share) chains.push(ordered.slice(i, i + share));
  await Promise.all(
    chains.map(async (chain) => {
      // From the last key down: a range that holds the last one holds all keys from its first key on.
      let range: Range | undefined;
      for (const change of chain.reverse()) {
        if (!range || change.key < range.first) {
          range = await rangeAt(table, pk, change.key);
          const known = found.get(range.first);
          if (known) range = known.range;
          else found.set(range.first, { range, changes: [] });
        }
        found.get(range.first)?.changes.push(change);
      }
    }),
  );
  const puts: Item[] = [];
  const removals: { pk: string; sk: string }[] = [];
  for (const { range, changes: own } of found.values()) {
    await giveWay();
    await changeRange(table, pk, range, own, puts, removals);
  }
  await table.writeMany(puts, removals);
}

/** The range that a key falls into, with all its slots; in an empty list, the first range. */
async function rangeAt(table: TableAccess, pk: string, key: string): Promise<Range> {
  const slots = new Map<string, Row[]>();
  let first: string | undefined;
  let after: Record<string, unknown> | undefined;
  do {
    const page = await table.range({
      pk,
      from: ' ',
      to: upTo(key),
      forward: false,
      consistent: true,
      limit: PAGE,
      after,
    });
    for (const item of page.items) {
      first ??= rangeOf(item.sk);
      if (rangeOf(item.sk) !== first) return { first, slots };
      slots.set(item.sk, [...slotOf(item).rows]);
    }
    after = page.next;
  } while (after);
  return { first: first ?? FIRST_RANGE, slots };
}

async function changeRange(
  table: TableAccess,
  pk: string,
  range: Range,
  changes: readonly RowChange[],
  puts: Item[],
  removals: { pk: string; sk: string }[],
): Promise<void> {
  const { slots } = range;
  const slotOfKey = new Map([...slots].flatMap(([sk, rows]) => rows.map(({ key }) => [key, sk] as const)));
  const touched = new Set<string>();
  const fresh: Row[] = [];
  const vacated: { readonly days: string; readonly sk: string }[] = [];
  for (const { key, row } of changes) {
    const sk = slotOfKey.get(key);
    if (sk === undefined) {
      if (row) fresh.push(row);
      continue;
    }
    const rows = slots.get(sk) ?? [];
    const at = rows.findIndex((one) => one.key === key);
    if (row && JSON.stringify(rows[at]?.payload) === JSON.stringify(row.payload)) continue;
    if (row) rows[at] = row;
    else {
      rows.splice(at, 1);
      vacated.push({ days: daysOf(key), sk });
    }
    touched.add(sk);
  }
  // One event that changes its id: one put takes the old row out and the new one in, so that a reader finds it once.
  const left = fresh.filter((row) => {
    const at = vacated.findIndex(({ days }) => days === daysOf(row.key));
    const [place] = at < 0 ? [] : vacated.splice(at, 1);
    if (place) slots.get(place.sk)?.push(row);
    return place === undefined;
  });
  const kept = [...slots.values()].flat();
  if (kept.length + left.length > mostRowsOf(pk)) return cut(table, pk, range, { kept, fresh: left, touched }, puts);
  let next = Math.max(0, ...[...slots.keys()].map(numberOf)) + 1;
  const [least] = [...slots].filter(([, rows]) => rows.length < FILL).sort((a, b) => a[1].length - b[1].length);
  if (least && left.length > 0) {
    least[1].push(...left.splice(0, FILL - least[1].length));
    touched.add(least[0]);
  }
  while (left.length > 0) {
    const sk = slotKey(range.first, next++);
    slots.set(sk, left.splice(0, SLOT_ROWS));
    touched.add(sk);
  }
  for (const sk of touched) {
    const rows = slots.get(sk) ?? [];
    if (rows.length > 0) puts.push(slotItem(pk, { sk, rows }));
    else removals.push({ pk, sk });
  }
}

/** The rows of a range that has become too long. */
interface RangeRows {
  /** Rows in its slots, some of them changed. */
  readonly kept: readonly Row[];
  readonly fresh: readonly Row[];
  /** Slots with changed rows, and those that rows were removed from. */
  readonly touched: ReadonlySet<string>;
}

/**
 * Splits a range that has become too long. One transaction moves its rows to the new ranges, so that a reader finds
 * each row in exactly one range, also after a crash. New rows are written afterwards. A transaction costs twice as much
 * as other writes, so the first cut lies where it moves the fewest rows: the range keeps its slots before it.
 */
async function cut(
  table: TableAccess,
  pk: string,
  { first, slots }: Range,
  { kept, fresh, touched }: RangeRows,
  puts: Item[],
): Promise<void> {
  const all = [...kept, ...fresh].sort((a, b) => (a.key < b.key ? -1 : 1));
  const isOld = new Set(kept.map(({ key }) => key));
  const at = firstCut(all, slots, mostRowsOf(pk));
  const next = all[at]?.key ?? '';
  const moved: Slot[] = [];
  // Slots of the range that lie on both sides of the cut keep what lies before it.
  let last = Math.max(-1, ...[...slots.keys()].map(numberOf));
  for (const [sk, rows] of slots) {
    const left = rows.filter(({ key }) => key < next);
    if (left.length > 0 && left.length < rows.length) moved.push({ sk, rows: left });
    else if (left.length > 0 && touched.has(sk)) puts.push(slotItem(pk, { sk, rows }));
  }
  const emptied = [...slots].flatMap(([sk, rows]) => (rows.some(({ key }) => key < next) ? [] : [sk]));
  for (const rows of inSlots(all.slice(0, at).filter(({ key }) => !isOld.has(key))))
    puts.push(slotItem(pk, { sk: slotKey(first, ++last), rows }));
  const rest = all.slice(at);
  const pieces = Math.ceil(rest.length / (mostRowsOf(pk) / 2));
  const size = Math.ceil(rest.length / pieces);
  for (let n = 0; n * size < rest.length; n++) {
    const rows = rest.slice(n * size, (n + 1) * size);
    const start = rows[0]?.key ?? next;
    let slot = 0;
    const placed = (some: readonly Row[]) => inSlots(some).map((own) => ({ sk: slotKey(start, slot++), rows: own }));
    moved.push(...placed(rows.filter(({ key }) => isOld.has(key))));
    puts.push(...placed(rows.filter(({ key }) => !isOld.has(key))).map((made) => slotItem(pk, made)));
  }
  // Also where no row stays: a batch may replace all rows of a range.
  if (moved.length + emptied.length === 0) return;
  await table.transact([
    ...moved.map((one) => ({ put: slotItem(pk, one) })),
    ...emptied.map((sk) => ({ remove: { pk, sk } })),
  ]);
}

/** Rows in parts of one slot each. */
function inSlots(rows: readonly Row[]): readonly (readonly Row[])[] {
  const parts: (readonly Row[])[] = [];
  for (let i = 0; i < rows.length; i += SLOT_ROWS) parts.push(rows.slice(i, i + SLOT_ROWS));
  return parts;
}

/**
 * Where a range ends after its rows were split: with at least three eighths of the most rows that it may have, and there where the fewest stored rows are
 * written again, of slots that lie on both sides or beyond.
 */
function firstCut(all: readonly Row[], slots: ReadonlyMap<string, readonly Row[]>, most: number): number {
  const bounds = [...slots.values()].map((rows) => {
    const keys = rows.map(({ key }) => key).sort();
    return { first: keys[0] ?? '', last: keys.at(-1) ?? '', rows: rows.length };
  });
  let [best, least] = [Math.floor(most / 2), Number.POSITIVE_INFINITY];
  const low = Math.ceil(most * 0.375);
  for (let at = low; at <= Math.min(most, all.length - 1); at++) {
    const next = all[at]?.key ?? '';
    const written = bounds.reduce((sum, { last, rows }) => (last >= next ? sum + rows : sum), 0);
    if (written < least || (written === least && Math.abs(at - most / 2) < Math.abs(best - most / 2)))
      [best, least] = [at, written];
  }
  return best;
}
