import { civilDay, dayNumber } from '../../time/day.ts';
import type { Mention } from './mention.ts';

/** From coarse to fine. */
export const DETAILS = [0, 1, 2, 3] as const;

/**
 * Name of the cell that a mention is compared in: mentions of one event are looked for in one cell and nowhere else.
 *
 * At detail 0 a cell is a whole year (a decade or a century for dates wider than that), so that "1989", "June 1989" and "June 4, 1989" meet. A
 * dense archive fills its cells; what comes after goes into finer ones: by month or, for dates wider than a month, by who took part (1), by
 * both (2), by day and both (3).
 */
export function cellOf(collection: string, { event }: Mention, detail: (typeof DETAILS)[number]): string {
  const start = dayNumber(event.date.start);
  const width = dayNumber(event.date.end) - start + 1;
  const { year, month, day } = civilDay(start);
  const period = width <= 400 ? `y${year}` : width <= 4000 ? `d${Math.floor(year / 10)}` : `c${Math.floor(year / 100)}`;
  const who = event.entities.map(({ id }) => id).sort()[0] ?? [...event.keywords].sort()[0] ?? '';
  const finer = {
    0: [],
    1: [width > 31 ? who : `m${month}`],
    2: [`m${month}`, who],
    3: [`m${month}`, `d${day}`, `w${width}`, who],
  }[detail];
  return [collection, period, `detail ${detail}`, ...finer].join('\n');
}
