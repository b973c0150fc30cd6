import { looksLikeYear, readYear } from '../../../grammar/dates.ts';
import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';

/** "Q3 2021", "Q3", "H1 2021", "FY2013": codes of company reports. */
export const periodCode: Form = {
  name: 'period-code',
  starts: [W.PeriodCode],
  read: (t, i) => {
    if (!t.capital(i)) return undefined;
    const code = t.text.slice(t.start(i), t.end(i)).toUpperCase();
    const digits = Number(code.replace(/^\D+/, ''));
    if (code.startsWith('FY')) {
      const year = digits < 100 ? 2000 + digits : digits;
      return looksLikeYear(year)
        ? { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'year', year, upTo: i + 1 }
        : undefined;
    }
    const unit = code.startsWith('Q') ? 'quarter' : 'half';
    if (digits < 1 || digits > (unit === 'quarter' ? 4 : 2)) return undefined;
    const period = { ...BLANK, kind: 'calendar', type: 'DATE', unit, part: digits } as const;
    const j = t.is(i + 1, W.Of) || t.is(i + 1, W.Fiscal) ? i + 2 : i + 1;
    const year = readYear(t, j);
    if (year) return { ...period, year: year.value, upTo: year.upTo };
    return unit === 'quarter' ? { ...period, lean: 'nearest', upTo: i + 1 } : undefined;
  },
};
