import { yearOfTwoDigits } from '../../../grammar/dates.ts';
import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';

const GLUED = /^(\d{1,2})([a-z]{3})(\d{2}|\d{4})$/i;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** "14Nov2011", "4NOV11": a date without a blank. */
export const gluedDate: Form = {
  name: 'glued-date',
  starts: [W.PeriodCode],
  read: (t, i) => {
    const found = GLUED.exec(t.text.slice(t.start(i), t.end(i)));
    if (!found) return undefined;
    const part = MONTHS.indexOf((found[2] ?? '').toLowerCase()) + 1;
    const digits = found[3] ?? '';
    const short = digits.length === 2;
    const year = short ? yearOfTwoDigits(Number(digits)) : Number(digits);
    if (part === 0 || year < 1000) return undefined;
    const date = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day' } as const;
    return { ...date, year, part, day: Number(found[1]), short, upTo: i + 1 };
  },
};
