import { looksLikeYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { countsSomething } from '../../../grammar/no-year.ts';
import type { Part } from '../../../grammar/part.ts';
import { UNITS, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

const YEAR = UNITS.indexOf('year');

/** "1989", "44 v. Chr.", "79 n. Chr.", "im Jahr 2000", "um 1650", "ca. 1725", "zwischen 1450 und 1475", "von 1450 bis 1470". */
export const year: Form = {
  name: 'year',
  starts: [W.Number, W.Unit, W.Approx],
  read: (t, i) => {
    if (t.is(i, W.Approx)) {
      const about = isOldYear(t, i + 1) ? readYear(t, i + 1) : undefined;
      return about && { ...ofYear(about), mod: 'APPROX', approximate: true };
    }
    const named = t.is(i, W.Unit) && t.value(i) === YEAR && !t.plural(i);
    if (t.is(i, W.Unit) && !named) return undefined;
    const j = named ? i + 1 : i;
    const found = readYear(t, j);
    if (!found || countsSomething(t, j)) return undefined;
    const stated = named || found.upTo > j + 1;
    if (stated || looksLikeYear(found.value)) return ofYear(found);
    if (!isOldYear(t, j)) return undefined;
    if (t.is(j - 1, W.Between) && (t.is(j + 1, W.And) || t.isWord(j + 1, 'bis')) && isOldYear(t, j + 2)) {
      const end = readYear(t, j + 2);
      if (end && end.value > found.value) return { ...ofYear(found), also: { ...ofYear(end), from: j + 2 } };
    }
    // "um 1650" is about that year.
    const about = t.isWord(j - 1, 'um');
    return GOVERNS.has(t.cls(j - 1)) ? { ...ofYear(found), ...(about ? APPROXIMATE : {}) } : undefined;
  },
};

const APPROXIMATE = { mod: 'APPROX', approximate: true } as const;
/** What leads to a year before 1800: "seit 1650", "nach 1650". */
const GOVERNS = new Set<number>([W.Preposition, W.Within, W.Stage, W.Away]);

const ofYear = ({ value, upTo }: Part): Expression => ({
  ...BLANK,
  kind: 'calendar',
  type: 'DATE',
  unit: 'year',
  year: value,
  upTo,
});

/** Four digits that count nothing: no noun, which has a capital, stands after them. */
const isOldYear = (t: TokenWindow, i: number): boolean =>
  t.is(i, W.Number) && t.digits(i) === 4 && !countsSomething(t, i) && !(t.is(i + 1, W.Unknown) && t.capital(i + 1));

/** A year, perhaps with an era. Astronomical. */
export function readYear(t: TokenWindow, i: number): Part | undefined {
  if (!t.is(i, W.Number) || t.digits(i) === 0 || t.digits(i) > 4) return undefined;
  const n = t.value(i);
  if (t.is(i + 1, W.Join) && t.is(i + 2, W.Era) && n > 0) return { value: t.value(i + 1) < 0 ? 1 - n : n, upTo: i + 3 };
  return t.digits(i) === 4 && n >= 1000 && n <= 2999 ? { value: n, upTo: i + 1 } : undefined;
}
