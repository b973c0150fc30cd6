import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readYear } from './year.ts';
import { inYear, readYearPhrase } from './year-phrase.ts';

/** "4. Juni 1989", "siebten April", "4. Juni", "Juni 1989", "Juni"; "7. bis 9. Juni", "vom 9. auf den 10. November", "1., 3. und 5. Mai". */
export const dayMonth: Form = { name: 'day-month', starts: [W.Number, W.Ordinal, W.Month], read: readDayMonth };

/** Days that share a month. */
const MOST_DAYS = 6;

function readDayMonth(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Month)) return readMonth(t, i, 0);
  return readDays(t, i, MOST_DAYS);
}

/** A day and its month, or a day that takes the month from the next one. */
function readDays(t: TokenWindow, i: number, most: number): Expression | undefined {
  const day = readDay(t, i);
  if (!day || most === 0) return undefined;
  if (t.is(day.upTo, W.Month)) return readMonth(t, day.upTo, day.value);
  const joined = readJoin(t, day.upTo);
  const from = t.is(joined, W.The) ? joined + 1 : joined;
  const rest = joined < 0 ? undefined : readDays(t, from, most - 1);
  if (rest?.day === undefined || rest.day <= day.value) return undefined;
  return { ...rest, day: day.value, from: undefined, upTo: day.upTo, also: { ...rest, from } };
}

function readDay(t: TokenWindow, i: number): { value: number; upTo: number } | undefined {
  if (t.is(i, W.Ordinal)) return { value: t.value(i), upTo: i + 1 };
  if (!t.is(i, W.Number) || t.digits(i) > 2 || t.digits(i) === 0 || !t.is(i + 1, W.Dot)) return undefined;
  const value = t.value(i);
  return value >= 1 && value <= 31 ? { value, upTo: i + 2 } : undefined;
}

/** "bis", "und", "oder", "/", "–", ",", "auf den". Answers with the token after, or -1. */
function readJoin(t: TokenWindow, i: number): number {
  if (t.is(i, W.And) || t.is(i, W.Or) || t.is(i, W.Hyphen) || t.is(i, W.Dash) || t.is(i, W.Slash)) return i + 1;
  if (t.is(i, W.Comma)) return t.is(i + 1, W.And) ? i + 2 : i + 1;
  if (t.isWord(i, 'bis')) return t.isWord(i + 1, 'zum') ? i + 2 : i + 1;
  return t.isWord(i, 'auf') ? i + 1 : -1;
}

function readMonth(t: TokenWindow, j: number, day: number): Expression {
  const unit = day > 0 ? 'day' : 'month';
  const date = {
    ...BLANK,
    kind: 'calendar',
    type: 'DATE',
    unit,
    part: t.value(j),
    ...(day > 0 ? { day } : {}),
  } as const;
  const phrase = readYearPhrase(t, j + 1);
  if (phrase) return inYear(date, phrase);
  const year = readYear(t, j + 1);
  return year ? { ...date, year: year.value, upTo: year.upTo } : { ...date, lean: 'nearest', upTo: j + 1 };
}
