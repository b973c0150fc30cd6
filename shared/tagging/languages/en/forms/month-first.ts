import { readDay, readDualYear, readFarYear, readShortYear, readYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { LEANS } from '../../../grammar/lean.ts';
import { isStreet } from '../../../grammar/no-year.ts';
import { W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readBracketDay, readJoin, readSecondDay, type SecondDay } from './second-day.ts';
import { readStamp } from './stamp.ts';
import { inYear, readYearPhrase, skipToYear, statedYear, type YearFields } from './year-phrase.ts';

/** "June 4, 1989", "June 4", "June 4-5", "June 1989", "June of that year", "last June", "June". */
export const monthFirst: Form = { name: 'month-first', starts: [W.Month, W.Which], read: readMonthFirst };

function readMonthFirst(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Which)) return readWhichMonth(t, i);
  const part = t.value(i);
  const dotted = readDotted(t, i + 1);
  // "December the 25th".
  const day = readDay(
    t,
    dotted ??
      (t.is(i + 1, W.The) && (t.is(i + 2, W.Ordinal) || t.is(i + 2, W.NumberWord)) && !t.capital(i + 2)
        ? i + 2
        : i + 1),
  );
  // "in May 12 BC" the number is a year.
  // "March 4th Street".
  if (day && t.digits(day.upTo - 1) > 0 && isStreet(t, day.upTo)) return undefined;
  if (day && !t.is(day.upTo, W.Era) && !continuesAsNumber(t, day.upTo))
    return readMonthDay(t, part, day.value, day.upTo);
  const ended = readQuarterEnding(t, i);
  if (ended) return ended;
  const smudged = smudgedDay(t, i + 1);
  const comma = t.is(i + 2, W.Comma) ? i + 3 : i + 2;
  if (smudged && t.is(comma, W.Number) && t.digits(comma) === 4) return readMonthDay(t, part, smudged, i + 2);
  const year = readYearAfterMonth(t, i + 1);
  // "l4 March 1998".
  const before = year && smudgedDay(t, i - 1);
  if (before)
    return {
      ...inYear({ ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', part, day: before, upTo: i + 1 }, year),
      from: i - 1,
    };
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

/** "the June quarter", "the September quarter of 2011": three months that end with it. Quarters of other months are no calendar quarters. */
function readQuarterEnding(t: TokenWindow, i: number): Expression | undefined {
  const part = t.value(i) / 3;
  if (!Number.isInteger(part) || !t.isWord(i + 1, 'quarter')) return undefined;
  const quarter: Expression = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'quarter', part, upTo: i + 2 };
  const year = readYearAfterMonth(t, i + 2);
  return year ? inYear(quarter, year) : { ...quarter, lean: 'nearest' };
}

/** "January l1, 2028", "May 3O, 1911": the day in letters that a scanner takes for digits, or 0. */
function smudgedDay(t: TokenWindow, i: number): number {
  if (!t.is(i, W.Unknown) || t.end(i) - t.start(i) > 2) return 0;
  const word = t.text.slice(t.start(i), t.end(i));
  if (!/^(?:[lIiO|]\d|\d[lIiO|])$/.test(word)) return 0;
  const day = Number(word.replace(/[lIi|]/g, '1').replace(/O/g, '0'));
  return day <= 31 ? day : 0;
}

/** "May. 14, 2011", "on May. 14": a dot after a month that is not cut short. Answers with the day's token. */
function readDotted(t: TokenWindow, i: number): number | undefined {
  if (!t.is(i, W.Dot) || t.spaced(i) || !t.is(i + 1, W.Number) || t.digits(i + 1) > 2) return undefined;
  const year = t.is(i + 2, W.Comma) ? i + 3 : i + 2;
  const stated = t.is(year, W.Number) && t.digits(year) === 4;
  return stated || t.isWord(i - 2, 'on') ? i + 1 : undefined;
}

function readMonthDay(t: TokenWindow, part: number, day: number, upTo: number): Expression {
  const date: Expression = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', part, day, lean: 'nearest', upTo };
  const stamped = readStamp(t, date);
  if (stamped) return stamped;
  // "May 3, 4 and 5, 2012".
  const days: SecondDay[] = [];
  let last = { value: day, upTo };
  for (;;) {
    const next = readSecondDay(t, last.upTo, last.value) ?? readBracketDay(t, last.upTo);
    if (!next || days.length === MOST_DAYS) break;
    days.push(next);
    last = next;
  }
  const year =
    readDualYear(t, t.is(last.upTo, W.Comma) ? last.upTo + 1 : last.upTo, part) ?? readYearAfterDay(t, last.upTo);
  const fields = year && ('lean' in year ? year : statedYear(year));
  const lastDay = days.length - 1;
  const also = days.reduceRight<Expression | undefined>((after, { value, from, upTo: end }, place) => {
    const one: Expression = { ...date, day: value, from, lean: 'same', upTo: end };
    return { ...(fields ? { ...inYear(one, fields), upTo: place === lastDay ? fields.upTo : end } : one), also: after };
  }, undefined);
  if (!fields) return { ...date, also };
  return also ? { ...inYear(date, fields), upTo, also } : inYear(date, fields);
}

/** Days of a list that are read after the first. */
const MOST_DAYS = 6;

/** "last June", "this September". With a day after it the span leaves "last" out: "last Oct. 23". */
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
  // "that April Ryan was wrong".
  if (t.value(i) === Which.That && speaks(t, again + 1)) return undefined;
  const named = t.value(i) === Which.That && t.is(again + 2, W.Unknown) && t.capital(again + 2);
  if (named && PERSONS.has(month.part) && (!inner || inner.unit === 'month')) return undefined;
  if (!inner) return named ? undefined : month;
  if (inner.unit === 'month') return inner.lean === 'nearest' ? month : { ...inner, from: again + 1 };
  return { ...inner, from: again + 1, ...(inner.lean === 'nearest' ? { lean } : {}) };
}

