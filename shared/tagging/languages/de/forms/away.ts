import { readCount } from '../../../grammar/count.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { Away, UNITS, type UnitName, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "vor zwei Jahren", "vor einer Woche", "drei Tage später", "zwei Jahre zuvor". */
export const away: Form = { name: 'away', starts: [W.Away, W.Number, W.NumberWord, W.A, W.Several], read: readAway };

const HOUR = UNITS.indexOf('hour');

function readAway(t: TokenWindow, i: number): Expression | undefined {
  const ago = t.is(i, W.Away);
  if (ago && t.value(i) !== Away.Ago) return undefined;
  const from = ago ? i + 1 : i;
  const count = readCount(t, t.is(from, W.Approx) ? from + 1 : from);
  if (!count || !t.is(count.upTo, W.Unit) || t.value(count.upTo) <= HOUR) return undefined;
  const step = UNITS[t.value(count.upTo)] as UnitName;
  const after = count.upTo + 1;
  const way = ago ? Away.Ago : t.is(after, W.Away) ? t.value(after) : -1;
  if (way !== Away.Ago && way !== Away.Later && way !== Away.Earlier) return undefined;
  const back = way !== Away.Later;
  const upTo = ago ? after : after + 1;
  if (Number.isNaN(count.value))
    return { ...BLANK, kind: 'fixed', type: 'DATE', value: back ? 'PAST_REF' : 'FUTURE_REF', upTo };
  return {
    ...BLANK,
    kind: 'shift',
    type: 'DATE',
    step,
    amount: back ? -count.value : count.value,
    anchor: ago ? 'speech' : 'text',
    upTo,
  };
}
