import { BLANK, type Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { Stage, UNITS, type UnitName, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { century } from './century.ts';
import { dayMonth } from './day-month.ts';
import { decade } from './decade.ts';
import { deictic } from './deictic.ts';
import { year } from './year.ts';

const STAGED = tabulate([dayMonth, year, decade, century, deictic]);
const MODS = { [Stage.Start]: 'START', [Stage.Mid]: 'MID', [Stage.End]: 'END' } as const;

/** "Ende des Monats", "Anfang der Woche": of the current month or week of the narrative. */
function readUnit(t: TokenWindow, k: number): Expression | undefined {
  if (!t.is(k, W.Unit) || t.plural(k)) return undefined;
  const step = UNITS[t.value(k)] as UnitName;
  return step === 'week' || step === 'month' || step === 'year'
    ? { ...BLANK, kind: 'shift', type: 'DATE', step, amount: 0, anchor: 'here', upTo: k + 1 }
    : undefined;
}

/** "Anfang 2012", "Mitte Juni", "Ende der 1990er Jahre", "Ende letzter Woche". */
export const stage: Form = {
  name: 'stage',
  starts: [W.Stage],
  read: (t, i) => {
    const k = t.is(i + 1, W.The) ? i + 2 : i + 1;
    const inner = longestAt(STAGED, t, i + 1) ?? (k > i + 1 ? (longestAt(STAGED, t, k) ?? readUnit(t, k)) : undefined);
    return inner && inner.kind !== 'fixed' && inner.day === undefined
      ? { ...inner, mod: MODS[t.value(i) as 0 | 1 | 2] }
      : undefined;
  },
};
