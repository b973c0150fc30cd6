import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { LEANS } from '../../../grammar/lean.ts';
import { W } from '../../../grammar/word.ts';
import { DAY_NAMES } from '../names.ts';
import { readYear } from './year.ts';

/** "Weihnachten 2013", "an Ostern", "letztes Silvester". */
export const namedDay: Form = {
  name: 'named-day',
  starts: [W.Holiday, W.Which],
  read: (t, i) => {
    const lean = t.is(i, W.Which) ? LEANS[t.value(i)] : 'nearest';
    const j = t.is(i, W.Which) ? i + 1 : i;
    if (!lean || !t.is(j, W.Holiday)) return undefined;
    const named = DAY_NAMES[t.text.slice(t.start(j), t.end(j)).toLowerCase()];
    if (!named) return undefined;
    const day = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', named } as const;
    const year = readYear(t, j + 1);
    return year ? { ...day, year: year.value, upTo: year.upTo } : { ...day, lean, upTo: j + 1 };
  },
};
