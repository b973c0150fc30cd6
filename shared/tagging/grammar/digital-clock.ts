import { twoDigits } from '../../time/day.ts';
import type { TokenWindow } from '../scanning/token-window.ts';
import { W } from './word.ts';

const LAST_HOUR = 24;
const LAST_MINUTE = 59;
/** A leap second is the sixtieth. */
const LAST_SECOND = 60;
const PLUS = 0x2b;

/** A time of day in digits, and the token after it. */
export interface DigitalClock {
  /** `T23:59`, `T23:59:01Z`. */
  readonly value: string;
  readonly upTo: number;
  readonly hasSeconds: boolean;
}

/** "23:59", "23:59:01", "09:15:00.250 UTC", "18:20:00 +0100": hours in two digits. An offset is skipped: it does not change the day. */
export function readDigitalClock(t: TokenWindow, i: number): DigitalClock | undefined {
  if (!t.is(i, W.Number) || t.digits(i) !== 2 || t.value(i) > LAST_HOUR) return undefined;
  const minute = readPart(t, i + 1, LAST_MINUTE);
  if (minute === undefined) return undefined;
  const second = readPart(t, i + 3, LAST_SECOND);
  const hasSeconds = second !== undefined;
  const end = hasSeconds ? i + 5 : i + 3;
  if (t.is(end, W.Colon) && !t.spaced(end) && t.is(end + 1, W.Number) && !t.spaced(end + 1)) return undefined;
  const isUniversal = t.isWord(end, 'z') || t.isWord(end, 'utc') || t.isWord(end, 'gmt');
  const value = `T${twoDigits(t.value(i))}:${minute}${hasSeconds ? `:${second}` : ''}${isUniversal ? 'Z' : ''}`;
  return { value, upTo: isUniversal || t.is(end, W.Zone) ? end + 1 : skipOffset(t, end), hasSeconds };
}

/** A colon and two digits that touch it, perhaps with a fraction. */
function readPart(t: TokenWindow, i: number, highest: number): string | undefined {
  if (!t.is(i, W.Colon) || t.spaced(i)) return undefined;
  if (!(t.is(i + 1, W.Number) && t.digits(i + 1) === 2) && !t.is(i + 1, W.Decimal)) return undefined;
  if (t.spaced(i + 1)) return undefined;
  const digits = /^\d\d(?=\.|$)/.exec(t.text.slice(t.start(i + 1), t.end(i + 1)))?.[0];
  return digits !== undefined && Number(digits) <= highest ? digits : undefined;
}

/** "+0100", "-05:30". Answers with the token after. */
function skipOffset(t: TokenWindow, i: number): number {
  const signed = (t.is(i, W.OtherSign) && t.value(i) === PLUS) || (t.is(i, W.Hyphen) && t.spaced(i));
  if (!signed || !t.is(i + 1, W.Number) || t.spaced(i + 1)) return i;
  if (t.digits(i + 1) === 4) return i + 2;
  const colon = t.digits(i + 1) === 2 && t.is(i + 2, W.Colon) && t.is(i + 3, W.Number) && t.digits(i + 3) === 2;
  return colon && !t.spaced(i + 2) && !t.spaced(i + 3) ? i + 4 : i;
}
