import type { DateSpan } from '../../time/date-span.ts';
import { civilDayOf } from '../../time/day.ts';
import { type DateForms, ENGLISH_DATES } from './date-forms.ts';

/** A date for a reader: "June 4, 1989", "mid-2012", "early 1990s", "about 1850", "44 BC", "May 26 – May 29, 2010". */
export function displayDate(span: DateSpan, forms: DateForms = ENGLISH_DATES): string {
  const start = civilDayOf(span.start);
  const end = civilDayOf(span.end);
  if (!start || !end) return span.edtf;
  const words = inWords(span, start, end, forms);
  return span.approximate ? forms.about(words) : words;
}

type Civil = NonNullable<ReturnType<typeof civilDayOf>>;

function inWords(span: DateSpan, start: Civil, end: Civil, forms: DateForms): string {
  switch (span.precision) {
    case 'day':
      return forms.day(start);
    case 'week':
      return forms.week(start);
    case 'month':
      return forms.month(start);
    case 'season':
      return forms.season(start);
    case 'quarter':
      return forms.quarter(Math.floor((start.month - 1) / 3) + 1, start.year);
    case 'half':
      return forms.half(start.month < 7 ? 1 : 2, start.year);
    case 'year':
      return forms.year(start.year);
    case 'decade':
      return start.year > 0 ? forms.decade(start.year) : `${forms.year(start.year)} – ${forms.year(end.year)}`;
    case 'part':
      return partWords(start, end, forms);
    case 'century':
    case 'millennium': {
      const length = span.precision === 'century' ? 100 : 1000;
      const n = Math.floor(((end.year > 0 ? end.year : 1 - start.year) + length - 1) / length);
      return forms[span.precision](n, end.year <= 0);
    }
    default:
      return interval(start, end, forms);
  }
}

function partWords(start: Civil, end: Civil, forms: DateForms): string {
  if (start.year === end.year && start.month === end.month)
    return forms.part(start.day === 1 ? 'early' : start.day === 11 ? 'mid' : 'late', forms.month(start));
  if (start.year === end.year)
    return forms.part(start.month === 1 ? 'early' : start.month === 5 ? 'mid' : 'late', forms.year(start.year));
  const decade = Math.floor(start.year / 10) * 10;
  const part =
    start.year % 10 === 0 ? 'early' : start.year % 10 === 4 ? 'mid' : start.year % 10 === 7 ? 'late' : undefined;
  if (!part || end.year - start.year > 4) return interval(start, end, forms);
  return forms.partOfDecade(part, decade);
}

const LAST_OF_MONTH = new Set([
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

/** An interval with no more detail than its ends have. */
function interval(start: Civil, end: Civil, forms: DateForms): string {
  const wholeYears = start.month === 1 && start.day === 1 && end.month === 12 && end.day === 31;
  if (wholeYears)
    return start.year === end.year ? forms.year(start.year) : `${forms.year(start.year)} – ${forms.year(end.year)}`;
  if (start.year === end.year && start.month === end.month && start.day === end.day) return forms.day(start);
  const wholeMonths = start.day === 1 && LAST_OF_MONTH.has(`${end.month}-${end.day}`);
  const sameYear = start.year === end.year;
  if (wholeMonths)
    return sameYear && start.month === end.month
      ? forms.month(start)
      : `${forms.month(start, !sameYear)} – ${forms.month(end)}`;
  return `${forms.day(start, !sameYear)} – ${forms.day(end)}`;
}
