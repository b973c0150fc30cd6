import { readCount } from '../../../grammar/count.ts';
import { durationValue } from '../../../grammar/duration-value.ts';
import type { Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, type UnitName, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "five years", "10-year", "several months", "the past two months", "the next few days", "nearly three weeks". */
export const duration: Form = {
  name: 'duration',
  starts: [W.Number, W.NumberWord, W.Decimal, W.A, W.Several, W.Half, W.Approx, W.The, W.Which],
  read: readDuration,
};

const SPANNING = new Set<number>([
  Which.Last,
  Which.Next,
  Which.Past,
  Which.Coming,
  Which.Previous,
  Which.Following,
  Which.These,
  Which.Those,
  Which.Final,
]);

function readDuration(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Approx)) {
    const inner = readDuration(t, i + 1);
    return inner && { ...inner, mod: 'APPROX' };
  }
  let j = t.is(i, W.The) ? i + 1 : i;
  const placed = t.is(j, W.Which) || t.is(j, W.Ordinal);
  if (t.is(j, W.Which) && !SPANNING.has(t.value(j))) return undefined;
  if (placed) j++;
  if (j > i && !placed && t.is(j, W.A)) return undefined;
  const count = readCount(t, j);
  if (!count) return undefined;
  let k = count.upTo;
  if (t.is(k, W.Hyphen)) k++;
  if (t.is(k, W.More) || t.is(k, W.UnitKind)) k++;
  if (!t.is(k, W.Unit)) return undefined;
  const unit = UNITS[t.value(k)] as UnitName;
  return { kind: 'fixed', type: 'DURATION', value: durationValue(count.value, unit), upTo: k + 1 };
}
