import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "4.6.1989", "04.06.89". */
export const dottedDate: Form = { name: 'dotted-date', starts: [W.Number], read: readDottedDate };

function readDottedDate(t: TokenWindow, i: number): Expression | undefined {
  for (const at of [i + 1, i + 3]) if (!t.is(at, W.Dot) || t.spaced(at) || !t.is(at + 1, W.Number)) return undefined;
  const [day, part, written, digits] = [t.value(i), t.value(i + 2), t.value(i + 4), t.digits(i + 4)];
  if (t.digits(i) > 2 || t.digits(i + 2) > 2 || (digits !== 2 && digits !== 4)) return undefined;
  if (day < 1 || day > 31 || part < 1 || part > 12 || (t.is(i - 1, W.Dot) && !t.spaced(i))) return undefined;
  const year = digits === 4 ? written : written + (written < 50 ? 2000 : 1900);
  return { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', year, part, day, short: digits === 2, upTo: i + 5 };
}
