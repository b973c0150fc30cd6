import { looksLikeYear, readShortYear, readYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "Q3 2021", "Q3", "Q2'11", "Q3/2021", "3Q 2021", "4Q12", "H1 2021", "1H13", "FY2013", "FY2007-08": codes of company reports. */
export const periodCode: Form = { name: 'period-code', starts: [W.PeriodCode], read: readPeriodCode };

const FISCAL_YEAR = /^FY(\d{2}|\d{4})$/;
/** The letter first ("Q3") or the number ("3Q12", "3Q2012"). */
const PART = /^(?:([QH])([1-4])|([1-4])([QH])(\d{2}|\d{4})?)$/;

/** Years of two digits in reports are of this century. */
const fullYear = (digits: string): number => (digits.length === 2 ? 2000 : 0) + Number(digits);

function readPeriodCode(t: TokenWindow, i: number): Expression | undefined {
  const code = t.text.slice(t.start(i), t.end(i));
  const fiscal = FISCAL_YEAR.exec(code);
  if (fiscal) return readFiscalYear(t, i, fullYear(fiscal[1] ?? ''));
  const found = PART.exec(code);
  if (!found) return undefined;
  const unit = (found[1] ?? found[4]) === 'Q' ? 'quarter' : 'half';
  const part = Number(found[2] ?? found[3]);
  if (unit === 'half' && part > 2) return undefined;
  const period = { ...BLANK, kind: 'calendar', type: 'DATE', unit, part } as const;
  if (found[5]) return { ...period, year: fullYear(found[5]), upTo: i + 1 };
  const signed =
    (t.is(i + 1, W.Slash) || t.is(i + 1, W.Hyphen)) &&
    !t.spaced(i + 1) &&
    t.is(i + 2, W.Number) &&
    t.digits(i + 2) === 4;
  const j = t.is(i + 1, W.Of) || t.is(i + 1, W.Fiscal) || signed ? i + 2 : i + 1;
  const year = readYear(t, j) ?? readShortYear(t, j);
  if (year) return { ...period, year: year.value, upTo: year.upTo };
  return unit === 'quarter' ? { ...period, lean: 'nearest', upTo: i + 1 } : undefined;
}

/** "FY2013", and "FY2013-14", "FY2013/14", which are two years. */
function readFiscalYear(t: TokenWindow, i: number, year: number): Expression | undefined {
  if (!looksLikeYear(year)) return undefined;
  const first: Expression = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'year', year, upTo: i + 1 };
  const signed = t.is(i + 1, W.Hyphen) || t.is(i + 1, W.Dash) || t.is(i + 1, W.Slash);
  if (!signed || !t.is(i + 2, W.Number) || t.spaced(i + 2)) return first;
  const digits = t.digits(i + 2);
  const second = digits === 4 ? t.value(i + 2) : digits === 2 ? Math.floor(year / 100) * 100 + t.value(i + 2) : 0;
  return second === year + 1 ? { ...first, also: { ...first, year: second, from: i + 2, upTo: i + 3 } } : first;
}
