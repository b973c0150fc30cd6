import type { DateSpan } from '../../time/date-span.ts';
import { civilDayOf } from '../../time/day.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SEASONS: Readonly<Record<number, string>> = { 3: 'spring', 6: 'summer', 9: 'autumn', 12: 'winter' };

const yearWords = (year: number): string => (year <= 0 ? `${1 - year} BC` : String(year));

/** A date for a reader: "June 4, 1989", "mid-2012", "early 1990s", "about 1850", "44 BC", "May 26 – May 29, 2010". */
export function displayDate(span: DateSpan): string {
  const start = civilDayOf(span.start);
  const end = civilDayOf(span.end);
  if (!start || !end) return span.edtf;
  const words = inWords(span, start, end);
  return span.approximate ? `about ${words}` : words;
}

type Civil = NonNullable<ReturnType<typeof civilDayOf>>;

const dayWords = (d: Civil, year = true): string =>
  `${MONTHS[d.month - 1]} ${d.day}${year ? `, ${yearWords(d.year)}` : ''}`;
const monthWords = (d: Civil, year = true): string => `${MONTHS[d.month - 1]}${year ? ` ${yearWords(d.year)}` : ''}`;

function inWords(span: DateSpan, start: Civil, end: Civil): string {
  switch (span.precision) {
    case 'day':
      return dayWords(start);
    case 'week':
      return `week of ${dayWords(start)}`;
    case 'month':
      return monthWords(start);
    case 'season':
      return `${SEASONS[start.month] ?? monthWords(start, false)} ${yearWords(start.year)}`;
    case 'quarter':
      return `Q${Math.floor((start.month - 1) / 3) + 1} ${yearWords(start.year)}`;
    case 'half':
      return `${start.month < 7 ? 'first' : 'second'} half of ${yearWords(start.year)}`;
    case 'year':
      return yearWords(start.year);
    case 'decade':
      return start.year > 0 ? `${start.year}s` : `${yearWords(start.year)} – ${yearWords(end.year)}`;
    case 'part':
      return partWords(start, end);
    case 'century':
    case 'millennium': {
      const length = span.precision === 'century' ? 100 : 1000;
      const n = Math.floor(((end.year > 0 ? end.year : 1 - start.year) + length - 1) / length);
      return `${n}${ordinal(n)} ${span.precision}${end.year > 0 ? '' : ' BC'}`;
    }
    default:
      return interval(start, end);
  }
}

const ordinal = (n: number): string =>
  n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');

function partWords(start: Civil, end: Civil): string {
  if (start.year === end.year && start.month === end.month) {
    const part = start.day === 1 ? 'early' : start.day === 11 ? 'mid' : 'late';
    return part === 'mid' ? `mid-${monthWords(start)}` : `${part} ${monthWords(start)}`;
  }
  if (start.year === end.year) {
    const part = start.month === 1 ? 'early' : start.month === 5 ? 'mid' : 'late';
    return part === 'mid' ? `mid-${yearWords(start.year)}` : `${part} ${yearWords(start.year)}`;
  }
  const decade = Math.floor(start.year / 10) * 10;
  const part =
    start.year % 10 === 0 ? 'early' : start.year % 10 === 4 ? 'mid' : start.year % 10 === 7 ? 'late' : undefined;
  if (!part || end.year - start.year > 4) return interval(start, end);
  return part === 'mid' ? `mid-${decade}s` : `${part} ${decade}s`;
}

/** An interval with no more detail than its ends have. */
function interval(start: Civil, end: Civil): string {
  const wholeYears = start.month === 1 && start.day === 1 && end.month === 12 && end.day === 31;
  if (wholeYears)
    return start.year === end.year ? yearWords(start.year) : `${yearWords(start.year)} – ${yearWords(end.year)}`;
  const lastOfMonth = new Set([
    '1-31',
    '2-28',
    '2-29',
    '3-31',
    '4-30',
    '5-31',
    '6-30',
    '7-31',
    '8-31',
    '9-30',
    '10-31',
    '11-30',
    '12-31',
  ]);
  if (start.year === end.year && start.month === end.month && start.day === end.day) return dayWords(start);
  const wholeMonths = start.day === 1 && lastOfMonth.has(`${end.month}-${end.day}`);
  const sameYear = start.year === end.year;
  if (wholeMonths)
    return sameYear && start.month === end.month
      ? monthWords(start)
      : `${monthWords(start, !sameYear)} – ${monthWords(end)}`;
  return `${dayWords(start, !sameYear)} – ${dayWords(end)}`;
}
