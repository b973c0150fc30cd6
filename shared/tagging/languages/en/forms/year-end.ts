import { readYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { Stage, UNITS, type UnitName, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "year-end", "year's end", "the year's end", "by decade's end": the end of the year or decade of writing. */
export const yearEnd: Form = { name: 'year-end', starts: [W.Unit, W.The], read: readYearEnd };

function readYearEnd(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  if (!t.is(j, W.Unit) || t.plural(j)) return undefined;
  const step = UNITS[t.value(j)] as UnitName;
  const isYear = step === 'year';
  if (!isYear && !(t.is(j + 1, W.Possessive) && (step === 'month' || step === 'decade' || step === 'century')))
    return undefined;
  const k = t.is(j + 1, W.Hyphen) || t.is(j + 1, W.Possessive) ? j + 2 : j + 1;
  if (!t.is(k, W.Edge) || t.value(k) !== Stage.End || !t.isWord(k, 'end')) return undefined;
  const stated = isYear ? readYear(t, k + 1) : undefined;
  if (stated)
    return {
      ...BLANK,
      kind: 'calendar',
      type: 'DATE',
      unit: 'year',
      year: stated.value,
      mod: 'END',
      upTo: stated.upTo,
    };
  return { ...BLANK, kind: 'shift', type: 'DATE', step, amount: 0, anchor: 'here', mod: 'END', upTo: k + 1 };
}
