import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';

/** Days known by their numbers. The second may also be a score or this year's 7 July, unless a word before it names an event. */
const SEVEN_SEVEN_LEADS = new Set<number>([W.The, W.Away]);

/** "9/11", "after 7/7", "the 7/7 bombings". */
export const attackDate: Form = {
  name: 'attack-date',
  starts: [W.Number],
  read: (t, i) => {
    if (t.digits(i) !== 1 || !t.is(i + 1, W.Slash) || t.spaced(i + 1) || !t.is(i + 2, W.Number)) return undefined;
    if (t.is(i + 3, W.Slash) || t.is(i - 1, W.Number) || (t.is(i - 1, W.Slash) && !t.spaced(i))) return undefined;
    const day = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', upTo: i + 3 } as const;
    if (t.value(i) === 9 && t.value(i + 2) === 11) return { ...day, year: 2001, part: 9, day: 11 };
    const speaks = SEVEN_SEVEN_LEADS.has(t.cls(i - 1)) || t.isWord(i - 1, 'since');
    return t.value(i) === 7 && t.value(i + 2) === 7 && t.digits(i + 2) === 1 && speaks
      ? { ...day, year: 2005, part: 7, day: 7 }
      : undefined;
  },
};
