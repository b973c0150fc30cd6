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
    // "im Jahre 1415" is one year.
    const named =
      t.is(i, W.Unit) && t.value(i) === YEAR && (!t.plural(i) || (t.isWord(i - 1, 'im') && t.isWord(i, 'jahre')));
    if (t.is(i, W.Unit) && !named) return undefined;
    const j = named ? i + 1 : i;
    const found = readYear(t, j);
    if (!found || countsSomething(t, j)) return undefined;
    if (isHouse(t, j) || (!named && t.is(j + 1, W.Counted))) return undefined;
    const range = readRange(t, j, found.value);
    if (range) return range;
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

const STREET = /(?:straße|strasse|gasse|weg|platz|allee|ring|zahl|nummer|Nr\.) $/i;
const LONGEST_STREET = 10;

/** "Hauptstraße 1945", "Postleitzahl 1010". */
const isHouse = (t: TokenWindow, i: number): boolean =>
  STREET.test(t.text.slice(Math.max(0, t.start(i) - LONGEST_STREET), t.start(i)));

/** "1914/18", "1618–1648", "1941/42": two ends with nothing but a sign between them. */
function readRange(t: TokenWindow, i: number, first: number): Expression | undefined {
  const signed = t.is(i + 1, W.Hyphen) || t.is(i + 1, W.Dash) || t.is(i + 1, W.Slash);
  if (!signed || t.spaced(i + 1) || !t.is(i + 2, W.Number) || t.spaced(i + 2)) return undefined;
  const after = t.cls(i + 3);
  if (
    after === W.Hyphen ||
    after === W.Slash ||
    after === W.Counted ||
    (after === W.Unknown && t.capital(i + 3) && !looksLikeYear(first))
  )
    return undefined;
  const [digits, value] = [t.digits(i + 2), t.value(i + 2)];
  const second = digits === 4 ? value : digits === 2 ? first - (first % 100) + value : 0;
  if (second <= first || second - first > LONGEST_STRETCH) return undefined;
  const one = { value: first, upTo: i + 1 };
  return { ...ofYear(one), also: { ...ofYear({ value: second, upTo: i + 3 }), from: i + 2 } };
}

/** Longest range of years marked only by a sign, in years. */
const LONGEST_STRETCH = 200;

const APPROXIMATE = { mod: 'APPROX', approximate: true } as const;
/** Words that may precede a year before 1800: "seit 1650", "nach 1650". */
const GOVERNS = new Set<number>([W.Preposition, W.Within, W.Stage, W.Away]);

const ofYear = ({ value, upTo }: Part): Expression => ({
  ...BLANK,
  kind: 'calendar',
  type: 'DATE',
  unit: 'year',
  year: value,
  upTo,
});

/** Four digits without a noun (a capitalised word) after them that they could count. */
const isOldYear = (t: TokenWindow, i: number): boolean =>
  t.is(i, W.Number) && t.digits(i) === 4 && !countsSomething(t, i) && !(t.is(i + 1, W.Unknown) && t.capital(i + 1));

/** A year, perhaps with an era. Astronomical. */
export function readYear(t: TokenWindow, i: number): Part | undefined {
  if (!t.is(i, W.Number) || t.digits(i) === 0 || t.digits(i) > 4) return undefined;
  const n = t.value(i);
  if (t.is(i + 1, W.Join) && t.is(i + 2, W.Era) && n > 0) return { value: t.value(i + 1) < 0 ? 1 - n : n, upTo: i + 3 };
  return t.digits(i) === 4 && n >= 1000 && n <= 2999 ? { value: n, upTo: i + 1 } : undefined;
}

/** "Winter 1941/42": the season begins in the first of the two. Answers with the token after. */
export function skipNextYear(t: TokenWindow, { value, upTo }: Part): number {
  const signed = t.is(upTo, W.Hyphen) || t.is(upTo, W.Dash) || t.is(upTo, W.Slash);
  if (!signed || t.spaced(upTo) || !t.is(upTo + 1, W.Number) || t.spaced(upTo + 1)) return upTo;
  const digits = t.digits(upTo + 1);
  return digits > 0 && t.value(upTo + 1) === (value + 1) % 10 ** digits ? upTo + 2 : upTo;
}
