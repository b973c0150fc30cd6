import { readDay, readYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { LEANS } from '../../../grammar/lean.ts';
import { W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readSecondDay } from './second-day.ts';
import { inYear, readYearPhrase, statedYear, type YearFields } from './year-phrase.ts';

/** "June 4, 1989", "June 4", "June 4-5", "June 1989", "June of that year", "last June", "June". */
export const monthFirst: Form = { name: 'month-first', starts: [W.Month, W.Which], read: readMonthFirst };

function readMonthFirst(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Which)) return readWhichMonth(t, i);
  const part = t.value(i);
  // "December the 25th".
  const day = readDay(t, t.is(i + 1, W.The) && t.is(i + 2, W.Ordinal) && t.digits(i + 2) > 0 ? i + 2 : i + 1);
  // "in May 12 BC" the number is a year.
  if (day && !t.is(day.upTo, W.Era) && !continuesAsNumber(t, day.upTo))
    return readMonthDay(t, part, day.value, day.upTo);
  const year = readYearAfterMonth(t, i + 1);
  if (!year && isNameOrVerb(t, i)) return undefined;
  const month: Expression = {
    ...BLANK,
    kind: 'calendar',
    type: 'DATE',
    unit: 'month',
    part,
    lean: 'nearest',
    upTo: i + 1,
  };
  return year ? inYear(month, year) : month;
}

function readMonthDay(t: TokenWindow, part: number, day: number, upTo: number): Expression {
  const date: Expression = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', part, day, lean: 'nearest', upTo };
  const second = readSecondDay(t, upTo, day);
  const year = readYearAfterDay(t, second ? second.upTo : upTo);
  if (!second) return year ? inYear(date, year) : date;
  const other: Expression = { ...date, day: second.value, from: second.from, lean: 'same', upTo: second.upTo };
  const also = year ? inYear(other, year) : other;
  return year ? { ...inYear(date, year), upTo, also } : { ...date, also };
}

/** "last June", "this September". A day after it wants no "last" in its span: "last Oct. 23". */
function readWhichMonth(t: TokenWindow, i: number): Expression | undefined {
  const pointing = t.value(i) === Which.This || t.value(i) === Which.That;
  const again = pointing && t.is(i + 1, W.Which) ? i + 1 : i;
  const lean = LEANS[t.value(again)];
  if (!lean || !t.is(again + 1, W.Month)) return undefined;
  const inner = readMonthFirst(t, again + 1);
  const month = {
    ...BLANK,
    kind: 'calendar',
    type: 'DATE',
    unit: 'month',
    part: t.value(again + 1),
    lean,
    upTo: again + 2,
  } as const;
  if (!inner) return month;
  if (inner.unit === 'month') return inner.lean === 'nearest' ? month : { ...inner, from: again + 1 };
  return { ...inner, from: again + 1, ...(inner.lean === 'nearest' ? { lean } : {}) };
}

/** "June 4:30", "June 4 percent", "May 10 p.m.": the number belongs to what follows. */
const continuesAsNumber = (t: TokenWindow, i: number): boolean => {
  const cls = t.cls(i);
  return (
    (cls === W.Colon && !t.spaced(i) && t.is(i + 1, W.Number) && !t.spaced(i + 1)) ||
    cls === W.Meridiem ||
    cls === W.Money
  );
};

function readYearAfterDay(t: TokenWindow, i: number): YearFields | undefined {
  const j = t.is(i, W.Comma) ? i + 1 : i;
  const year = readYear(t, j);
  return year ? statedYear(year) : readYearPhrase(t, t.is(j, W.Of) ? j + 1 : j);
}

function readYearAfterMonth(t: TokenWindow, i: number): YearFields | undefined {
  const j = t.is(i, W.Comma) || t.is(i, W.Of) ? i + 1 : i;
  const year = readYear(t, j);
  if (year) return statedYear(year);
  if (t.is(i, W.Apostrophe) && t.is(i + 1, W.Number) && t.digits(i + 1) === 2 && !t.spaced(i + 1))
    return statedYear({ value: t.value(i + 1) + (t.value(i + 1) < 50 ? 2000 : 1900), upTo: i + 2 });
  return t.is(i, W.Comma) ? undefined : readYearPhrase(t, j);
}

const MARCH = 3;
const MAY = 5;
const GOVERNS = new Set<number>([
  W.Preposition,
  W.Which,
  W.Stage,
  W.Edge,
  W.Of,
  W.Within,
  W.Between,
  W.To,
  W.And,
  W.Or,
  W.Away,
  W.Every,
]);

/** "May" the modal and "March" the walk; "April", "June" and "August" before a surname. */
function isNameOrVerb(t: TokenWindow, i: number): boolean {
  const before = t.cls(i - 1);
  const after = t.cls(i + 1);
  const abbreviated = t.end(i) - t.start(i) <= 3 && t.value(i) !== MAY;
  if (after === W.Unknown && t.capital(i + 1) && (!GOVERNS.has(before) || before === W.And || before === W.Or))
    return true;
  // "Jan Kavan", "Mar", "Dec": three letters without a dot want a number or a preposition.
  if (abbreviated && (!GOVERNS.has(before) || (after === W.Unknown && t.capital(i + 1)))) return true;
  if (GOVERNS.has(before) || before === W.Open) return false;
  if (t.value(i) !== MARCH && t.value(i) !== MAY) return false;
  // "the March accession", "a May poll".
  if ((before === W.The || before === W.A) && after === W.Unknown) return false;
  return true;
}
