import { type Key, type ListName, positionOf } from '../keys.ts';

/** Days whose tiles may be out of date, by list. */
export type Touched = ReadonlyMap<ListName, ReadonlySet<number>>;

/** Keys of list entries begin with this; nothing else touches tiles, so that event sources pass over other records. */
export const LIST_ENTRIES = 'L|';

/** Gathers days from the keys of entries that were put, changed or removed; keys of other items are passed over. */
export function touchedDays() {
  const days = new Map<ListName, Set<number>>();
  return {
    days: days as Touched,
    note(keys: Iterable<Key>): void {
      for (const { pk, sk } of keys) {
        if (!pk.startsWith(LIST_ENTRIES)) continue;
        const list = pk.slice(LIST_ENTRIES.length, pk.lastIndexOf('|'));
        days.set(list, (days.get(list) ?? new Set()).add(positionOf(sk).start));
      }
    },
  };
}

/** A gatherer of touched days. */
export type TouchedDays = ReturnType<typeof touchedDays>;
