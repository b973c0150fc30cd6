import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readYear } from './year.ts';

/** "4. Juni 1989", "4. Juni", "Juni 1989", "Juni". */
export const dayMonth: Form = { name: 'day-month', starts: [W.Number, W.Month], read: readDayMonth };

function readDayMonth(t: TokenWindow, i: number): Expression | undefined {
  const day = t.is(i, W.Number) ? t.value(i) : 0;
  if (t.is(i, W.Number) && (!t.is(i + 1, W.Dot) || t.digits(i) > 2 || day < 1 || day > 31)) return undefined;
  const j = day > 0 ? i + 2 : i;
  if (!t.is(j, W.Month)) return undefined;
  const date = {
    ...BLANK,
    kind: 'calendar',
    type: 'DATE',
    unit: day > 0 ? 'day' : 'month',
    part: t.value(j),
    ...(day > 0 ? { day } : {}),
  } as const;
  const year = readYear(t, j + 1);
  return year ? { ...date, year: year.value, upTo: year.upTo } : { ...date, lean: 'nearest', upTo: j + 1 };
}
