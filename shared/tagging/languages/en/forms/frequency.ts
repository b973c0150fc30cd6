import { twoDigits } from '../../../../time/day.ts';
import { type Count, readCount } from '../../../grammar/count.ts';
import { durationValue } from '../../../grammar/duration-value.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { partOfDay } from '../../../grammar/part-of-day.ts';
import { UNITS, type UnitName, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { dayFirst } from './day-first.ts';
import { monthFirst } from './month-first.ts';

/** "daily", "annually", "every day", "each month", "every Friday", "each July". */
export const frequency: Form = {
  name: 'frequency',
  starts: [W.Frequency, W.Every, W.Times, W.Per],
  read: readFrequency,
};

/** The same said as a date without its fields. */
const WHICH_DAYS: Partial<Readonly<Record<UnitName, string>>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  year: 'XXXX',
};

/** "four", "few", "other", "second" between "every" and the unit: how many units go by. */
function readEach(t: TokenWindow, i: number): Count | undefined {
  if (t.isWord(i, 'other')) return { value: 2, upTo: i + 1 };
  if (t.is(i, W.Ordinal)) return { value: t.value(i), upTo: i + 1 };
  return t.is(i, W.Number) || t.is(i, W.NumberWord) || t.is(i, W.Several) ? readCount(t, i) : undefined;
}

const SEASONS = ['', 'SP', 'SU', 'FA', 'WI'] as const;

const PERCENT = 0x25;

function readFrequency(t: TokenWindow, i: number): Expression | undefined {
  const ofSet = (value: string, upTo: number): Expression => ({ ...BLANK, kind: 'fixed', type: 'SET', value, upTo });
  if (t.is(i, W.Frequency)) {
    if (isRate(t, i)) return undefined;
    const unit = UNITS[t.value(i)] as UnitName;
    return { ...ofSet(durationValue(1, unit), i + 1), narrativeValue: WHICH_DAYS[unit] };
  }
  if (t.is(i, W.Per))
    return t.is(i + 1, W.Unit) && !t.plural(i + 1)
      ? { ...ofSet(durationValue(1, UNITS[t.value(i + 1)] as UnitName), i + 2), only: 'narrative' }
      : undefined;
  if (t.is(i, W.Times)) {
    // "twice a week".
    if (!t.is(i + 1, W.A) || !t.is(i + 2, W.Unit) || t.plural(i + 2)) return undefined;
    return ofSet(durationValue(1, UNITS[t.value(i + 2)] as UnitName), i + 3);
  }
  const count = readEach(t, i + 1);
  // "every other Friday", "every second Sunday", "alternate".
  if (count && t.is(count.upTo, W.Weekday) && !t.plural(count.upTo))
    return ofSet(`XXXX-WXX-${t.value(count.upTo)}`, count.upTo + 1);
  const yearly = readYearly(t, i + 1);
  if (yearly) return ofSet(yearly.value, yearly.upTo);
  if (count && t.is(count.upTo, W.Unit))
    return ofSet(durationValue(count.value, UNITS[t.value(count.upTo)] as UnitName), count.upTo + 1);
  switch (t.cls(i + 1)) {
    case W.Unit:
      return ofSet(durationValue(1, UNITS[t.value(i + 1)] as UnitName), i + 2);
    case W.Weekday: {
      const part = t.is(i + 2, W.DayPart) && !t.plural(i + 2) ? partOfDay(t.value(i + 2)) : '';
      return ofSet(`XXXX-WXX-${t.value(i + 1)}${part}`, part ? i + 3 : i + 2);
    }
    case W.DayPart:
      return ofSet(`XXXX-XX-XX${partOfDay(t.value(i + 1))}`, i + 2);
    case W.Season:
      return ofSet(`XXXX-${SEASONS[t.value(i + 1)] ?? ''}`, i + 2);
    case W.Holiday:
      return t.isWord(i + 1, 'christmas') ? ofSet('XXXX-12-25', i + 2) : undefined;
    case W.Month:
      return ofSet(`XXXX-${twoDigits(t.value(i + 1))}`, i + 2);
    default:
      return t.isWord(i + 1, 'season') ? ofSet(durationValue(1, 'season'), i + 2) : undefined;
  }
}

/** "each 4 July", "every June 12th", "every first of May": one day of each year. */
function readYearly(t: TokenWindow, i: number): { value: string; upTo: number } | undefined {
  const date = t.is(i, W.Month) ? monthFirst.read(t, i) : t.is(i, W.Weekday) ? undefined : dayFirst.read(t, i);
  if (date?.unit !== 'day' || date.lean !== 'nearest' || date.also || date.part === undefined) return undefined;
  return { value: `XXXX-${twoDigits(date.part)}-${twoDigits(date.day ?? 0)}`, upTo: date.upTo };
}

/** "rose 8.5% annually", "10,000 units annually", "average daily volume": an amount per unit, not a time of an event. */
function isRate(t: TokenWindow, i: number): boolean {
  // "Electronic Gaming Monthly", "the Daily Herald": papers.
  const isName = (k: number): boolean => t.is(k, W.Unknown) && t.capital(k);
  if (t.capital(i) && (isName(i - 1) || isName(i + 1))) return true;
  if (t.isWord(i, 'daily')) return t.isWord(i - 1, 'average');
  return t.isWord(i, 'annually') && (t.is(i - 1, W.Counted) || (t.is(i - 1, W.Money) && t.value(i - 1) === PERCENT));
}
