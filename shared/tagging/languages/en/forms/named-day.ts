import { readYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { LEANS } from '../../../grammar/lean.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { DAY_NAMES } from '../names.ts';

/** "Christmas 1963", "last Thanksgiving", "Labor Day", "New Year's Eve", "Ramadan". */
export const namedDay: Form = { name: 'named-day', starts: [W.Holiday, W.Which, W.Month], read: readNamedDay };

/** Longest names first, so that "Christmas Eve" is not read as "Christmas". */
const NAMES = [...DAY_NAMES].sort((a, b) => b[0].length - a[0].length);
const LONGEST = Math.max(...NAMES.map(([name]) => name.length));

function readNamedDay(t: TokenWindow, i: number): Expression | undefined {
  const lean = t.is(i, W.Which) ? LEANS[t.value(i)] : 'nearest';
  const j = t.is(i, W.Which) ? i + 1 : i;
  if (!lean || !(t.is(j, W.Holiday) || (t.isWord(j, 'may') && t.isWord(j + 1, 'day'))) || !t.capital(j))
    return undefined;
  // "White Christmas", "Black Easter": titles.
  if (j === i && t.is(j - 1, W.Unknown) && t.capital(j - 1)) return undefined;
  const start = t.start(j);
  const heard = t.text
    .slice(start, start + LONGEST)
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('\n', ' ');
  const found = NAMES.find(([name]) => heard.startsWith(name));
  if (!found) return undefined;
  let k = j;
  while (t.end(k) < start + found[0].length) {
    k++;
    if (t.cls(k) === W.None) return undefined;
  }
  if (t.end(k) !== start + found[0].length) return undefined;
  const upTo = k + 1;
  const day = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', named: found[1] } as const;
  const year = readYear(t, t.is(upTo, W.Comma) ? upTo + 1 : upTo);
  return year && j === i ? { ...day, year: year.value, upTo: year.upTo } : { ...day, lean, upTo };
}
