import { BLANK, type Expression } from '../grammar/expression.ts';
import type { Form } from '../grammar/form.ts';
import { W } from '../grammar/word.ts';
import type { TokenWindow } from '../scanning/token-window.ts';

/** "2013-05-06", "2013-05", "2013-05-06T10:30:00Z", "2013/05/06": dates as machines write them, in any language. */
export const isoDate: Form = { name: 'iso-date', starts: [W.Number], read: readIsoDate };

function readIsoDate(t: TokenWindow, i: number): Expression | undefined {
  if (t.digits(i) !== 4 || isInsideNumeral(t, i)) return undefined;
  const sign = t.cls(i + 1);
  if ((sign !== W.Hyphen && sign !== W.Slash) || t.spaced(i + 1)) return undefined;
  const month = twoDigits(t, i + 2);
  if (month < 1 || month > 12) return undefined;
  const year = t.value(i);
  if (!t.is(i + 3, sign) || t.spaced(i + 3)) {
    // "2013-05" could be a season or a pair of years; only a month beyond doubt is one.
    const plain = sign === W.Hyphen && !t.is(i + 3, W.Number) && month <= 12 && year % 100 > month;
    return plain && year >= 1900 && year <= 2100
      ? { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'month', year, part: month, upTo: i + 3 }
      : undefined;
  }
  const day = twoDigits(t, i + 4);
  if (day < 1 || day > 31) return undefined;
  const clock = readClockAfter(t, i + 4);
  return {
    ...BLANK,
    kind: 'calendar',
    type: clock ? 'TIME' : 'DATE',
    unit: 'day',
    year,
    part: month,
    day,
    clock: clock?.value,
    upTo: clock?.upTo ?? i + 5,
  };
}

const twoDigits = (t: TokenWindow, i: number): number =>
  (t.is(i, W.Number) || t.is(i, W.Unknown)) && !t.spaced(i) ? leading(t, i) : 0;

/** The two digits a token begins with; "06T10" is one token. */
function leading(t: TokenWindow, i: number): number {
  const digits = t.text.slice(t.start(i), t.start(i) + 2);
  return /^\d\d$/.test(digits) && (t.is(i, W.Unknown) || t.digits(i) === 2) ? Number(digits) : 0;
}

/** "06T10:30": the day's token holds the hour. */
function readClockAfter(t: TokenWindow, i: number): { value: string; upTo: number } | undefined {
  if (!t.is(i, W.Unknown)) return undefined;
  const found = /^\d\dT(\d\d)$/i.exec(t.text.slice(t.start(i), t.end(i)));
  if (!found || !t.is(i + 1, W.Colon) || t.is(i + 2, W.None)) return undefined;
  const minute = /^\d\d/.exec(t.text.slice(t.start(i + 2), t.end(i + 2)))?.[0];
  if (!minute) return undefined;
  const seconds = t.is(i + 3, W.Colon) && !t.spaced(i + 3) ? i + 5 : i + 3;
  return { value: `T${found[1]}:${minute}`, upTo: seconds };
}

/** True if a sign ties the digits to something before them: a path, a number, a name. */
export function isInsideNumeral(t: TokenWindow, i: number): boolean {
  if (t.spaced(i)) return false;
  const before = t.cls(i - 1);
  return (
    before === W.Slash ||
    before === W.Colon ||
    before === W.Money ||
    before === W.Dot ||
    before === W.Hyphen ||
    before === W.Unknown
  );
}
