import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { LEANS } from '../../../grammar/lean.ts';
import { partOfDay } from '../../../grammar/part-of-day.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { dayMonth } from './day-month.ts';
import { dottedDate } from './dotted-date.ts';

/** "Freitag", "letzten Freitag", "Freitag, 4. Juni 1989", "Freitag, den 4. Juni", "Freitag Abend". */
export const weekday: Form = { name: 'weekday', starts: [W.Weekday, W.Which], read: readWeekday };

/** Letters of "Do.". */
const LONGEST_ABBREVIATION = 3;

function readWeekday(t: TokenWindow, i: number): Expression | undefined {
  const lean = t.is(i, W.Which) ? LEANS[t.value(i)] : 'nearest';
  const j = t.is(i, W.Which) ? i + 1 : i;
  if (!lean || !t.is(j, W.Weekday) || t.plural(j)) return undefined;
  const day = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', weekday: t.value(j) } as const;
  const comma = t.is(j + 1, W.Comma) ? j + 2 : j + 1;
  const k = t.is(comma, W.The) ? comma + 1 : comma;
  const date = dottedDate.read(t, k) ?? (t.is(k, W.Number) ? dayMonth.read(t, k) : undefined);
  if (date) return { ...date, weekday: t.value(j) };
  if (t.text.slice(t.start(j), t.end(j)).length <= LONGEST_ABBREVIATION) return undefined;
  if (t.is(j + 1, W.DayPart)) return { ...day, type: 'TIME', lean, clock: partOfDay(t.value(j + 1)), upTo: j + 2 };
  return { ...day, lean, upTo: j + 1 };
}
