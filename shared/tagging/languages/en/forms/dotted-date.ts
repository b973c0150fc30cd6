import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';

const DOTTED = /^(\d{1,2})\.(\d{1,2})$/;

/** "23.08.1991", "2.9.1991": day first, since writers who put the month first do not use dots; month first only if the second number cannot be a month. */
export const dottedDate: Form = {
  name: 'dotted-date',
  starts: [W.Decimal],
  read: (t, i) => {
    if (!t.is(i + 1, W.Dot) || t.spaced(i + 1) || !t.is(i + 2, W.Number) || t.spaced(i + 2)) return undefined;
    if (t.digits(i + 2) !== 4 || t.is(i - 1, W.Money) || (t.is(i - 1, W.Dot) && !t.spaced(i))) return undefined;
    // "1.2.2010.4": an address of a machine or a version.
    if (t.is(i + 3, W.Dot) && !t.spaced(i + 3) && t.is(i + 4, W.Number) && !t.spaced(i + 4)) return undefined;
    const found = DOTTED.exec(t.text.slice(t.start(i), t.end(i)));
    if (!found) return undefined;
    const [first, second, year] = [Number(found[1]), Number(found[2]), t.value(i + 2)];
    const monthFirst = second > 12;
    const [day, part] = monthFirst ? [second, first] : [first, second];
    if (day < 1 || day > 31 || part < 1 || part > 12 || year < 1000) return undefined;
    const open = monthFirst ? 'month-first' : first > 12 || first === second ? 'day-first' : 'perhaps-day-first';
    return { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', year, part, day, open, upTo: i + 3 };
  },
};
