import type { IsoDay } from './date-span.ts';
import { daysInMonth, FIRST_YEAR, isoDayOf, LAST_YEAR, parseIsoDay } from './day.ts';

/** First month of each EDTF season, northern: spring 21, summer 22, autumn 23, winter 24 (which ends in the next year's February). */
const SEASONS: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 };

/**
 * The first or last day of a bound: an ISO day, or EDTF of a coarser unit (`2010`, `2010-06`, the summer `2010-22`, the
 * decade `201X`, the century `20XX`, signed years BCE). Uncertainty marks (`~`, `?`, `%`) change no day.
 *
 * @returns `undefined` for any other text, and for days that do not exist.
 */
export function boundDay(text: string, edge: 'first' | 'last'): IsoDay | undefined {
  const plain = text.trim().replace(/[~?%]$/, '');
  const day = parseIsoDay(plain);
  if (day !== undefined) return day;
  const [, sign = '', digits = '', open = '', second] = /^(-?)(\d{2,4})(X{0,2})(?:-(\d{2}))?$/.exec(plain) ?? [];
  if (digits.length + open.length !== 4 || (open !== '' && second !== undefined)) return undefined;
  const span = 10 ** open.length;
  const nearest = Number(digits) * span;
  const years = sign === '' ? [nearest, nearest + span - 1] : [-(nearest + span - 1), -nearest];
  const [firstYear, lastYear] = years as [number, number];
  if (firstYear < FIRST_YEAR || lastYear > LAST_YEAR || plain.startsWith('-0000')) return undefined;
  if (second === undefined) return edge === 'first' ? isoDayOf(firstYear, 1, 1) : isoDayOf(lastYear, 12, 31);
  const month = Number(second);
  const season = SEASONS[month];
  if (season === undefined && (month < 1 || month > 12)) return undefined;
  const first = season ?? month;
  if (edge === 'first') return isoDayOf(firstYear, first, 1);
  const last = season === undefined ? month : season + 2;
  const [year, endMonth] = last > 12 ? [firstYear + 1, last - 12] : [firstYear, last];
  return year > LAST_YEAR ? undefined : isoDayOf(year, endMonth, daysInMonth(year, endMonth));
}
