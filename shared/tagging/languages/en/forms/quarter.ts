import { readYear } from '../../../grammar/dates.ts';
import type { Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readYearPhrase } from './year-phrase.ts';

const QUARTER = UNITS.indexOf('quarter');

/** "the third quarter of 1990", "third-quarter", "the first half of 2021", "the fiscal first quarter". */
export const quarter: Form = { name: 'quarter', starts: [W.The, W.Ordinal, W.Fiscal], read: readQuarter };

function readQuarter(t: TokenWindow, i: number): Expression | undefined {
  let j = t.is(i, W.The) ? i + 1 : i;
  if (t.is(j, W.Fiscal)) j = t.is(j + 1, W.Hyphen) ? j + 2 : j + 1;
  if (!t.is(j, W.Ordinal)) return undefined;
  const part = t.value(j);
  const k = t.is(j + 1, W.Hyphen) ? j + 2 : j + 1;
  const isQuarter = t.is(k, W.Unit) && t.value(k) === QUARTER && !t.plural(k) && part <= 4;
  const isHalf = t.is(k, W.Half) && part <= 2;
  if (!isQuarter && !isHalf) return undefined;
  const base = { kind: 'calendar', type: 'DATE', unit: isQuarter ? 'quarter' : 'half', part } as const;
  const m = t.is(k + 1, W.Of) ? k + 2 : k + 1;
  const stated = readYear(t, m);
  if (stated) return { ...base, year: stated.value, upTo: stated.upTo };
  const phrase = readYearPhrase(t, m);
  if (phrase) return { ...base, yearShift: phrase.yearShift, lean: phrase.lean, upTo: phrase.upTo };
  return isQuarter ? { ...base, lean: 'nearest', upTo: k + 1 } : undefined;
}
