import { readYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readJoin } from './second-day.ts';
import { inYear, readYearPhrase } from './year-phrase.ts';

const QUARTER = UNITS.indexOf('quarter');
const YEAR = UNITS.indexOf('year');

/**
 * "the third quarter of 1990", "third-quarter", "the 1988 second quarter", "this year's first quarter", "the fiscal first quarter",
 * "the first half of 2021", "the last half of 1989".
 */
export const quarter: Form = {
  name: 'quarter',
  starts: [W.The, W.Ordinal, W.Fiscal, W.Number, W.Which, W.Old],
  read: readQuarter,
};

function readQuarter(t: TokenWindow, i: number): Expression | undefined {
  const definite = t.is(i, W.The);
  let j = definite ? i + 1 : i;
  // A year before it: "the 1988 second quarter", "last year's third quarter".
  const stated = t.is(j, W.Number) ? readYear(t, j) : undefined;
  const phrase = stated ? undefined : readYearPhrase(t, i);
  if (stated) j = stated.upTo;
  else if (phrase) {
    if (!t.is(phrase.upTo, W.Possessive)) return undefined;
    j = phrase.upTo + 1;
  } else if (t.is(j, W.Number)) return undefined;
  const fiscal = t.is(j, W.Fiscal);
  if (fiscal) j = t.is(j + 1, W.Hyphen) ? j + 2 : j + 1;
  const named = readName(t, j);
  if (!named) return stated || phrase ? undefined : readQuartersOf(t, i, j);
  const { upTo, unit, part } = named;
  const base = { ...BLANK, kind: 'calendar', type: 'DATE', unit, part, fiscal } as const;
  if (stated) return { ...base, year: stated.value, upTo };
  if (phrase) return { ...base, yearShift: phrase.yearShift, lean: phrase.lean, upTo };
  return readYearAfter(t, base, upTo, definite && t.is(upTo - 2, W.Hyphen) ? i + 1 : i);
}

function readYearAfter(t: TokenWindow, base: Expression, upTo: number, from: number): Expression | undefined {
  let m = t.is(upTo, W.Of) || t.is(upTo, W.Comma) ? upTo + 1 : upTo;
  if (t.is(m, W.Fiscal)) m += t.is(m + 1, W.Unit) && t.value(m + 1) === YEAR ? 2 : 1;
  const after = readYear(t, m);
  if (after) return { ...base, year: after.value, upTo: after.upTo, from };
  const phrase = t.is(upTo, W.Comma) ? undefined : readYearPhrase(t, m);
  if (phrase) return { ...inYear(base, phrase), from };
  return base.unit === 'quarter' ? { ...base, lean: 'nearest', upTo, from } : undefined;
}

/** "the second and third quarters of 2012": the first has the year of the last. */
function readQuartersOf(t: TokenWindow, i: number, j: number): Expression | undefined {
  const joined = t.is(j, W.Ordinal) ? readJoin(t, j + 1) : -1;
  if (joined < 0) return undefined;
  const k = t.is(joined, W.The) ? joined + 1 : joined;
  if (!t.is(k, W.Ordinal)) return undefined;
  const [first, second] = [t.value(j), t.value(k)];
  if (!t.is(k + 1, W.Unit) || t.value(k + 1) !== QUARTER || second <= first || second > 4) return undefined;
  const base = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'quarter', part: second } as const;
  const last = readYearAfter(t, base, k + 2, k);
  return last?.year === undefined ? undefined : { ...last, part: first, from: i, upTo: j + 1, also: last };
}

/** "third quarter", "first half", "last half". */
function readName(t: TokenWindow, j: number): { unit: 'quarter' | 'half'; part: number; upTo: number } | undefined {
  const last = t.is(j, W.Which) && (t.value(j) === Which.Last || t.value(j) === Which.Final);
  const latter = t.isWord(j, 'latter');
  if (!t.is(j, W.Ordinal) && !last && !latter) return undefined;
  const part = last || latter ? 2 : t.value(j);
  const k = t.is(j + 1, W.Hyphen) ? j + 2 : j + 1;
  if (t.is(k, W.Unit) && t.value(k) === QUARTER && !t.plural(k) && part <= 4 && !last)
    return { unit: 'quarter', part, upTo: k + 1 };
  // "the first two quarters" are a half.
  const two = t.is(k, W.NumberWord) && t.value(k) === 2 && t.is(k + 1, W.Unit) && t.value(k + 1) === QUARTER;
  if (two && part <= 2 && (last || part === 1)) return { unit: 'half', part, upTo: k + 2 };
  return t.is(k, W.Half) && part <= 2 ? { unit: 'half', part, upTo: k + 1 } : undefined;
}
