import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { LEANS } from '../../../grammar/lean.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { DAY_NAMES, DAYS_OF } from '../names.ts';
import { readYear } from './year.ts';

/** "Tag der Deutschen Einheit", "Tag der Arbeit 2010". */
function readDayOf(t: TokenWindow, i: number): Expression | undefined {
  if (!t.isWord(i, 'tag') || !t.isWord(i + 1, 'der') || t.is(i + 2, W.None)) return undefined;
  const rest = t.text.slice(t.start(i + 2), t.start(i + 2) + LONGEST_NAME).toLowerCase();
  const found = DAYS_OF.find(([words]) => rest.startsWith(words));
  if (!found) return undefined;
  const upTo = i + 2 + found[0].split(' ').length;
  const day = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', named: found[1] } as const;
  const year = readYear(t, upTo);
  return year ? { ...day, year: year.value, upTo: year.upTo } : { ...day, lean: 'nearest', upTo };
}

const LONGEST_NAME = 20;

/** "Weihnachten 2013", "an Ostern", "letztes Silvester". */
export const namedDay: Form = {
  name: 'named-day',
  starts: [W.Holiday, W.Which, W.Unit],
  read: (t, i) => {
    const lean = t.is(i, W.Which) ? LEANS[t.value(i)] : 'nearest';
    const j = t.is(i, W.Which) ? i + 1 : i;
    if (t.is(j, W.Unit)) return j === i ? readDayOf(t, i) : undefined;
    if (!lean || !t.is(j, W.Holiday)) return undefined;
    const named = DAY_NAMES[t.text.slice(t.start(j), t.end(j)).toLowerCase()];
    if (!named) return undefined;
    const day = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', named } as const;
    const year = readYear(t, j + 1);
    return year ? { ...day, year: year.value, upTo: year.upTo } : { ...day, lean, upTo: j + 1 };
  },
};
