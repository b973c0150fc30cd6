import { looksLikeYear } from '../../../grammar/dates.ts';
import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { countsSomething } from '../../../grammar/no-year.ts';
import type { Part } from '../../../grammar/part.ts';
import { UNITS, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

const YEAR = UNITS.indexOf('year');

/** "1989", "44 v. Chr.", "79 n. Chr.", "im Jahr 2000". */
export const year: Form = {
  name: 'year',
  starts: [W.Number, W.Unit],
  read: (t, i) => {
    const named = t.is(i, W.Unit) && t.value(i) === YEAR && !t.plural(i);
    if (t.is(i, W.Unit) && !named) return undefined;
    const j = named ? i + 1 : i;
    const found = readYear(t, j);
    if (!found || countsSomething(t, j)) return undefined;
    const stated = named || found.upTo > j + 1;
    return stated || looksLikeYear(found.value)
      ? { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'year', year: found.value, upTo: found.upTo }
      : undefined;
  },
};

/** A year, perhaps with an era. Astronomical. */
export function readYear(t: TokenWindow, i: number): Part | undefined {
  if (!t.is(i, W.Number) || t.digits(i) === 0 || t.digits(i) > 4) return undefined;
  const n = t.value(i);
  if (t.is(i + 1, W.Join) && t.is(i + 2, W.Era) && n > 0) return { value: t.value(i + 1) < 0 ? 1 - n : n, upTo: i + 3 };
  return t.digits(i) === 4 && n >= 1000 && n <= 2999 ? { value: n, upTo: i + 1 } : undefined;
}
