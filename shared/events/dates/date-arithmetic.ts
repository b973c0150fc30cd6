import type { DateSpan, Precision } from '../../time/date-span.ts';
import {
  addDays,
  addMonths,
  civilDayOf,
  dayNumber,
  daysInMonth,
  FIRST_YEAR,
  isoDayOf,
  isoMonth,
  isoYear,
  LAST_YEAR,
} from '../../time/day.ts';

/** A span some days later, or earlier (negative); the span itself where that lies outside the supported years. */
export function shiftDays(span: DateSpan, days: number): DateSpan {
  const start = addDays(span.start, days);
  const end = addDays(span.end, days);
  if (start === undefined || end === undefined) return span;
  return { ...span, start, end, edtf: start === end ? start : `${start}/${end}` };
}

/** A span some years later, or earlier (negative); the span itself where that lies outside the supported years. */
export function shiftYears(span: DateSpan, years: number): DateSpan {
  const move = (iso: string, last: boolean): string | undefined => {
    const day = civilDayOf(iso);
    if (!day || day.year + years < FIRST_YEAR || day.year + years > LAST_YEAR) return undefined;
    const year = day.year + years;
    const length = daysInMonth(year, day.month);
    const wasLast = last && day.day === daysInMonth(day.year, day.month);
    return isoDayOf(year, day.month, wasLast && span.precision !== 'day' ? length : Math.min(day.day, length));
  };
  const start = move(span.start, false);
  const end = move(span.end, true);
  if (start === undefined || end === undefined) return span;
  return { ...span, start, end, edtf: edtfOf(start, end, span.precision) };
}

/** EDTF of a range at a precision; an interval of days if it has no shorter form. */
function edtfOf(start: string, end: string, precision: Precision): string {
  const day = civilDayOf(start);
  if (!day || precision === 'day' || start === end) return start;
  if (precision === 'month') return isoMonth(day.year, day.month);
  if (precision === 'year') return isoYear(day.year);
  return `${start}/${end}`;
}

const short = (span: DateSpan, side: 'start' | 'end'): string => {
  const parts = span.edtf.replace(/[~?%]/g, '').split('/');
  const plain = parts.length === 1 && /^-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/.test(parts[0] as string);
  return plain ? (parts[0] as string) : span[side];
};

/** From the start of one span to the end of another. An interval of one day becomes that day, since EDTF rejects `2010-01-14/2010-01-14`. */
export function intervalOf(from: DateSpan, to: DateSpan): DateSpan {
  if (from.start === to.end && from.precision === 'day' && to.precision === 'day') return from;
  const start = dayNumber(from.start) < dayNumber(to.start) ? from.start : to.start;
  return {
    start,
    end: to.end,
    edtf: `${short(from, 'start')}/${short(to, 'end')}`,
    precision: 'interval',
    approximate: from.approximate || to.approximate,
  };
}

/** From a date to a later one, with no more detail at the beginning than the date has. */
export function fromTo(span: DateSpan, to: DateSpan): DateSpan {
  if (span.start === to.end) return span;
  const from = span.edtf.split('/')[0]?.replace(/[~?]$/, '') ?? span.start;
  return {
    start: span.start,
    end: to.end,
    edtf: `${from}/${short(to, 'end')}`,
    precision: 'interval',
    approximate: span.approximate,
  };
}

/** "the quarter ended Sept. 30": the months up to that day. */
export function periodEnding(end: DateSpan, months: number): DateSpan {
  const last = civilDayOf(end.end);
  if (!last) return end;
  // a period may end some days before its last month does (a fiscal quarter's last Sunday): it still began on the first of a month
  const nearMonthEnd = last.day > 15;
  const start = addMonths(isoDayOf(last.year, last.month, 1), (nearMonthEnd ? 1 : 0) - months);
  if (start === undefined) return end;
  return { start, end: end.end, edtf: `${start}/${end.end}`, precision: 'interval', approximate: false };
}
