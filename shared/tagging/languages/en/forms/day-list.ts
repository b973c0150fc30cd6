import { readDay } from '../../../grammar/dates.ts';
import type { Expression } from '../../../grammar/expression.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readJoin } from './second-day.ts';

/** Days that share one month: "12, 14 and 17 March", "3-4 May", "the 13th to the 15th July". */
const MOST_DAYS = 6;

/**
 * Reads the days before a month that only the last of them states. All but the last must rise.
 *
 * @param readLast Reads a day with its month at a token.
 */
export function readDaysBefore(
  t: TokenWindow,
  i: number,
  readLast: (t: TokenWindow, i: number) => Expression | undefined,
  most = MOST_DAYS,
): Expression | undefined {
  const day = readDay(t, i);
  if (!day || most === 0) return undefined;
  const joined = t.is(day.upTo, W.Comma) ? day.upTo + 1 : readJoin(t, day.upTo);
  if (joined < 0) return undefined;
  // "13 to the 15th of July", "Saturday 14 and Sunday 15 June", "14, and 17 March".
  let next = t.is(day.upTo, W.Comma) && t.is(joined, W.And) ? joined + 1 : joined;
  // "from 1 to 3 and from 10 to 12 May".
  if (t.is(joined - 1, W.And) && t.is(next, W.Between)) next++;
  const from = next;
  if (t.is(next, W.Weekday)) next += t.is(next + 1, W.Comma) ? 2 : 1;
  if (t.is(next, W.The)) next++;
  const rest = readLast(t, next) ?? readDaysBefore(t, next, readLast, most - 1);
  if (rest?.day === undefined || rest.unit !== 'day' || rest.day <= day.value) return undefined;
  const also = { ...rest, from: rest.from ?? from };
  return { ...rest, day: day.value, from: undefined, upTo: day.upTo, also };
}
