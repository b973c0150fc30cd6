import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { partOfDay } from '../../../grammar/part-of-day.ts';
import { UNITS, type UnitName, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

const HOUR = UNITS.indexOf('hour');

/** "gestern", "heute Abend", "übermorgen", "letztes Jahr", "diese Woche", "nächsten Monat", "im folgenden Jahr". */
export const deictic: Form = { name: 'deictic', starts: [W.Deictic, W.Which], read: readDeictic };

function readDeictic(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Which)) return readUnit(t, i);
  // "Morgen" with a capital inside a sentence is the morning.
  if (t.isWord(i, 'morgen') && t.capital(i) && !t.is(i - 1, W.None) && !t.is(i - 1, W.Dot)) return undefined;
  const day = { ...BLANK, kind: 'shift', step: 'day', amount: t.value(i), anchor: 'speech' } as const;
  if (t.is(i + 1, W.DayPart)) return { ...day, type: 'TIME', clock: partOfDay(t.value(i + 1)), upTo: i + 2 };
  return { ...day, type: 'DATE', upTo: i + 1 };
}

function readUnit(t: TokenWindow, i: number): Expression | undefined {
  if (!t.is(i + 1, W.Unit) || t.plural(i + 1) || t.value(i + 1) <= HOUR) return undefined;
  const step = UNITS[t.value(i + 1)] as UnitName;
  const shift = (amount: number, anchor: 'speech' | 'text'): Expression => ({
    ...BLANK,
    kind: 'shift',
    type: 'DATE',
    step,
    amount,
    anchor,
    upTo: i + 2,
  });
  switch (t.value(i)) {
    case Which.This:
      return shift(0, 'speech');
    case Which.Last:
      return shift(-1, 'speech');
    case Which.Next:
      return shift(1, 'speech');
    case Which.Following:
      return shift(1, 'text');
    default:
      return shift(0, 'text');
  }
}
