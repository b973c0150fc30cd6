import type { Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { UNITS, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { century } from './century.ts';
import { dayMonth } from './day-month.ts';
import { year } from './year.ts';

const WHOLES = tabulate([dayMonth, year, century]);
const LAST = -1;

/** "die letzte Woche im Januar 2008", "am ersten Montag im März", "das letzte Drittel des 19. Jahrhunderts", "der letzte Tag des Jahres 1999". */
export const partOf: Form = { name: 'part-of', starts: [W.The, W.Ordinal, W.Which], read: readPartOf };

function readPartOf(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  const nth = t.is(j, W.Ordinal) ? t.value(j) : t.is(j, W.Which) && t.value(j) === Which.Last ? LAST : 0;
  if (nth === 0) return undefined;
  const noun = j + 1;
  const isIn =
    t.isWord(noun + 1, 'im') || t.isWord(noun + 1, 'in') || t.is(noun + 1, W.The) || t.isWord(noun + 1, 'vom');
  const whole = isIn ? longestAt(WHOLES, t, t.is(noun + 2, W.The) ? noun + 3 : noun + 2) : undefined;
  if (!whole || whole.also || whole.kind !== 'calendar' || whole.unit === 'day') return undefined;
  if (t.is(noun, W.Weekday) && !t.plural(noun) && nth <= 5)
    return { ...whole, pick: { of: 'day', nth, weekday: t.value(noun) } };
  if (t.isWord(noun, 'drittel') && nth <= 3) return { ...whole, pick: { of: 'fraction', part: nth, parts: 3 } };
  if (!t.is(noun, W.Unit) || t.plural(noun)) return undefined;
  const unit = UNITS[t.value(noun)];
  if (unit === 'day') return { ...whole, pick: { of: 'day', nth, weekday: 0 } };
  if ((unit === 'week' || unit === 'weekend') && whole.unit === 'month' && nth <= 5)
    return { ...whole, pick: { of: 'unit', nth, unit } };
  if (unit === 'week' && whole.unit === 'year') return { ...whole, pick: { of: 'unit', nth, unit } };
  if (unit === 'month' && whole.unit === 'year' && nth <= 12) return { ...whole, pick: { of: 'unit', nth, unit } };
  return unit === 'decade' && whole.unit === 'century' ? { ...whole, pick: { of: 'unit', nth, unit } } : undefined;
}
