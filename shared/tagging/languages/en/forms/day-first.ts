import { readDay, readYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readJoin } from './second-day.ts';
import { inYear, readYearPhrase } from './year-phrase.ts';

/** "4 June 1989", "the 4th of June", "4 June", "3-4 May 1904". */
export const dayFirst: Form = { name: 'day-first', starts: [W.Number, W.Ordinal, W.The], read: readDayFirst };

function readDayFirst(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  if (t.is(j - 1, W.Money)) return undefined;
  return readDayMonth(t, j) ?? readTwoDays(t, j);
}

function readDayMonth(t: TokenWindow, j: number): Expression | undefined {
  const afterDay = t.is(j + 1, W.Of) ? j + 2 : j + 1;
  if (!t.is(afterDay, W.Month)) return undefined;
  const day = readDay(t, j);
  if (!day) return undefined;
  const k = afterDay + 1;
  const year = readYear(t, t.is(k, W.Comma) ? k + 1 : k);
  const date = {
    ...BLANK,
    kind: 'calendar',
    type: 'DATE',
    unit: 'day',
    part: t.value(afterDay),
    day: day.value,
  } as const;
  if (year) return { ...date, year: year.value, upTo: year.upTo };
  const phrase = readYearPhrase(t, t.is(k, W.Of) ? k + 1 : k);
  return phrase ? inYear(date, phrase) : { ...date, lean: 'nearest', upTo: k };
}

/** "3-4 May": the first day takes month and year from the second. */
function readTwoDays(t: TokenWindow, j: number): Expression | undefined {
  const second = readJoin(t, j + 1);
  if (second < 0) return undefined;
  const day = readDay(t, j);
  const also = day && readDayMonth(t, second);
  if (!day || !also || (also.day ?? 0) <= day.value) return undefined;
  return { ...also, day: day.value, upTo: j + 1, also: { ...also, from: second } };
}
