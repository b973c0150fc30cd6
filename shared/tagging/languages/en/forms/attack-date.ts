import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';

/** "9/11": the one date that goes by its numbers. */
export const attackDate: Form = {
  name: 'attack-date',
  starts: [W.Number],
  read: (t, i) => {
    const isNineEleven =
      t.value(i) === 9 &&
      t.digits(i) === 1 &&
      t.is(i + 1, W.Slash) &&
      !t.spaced(i + 1) &&
      t.is(i + 2, W.Number) &&
      t.value(i + 2) === 11;
    if (!isNineEleven || t.is(i + 3, W.Slash) || t.is(i - 1, W.Number) || (t.is(i - 1, W.Slash) && !t.spaced(i)))
      return undefined;
    return { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', year: 2001, part: 9, day: 11, upTo: i + 3 };
  },
};
