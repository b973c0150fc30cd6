import { readDay } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readJoin, readSecondDay } from './second-day.ts';

/** "1968 July 4", "2003-Feb-11", "1982 Jan-Feb", "1975 Nov.": the year before the month. */
export const yearFirst: Form = { name: 'year-first', starts: [W.Number], read: readYearFirst };

function readYearFirst(t: TokenWindow, i: number): Expression | undefined {
  if (t.digits(i) !== 4 || t.value(i) < 1000) return undefined;
  const signed = (t.is(i + 1, W.Hyphen) || t.is(i + 1, W.Slash)) && !t.spaced(i + 1) && !t.spaced(i + 2);
  const apart = t.is(i + 1, W.Comma) && !t.is(i - 1, W.Preposition) && !t.is(i - 1, W.Away) && !t.is(i - 1, W.Of);
  const j = signed || apart ? i + 2 : i + 1;
  if (!t.is(j, W.Month)) return undefined;
  const year = t.value(i);
  const month = {
    ...BLANK,
    kind: 'calendar',
    type: 'DATE',
    unit: 'month',
    year,
    part: t.value(j),
    upTo: j + 1,
  } as const;
  if (signed) {
    const day = t.is(j + 1, t.cls(i + 1)) && !t.spaced(j + 1) && !t.spaced(j + 2) ? readDay(t, j + 2) : undefined;
    return day ? { ...month, unit: 'day', day: day.value, upTo: day.upTo } : undefined;
  }
  // "2011, May 3: …"; "2011, May 3, 2012" are two dates.
  if (apart) return readDayApart(t, month, j);
  return readMonths(t, month, j) ?? readMonthDay(t, month, j) ?? (isCutShort(t, j) ? month : undefined);
}

/** "2011, May 3": the year before the day applies unless another follows. */
function readDayApart(t: TokenWindow, month: Expression, j: number): Expression | undefined {
  const date = readMonthDay(t, month, j);
  if (!date || date.also) return date;
  const year = t.is(date.upTo, W.Comma) ? date.upTo + 1 : date.upTo;
  return t.is(year, W.Number) && t.digits(year) === 4 ? undefined : date;
}

/** "1982 Jan-Feb", "1975 November and December". */
function readMonths(t: TokenWindow, month: Expression, j: number): Expression | undefined {
  const second = readJoin(t, j + 1);
  if (second < 0 || !t.is(second, W.Month) || t.value(second) <= t.value(j)) return undefined;
  return { ...month, also: { ...month, part: t.value(second), from: second, upTo: second + 1 } };
}

/** "1968 July 4"; the number after "1968 July 4 million" counts. */
function readMonthDay(t: TokenWindow, month: Expression, j: number): Expression | undefined {
  const day = readDay(t, j + 1);
  if (!day) return undefined;
  const after = t.cls(day.upTo);
  if (after === W.Number || after === W.NumberWord || after === W.Counted || after === W.Money) return undefined;
  const date: Expression = { ...month, unit: 'day', day: day.value, upTo: day.upTo };
  const second = readSecondDay(t, day.upTo, day.value);
  return second ? { ...date, also: { ...date, day: second.value, from: second.from, upTo: second.upTo } } : date;
}

/** "Sept." */
const LONGEST_SHORT = 5;
const MAY = 5;

/** "1975 Nov": abbreviated months occur only in dates. */
const isCutShort = (t: TokenWindow, j: number): boolean => {
  const length = t.end(j) - t.start(j);
  return (
    length <= LONGEST_SHORT &&
    t.value(j) !== MAY &&
    !/^(?:june|july|march|april)$/i.test(t.text.slice(t.start(j), t.end(j)))
  );
};
