import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "4.6.1989", "04.06.89", "am 3.5.". */
export const dottedDate: Form = { name: 'dotted-date', starts: [W.Number], read: readDottedDate };

const LEADS =
  /(?:\b(?:[Aa]m|[Vv]om|bis|bis zum|zum|ab|seit|den|dem|und|Mo|Di|Mi|Do|Fr|Sa|So|tag|woch|abend)\.?,?|[-–(])\s?$/;
const LONGEST_LEAD = 10;

/** "3.5.": a day without its year needs a word before it that precedes days. */
function readDayAndMonth(t: TokenWindow, i: number): Expression | undefined {
  for (const at of [i + 1, i + 3]) if (!t.is(at, W.Dot) || t.spaced(at)) return undefined;
  if (!t.is(i + 2, W.Number) || t.spaced(i + 2) || (t.is(i + 4, W.Number) && !t.spaced(i + 4))) return undefined;
  const [day, part] = [t.value(i), t.value(i + 2)];
  if (t.digits(i) > 2 || t.digits(i + 2) > 2 || t.digits(i) === 0 || t.digits(i + 2) === 0) return undefined;
  if (day < 1 || day > 31 || part < 1 || part > 12) return undefined;
  if (!LEADS.test(t.text.slice(Math.max(0, t.start(i) - LONGEST_LEAD), t.start(i)))) return undefined;
  return { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', part, day, lean: 'nearest', upTo: i + 4 };
}

function readDottedDate(t: TokenWindow, i: number): Expression | undefined {
  const short = readDayAndMonth(t, i);
  if (short) return short;
  for (const at of [i + 1, i + 3]) if (!t.is(at, W.Dot) || t.spaced(at) || !t.is(at + 1, W.Number)) return undefined;
  const [day, part, written, digits] = [t.value(i), t.value(i + 2), t.value(i + 4), t.digits(i + 4)];
  if (t.digits(i) > 2 || t.digits(i + 2) > 2 || (digits !== 2 && digits !== 4)) return undefined;
  if (day < 1 || day > 31 || part < 1 || part > 12 || (t.is(i - 1, W.Dot) && !t.spaced(i))) return undefined;
  const year = digits === 4 ? written : written + (written < 50 ? 2000 : 1900);
  return { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', year, part, day, short: digits === 2, upTo: i + 5 };
}
