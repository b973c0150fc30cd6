import { readDay, readYear } from '../../../grammar/dates.ts';
import type { Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readYearPhrase } from './year-phrase.ts';

/** "June 4, 1989", "June 4", "June 1989", "June of that year", "June". */
export const monthFirst: Form = { name: 'month-first', starts: [W.Month], read: readMonthFirst };

function readMonthFirst(t: TokenWindow, i: number): Expression | undefined {
  const month = t.value(i);
  const day = readDay(t, i + 1);
  if (day && !continuesAsNumber(t, day.upTo)) {
    const year = readYearAfterDay(t, day.upTo);
    return {
      kind: 'calendar',
      type: 'DATE',
      unit: 'day',
      part: month,
      day: day.value,
      ...(year ? { year: year.year, yearShift: year.yearShift, lean: year.lean } : { lean: 'nearest' }),
      upTo: year ? year.upTo : day.upTo,
    };
  }
  const year = readYearAfterMonth(t, i + 1);
  if (year)
    return {
      kind: 'calendar',
      type: 'DATE',
      unit: 'month',
      part: month,
      year: year.year,
      yearShift: year.yearShift,
      lean: year.lean,
      upTo: year.upTo,
    };
  if (isNameOrVerb(t, i)) return undefined;
  return { kind: 'calendar', type: 'DATE', unit: 'month', part: month, lean: 'nearest', upTo: i + 1 };
}

/** "June 4:30", "June 4 percent", "May 10 million": the number belongs to what follows. */
const continuesAsNumber = (t: TokenWindow, i: number): boolean => {
  const cls = t.cls(i);
  return (
    (cls === W.Colon && !t.spaced(i) && t.is(i + 1, W.Number) && !t.spaced(i + 1)) ||
    cls === W.Meridiem ||
    cls === W.Money
  );
};

function readYearAfterDay(t: TokenWindow, i: number) {
  const j = t.is(i, W.Comma) ? i + 1 : i;
  const year = readYear(t, j);
  if (year) return { year: year.value, yearShift: undefined, lean: undefined, upTo: year.upTo };
  return readYearPhrase(t, t.is(j, W.Of) ? j + 1 : j);
}

function readYearAfterMonth(t: TokenWindow, i: number) {
  const j = t.is(i, W.Comma) || t.is(i, W.Of) ? i + 1 : i;
  const year = readYear(t, j);
  if (year) return { year: year.value, yearShift: undefined, lean: undefined, upTo: year.upTo };
  if (t.is(i, W.Apostrophe) && t.is(i + 1, W.Number) && t.digits(i + 1) === 2 && !t.spaced(i + 1))
    return {
      year: t.value(i + 1) + (t.value(i + 1) < 50 ? 2000 : 1900),
      yearShift: undefined,
      lean: undefined,
      upTo: i + 2,
    };
  return t.is(i, W.Comma) ? undefined : readYearPhrase(t, j);
}

const MODAL_OR_MARCH = new Set([3, 5]);

/** "May" the modal and "March" the walk at the head of a sentence; "April", "June" and "August" before a surname. */
function isNameOrVerb(t: TokenWindow, i: number): boolean {
  const before = t.cls(i - 1);
  const governed =
    before === W.Preposition ||
    before === W.Which ||
    before === W.Stage ||
    before === W.Of ||
    before === W.Within ||
    before === W.Between ||
    before === W.To ||
    before === W.And ||
    before === W.Away ||
    before === W.Hyphen ||
    before === W.Every;
  if (governed) return false;
  const after = t.cls(i + 1);
  if (after === W.Unknown && t.capital(i + 1)) return true;
  if (MODAL_OR_MARCH.has(t.value(i)) && t.end(i) - t.start(i) > 3)
    return before === W.None || before === W.Dot || before === W.Quote || after === W.Unknown;
  return MODAL_OR_MARCH.has(t.value(i)) && after !== W.Possessive;
}
