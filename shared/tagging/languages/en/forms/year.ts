import { countsSomething, looksLikeYear, readYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { readSpelledYear } from '../../../grammar/spelled-year.ts';
import { Approx, UNITS, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readJoin } from './second-day.ts';

/** "1989", "1958-59", "44 BC", "AD 79", "499-493 BC", "the year 2000", "circa 1850", "'89", "nineteen ninety-six". */
export const year: Form = {
  name: 'year',
  starts: [W.Number, W.NumberWord, W.Era, W.The, W.Unit, W.Approx, W.Apostrophe, W.Fiscal],
  read: readYearAlone,
};

const YEAR = UNITS.indexOf('year');

function readYearAlone(t: TokenWindow, i: number): Expression | undefined {
  switch (t.cls(i)) {
    case W.Approx: {
      if (t.value(i) !== Approx.About || !t.is(i + 1, W.Number)) return undefined;
      const inner = readYearAlone(t, i + 1);
      return inner && { ...inner, mod: 'APPROX', approximate: true };
    }
    case W.The:
      return t.is(i + 1, W.Unit) ? readYearAlone(t, i + 1) : undefined;
    case W.Unit:
      return t.value(i) === YEAR ? readNamedYear(t, i + 1) : undefined;
    case W.Fiscal: {
      const j = t.is(i + 1, W.Unit) ? i + 2 : i + 1;
      const found = readYear(t, j);
      return found && ofYear(found.value, found.upTo);
    }
    case W.Apostrophe:
      return t.is(i + 1, W.Number) && t.digits(i + 1) === 2 && !t.spaced(i + 1) && t.spaced(i)
        ? { ...ofYear(1900 + t.value(i + 1), i + 2), short: true }
        : undefined;
    case W.NumberWord: {
      const spelled = readSpelledYear(t, i);
      return spelled && ofYear(spelled.value, spelled.upTo);
    }
    default:
      return readNumeral(t, i);
  }
}

const ofYear = (value: number, upTo: number): Expression => ({
  ...BLANK,
  kind: 'calendar',
  type: 'DATE',
  unit: 'year',
  year: value,
  upTo,
});

/** "the year 2000", "the year two thousand". */
function readNamedYear(t: TokenWindow, i: number): Expression | undefined {
  const found = readYear(t, i) ?? readThousand(t, i);
  return found && ofYear(found.value, found.upTo);
}

const readThousand = (t: TokenWindow, i: number) =>
  t.is(i, W.NumberWord) && t.value(i) === 2 && t.is(i + 1, W.NumberWord) && t.value(i + 1) === 1000
    ? { value: 2000, upTo: i + 2 }
    : undefined;

const GOVERNS = new Set<number>([W.Preposition, W.Of, W.Between, W.Within, W.Away, W.Open]);

function readNumeral(t: TokenWindow, i: number): Expression | undefined {
  if (countsSomething(t, i)) return undefined;
  // "at 1600 Pennsylvania Avenue".
  if (t.isWord(i - 1, 'at') && t.is(i + 1, W.Unknown) && t.capital(i + 1)) return undefined;
  const joined = readJoin(t, i + 1);
  const found = readYear(t, i);
  if (joined > 0 && t.is(joined, W.Number)) {
    const range = readRange(t, i, joined, found?.upTo === i + 1 ? found.value : undefined);
    if (range) return range;
  }
  if (!found) return readAncient(t, i);
  const stated = found.upTo > i + 1;
  if (!stated && !looksLikeYear(found.value) && !GOVERNS.has(t.cls(i - 1))) return undefined;
  return ofYear(found.value, found.upTo);
}

/** "1958-59": the short end takes the century. "499-493 BC", "499 to 493 BC": the first takes the era. */
function readRange(t: TokenWindow, i: number, j: number, first: number | undefined): Expression | undefined {
  const signed = t.is(i + 1, W.Hyphen) || t.is(i + 1, W.Dash) || t.is(i + 1, W.Slash);
  if (first !== undefined && looksLikeYear(first) && signed && t.digits(j) === 2 && !t.spaced(j)) {
    const second = Math.floor(first / 100) * 100 + t.value(j);
    const after = t.cls(j + 1);
    if (second > first && after !== W.Hyphen && after !== W.Slash && after !== W.Money)
      return { ...ofYear(first, i + 1), also: { ...ofYear(second, j + 1), from: j } };
  }
  const other = readYear(t, j);
  if (other && other.value <= 0 && t.digits(i) > 0 && t.value(i) > 0 && t.value(i) > 1 - other.value)
    return { ...ofYear(1 - t.value(i), i + 1), also: { ...ofYear(other.value, other.upTo), from: j } };
  return undefined;
}

const LEADS = ['in', 'by', 'since', 'until'] as const;

/** "in 216", "by 146": three digits alone after a word that leads to a year. The normaliser asks whether the text is among such years. */
function readAncient(t: TokenWindow, i: number): Expression | undefined {
  if (t.digits(i) !== 3 || !LEADS.some((lead) => t.isWord(i - 1, lead))) return undefined;
  const after = t.cls(i + 1);
  const counts =
    after === W.Unit ||
    after === W.Counted ||
    after === W.Money ||
    after === W.Number ||
    after === W.NumberWord ||
    after === W.Of;
  const plural = after === W.Unknown && t.text.charCodeAt(t.end(i + 1) - 1) === 0x73;
  return counts || plural ? undefined : { ...ofYear(t.value(i), i + 1), ancient: true };
}
