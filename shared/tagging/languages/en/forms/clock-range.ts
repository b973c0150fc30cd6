import { twoDigits } from '../../../../time/day.ts';
import type { Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { clock } from './clock.ts';
import { readJoin } from './second-day.ts';

/** "from 9 to 11 a.m.", "4-7 p.m. Friday", "between 10.30 and 11.15pm": the first takes "a.m." or "p.m." and the day from the second. */
export const clockRange: Form = { name: 'clock-range', starts: [W.Number, W.Decimal], read: readClockRange };

/** "between 2200 and 2315 hrs": the unit of the second is that of the first. */
function readFourDigits(t: TokenWindow, i: number): Expression | undefined {
  if (t.digits(i) !== 4 || !t.is(i - 1, W.Between) || readJoin(t, i + 1) < 0 || t.digits(i + 2) !== 4) return undefined;
  if (!t.isWord(i + 3, 'hrs') && !t.isWord(i + 3, 'hours')) return undefined;
  const end = clock.read(t, i + 2);
  const [hour, minute] = [Math.floor(t.value(i) / 100), t.value(i) % 100];
  if (!end || end.also || hour > 23 || minute > 59) return undefined;
  return { ...end, clock: `T${twoDigits(hour)}:${twoDigits(minute)}`, upTo: i + 1, also: { ...end, from: i + 2 } };
}

const DIGITS = /^(\d{1,2})(?:[.:]([0-5]\d))?$/;
const CLOCK = /^T(\d\d):/;

function readClockRange(t: TokenWindow, i: number): Expression | undefined {
  const military = readFourDigits(t, i);
  if (military) return military;
  const hasMinutes = t.is(i + 1, W.Colon) && !t.spaced(i + 1) && t.is(i + 2, W.Number) && !t.spaced(i + 2);
  const upTo = hasMinutes ? i + 3 : i + 1;
  const j = readJoin(t, upTo);
  if (j < 0 || !(t.is(j, W.Number) || t.is(j, W.Decimal)) || t.is(i - 1, W.Money)) return undefined;
  const isSigned = t.is(upTo, W.Hyphen) || t.is(upTo, W.Dash);
  const isLed = t.is(i - 1, W.Between);
  if (!isLed && !(isSigned && !t.spaced(j))) return undefined;
  const found = DIGITS.exec(t.text.slice(t.start(i), t.end(upTo - 1)));
  const hour = Number(found?.[1]);
  if (!found || hour < 1 || hour > 12) return undefined;
  const end = clock.read(t, j);
  const last = Number(CLOCK.exec(end?.clock ?? '')?.[1] ?? -1);
  // The first takes "p.m." only if it would still precede the second: "11 to 1 p.m." begins before noon.
  if (!end || end.also || last < 0 || t.digits(j) > 2) return undefined;
  const half = hour % 12 > last % 12 === last >= 12 ? 0 : 12;
  const value = `T${twoDigits((hour % 12) + half)}:${found[2] ?? '00'}`;
  return { ...end, clock: value, mod: undefined, upTo, also: { ...end, from: j } };
}
