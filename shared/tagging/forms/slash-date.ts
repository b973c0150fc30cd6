import { looksLikeYear, yearOfTwoDigits } from '../grammar/dates.ts';
import { BLANK, type Expression } from '../grammar/expression.ts';
import type { Form } from '../grammar/form.ts';
import { W } from '../grammar/word.ts';
import type { TokenWindow } from '../scanning/token-window.ts';
import { isInsideNumeral } from './iso-date.ts';

/**
 * "03/15/1964", "3/15/64". A first number above twelve is a day whatever the language's order is.
 *
 * @param order Which of the two numbers comes first where both could be a month.
 */
export const slashDate = (order: 'month-first' | 'day-first'): Form => ({
  name: 'slash-date',
  starts: [W.Number],
  read: (t, i) => readSlashDate(t, i, order) ?? readSharedYear(t, i, order) ?? readMonthYear(t, i),
});

/** "05/2011": a month in two digits and its year. */
function readMonthYear(t: TokenWindow, i: number): Expression | undefined {
  if (t.digits(i) !== 2 || isInsideNumeral(t, i) || !t.is(i + 1, W.Slash) || t.spaced(i + 1)) return undefined;
  if (!t.is(i + 2, W.Number) || t.spaced(i + 2) || t.digits(i + 2) !== 4 || t.is(i + 3, W.Slash)) return undefined;
  const [part, year] = [t.value(i), t.value(i + 2)];
  if (part < 1 || part > 12 || !looksLikeYear(year)) return undefined;
  return { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'month', year, part, upTo: i + 3 };
}

/** "10/1-11/2/2017": the first of two days has the year of the second. */
function readSharedYear(t: TokenWindow, i: number, order: 'month-first' | 'day-first'): Expression | undefined {
  if (t.digits(i) < 1 || t.digits(i) > 2 || isInsideNumeral(t, i)) return undefined;
  if (!t.is(i + 1, W.Slash) || t.spaced(i + 1) || !t.is(i + 2, W.Number) || t.spaced(i + 2)) return undefined;
  if (!t.is(i + 3, W.Hyphen) && !t.is(i + 3, W.Dash)) return undefined;
  const [first, second] = [t.value(i), t.value(i + 2)];
  const end = readSlashDate(t, i + 4, first > 12 ? 'day-first' : second > 12 ? 'month-first' : order, true);
  if (end?.year === undefined || end.short || t.digits(i + 2) > 2) return undefined;
  const dayFirst = end.open?.endsWith('day-first') ?? false;
  const [part, day] = dayFirst ? [second, first] : [first, second];
  if (part < 1 || part > 12 || day < 1 || day > 31) return undefined;
  const year = end.year - (part > (end.part ?? 0) ? 1 : 0);
  return { ...end, year, part, day, upTo: i + 3, also: { ...end, from: i + 4 } };
}

function readSlashDate(
  t: TokenWindow,
  i: number,
  order: 'month-first' | 'day-first',
  isEnd = false,
): Expression | undefined {
  if (t.digits(i) < 1 || t.digits(i) > 2 || (!isEnd && isInsideNumeral(t, i))) return undefined;
  // "25-12-2010": a hyphen only before a whole year.
  const sign = t.is(i + 1, W.Hyphen) ? W.Hyphen : W.Slash;
  for (const at of [i + 1, i + 3])
    if (!t.is(at, sign) || t.spaced(at) || !t.is(at + 1, W.Number) || t.spaced(at + 1)) return undefined;
  if (t.digits(i + 2) > 2 || t.is(i + 5, sign)) return undefined;
  const digits = t.digits(i + 4);
  if (digits !== 4 && (digits !== 2 || sign === W.Hyphen)) return undefined;
  const [first, second] = [t.value(i), t.value(i + 2)];
  const dayFirst = order === 'day-first' ? second <= 12 : first > 12;
  const ambiguous = first <= 12 && second <= 12 && first !== second;
  const [month, day] = dayFirst ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const year = digits === 4 ? t.value(i + 4) : yearOfTwoDigits(t.value(i + 4));
  return {
    ...BLANK,
    kind: 'calendar',
    type: 'DATE',
    unit: 'day',
    year,
    part: month,
    day,
    short: digits === 2,
    open: `${ambiguous ? 'perhaps-' : ''}${dayFirst ? 'day-first' : 'month-first'}`,
    upTo: i + 5,
  };
}
