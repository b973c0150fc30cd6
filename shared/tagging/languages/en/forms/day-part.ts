import { BLANK, type Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { LEANS } from '../../../grammar/lean.ts';
import { partOfDay } from '../../../grammar/part-of-day.ts';
import { Away, Stage, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { dayFirst } from './day-first.ts';
import { deicticDay } from './deictic-day.ts';
import { monthFirst } from './month-first.ts';
import { weekday } from './weekday.ts';
import { isWeekdayName } from './weekday-name.ts';

const DAYS = tabulate([weekday, monthFirst, dayFirst, deicticDay]);

/** "Friday night", "this morning", "last night", "the next morning", "the morning of 31 January 1965", "mid-afternoon", "at night". */
export const dayPart: Form = {
  name: 'day-part',
  starts: [W.DayPart, W.Weekday, W.Deictic, W.The, W.Which, W.Stage, W.Away],
  read: readDayPart,
};

const NIGHT = 3;
const MODS = { [Stage.Start]: 'START', [Stage.Mid]: 'MID', [Stage.End]: 'END' } as const;
function readDayPart(t: TokenWindow, i: number): Expression | undefined {
  switch (t.cls(i)) {
    case W.Stage:
      return readStaged(t, i);
    case W.Away: {
      // "later this afternoon".
      const inner = t.is(i + 1, W.Which) ? readDayPart(t, i + 1) : undefined;
      return inner;
    }
    case W.Weekday:
    case W.Deictic: {
      const k = t.is(i + 1, W.Stage) ? i + 2 : i + 1;
      if (!t.is(k, W.DayPart) || t.plural(k) || (t.is(i, W.Weekday) && isWeekdayName(t, i))) return undefined;
      const day = t.is(i, W.Weekday)
        ? ({ ...BLANK, kind: 'calendar', unit: 'day', weekday: t.value(i), lean: 'nearest' } as const)
        : ({ ...BLANK, kind: 'shift', step: 'day', amount: t.value(i), anchor: 'speech' } as const);
      return { ...day, type: 'TIME', clock: partOfDay(t.value(k)), upTo: k + 1 };
    }
    case W.DayPart:
      return readAlone(t, i);
    case W.Which: {
      const inner = t.is(i + 1, W.Weekday) ? readDayPart(t, i + 1) : undefined;
      const lean = inner && LEANS[t.value(i)];
      return inner ? lean && { ...inner, lean } : readPlaced(t, i);
    }
    default:
      return readPlaced(t, i);
  }
}

/** "early Friday morning" is left to the stage form; here "mid-afternoon", "early in the morning of", "early the next morning". */
function readStaged(t: TokenWindow, i: number): Expression | undefined {
  const mod = MODS[t.value(i) as 0 | 1 | 2];
  let j = t.is(i + 1, W.Hyphen) ? i + 2 : i + 1;
  if (t.is(j, W.Preposition)) j++;
  if (t.is(j, W.DayPart)) {
    const k = j + 1;
    // "late evening on 3 May".
    const day = longestAt(DAYS, t, t.isWord(k, 'on') ? k + 1 : k);
    if (day && isOneDay(day)) return { ...day, type: 'TIME', clock: partOfDay(t.value(j)), mod };
    const alone = {
      ...BLANK,
      kind: 'shift',
      type: 'TIME',
      step: 'day',
      amount: 0,
      anchor: 'speech',
      clock: partOfDay(t.value(j)),
      upTo: k,
    } as const;
    return { ...alone, mod };
  }
  const inner = t.is(j, W.The) || t.is(j, W.Which) ? readPlaced(t, j) : undefined;
  return inner && { ...inner, mod };
}

const isOneDay = (e: Expression): boolean =>
  (e.kind === 'calendar' && e.unit === 'day') || (e.kind === 'shift' && e.step === 'day');

/** "the morning of 31 January", "this morning", "the next morning", "the early morning hours of 30 April". */
function readPlaced(t: TokenWindow, i: number): Expression | undefined {
  const definite = t.is(i, W.The);
  let j = definite ? i + 1 : i;
  let which = t.is(j, W.Which) ? t.value(j++) : -1;
  // "that same evening".
  if (which === Which.That && t.isWord(j, 'same')) which = t.value(j++);
  const mod = t.is(j, W.Stage) ? MODS[t.value(j++) as 0 | 1 | 2] : undefined;
  if (!t.is(j, W.DayPart) || t.plural(j)) return undefined;
  const clock = partOfDay(t.value(j));
  let k = j + 1;
  if (t.isWord(k, 'hours')) k++;
  const shift = (amount: number, anchor: 'speech' | 'text'): Expression => ({
    ...BLANK,
    kind: 'shift',
    type: 'TIME',
    step: 'day',
    amount,
    anchor,
    clock,
    mod,
    upTo: k,
  });
  switch (which) {
    case Which.This:
      return shift(0, 'speech');
    case Which.Last:
      return shift(-1, 'speech');
    case Which.Next:
    case Which.Following:
      return shift(1, 'text');
    case Which.Previous:
      return shift(-1, 'text');
    case Which.That:
    case Which.Same:
      return shift(0, 'text');
    case -1:
      break;
    default:
      return undefined;
  }
  // "the morning after", "the night before": next to the last day mentioned.
  const side = definite && t.is(k, W.Away) ? (t.value(k) === Away.After ? 1 : t.value(k) === Away.Before ? -1 : 0) : 0;
  const ends = t.is(k + 1, W.None) || t.is(k + 1, W.Dot) || t.is(k + 1, W.Comma) || t.is(k + 1, W.And);
  if (side !== 0 && ends) return { ...shift(side, 'text'), upTo: k + 1 };
  const day = t.is(k, W.Of) ? longestAt(DAYS, t, k + 1) : undefined;
  if (day && isOneDay(day)) return { ...day, type: 'TIME', clock, mod };
  const governed = t.is(i - 1, W.Preposition) || t.is(i - 1, W.Within);
  return definite && governed && !t.is(k, W.Of) && t.value(j) !== NIGHT ? { ...shift(0, 'text') } : undefined;
}

/** "at night": no specific night. */
function readAlone(t: TokenWindow, i: number): Expression | undefined {
  if (t.value(i) !== NIGHT || !t.isWord(i - 1, 'at')) return undefined;
  return { ...BLANK, kind: 'fixed', type: 'TIME', value: 'XXXX-XX-XXTNI', only: 'narrative', upTo: i + 1 };
}
