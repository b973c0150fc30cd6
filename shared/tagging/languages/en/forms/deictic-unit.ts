import type { Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, type UnitName, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "last week", "this month", "next year", "the previous day", "that same year", "earlier this month", "the current quarter". */
export const deicticUnit: Form = { name: 'deictic-unit', starts: [W.Which, W.The, W.Away], read: readDeicticUnit };

function readDeicticUnit(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Away)) {
    // "earlier this month", "later that year".
    const inside = t.is(i + 1, W.Preposition) ? i + 2 : i + 1;
    return t.is(inside, W.Which) || t.is(inside, W.The) ? readDeicticUnit(t, inside) : undefined;
  }
  const definite = t.is(i, W.The);
  let j = definite ? i + 1 : i;
  let which = -1;
  while (t.is(j, W.Which) && j - i < 3) which = t.value(j++);
  if (t.is(j, W.UnitKind) || t.is(j, W.Fiscal)) j++;
  if (!t.is(j, W.Unit) || t.plural(j) || which < 0) return undefined;
  const step = UNITS[t.value(j)] as UnitName;
  const upTo = j + 1;
  const shift = (amount: number, anchor: 'speech' | 'text'): Expression => ({
    kind: 'shift',
    type: 'DATE',
    step,
    amount,
    anchor,
    upTo,
  });
  if (step === 'second' || step === 'minute' || step === 'hour') return undefined;
  switch (which) {
    case Which.This:
    case Which.Current:
      return shift(0, 'speech');
    case Which.Last:
    case Which.Past:
      return shift(-1, 'speech');
    case Which.Next:
      return shift(1, definite ? 'text' : 'speech');
    case Which.Coming:
      return shift(1, 'speech');
    case Which.Previous:
      return shift(-1, 'text');
    case Which.Following:
      return shift(1, 'text');
    case Which.That:
    case Which.Same:
      return shift(0, 'text');
    default:
      return undefined;
  }
}
