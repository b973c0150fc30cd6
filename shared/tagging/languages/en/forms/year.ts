import { looksLikeYear, readYear, yearOfTwoDigits } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { countsSomething } from '../../../grammar/no-year.ts';
import { readSpelledYear } from '../../../grammar/spelled-year.ts';
import { Approx, UNITS, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readJoin } from './second-day.ts';

/** "1989", "1958-59", "44 BC", "AD 79", "499-493 BC", "the year 2000", "circa 1850", "'89", "nineteen ninety-six". */
export const year: Form = {
  name: 'year',
  starts: [W.Number, W.NumberWord, W.Era, W.The, W.Unit, W.Approx, W.Apostrophe, W.Fiscal, W.Which],
  read: readYearAlone,
};

const YEAR = UNITS.indexOf('year');

function readYearAlone(t: TokenWindow, i: number): Expression | undefined {
  switch (t.cls(i)) {
    case W.Approx: {
      if (t.value(i) !== Approx.About || !t.is(i + 1, W.Number)) return undefined;
      const inner = readYearAlone(t, i + 1) ?? readOld(t, i + 1);
      return inner && { ...inner, mod: 'APPROX', approximate: true };
    }
    case W.The:
      return t.is(i + 1, W.Unit) ? readYearAlone(t, i + 1) : undefined;
    case W.Which: {
      // "in this year 1137", "the same year 1848".
      const isYear = t.is(i + 1, W.Unit) && t.value(i + 1) === YEAR && !t.plural(i + 1);
      const found = isYear && t.is(i + 2, W.Number) && !countsSomething(t, i + 2) ? readYear(t, i + 2) : undefined;
      return found && !t.is(found.upTo, W.Unknown) ? ofYear(found.value, found.upTo) : undefined;
    }
    case W.Era: {
      const found = readYear(t, i);
      return found && ofYear(found.value, found.upTo);
    }
    case W.Unit:
      return t.value(i) === YEAR ? (readTwoYears(t, i + 1) ?? readNamedYear(t, i + 1)) : undefined;
    case W.Fiscal: {
      const j = t.is(i + 1, W.Unit) ? i + 2 : i + 1;
      return readTwoYears(t, j) ?? readNamedYear(t, j);
    }
    case W.Apostrophe:
      return t.is(i + 1, W.Number) && t.digits(i + 1) === 2 && !t.spaced(i + 1) && t.spaced(i)
        ? { ...ofYear(yearOfTwoDigits(t.value(i + 1)), i + 2), short: true }
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

/** "fiscal 2013-14", "the academic year 2010–11". */
function readTwoYears(t: TokenWindow, i: number): Expression | undefined {
  const first = readYear(t, i);
  const joined = readJoin(t, i + 1);
  return first?.upTo === i + 1 && joined > 0 && t.is(joined, W.Number) && !t.spaced(joined)
    ? readRange(t, i, joined, first.value)
    : undefined;
}

/** "the year 2000", "the year two thousand". */
function readNamedYear(t: TokenWindow, i: number): Expression | undefined {
  const found = readYear(t, i) ?? readThousand(t, i);
  return found && ofYear(found.value, found.upTo);
}

const readThousand = (t: TokenWindow, i: number) =>
  t.is(i, W.NumberWord) && t.value(i) === 2 && t.is(i + 1, W.NumberWord) && t.value(i + 1) === 1000
    ? { value: 2000, upTo: i + 2 }
    : undefined;

const GOVERNS = new Set<number>([W.Preposition, W.Of, W.Between, W.Within, W.Away, W.Stage, W.Edge]);

function readNumeral(t: TokenWindow, i: number): Expression | undefined {
  // Most numbers of other lengths are amounts: years of one to three digits need an era, a second end or a preceding word that introduces years.
  if (t.digits(i) !== 4 && !t.is(i + 1, W.Era) && readJoin(t, i + 1) < 0 && !t.is(i - 1, W.Preposition))
    return undefined;
  if (countsSomething(t, i)) return undefined;
  // "at 1600 Pennsylvania Avenue".
  if (t.isWord(i - 1, 'at') && t.is(i + 1, W.Unknown) && t.capital(i + 1)) return undefined;
  const join = readJoin(t, i + 1);
  const joined =
    join > 0 && t.is(join, W.Apostrophe) && t.is(join + 1, W.Number) && !t.spaced(join + 1) ? join + 1 : join;
  const found = readYear(t, i);
  if (joined > 0 && t.is(joined, W.Number)) {
    // "from 1500 to 2000 people".
    if (found && !looksLikeYear(found.value) && countsSomethingAfter(t, joined)) return undefined;
    const range = readRange(t, i, joined, found?.upTo === i + 1 ? found.value : undefined);
    if (range) return range;
  }
  if (!found) return readAncient(t, i);
  // "built c 1450".
  if (t.isWord(i - 1, 'c') && !t.capital(i - 1) && t.spaced(i))
    return { ...ofYear(found.value, found.upTo), from: i - 1, mod: 'APPROX', approximate: true };
  const stated = found.upTo > i + 1;
  if (stated) return ofYear(found.value, found.upTo);
  const plain: Expression = { ...ofYear(found.value, found.upTo), open: 'year' };
  if (looksLikeYear(found.value) || isGoverned(t, i)) return plain;
  return isBesideNoun(t, i) ? { ...plain, open: 'doubtful-year' } : undefined;
}

/** "the 1745 campaign", "the rising of 1689 and 1715": perhaps a year. */
function isBesideNoun(t: TokenWindow, i: number): boolean {
  const before = t.cls(i - 1);
  if (before !== W.The && before !== W.A && before !== W.And && before !== W.To && before !== W.Comma) return false;
  const after = t.cls(i + 1);
  return !countsPlural(t, i) && after !== W.Number && after !== W.NumberWord && after !== W.Of && after !== W.More;
}

/** "c. 1450", "around 1650": an approximate year before 1800, unless it counts something. */
function readOld(t: TokenWindow, i: number): Expression | undefined {
  const found = countsSomething(t, i) || countsPlural(t, i) ? undefined : readYear(t, i);
  return found && ofYear(found.value, found.upTo);
}

/** A year before 1800 needs a preposition of dates before it, or brackets around it, and no noun after it that it could count. */
function isGoverned(t: TokenWindow, i: number): boolean {
  // "at 1600 he left" is a time of day.
  if (countsPlural(t, i) || t.isWord(i - 1, 'at')) return false;
  // "in 1200 rooms": a round number before the noun that it counts.
  if (t.is(i + 1, W.Counted) && t.value(i) % 100 === 0) return false;
  if (t.is(i - 1, W.Open)) return t.is(i + 1, W.Close) || t.is(i + 1, W.Comma) || readJoin(t, i + 1) > 0;
  // "(b. 1677", "r. 1450-1470", "d.1701".
  const before = t.text.slice(Math.max(0, t.start(i) - LONGEST_LEAD), t.start(i));
  if (LEADS_TO_YEAR.test(before) || IN_LIST.test(before)) return true;
  return GOVERNS.has(t.cls(i - 1)) && !RISES.test(before);
}

const LONGEST_LEAD = 20;
const LEADS_TO_YEAR =
  /(?:\b(?:b|d|r|fl|bapt|est)\.|\b(?:born|died|dated|anno|anno domini|our lord|founded|built|reigned|ruled))\s*$/i;
/** "in 1322 and 1410". */
const IN_LIST = /\b(?:in|of|by|since) 1\d{3}(?:,|,? and|,? or) $/i;
/** "rose from 1200 to 1400" states figures. */
const RISES = /\b(?:rose|grew|fell|dropped|increased|climbed|declined|jumped|went|up|down) from $/i;
/** Small words that end like plurals. */
const NO_PLURALS = /^(?:was|is|his|has|this|as|its|us|does|thus|ss|always|perhaps|whereas)$/i;

/** "1500 cities", "1200 armed rebels": the following noun could be counted. */
function countsPlural(t: TokenWindow, i: number): boolean {
  for (let k = i + 1; k <= i + 2; k++) {
    if (!t.is(k, W.Unknown) || t.capital(k)) return false;
    const word = t.text.slice(t.start(k), t.end(k));
    if (/s$/.test(word) && word.length > 3 && !NO_PLURALS.test(word)) return true;
    if (!/(?:ed|ing|y|ish|ian|al|ic)$/.test(word)) return false;
  }
  return false;
}

/** Longest range of years marked only by a sign, in years. */
const LONGEST_STRETCH = 200;

/**
 * "1958-59", "1932-3", "1899/1900": the short end takes the century. "1450-1470", "from 1450 to 1470": two ends before 1800 confirm each
 * other. "499-493 BC": the first takes the era.
 */
function readRange(t: TokenWindow, i: number, j: number, first: number | undefined): Expression | undefined {
  const signed = t.is(i + 1, W.Hyphen) || t.is(i + 1, W.Dash) || t.is(i + 1, W.Slash);
  const digits = t.digits(j);
  const both = (second: number, upTo: number): Expression | undefined =>
    first === undefined ? undefined : { ...ofYear(first, i + 1), also: { ...ofYear(second, upTo), from: j } };
  const after = t.cls(j + 1);
  // "from 1914 to 18", "between 1914 and '18".
  const led = t.is(i - 1, W.Between) && !RISES.test(t.text.slice(Math.max(0, t.start(i) - LONGEST_LEAD), t.start(i)));
  const ends = after === W.None || after === W.Dot || after === W.Comma || after === W.Close || after === W.The;
  if (led && !signed && digits === 2 && first !== undefined && t.value(j) > first % 100 && ends)
    return both(first - (first % 100) + t.value(j), j + 1);
  // "The war, 1642–51, split the town": set off by commas.
  const isSetOff = t.is(i - 1, W.Comma) && ends && signed;
  const goesOn = after === W.Hyphen || after === W.Slash || after === W.Money;
  const dates = first !== undefined && (looksLikeYear(first) || isGoverned(t, i) || isSetOff || t.is(i - 1, W.Approx));
  if (dates && signed && (digits === 1 || digits === 2) && !t.spaced(j) && !goesOn) {
    const second = first - (first % 10 ** digits) + t.value(j);
    // A century's turn: "1899-00".
    const end = second > first ? second : second + 10 ** digits;
    if (second > first || end === first + 1) return both(end, j + 1);
  }
  const other = readYear(t, j);
  if (first !== undefined && other && digits === 4 && other.value > first && other.value - first <= LONGEST_STRETCH) {
    const old = !looksLikeYear(first) || !looksLikeYear(other.value);
    const led = t.is(i - 1, W.Between) || signed;
    // Later years joined by words are years of their own.
    if (
      ((old && led && dates) || (signed && !t.spaced(j))) &&
      !countsSomethingAfter(t, j) &&
      (dates || t.is(j + 1, W.Close))
    )
      return both(other.value, other.upTo);
    // "abbots 1450-1470": two years if the article has other years of that age.
    if (signed && !t.spaced(i + 1) && !t.spaced(j) && old && !countsSomethingAfter(t, j))
      return {
        ...ofYear(first, i + 1),
        open: 'doubtful-year',
        also: { ...ofYear(other.value, other.upTo), open: 'doubtful-year', from: j },
      };
  }
  // "between 50 and 60 AD".
  if (
    other?.value !== undefined &&
    t.is(j + 1, W.Era) &&
    t.digits(i) > 0 &&
    t.digits(i) < 4 &&
    t.value(i) > 0 &&
    t.value(i) < other.value
  )
    return { ...ofYear(t.value(i), i + 1), also: { ...ofYear(other.value, other.upTo), from: j } };
  if (other && other.value <= 0 && t.digits(i) > 0 && t.value(i) > 0 && t.value(i) > 1 - other.value)
    return { ...ofYear(1 - t.value(i), i + 1), also: { ...ofYear(other.value, other.upTo), from: j } };
  return undefined;
}

/** "1450-1470 people": the second end may count the noun after it. */
const countsSomethingAfter = (t: TokenWindow, j: number): boolean =>
  t.is(j + 1, W.Counted) || t.is(j + 1, W.Money) || (t.is(j + 1, W.Unit) && t.plural(j + 1)) || countsPlural(t, j);

const LEADS = ['in', 'by', 'since', 'until'] as const;

/** "in 216", "by 146": three digits after a word that introduces years. The normaliser accepts them only near other such years. */
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
