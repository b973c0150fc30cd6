import { dayNumber } from '../../time/day.ts';
import type { Item } from '../dynamo/table-access.ts';
import { fromPayload, type IndexedEvent, type Payload, toPayload } from '../event-payload.ts';
import { dayKey, positionOf } from '../keys.ts';
import { pack, unpack } from '../packing.ts';

/** An event in a list. */
export interface Row {
  /** Start, end, id: unique in a list, and its order. */
  readonly key: string;
  readonly payload: Payload;
}

/** The key of an event's row. */
export const rowKey = ({ date, id }: Pick<IndexedEvent, 'date' | 'id'>): string =>
  `${dayKey(dayNumber(date.start))}|${dayKey(dayNumber(date.end))}|${id}`;

/** The part of a row's key that says first and last day. */
export const daysOf = (key: string): string => key.slice(0, key.lastIndexOf('|'));

/** The row of an event, evidence cut to the best piece. */
export const rowOf = (event: IndexedEvent): Row => ({ key: rowKey(event), payload: toPayload(event) });

/** The event of a row. */
export const eventOf = ({ key, payload }: Row, collection: string): IndexedEvent =>
  fromPayload(positionOf(key).id, collection, payload);

/**
 * A list is divided into ranges: parts of its order that begin at a key and end where the next begins. A range is a few
 * items ("slots") of some rows each, packed and unordered. Their sort key is the range's first key, `#`, and a number.
 */
export interface Slot {
  readonly sk: string;
  readonly rows: readonly Row[];
}

const MARK = '#';
/** Sorts after every slot of a range and before the next range that begins with the same key. */
const AFTER_SLOTS = '$';
/** Before every key that a row can have. */
export const FIRST_RANGE = '!';

/** The sort key of a slot. */
export const slotKey = (range: string, n: number): string => `${range}${MARK}${String(n).padStart(4, '0')}`;
/** The first key of a slot's range. */
export const rangeOf = (sk: string): string => sk.slice(0, sk.lastIndexOf(MARK));
/** The number of a slot in its range. */
export const numberOf = (sk: string): number => Number(sk.slice(sk.lastIndexOf(MARK) + 1));
/** A sort key after all slots of the range that holds a row key, before those of the next. */
export const upTo = (key: string): string => `${key}${AFTER_SLOTS}`;

/** The item of a slot. */
export const slotItem = (pk: string, { sk, rows }: Slot): Item => ({
  pk,
  sk,
  v: pack(rows.map(({ key, payload }) => [key, payload])),
});

/** The slot of an item. */
export const slotOf = ({ sk, v }: Item): Slot => ({
  sk,
  rows: (unpack(v) as [string, Payload][]).map(([key, payload]) => ({ key, payload })),
});
