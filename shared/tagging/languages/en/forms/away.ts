import { readCount } from '../../../grammar/count.ts';
import type { Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { Approx, Away, UNITS, type UnitName, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "two years ago", "nearly a decade ago", "three days later", "a year earlier". */
export const away: Form = {
  name: 'away',
  starts: [W.Number, W.NumberWord, W.Decimal, W.A, W.Several, W.Half, W.Approx],
  read: readAway,
};

function readAway(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Approx)) {
    const inner = readAway(t, i + 1);
    return inner && { ...inner, mod: t.value(i) === Approx.About ? 'APPROX' : inner.mod, approximate: true };
  }
  const count = readCount(t, i);
  if (!count || !t.is(count.upTo, W.Unit)) return undefined;
  const step = UNITS[t.value(count.upTo)] as UnitName;
  const j = count.upTo + 1;
  if (!t.is(j, W.Away)) return undefined;
  const back = t.value(j) === Away.Ago || t.value(j) === Away.Earlier;
  if (!back && t.value(j) !== Away.Later && t.value(j) !== Away.Hence) return undefined;
  const anchor = t.value(j) === Away.Ago || t.value(j) === Away.Hence ? 'speech' : 'text';
  if (Number.isNaN(count.value))
    return { kind: 'fixed', type: 'DATE', value: back ? 'PAST_REF' : 'FUTURE_REF', upTo: j + 1 };
  return { kind: 'shift', type: 'DATE', step, amount: back ? -count.value : count.value, anchor, upTo: j + 1 };
}
