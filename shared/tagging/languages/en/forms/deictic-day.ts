import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';

/** "today", "yesterday", "tomorrow", "tonight". */
export const deicticDay: Form = {
  name: 'deictic-day',
  starts: [W.Deictic],
  read: (t, i) => {
    const upTo = i + 1;
    const day = { kind: 'shift', step: 'day', amount: t.value(i), anchor: 'speech', upTo } as const;
    return t.isWord(i, 'tonight') ? { ...day, type: 'TIME', clock: 'TNI' } : { ...day, type: 'DATE' };
  },
};
