import { keys, type ListName } from '../keys.ts';
import type { TableAccess } from '../table-access.ts';

/** Bounds the memory of one process: past this, everything is noted again. */
const REMEMBERED = 100_000;
/** How old an answer may be: about as old as an eventually consistent read. Spares every page but the first of a busy list a request. */
const FRESH_MS = 1000;

/**
 * The census of lists: which width classes a list has ever held. A class is entered before its first entry is written, and never taken out: a
 * reader who asks the classes of the census misses nothing. One tiny item a class, so that writers need not know of each other.
 */
export function censusOf(table: TableAccess, now: () => string) {
  const known = new Set<string>();
  const answers = new Map<ListName, { readonly at: number; readonly classes: Promise<readonly number[]> }>();

  async function read(list: ListName): Promise<readonly number[]> {
    const classes: number[] = [];
    for await (const { sk } of table.rangeAll({ pk: keys.census(list) })) classes.push(Number(sk));
    return classes;
  }

  return {
    async admit(lists: readonly ListName[], widthClass: number): Promise<void> {
      const sk = String(widthClass);
      const fresh = lists.map((list) => ({ pk: keys.census(list), sk })).filter(({ pk }) => !known.has(`${pk} ${sk}`));
      if (fresh.length === 0) return;
      await table.writeMany(fresh, []);
      for (const list of lists) answers.delete(list);
      if (known.size >= REMEMBERED) known.clear();
      for (const { pk } of fresh) known.add(`${pk} ${sk}`);
    },

    /** The width classes of a list, as they were at most a second ago; what this process has admitted is among them. */
    async of(list: ListName): Promise<readonly number[]> {
      const at = Date.parse(now());
      const answer = answers.get(list);
      if (answer && at - answer.at < FRESH_MS) return answer.classes;
      const classes = read(list);
      answers.set(list, { at, classes });
      // By the clock alone, a list that is asked once would be remembered for ever; by the timer alone, a process that was frozen would not forget.
      setTimeout(() => answers.delete(list), FRESH_MS).unref();
      classes.catch(() => answers.delete(list));
      return classes;
    },
  };
}

/** The census of one table, with what this process has noted already. */
export type CensusAccess = ReturnType<typeof censusOf>;
