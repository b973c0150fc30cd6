import { twoDigits } from '../../../../time/day.ts';
import type { Expression } from '../../../grammar/expression.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** An hour of the 12-hour or the 24-hour clock, without "a.m." or "p.m.". */
export interface HalfKnown {
  readonly hour: number;
  readonly minute: number;
  readonly upTo: number;
}

const DOTTED = /^(\d{1,2})[.:]([0-5]\d)$/;
const LEADS = new Set(['at', 'by', 'until', 'till', 'since', 'from', 'before', 'after', 'about', 'around']);

const word = (t: TokenWindow, i: number): string =>
  t.is(i, W.None) ? '' : t.text.slice(t.start(i), t.end(i)).toLowerCase();

/** "5.45", "5:45", "at nine", "at 8": an hour that needs a part of the day after it. */
export function readHalfKnown(t: TokenWindow, i: number): HalfKnown | undefined {
  const spoken = readSpokenClock(t, i);
  if (spoken) return spoken;
  if (t.is(i, W.Decimal)) return ofDigits(word(t, i), i + 1);
  if (t.is(i, W.Number) && t.is(i + 1, W.Colon) && !t.spaced(i + 1) && t.is(i + 2, W.Number) && !t.spaced(i + 2))
    return ofDigits(t.text.slice(t.start(i), t.end(i + 2)), i + 3);
  if (!t.is(i, W.Number) && !t.is(i, W.NumberWord)) return undefined;
  if (t.value(i) < 1 || t.value(i) > 12 || !LEADS.has(word(t, i - 1))) return undefined;
  return { hour: t.value(i), minute: 0, upTo: i + 1 };
}

function ofDigits(digits: string, upTo: number): HalfKnown | undefined {
  const found = DOTTED.exec(digits);
  const hour = Number(found?.[1]);
  return found && hour < 24 ? { hour, minute: Number(found[2]), upTo } : undefined;
}

/** "half past eight", "quarter to five", "twenty minutes past four", "at ten to nine". */
export function readSpokenClock(t: TokenWindow, i: number): HalfKnown | undefined {
  const start = t.is(i, W.A) ? i + 1 : i;
  const minutes = readMinutes(t, start);
  if (!minutes) return undefined;
  const { value, upTo, isSaid } = minutes;
  const isPast = t.isWord(upTo, 'past');
  // "from ten to nine" is a range; "a quarter to five" and "five minutes to nine" are times.
  const isTo = t.isWord(upTo, 'to') && value < 30 && (isSaid || word(t, i - 1) === 'at');
  if (!isPast && !isTo) return undefined;
  const j = upTo + 1;
  const noon = t.is(j, W.ClockWord) ? t.value(j) : -1;
  const hour = noon > 0 ? noon : (t.is(j, W.NumberWord) || t.is(j, W.Number)) && t.digits(j) <= 2 ? t.value(j) : 0;
  if (hour < 1 || (hour > 12 && noon < 0)) return undefined;
  const after = t.cls(j + 1);
  if (after === W.Unit || after === W.Counted || after === W.Money || after === W.NumberWord || after === W.Number)
    return undefined;
  const end = after === W.ClockWord && t.value(j + 1) < 0 ? j + 2 : j + 1;
  return isPast
    ? { hour, minute: value, upTo: end }
    : { hour: hour === 1 ? 12 : hour - 1, minute: 60 - value, upTo: end };
}

function readMinutes(t: TokenWindow, i: number): { value: number; upTo: number; isSaid: boolean } | undefined {
  if (t.is(i, W.Half)) return { value: 30, upTo: i + 1, isSaid: true };
  if (t.isWord(i, 'quarter')) return { value: 15, upTo: i + 1, isSaid: true };
  if (!t.is(i, W.NumberWord) && !(t.is(i, W.Number) && t.digits(i) <= 2)) return undefined;
  const tens = t.value(i);
  const both = tens === 20 && t.is(i + 1, W.Hyphen) && t.is(i + 2, W.NumberWord) && t.value(i + 2) < 10;
  const value = both ? tens + t.value(i + 2) : tens;
  const upTo = both ? i + 3 : i + 1;
  const isSaid = t.isWord(upTo, 'minutes');
  if (value < 1 || value > 29 || (!isSaid && value % 5 !== 0)) return undefined;
  return { value, upTo: isSaid ? upTo + 1 : upTo, isSaid };
}

/** The time of day as TIMEX3 writes it, in the half that a part of the day shows: "half past eight" in the evening is 20:30. */
export function clockIn({ hour, minute }: HalfKnown, part: Expression['clock']): string {
  const h = hour % 12;
  const isNight = part === 'TNI';
  const isLater = part === 'TAF' || part === 'TEV' || (isNight && h >= 5);
  if (hour > 12) return `T${twoDigits(hour)}:${twoDigits(minute)}`;
  // "twelve at night" ends the day.
  if (isNight && h === 0) return minute === 0 ? 'T24:00' : `T00:${twoDigits(minute)}`;
  if (part === 'TMO' || isNight) return `T${twoDigits(isLater ? h + 12 : h)}:${twoDigits(minute)}`;
  return `T${twoDigits(isLater ? h + 12 : hour)}:${twoDigits(minute)}`;
}
