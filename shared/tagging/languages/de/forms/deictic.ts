import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { partOfDay } from '../../../grammar/part-of-day.ts';
import { UNITS, type UnitName, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { BEFORE } from '../lexicon.ts';

const HOUR = UNITS.indexOf('hour');

/** "gestern", "heute Abend", "übermorgen", "letztes Jahr", "diese Woche", "nächsten Monat", "im folgenden Jahr". */
export const deictic: Form = { name: 'deictic', starts: [W.Deictic, W.Which, W.Unit, W.Named], read: readDeictic };

function readDeictic(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Which)) return readUnit(t, i);
  if (t.is(i, W.Unit)) return readAfterwards(t, i);
  if (t.is(i, W.Named)) return readBefore(t, i);
  // "Morgen" with a capital inside a sentence is the morning.
  if (t.isWord(i, 'morgen') && t.capital(i) && !t.is(i - 1, W.None) && !t.is(i - 1, W.Dot)) return undefined;
  const day = { ...BLANK, kind: 'shift', step: 'day', amount: t.value(i), anchor: 'speech' } as const;
  // "heute Morgen".
  if (t.isWord(i + 1, 'morgen') && t.capital(i + 1)) return { ...day, type: 'TIME', clock: partOfDay(0), upTo: i + 2 };
  if (t.is(i + 1, W.DayPart)) return { ...day, type: 'TIME', clock: partOfDay(t.value(i + 1)), upTo: i + 2 };
  return { ...day, type: 'DATE', upTo: i + 1 };
}

/** "am Tag darauf", "am Tag danach", "das Jahr zuvor", "am Wochenende". */
function readAfterwards(t: TokenWindow, i: number): Expression | undefined {
  if (t.plural(i) || t.value(i) <= HOUR) return undefined;
  const step = UNITS[t.value(i)] as UnitName;
  if (step === 'weekend' && t.isWord(i - 1, 'am'))
    return { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'weekend', lean: 'nearest', upTo: i + 1 };
  const amount =
    t.isWord(i + 1, 'darauf') || t.isWord(i + 1, 'danach')
      ? 1
      : t.isWord(i + 1, 'zuvor') || t.isWord(i + 1, 'davor')
        ? -1
        : 0;
  return amount === 0
    ? undefined
    : { ...BLANK, kind: 'shift', type: 'DATE', step, amount, anchor: 'text', upTo: i + 2 };
}

/** "Vorjahr", "Vorwoche", from the day of writing; "Vortag" precedes the last day mentioned; "Freitagabend". */
function readBefore(t: TokenWindow, i: number): Expression | undefined {
  const value = t.value(i);
  if (value < BEFORE) {
    const day = { ...BLANK, kind: 'calendar', unit: 'day', weekday: Math.floor(value / 10), lean: 'nearest' } as const;
    return { ...day, type: 'TIME', clock: partOfDay(value % 10), upTo: i + 1 };
  }
  const step = UNITS[value - BEFORE] as UnitName;
  const anchor = step === 'day' ? 'text' : 'speech';
  return { ...BLANK, kind: 'shift', type: 'DATE', step, amount: -1, anchor, upTo: i + 1 };
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
