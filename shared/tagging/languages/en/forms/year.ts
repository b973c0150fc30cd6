import { countsSomething, looksLikeYear, readYear } from '../../../grammar/dates.ts';
import type { Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { Approx, UNITS, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "1989", "44 BC", "AD 79", "the year 2000", "circa 1850", "'89". */
export const year: Form = {
  name: 'year',
  starts: [W.Number, W.Era, W.The, W.Unit, W.Approx, W.Apostrophe],
  read: readYearAlone,
};

const YEAR = UNITS.indexOf('year');

function readYearAlone(t: TokenWindow, i: number): Expression | undefined {
  switch (t.cls(i)) {
    case W.Approx: {
      if (t.value(i) !== Approx.About) return undefined;
      const inner = readYearAlone(t, i + 1);
      return inner && t.is(i + 1, W.Number) ? { ...inner, mod: 'APPROX', approximate: true } : undefined;
    }
    case W.The:
      return t.is(i + 1, W.Unit) ? readYearAlone(t, i + 1) : undefined;
    case W.Unit: {
      if (t.value(i) !== YEAR) return undefined;
      const found = readYear(t, i + 1);
      return found && !t.plural(i) ? ofYear(found.value, found.upTo) : undefined;
    }
    case W.Apostrophe:
      return t.is(i + 1, W.Number) && t.digits(i + 1) === 2 && !t.spaced(i + 1) && t.spaced(i)
        ? { ...ofYear(1900 + t.value(i + 1), i + 2), short: true }
        : undefined;
    default:
      return readNumeral(t, i);
  }
}

const ofYear = (value: number, upTo: number): Expression => ({
  kind: 'calendar',
  type: 'DATE',
  unit: 'year',
  year: value,
  upTo,
});

function readNumeral(t: TokenWindow, i: number): Expression | undefined {
  const found = readYear(t, i);
  if (!found || countsSomething(t, i)) return undefined;
  const stated = found.upTo > i + 1;
  if (
    !stated &&
    !looksLikeYear(found.value) &&
    !t.is(i - 1, W.Preposition) &&
    !t.is(i - 1, W.Of) &&
    !t.is(i - 1, W.Between)
  )
    return undefined;
  return ofYear(found.value, found.upTo);
}
