import { readSmudgedYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';

const CIRCA = /^ca?([12]\d{3})$/i;
/** Words after which four characters are a year. */
const LEADS = new Set<number>([W.Preposition, W.Of, W.Between, W.To, W.Within, W.Stage, W.Away]);

/** "c1650", "ca1901"; "in 19O5", "of l912", in which OCR read digits as letters. */
export const yearCode: Form = {
  name: 'year-code',
  starts: [W.PeriodCode],
  read: (t, i): Expression | undefined => {
    const code = t.text.slice(t.start(i), t.end(i));
    const circa = CIRCA.exec(code)?.[1];
    const year = circa ? Number(circa) : LEADS.has(t.cls(i - 1)) ? readSmudgedYear(t, i)?.value : undefined;
    if (year === undefined) return undefined;
    const stated = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'year', year, upTo: i + 1 } as const;
    return circa ? { ...stated, mod: 'APPROX', approximate: true } : stated;
  },
};
