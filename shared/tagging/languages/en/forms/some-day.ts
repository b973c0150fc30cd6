import { BLANK } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { UNITS, W } from '../../../grammar/word.ts';
import { monthFirst } from './month-first.ts';
import { season } from './season.ts';
import { year } from './year.ts';

const DAY = UNITS.indexOf('day');
const WHOLES = tabulate([monthFirst, season, year]);
const MODALS = ['will', 'would', 'may', 'might', 'could', 'should', 'to'] as const;

/** "will one day be", "to one day return": an unspecified day, not a duration. */
export const someDay: Form = {
  name: 'some-day',
  starts: [W.NumberWord],
  read: (t, i) => {
    if (t.value(i) !== 1 || !t.is(i + 1, W.Unit) || t.value(i + 1) !== DAY || t.plural(i + 1)) return undefined;
    // "one day in June 2010" names no specific day.
    const whole = t.isWord(i + 2, 'in') ? longestAt(WHOLES, t, i + 3) : undefined;
    if (whole?.kind === 'calendar' && !whole.mod && !whole.also) return whole.unit === 'day' ? undefined : whole;
    if (!MODALS.some((modal) => t.isWord(i - 1, modal))) return undefined;
    return { ...BLANK, kind: 'fixed', type: 'DATE', value: 'FUTURE_REF', upTo: i + 2 };
  },
};
