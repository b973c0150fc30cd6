import { keys, type ListName } from '../keys.ts';
import type { TableAccess } from '../table-access.ts';

/** What a list holds: for each width class in it, the widest interval ever put there, in days. */
export interface Census {
  readonly widest: ReadonlyMap<number, number>;
}

/** Bounds the memory of one process: past this, everything is asked again. */
const REMEMBERED = 100_000;

/**
 * The census of lists. A class is entered before its first entry is written, and never taken out: a reader that looks into every class of
 * the census misses nothing.
 */
export function censusOf(table: TableAccess) {
  const known = new Map<string, number>();
  return {
    async admit(list: ListName, widthClass: number, widthDays: number): Promise<void> {
      const name = `${list}#${widthClass}`;
      if ((known.get(name) ?? 0) >= widthDays) return;
      await table.update(keys.census(list), 'SET #w = :w', {
        expression: 'attribute_not_exists(#w) OR #w < :w',
        names: { '#w': `w${widthClass}` },
        values: { ':w': widthDays },
      });
      if (known.size >= REMEMBERED) known.clear();
      known.set(name, widthDays);
    },

    async of(list: ListName): Promise<Census> {
      const item = await table.get(keys.census(list), { consistent: true });
      const widest = Object.entries(item ?? {}).flatMap(([name, value]) =>
        /^w\d+$/.test(name) ? [[Number(name.slice(1)), Number(value)] as const] : [],
      );
      return { widest: new Map(widest) };
    },
  };
}

export type CensusAccess = ReturnType<typeof censusOf>;
