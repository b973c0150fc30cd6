import { twoDigits } from '../../../../time/day.ts';
import type { Expression } from '../../../grammar/expression.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/**
 * Timestamps printed by programs: "Thu Oct 26 11:00:09 EDT 2023", "Dec 31 18:20:00 +0100 2003", "Nov 3 10:00:00 2019". The year follows the
 * time of day, which is an expression of its own.
 *
 * @param date The month and the day, which end before the clock.
 */
export function readStamp(t: TokenWindow, date: Expression): Expression | undefined {
  const i = date.upTo;
  if (!t.is(i, W.Number) || !t.is(i + 1, W.Colon)) return undefined;
  const number = (k: number, highest: number): boolean =>
    t.is(k, W.Number) && t.digits(k) > 0 && t.digits(k) <= 2 && t.value(k) <= highest;
  if (!number(i, 24) || !t.is(i + 1, W.Colon) || t.spaced(i + 1) || !number(i + 2, 59)) return undefined;
  const seconds = t.is(i + 3, W.Colon) && number(i + 4, 60);
  const zone = seconds ? i + 5 : i + 3;
  // Zones that are in no list are three or four capitals; "+0100" is a sign and four digits.
  const year = t.is(zone, W.Number)
    ? zone
    : t.is(zone, W.Zone) || isCapitals(t, zone)
      ? zone + 1
      : t.is(zone + 1, W.Number) && t.digits(zone + 1) === 4 && !t.spaced(zone + 1)
        ? zone + 2
        : -1;
  if (year < 0 || !t.is(year, W.Number) || t.digits(year) !== 4) return undefined;
  const universal = t.isWord(zone, 'utc') || t.isWord(zone, 'gmt') ? 'Z' : '';
  const clock = `T${twoDigits(t.value(i))}:${twoDigits(t.value(i + 2))}${seconds ? `:${twoDigits(t.value(i + 4))}` : ''}${universal}`;
  const dated: Expression = { ...date, year: t.value(year), lean: undefined };
  return { ...dated, also: { ...dated, type: 'TIME', clock, from: i, upTo: year + 1 } };
}

function isCapitals(t: TokenWindow, i: number): boolean {
  return t.is(i, W.Unknown) && /^[A-Z]{2,5}$/.test(t.text.slice(t.start(i), t.end(i)));
}
