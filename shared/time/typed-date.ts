import type { DateSpan } from './date-span.ts';
import { dayNumber } from './day.ts';
import { boundDay } from './day-bound.ts';

const KINDS: readonly (readonly [RegExp, DateSpan['precision']])[] = [
  [/^-?\d{4}-\d{2}-\d{2}$/, 'day'],
  [/^-?\d{4}-2[1-4]$/, 'season'],
  [/^-?\d{4}-\d{2}$/, 'month'],
  [/^-?\d{4}$/, 'year'],
  [/^-?\d{3}X$/, 'decade'],
];

/**
 * Parses a date as a person types it: EDTF or ISO of a day, month, season, year, decade or century, or two of them with
 * a slash between. `~` or `?` at the end marks it as approximate.
 *
 * @returns `undefined` for anything else, and for a range that ends before it begins.
 */
export function typedDate(text: string): DateSpan | undefined {
  const [first = '', last, ...more] = text.trim().split(/\s*\/\s*/);
  if (more.length > 0) return undefined;
  const start = boundDay(first, 'first');
  const end = boundDay(last ?? first, 'last');
  if (start === undefined || end === undefined || dayNumber(start) > dayNumber(end)) return undefined;
  const isAbout = [first, last ?? ''].some((one) => /[~?%]$/.test(one));
  const plain = first.replace(/[~?%]$/, '');
  const kind = last === undefined ? KINDS.find(([form]) => form.test(plain))?.[1] : undefined;
  return {
    start,
    end,
    edtf: withAllowedMarks(last === undefined ? first : `${first}/${last}`),
    precision: kind ?? 'interval',
    approximate: isAbout,
  };
}

/** Decades, centuries (`201X`, `20XX`) and seasons (`1985-21`): EDTF level 1 allows no uncertainty mark on them. */
const NO_MARK = /(X|^-?\d{4}-2[1-4])[~?%]$/;

/** Removes the marks `~`, `?` and `%` where EDTF allows none, as after `201X`: other programs reject such a date. The bounds stay the same. */
export function withAllowedMarks(edtf: string): string {
  return edtf
    .split('/')
    .map((part) => (NO_MARK.test(part) ? part.slice(0, -1) : part))
    .join('/');
}
