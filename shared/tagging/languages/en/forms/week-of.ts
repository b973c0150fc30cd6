import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { UNITS, W } from '../../../grammar/word.ts';
import { dayFirst } from './day-first.ts';
import { monthFirst } from './month-first.ts';

const DAYS = tabulate([monthFirst, dayFirst]);
const WEEK = UNITS.indexOf('week');

/** "the week of March 6": the week that day lies in. */
export const weekOf: Form = {
  name: 'week-of',
  starts: [W.The, W.Unit],
  read: (t, i) => {
    const j = t.is(i, W.The) ? i + 1 : i;
    if (!t.is(j, W.Unit) || t.value(j) !== WEEK || t.plural(j) || !t.is(j + 1, W.Of)) return undefined;
    const day = longestAt(DAYS, t, j + 2);
    return day?.unit === 'day' && !day.also ? { ...day, pick: { of: 'around', unit: 'week' } } : undefined;
  },
};
