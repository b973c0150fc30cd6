import { readCount } from '../../../grammar/count.ts';
import { durationValue } from '../../../grammar/duration-value.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, type UnitName, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "fünf Jahre", "mehrere Monate", "die letzten zwei Wochen", "rund zehn Tage"; ahead, "in drei Wochen" is a point. */
export const duration: Form = {
  name: 'duration',
  starts: [W.Number, W.NumberWord, W.A, W.Several, W.Approx, W.The, W.Which],
  read: readDuration,
};

const DAY = UNITS.indexOf('day');

function readDuration(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Approx)) {
    const inner = readDuration(t, i + 1);
    return inner && { ...inner, mod: 'APPROX' };
  }
  let j = t.is(i, W.The) ? i + 1 : i;
  if (t.is(j, W.Which)) j++;
  else if (j > i) return undefined;
  const count = readCount(t, j);
  if (!count || !t.is(count.upTo, W.Unit)) return undefined;
  const step = UNITS[t.value(count.upTo)] as UnitName;
  const length: Expression = {
    ...BLANK,
    kind: 'fixed',
    type: 'DURATION',
    value: durationValue(count.value, step),
    upTo: count.upTo + 1,
  };
  if (i !== j || !t.isWord(i - 1, 'in') || t.value(count.upTo) < DAY || !Number.isInteger(count.value)) return length;
  return {
    ...BLANK,
    kind: 'shift',
    type: 'DATE',
    step,
    amount: count.value,
    anchor: 'speech',
    unlessAhead: length,
    upTo: length.upTo,
  };
}
