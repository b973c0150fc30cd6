import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { UNITS, W } from '../../../grammar/word.ts';
import { dayFirst } from './day-first.ts';
import { monthFirst } from './month-first.ts';

const DAYS = tabulate([monthFirst, dayFirst]);
const WEEKS = new Map([
  [UNITS.indexOf('week'), 'week'],
  [UNITS.indexOf('weekend'), 'weekend'],
] as const);

/** "the week of March 6", "the weekend of 5 May": the week or weekend that contains the day. */
export const weekOf: Form = {
  name: 'week-of',
  starts: [W.The, W.Unit],
  read: (t, i) => {
    const j = t.is(i, W.The) ? i + 1 : i;
    const unit = t.is(j, W.Unit) && !t.plural(j) && t.is(j + 1, W.Of) ? WEEKS.get(t.value(j)) : undefined;
    if (!unit) return undefined;
    const day = longestAt(DAYS, t, j + 2);
    return day?.unit === 'day' && !day.also ? { ...day, pick: { of: 'around', unit } } : undefined;
  },
};
