import { durationValue } from '../../../grammar/duration-value.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, type UnitName, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "between 12 and 18 months", "between two and three weeks": both ends are durations in that unit. */
export const betweenLengths: Form = { name: 'between-lengths', starts: [W.Number, W.NumberWord], read: readBetween };

function readBetween(t: TokenWindow, i: number): Expression | undefined {
  if (!t.isWord(i - 1, 'between') || !t.is(i + 1, W.And)) return undefined;
  const second = i + 2;
  if (!(t.is(second, W.Number) || t.is(second, W.NumberWord)) || t.value(second) <= t.value(i)) return undefined;
  // "between 14 and 17 years of age".
  if (!t.is(second + 1, W.Unit) || t.is(second + 2, W.Old) || (t.is(second + 2, W.Of) && t.isWord(second + 3, 'age')))
    return undefined;
  const unit = UNITS[t.value(second + 1)] as UnitName;
  // "between 2200 and 2315 hrs" is a time of day.
  if (unit === 'hour' && t.digits(second) === 4) return undefined;
  const length = (count: number, upTo: number): Expression => ({
    ...BLANK,
    kind: 'fixed',
    type: 'DURATION',
    value: durationValue(count, unit),
    upTo,
  });
  return { ...length(t.value(i), i + 1), also: { ...length(t.value(second), second + 2), from: second } };
}
