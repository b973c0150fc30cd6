import type { Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { UNITS, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { century } from './century.ts';
import { decade } from './decade.ts';
import { deicticUnit } from './deictic-unit.ts';
import { monthFirst } from './month-first.ts';
import { season } from './season.ts';
import { year } from './year.ts';
import { yearFirst } from './year-first.ts';

const WHOLES = tabulate([monthFirst, year, yearFirst, decade, century, season, deicticUnit]);
const LAST = -1;

/**
 * "the third week of June 2012", "the second half of March 2003", "the last quarter of the 14th century", "the first decade of the 20th
 * century", "the second month of 2020": one part of a whole, counted from its beginning or its end.
 */
export const partOf: Form = { name: 'part-of', starts: [W.The, W.Ordinal, W.Which, W.Old], read: readPartOf };

function readPartOf(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  const nth = readNth(t, j);
  if (nth === 0) return undefined;
  const noun = t.is(j + 1, W.Hyphen) ? j + 2 : j + 1;
  const upTo = noun + 1;
  if (!t.is(upTo, W.Of) && !t.isWord(upTo, 'in')) return undefined;
  const counted = t.is(noun, W.Half)
    ? 'half'
    : t.isWord(noun, 'third')
      ? 'third'
      : t.is(noun, W.Unit) && !t.plural(noun)
        ? UNITS[t.value(noun)]
        : undefined;
  if (!counted && t.is(noun, W.Unit) && t.plural(noun)) return readEdge(t, upTo + 1, nth);
  const whole = counted && longestAt(WHOLES, t, upTo + 1);
  if (!whole || whole.kind === 'fixed' || whole.mod || whole.also) return undefined;
  return inPart(whole, nth, counted);
}

/** "the last days of July 1914", "the first months of 1944": the beginning or end of a stated period. */
function readEdge(t: TokenWindow, i: number, nth: number): Expression | undefined {
  const whole = nth === 1 || nth === LAST ? longestAt(WHOLES, t, i) : undefined;
  if (whole?.year === undefined || whole.kind !== 'calendar' || whole.mod || whole.also || whole.unit === 'day')
    return undefined;
  return { ...whole, mod: nth === LAST ? 'END' : 'START' };
}

/** Which one: 1 the first, -1 the last; 0 if the word does not say. */
function readNth(t: TokenWindow, i: number): number {
  if (t.is(i, W.Ordinal)) return t.value(i);
  if (t.is(i, W.Old)) return t.isWord(i, 'latter') ? LAST : 0;
  return t.is(i, W.Which) && (t.value(i) === Which.Last || t.value(i) === Which.Final) ? LAST : 0;
}

/** Number of parts of a whole, by kind. */
function inPart(whole: Expression, nth: number, counted: string): Expression | undefined {
  const unit = whole.kind === 'shift' ? whole.step : whole.unit;
  const fraction = (parts: number): Expression | undefined =>
    nth <= parts ? { ...whole, pick: { of: 'fraction', part: nth, parts } } : undefined;
  const counts = (unit: 'week' | 'weekend' | 'month' | 'quarter' | 'decade', most: number): Expression | undefined =>
    nth <= most ? { ...whole, pick: { of: 'unit', nth, unit } } : undefined;
  switch (counted) {
    case 'half':
      // Halves of years are units of their own, which another form reads.
      return unit === 'year' || unit === 'day' ? undefined : fraction(2);
    case 'third':
      return unit === 'day' ? undefined : fraction(3);
    case 'quarter':
      if (unit === 'year') return counts('quarter', 4);
      return unit === 'century' || unit === 'decade' ? fraction(4) : undefined;
    case 'weekend':
      return unit === 'month' ? counts('weekend', 5) : undefined;
    case 'week':
      if (unit === 'month') return counts('week', 5);
      return unit === 'year' ? counts('week', 53) : undefined;
    case 'month':
      if (unit === 'year') return counts('month', 12);
      return unit === 'season' || unit === 'quarter' ? counts('month', 3) : undefined;
    case 'decade':
      return unit === 'century' ? counts('decade', 10) : undefined;
    default:
      return undefined;
  }
}
