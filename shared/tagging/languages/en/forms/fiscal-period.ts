import { readCount } from '../../../grammar/count.ts';
import { readYear } from '../../../grammar/dates.ts';
import { durationValue } from '../../../grammar/duration-value.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { Away, UNITS, type UnitName, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readYearPhrase } from './year-phrase.ts';

const QUARTER = UNITS.indexOf('quarter');
const YEAR = UNITS.indexOf('year');

/**
 * Periods in company reports: "the quarter", "the latest period", "the 1988 quarter", "the year-ago quarter",
 * "the year-earlier period", "year-earlier", "the corresponding period last year", "the quarter a year ago".
 */
export const fiscalPeriod: Form = { name: 'fiscal-period', starts: [W.The, W.Unit, W.Which], read: readFiscalPeriod };

const isPeriod = (t: TokenWindow, i: number): boolean =>
  t.is(i, W.Period) || (t.is(i, W.Unit) && t.value(i) === QUARTER && !t.plural(i));

/** A period of the report's kind, `amount` years from the reported one. */
const ofReport = (amount: number, upTo: number): Expression => ({
  ...BLANK,
  kind: 'shift',
  type: 'DATE',
  step: 'year',
  amount,
  anchor: 'report',
  upTo,
});

function readFiscalPeriod(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Unit)) {
    const bare = readYearBefore(t, i);
    return bare > 0 ? { ...ofReport(-1, bare), compares: true } : undefined;
  }
  if (t.is(i, W.Which)) return readOfYear(t, i) ?? readNarrated(t, i, i);
  let j = i + 1;
  const narrated = t.is(j, W.Which) ? readNarrated(t, i, j) : undefined;
  if (narrated) return narrated;
  const stated = readYear(t, j);
  if (stated && isPeriod(t, stated.upTo)) {
    // "the 1988 period" may be of any length, "the 1988 quarter" is a quarter.
    const unit = t.is(stated.upTo, W.Period) ? 'year' : 'quarter';
    return { ...ofReport(0, stated.upTo + 1), year: stated.value, unit };
  }
  if (t.is(j, W.Which) && t.value(j) === Which.Latest) return isPeriod(t, j + 1) ? ofReport(0, j + 2) : undefined;
  const alike =
    t.isWord(j, 'corresponding') || t.isWord(j, 'comparable') || (t.is(j, W.Which) && t.value(j) === Which.Same);
  if (alike) j++;
  const before = readYearBefore(t, j);
  if (before > 0) {
    if (isPeriod(t, before)) return ofReport(-1, before + 1);
    const name = t.is(before, W.Ordinal) && isPeriod(t, before + 1);
    if (name && t.is(before + 1, W.Unit)) return { ...ofReport(-1, before + 2), part: t.value(before) };
    return alike ? undefined : (readLengthBefore(t, before) ?? { ...ofReport(-1, before), from: j, compares: true });
  }
  // "the quarter-to-quarter comparison" means no specific quarter.
  if (!isPeriod(t, j) || t.is(j + 1, W.Hyphen)) return undefined;
  const year = readYearAway(t, j + 1);
  if (year > 0) return ofReport(-1, year);
  return t.is(j, W.Unit) && !alike ? { ...ofReport(0, j + 1), lastMonth: readLastMonth(t, j + 1) } : undefined;
}

/** A fiscal period that ends in the first half of a month is named after the month before. */
const MID_MONTH = 15;

/** The last whole month before "ended July 31", "ending Aug. 3". */
function readLastMonth(t: TokenWindow, i: number): number | undefined {
  if (!(t.isWord(i, 'ended') || t.isWord(i, 'ending')) || !t.is(i + 1, W.Month)) return undefined;
  const day = t.is(i + 2, W.Number) ? t.value(i + 2) : MID_MONTH;
  return day < MID_MONTH ? t.value(i + 1) - 1 : t.value(i + 1);
}

/** "last year's quarter", "this year's period". */
function readOfYear(t: TokenWindow, i: number): Expression | undefined {
  const year = readYearPhrase(t, i);
  if (year?.lean !== 'this' || !t.is(year.upTo, W.Possessive) || !isPeriod(t, year.upTo + 1)) return undefined;
  return ofReport(year.yearShift ?? 0, year.upTo + 2);
}

/** "the year-earlier nine months": as long as the period it is compared with. */
function readLengthBefore(t: TokenWindow, i: number): Expression | undefined {
  if (!t.is(i, W.Number) && !t.is(i, W.NumberWord)) return undefined;
  const count = readCount(t, i);
  if (!count || !t.is(count.upTo, W.Unit) || !t.plural(count.upTo)) return undefined;
  const value = durationValue(count.value, UNITS[t.value(count.upTo)] as UnitName);
  return { ...BLANK, kind: 'fixed', type: 'DURATION', value, upTo: count.upTo + 1 };
}

/** "this period", "the same period" in a history: a period of unknown length. */
function readNarrated(t: TokenWindow, i: number, j: number): Expression | undefined {
  const which = t.value(j);
  const spoken = which === Which.This || which === Which.That || which === Which.Same;
  if (!spoken || !t.is(j + 1, W.Period) || t.is(j + 2, W.Of)) return undefined;
  return { ...BLANK, kind: 'fixed', type: 'DURATION', value: 'PXX', only: 'narrative', from: i, upTo: j + 2 };
}

/** "year-earlier", "year-ago", "year earlier". Answers with the token after, or -1. */
function readYearBefore(t: TokenWindow, i: number): number {
  // "the prior-year period".
  if (t.isWord(i, 'prior') && t.is(i + 1, W.Hyphen) && t.is(i + 2, W.Unit) && t.value(i + 2) === YEAR) return i + 3;
  if (!t.is(i, W.Unit) || t.value(i) !== YEAR || t.plural(i) || !t.is(i + 1, W.Hyphen) || !t.is(i + 2, W.Away))
    return -1;
  return t.value(i + 2) === Away.Ago || t.value(i + 2) === Away.Earlier ? i + 3 : -1;
}

/** "last year", "a year ago", "a year earlier" after the period. */
function readYearAway(t: TokenWindow, i: number): number {
  if (t.is(i, W.Which) && t.value(i) === Which.Last && t.is(i + 1, W.Unit) && t.value(i + 1) === YEAR) return i + 2;
  if (t.is(i, W.A) && t.is(i + 1, W.Unit) && t.value(i + 1) === YEAR && t.is(i + 2, W.Away)) return i + 3;
  return -1;
}
