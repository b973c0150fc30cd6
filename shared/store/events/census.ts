import { keys, type ListName } from '../keys.ts';
import type { TableAccess } from '../table-access.ts';
import { widthClassOf } from './lists.ts';

/** What a list holds: for each width class in it, the widest interval ever put there, in days. */
export interface Census {
  readonly widest: ReadonlyMap<number, number>;
}

/** Bounds the memory of one process: past this, everything is noted again. */
const REMEMBERED = 100_000;
/** Up to here widths are noted as they are: years, months and what lies between. */
const EXACT_DAYS = 400;

/**
 * The census of lists. A width is entered before its first entry is written, and never taken out: a reader that looks as far back as the census
 * says misses nothing. One item a width, so that writers need not know of each other.
 */
export function censusOf(table: TableAccess) {
  const known = new Set<string>();
  return {
    async admit(lists: readonly ListName[], widthDays: number): Promise<void> {
      const sk = String(noted(widthDays)).padStart(7, '0');
      const fresh = lists.map((list) => ({ pk: keys.census(list), sk })).filter(({ pk }) => !known.has(`${pk} ${sk}`));
      if (fresh.length === 0) return;
      await table.writeMany(fresh, []);
      if (known.size >= REMEMBERED) known.clear();
      for (const { pk } of fresh) known.add(`${pk} ${sk}`);
    },

    async of(list: ListName): Promise<Census> {
      const widest = new Map<number, number>();
      for await (const { sk } of table.rangeAll({ pk: keys.census(list), consistent: true })) {
        const width = Number(sk);
        const widthClass = widthClassOf(width);
        widest.set(widthClass, Math.max(width, widest.get(widthClass) ?? 0));
      }
      return { widest };
    },
  };
}

/** Long widths are rounded up by at most an eighth, but for decades, centuries and millennia, so that a census stays short. */
function noted(widthDays: number): number {
  if (widthDays <= EXACT_DAYS) return widthDays;
  const years = Math.round(widthDays / 365.2425);
  if ([10, 100, 1000].includes(years) && Math.abs(widthDays - years * 365.2425) <= 2) return widthDays;
  const step = 2 ** (Math.floor(Math.log2(widthDays)) - 3);
  // Never past the class: its lists hold nothing wider.
  return Math.min(Math.ceil(widthDays / step) * step, 4 ** widthClassOf(widthDays));
}

/** The census of one table, with what this process has noted already. */
export type CensusAccess = ReturnType<typeof censusOf>;
