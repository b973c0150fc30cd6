import { BLANK, type Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import { century } from './century.ts';
import { dayMonth } from './day-month.ts';
import { readYear } from './year.ts';

const WHOLES = tabulate([century, dayMonth]);

/** "erstes Halbjahr 2009", "die zweite Hälfte 2009", "der ersten Hälfte des 20. Jahrhunderts". */
export const half: Form = {
  name: 'half',
  starts: [W.The, W.Ordinal],
  read: (t, i): Expression | undefined => {
    const j = t.is(i, W.The) ? i + 1 : i;
    if (!t.is(j, W.Ordinal) || !t.is(j + 1, W.Half) || t.value(j) > 2) return undefined;
    const part = t.value(j);
    const after = t.is(j + 2, W.The) ? j + 3 : j + 2;
    const year = readYear(t, t.is(after, W.Unit) ? after + 1 : after);
    if (year)
      return { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'half', year: year.value, part, upTo: year.upTo };
    const whole = t.isWord(j + 1, 'hälfte') ? longestAt(WHOLES, t, after) : undefined;
    return whole && !whole.also && whole.unit !== 'day'
      ? { ...whole, pick: { of: 'fraction', part, parts: 2 } }
      : undefined;
  },
};
