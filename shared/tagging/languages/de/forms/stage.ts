import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { Stage, W } from '../../../grammar/word.ts';
import { century } from './century.ts';
import { dayMonth } from './day-month.ts';
import { decade } from './decade.ts';
import { deictic } from './deictic.ts';
import { year } from './year.ts';

const STAGED = tabulate([dayMonth, year, decade, century, deictic]);
const MODS = { [Stage.Start]: 'START', [Stage.Mid]: 'MID', [Stage.End]: 'END' } as const;

/** "Anfang 2012", "Mitte Juni", "Ende der 1990er Jahre", "Ende letzter Woche". */
export const stage: Form = {
  name: 'stage',
  starts: [W.Stage],
  read: (t, i) => {
    const inner = longestAt(STAGED, t, i + 1);
    return inner && inner.kind !== 'fixed' && inner.day === undefined
      ? { ...inner, mod: MODS[t.value(i) as 0 | 1 | 2] }
      : undefined;
  },
};
