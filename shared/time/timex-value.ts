import { twoDigits } from './day.ts';
import type { PartialDate } from './partial-date.ts';

const SEASONS = ['', 'SP', 'SU', 'FA', 'WI'] as const;

/**
 * A year as TIMEX3 writes it: `1989`, `0079`, `BC0044`.
 *
 * @param year Astronomical: 0 is 1 BC.
 * @see ISO-TimeML and the TIDES 2005 guidelines: BC years take the prefix "BC" and count as written.
 */
export const timexYear = (year: number): string =>
  year > 0 ? String(year).padStart(4, '0') : `BC${String(1 - year).padStart(4, '0')}`;

/** Leading digits of a decade or a century, with the BC prefix: `199`, `18`, `BC047`, `BC03`. */
function prefixOf(date: PartialDate): string {
  const { unit, year } = date;
  if (unit === 'decade')
    return year > 0 ? String(year / 10).padStart(3, '0') : `BC${String(Math.floor((1 - year) / 10)).padStart(3, '0')}`;
  const width = unit === 'century' ? 2 : 1;
  return year > 0 ? String(year - 1).padStart(width, '0') : `BC${String(-year - 1).padStart(width, '0')}`;
}

/**
 * The TIMEX3 `value` of a partial date: `1989-06-04`, `1989-06`, `1998-W23`, `1998-W23-WE`, `1989-Q3`, `1989-H2`, `1989-SU`, `199`
 * (the 1990s), `18` (the 19th century), `BC0044-03-15`.
 */
export function timexValue(date: PartialDate): string {
  const { unit, year, part, day } = date;
  switch (unit) {
    case 'day':
      return `${timexYear(year)}-${twoDigits(part)}-${twoDigits(day)}`;
    case 'month':
      return `${timexYear(year)}-${twoDigits(part)}`;
    case 'year':
      return timexYear(year);
    case 'week':
      return `${timexYear(year)}-W${twoDigits(part)}`;
    case 'weekend':
      return `${timexYear(year)}-W${twoDigits(part)}-WE`;
    case 'quarter':
      return `${timexYear(year)}-Q${part}`;
    case 'half':
      return `${timexYear(year)}-H${part}`;
    case 'season':
      return `${timexYear(year)}-${SEASONS[part] ?? ''}`;
    default:
      return prefixOf(date);
  }
}
