import { type Key, type ListName, positionOf } from '../keys.ts';
import { LIST_ENTRIES } from '../table.ts';

/** Days whose tiles may be out of date, by list. */
export type Touched = ReadonlyMap<ListName, ReadonlySet<number>>;

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