/** "June 4:30", "June 4 percent", "May 10 p.m.": the number belongs to the following word. */
const continuesAsNumber = (t: TokenWindow, i: number): boolean => {
  const cls = t.cls(i);
  return (
    (cls === W.Colon && !t.spaced(i) && t.is(i + 1, W.Number) && !t.spaced(i + 1)) ||
    cls === W.Meridiem ||
    cls === W.Money
  );
};

function readYearAfterDay(t: TokenWindow, i: number): YearFields | undefined {
  const comma = t.is(i, W.Comma) ? i + 1 : i;
  const named = skipToYear(t, comma);
  const j = named > comma ? named : t.isWord(i, 'in') ? i + 1 : comma;
  const year = readYear(t, j) ?? readShortYear(t, j) ?? readFarYear(t, j);
  return year ? statedYear(year) : readYearPhrase(t, t.is(j, W.Of) ? j + 1 : j);
}

function readYearAfterMonth(t: TokenWindow, i: number): YearFields | undefined {
  const named = skipToYear(t, t.is(i, W.Comma) ? i + 1 : i);
  const j = named > i + 1 ? named : t.is(i, W.Comma) || t.is(i, W.Of) || t.isWord(i, 'in') ? i + 1 : i;
  const year = readYear(t, j) ?? readShortYear(t, i);
  // "in March, 1850 people lived there".
  if (year && t.is(i, W.Comma) && t.is(year.upTo, W.Counted)) return undefined;
  if (year) return statedYear(year);
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
  if (isNamed(t, i)) return true;
  // "Nov - Jan 2009", "Oct/Dec": two months make each other months.
  if (readJoin(t, i + 1) > 0 && t.is(i + 2, W.Month) && (t.value(i + 2) !== MAY || after !== W.And)) return false;
  if (readJoin(t, i - 1) > 0 && t.is(i - 2, W.Month)) return false;
  const surname = (after === W.Unknown || after === W.Named || after === W.Holiday) && t.capital(i + 1);
  const isPointedAt = before === W.Which && t.value(i - 1) === Which.That && PERSONS.has(t.value(i));
  if (surname && (!GOVERNS.has(before) || before === W.And || before === W.Or || isPointedAt)) return true;
  // "Jan Kavan", "Mar", "Dec": three letters without a dot need a number or a preposition.
  if (abbreviated && (!GOVERNS.has(before) || (after === W.Unknown && t.capital(i + 1)))) return true;
  if (GOVERNS.has(before) || before === W.Open) return false;
  if (t.value(i) !== MARCH && t.value(i) !== MAY) return false;
  // "the March accession", "a May poll".
  if ((before === W.The || before === W.A) && after === W.Unknown) return false;
  return true;
}

/** Words before a person's name: "Mrs. June Atwood", "her son August". */
const NAME_LEADS =
  /^(?:mr|mrs|ms|miss|dr|sir|dame|lady|saint|sister|brother|aunt|uncle|son|daughter|wife|husband|mother|father|widow|niece|nephew|cousin|baby|named|called|actress|actor|singer|prof|sen|rep|rev|capt|col|gen|lt|sgt|judge|hurricane|storm|typhoon|cyclone)$/i;

/** April, May, June, August. */
const PERSONS = new Set([4, 5, 6, 8]);

/** Verbs of persons, not of months: "June said", "April told". */
const SPEAKS =
  /^(?:said|says|told|tells|asked|replied|answered|smiled|laughed|nodded|wrote|writes|thinks|thought|wept|married|whispered|shouted|knew|wants|wanted)$/i;

function speaks(t: TokenWindow, i: number): boolean {
  const isPointedAt = t.is(i - 1, W.Which) && t.value(i - 1) === Which.That;
  if (GOVERNS.has(t.cls(i - 1)) && !t.is(i - 1, W.And) && !isPointedAt) return false;
  return t.is(i + 1, W.Unknown) && !t.capital(i + 1) && SPEAKS.test(t.text.slice(t.start(i + 1), t.end(i + 1)));
}

/** A month's name that is a person's. */
function isNamed(t: TokenWindow, i: number): boolean {
  if (!PERSONS.has(t.value(i))) return false;
  if (speaks(t, i)) return true;
  if (!(t.is(i - 1, W.Unknown) || t.is(i - 1, W.Dot))) return false;
  const before = t.is(i - 1, W.Dot) ? i - 2 : i - 1;
  return t.is(before, W.Unknown) && NAME_LEADS.test(t.text.slice(t.start(before), t.end(before)));
}
