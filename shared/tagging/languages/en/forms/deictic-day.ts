import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { Away, UNITS, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

const DAY = UNITS.indexOf('day');

/** "today", "yesterday", "tomorrow", "tonight", "the day before yesterday", "the day after tomorrow". */
export const deicticDay: Form = { name: 'deictic-day', starts: [W.Deictic, W.The, W.Unit], read: readDeicticDay };

const TONIGHT = ['tonight', 'tonite', '2nite'] as const;

function readDeicticDay(t: TokenWindow, i: number): Expression | undefined {
  if (!t.is(i, W.Deictic)) return readOneFurther(t, i);
  if (isNoDay(t, i)) return undefined;
  const day = { ...BLANK, kind: 'shift', step: 'day', amount: t.value(i), anchor: 'speech', upTo: i + 1 } as const;
  return TONIGHT.some((word) => t.isWord(i, word)) ? { ...day, type: 'TIME', clock: 'TNI' } : { ...day, type: 'DATE' };
}

const AGES = ['world', 'youth', 'society', 'generation'] as const;

/** "USA Today", the paper; "today's youth", "the people of tomorrow", of an age and not of a day. */
function isNoDay(t: TokenWindow, i: number): boolean {
  if (t.capital(i) && t.is(i - 1, W.Unknown) && isAllCapitals(t, i - 1)) return true;
  if (t.is(i + 1, W.Possessive)) return AGES.some((age) => t.isWord(i + 2, age));
  return t.isWord(i, 'tomorrow') && t.is(i - 1, W.Of) && (t.is(i - 2, W.Unknown) || t.is(i - 2, W.Counted));
}

function isAllCapitals(t: TokenWindow, i: number): boolean {
  for (let p = t.start(i); p < t.end(i); p++) if (t.text.charCodeAt(p) > 0x5a) return false;
  return t.end(i) - t.start(i) > 1;
}

function readOneFurther(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  if (!t.is(j, W.Unit) || t.value(j) !== DAY || t.plural(j) || !t.is(j + 1, W.Away) || !t.is(j + 2, W.Deictic))
    return undefined;
  const way = t.value(j + 1) === Away.Before ? -1 : t.value(j + 1) === Away.After ? 1 : 0;
  const day = t.value(j + 2);
  return way !== 0 && way === day
    ? { ...BLANK, kind: 'shift', type: 'DATE', step: 'day', amount: day + way, anchor: 'speech', upTo: j + 3 }
    : undefined;
}
