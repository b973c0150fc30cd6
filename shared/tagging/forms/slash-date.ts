import { yearOfTwoDigits } from '../grammar/dates.ts';
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
  read: (t, i) => readSlashDate(t, i, order),
});

function readSlashDate(t: TokenWindow, i: number, order: 'month-first' | 'day-first'): Expression | undefined {
  if (t.digits(i) < 1 || t.digits(i) > 2 || isInsideNumeral(t, i)) return undefined;
  for (const at of [i + 1, i + 3])
    if (!t.is(at, W.Slash) || t.spaced(at) || !t.is(at + 1, W.Number) || t.spaced(at + 1)) return undefined;
  if (t.digits(i + 2) > 2 || t.is(i + 5, W.Slash)) return undefined;
  const digits = t.digits(i + 4);
  if (digits !== 2 && digits !== 4) return undefined;
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
