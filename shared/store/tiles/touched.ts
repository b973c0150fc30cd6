import { type Key, type ListName, positionOf } from '../keys.ts';
import { LIST_ENTRIES } from '../table.ts';

/** Days of a list whose tiles may be out of date; `'any'` where they are more than are worth keeping apart. */
export type TouchedList = ReadonlySet<number> | 'any';

/** What may be out of date, by list. */
export type Touched = ReadonlyMap<ListName, TouchedList>;

/**
 * Gathers days from the keys of entries that were put, changed or removed; keys of other items are passed over.
 *
 * @param most Days of a list that are told apart: bounds what a gatherer of very many keys holds.
 */
export function touchedDays(most = Number.POSITIVE_INFINITY) {
  const lists = new Map<ListName, Set<number> | 'any'>();
  const noteOne = ({ pk, sk }: Key) => {
    if (!pk.startsWith(LIST_ENTRIES)) return;
    const list = pk.slice(LIST_ENTRIES.length, pk.lastIndexOf('|'));
    const days = lists.get(list);
    if (days === 'any') return;
    if (days === undefined) lists.set(list, new Set([positionOf(sk).start]));
    else if (days.add(positionOf(sk).start).size > most) lists.set(list, 'any');
  };
  return {
    days: lists as Touched,
    note(keys: Iterable<Key>): void {
      for (const key of keys) noteOne(key);
    },
  };
}

/** A gatherer of touched days. */
export type TouchedDays = ReturnType<typeof touchedDays>;
