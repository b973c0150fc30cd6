import { readDay, readYear } from '../../../grammar/dates.ts';
import type { Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readYearPhrase } from './year-phrase.ts';

/** "4 June 1989", "the 4th of June", "4 June". */
export const dayFirst: Form = { name: 'day-first', starts: [W.Number, W.Ordinal, W.The], read: readDayFirst };

function readDayFirst(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  const afterDay = t.is(j + 1, W.Of) ? j + 2 : j + 1;
  if (!t.is(afterDay, W.Month) || t.is(j - 1, W.Money)) return undefined;
  const month = t.value(afterDay);
  const day = readDay(t, j);
  if (!day) return undefined;
  const k = afterDay + 1;
  const afterComma = t.is(k, W.Comma) ? k + 1 : k;
  const year = readYear(t, afterComma);
  const date = { kind: 'calendar', type: 'DATE', unit: 'day', part: month, day: day.value } as const;
  if (year) return { ...date, year: year.value, upTo: year.upTo };
  const phrase = readYearPhrase(t, t.is(k, W.Of) ? k + 1 : k);
  if (phrase) return { ...date, yearShift: phrase.yearShift, lean: phrase.lean, upTo: phrase.upTo };
  return { ...date, lean: 'nearest', upTo: k };
}
