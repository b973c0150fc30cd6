import { BLANK } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { LEANS } from '../../../grammar/lean.ts';
import { W } from '../../../grammar/word.ts';
import { readYear, skipNextYear } from './year.ts';
import { inYear, readYearPhrase } from './year-phrase.ts';

/** "Sommer 2008", "im Herbst", "letzten Winter". Without a year a preposition must govern it: "der Prager Frühling" is no season. */
export const season: Form = {
  name: 'season',
  starts: [W.Season, W.Which],
  read: (t, i) => {
    const lean = t.is(i, W.Which) ? LEANS[t.value(i)] : 'nearest';
    const j = t.is(i, W.Which) ? i + 1 : i;
    if (!lean || !t.is(j, W.Season)) return undefined;
    const base = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'season', part: t.value(j) } as const;
    const year = readYear(t, j + 1);
    const phrase = readYearPhrase(t, j + 1);
    if (phrase) return inYear(base, phrase);
    if (year) return { ...base, year: year.value, upTo: skipNextYear(t, year) };
    return j > i || t.is(i - 1, W.Preposition) ? { ...base, lean, upTo: j + 1 } : undefined;
  },
};
