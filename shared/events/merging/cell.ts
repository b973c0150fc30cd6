import { civilDay, dayNumber } from '../../time/day.ts';
import type { Mention } from './mention.ts';

/**
 * Where a mention is looked for by others of its event. Cells of detail 0 are years (decades, centuries for wider dates). When a cell is
 * full, its next mentions go into finer ones: detail 1 by month or by who took part, detail 2 by both.
 */
export function cellOf(collection: string, { event }: Mention, detail: 0 | 1 | 2): string {
  const start = dayNumber(event.date.start);
  const width = dayNumber(event.date.end) - start + 1;
  const { year, month } = civilDay(start);
  const coarse = width > 31;
  const period = width <= 400 ? `y${year}` : width <= 4000 ? `d${Math.floor(year / 10)}` : `c${Math.floor(year / 100)}`;
  const who = [...event.entities.map(({ id }) => id)].sort()[0] ?? [...event.keywords].sort()[0] ?? '';
  const parts = [collection, period];
  if (detail === 1) parts.push(coarse ? who : `m${month}`);
  if (detail === 2) parts.push(`m${month}`, who);
  return parts.join('\n');
}
