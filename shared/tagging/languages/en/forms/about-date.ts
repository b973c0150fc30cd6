import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { Approx, W } from '../../../grammar/word.ts';
import { dayFirst } from './day-first.ts';
import { decade } from './decade.ts';
import { monthFirst } from './month-first.ts';
import { yearEnd } from './year-end.ts';

const DATES = tabulate([monthFirst, dayFirst, decade, yearEnd]);

/** "around Nov. 1", "about 4 June 1989", "around year-end": an approximate date. */
export const aboutDate: Form = {
  name: 'about-date',
  starts: [W.Approx],
  read: (t, i) => {
    if (t.value(i) !== Approx.About) return undefined;
    const inner = longestAt(DATES, t, i + 1);
    return inner && { ...inner, mod: 'APPROX', approximate: true };
  },
};
