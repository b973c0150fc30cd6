import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readJoin } from './second-day.ts';

const CENTURY = UNITS.indexOf('century');
const MILLENNIUM = UNITS.indexOf('millennium');

/** "the 19th century", "nineteenth-century", "the twenty-first century", "the 4th century BC", "the third millennium", "12th and 13th centuries". */
export const century: Form = { name: 'century', starts: [W.The, W.Ordinal, W.NumberWord], read: readCentury };

/** Centuries that are named before the word. */
const MOST = 4;

function readCentury(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  // Most articles and number words begin no century.
  if (!readOrdinal(t, j)) return undefined;
  const ordinals: { value: number; from: number; upTo: number }[] = [];
  let k = j;
  for (;;) {
    const ordinal = readOrdinal(t, k);
    if (!ordinal) break;
    ordinals.push({ ...ordinal, from: k });
    const joined = readJoin(t, ordinal.upTo);
    const next = t.is(ordinal.upTo, W.Comma) ? ordinal.upTo + 1 : joined;
    // "nineteenth-century" has a hyphen, too.
    if (next < 0 || ordinals.length === MOST || t.is(next, W.Unit)) break;
    k = t.is(next, W.And) ? next + 1 : next;
    if (t.is(k, W.The)) k++;
    if (t.is(k, W.Stage)) k += t.is(k + 1, W.Hyphen) ? 2 : 1;
  }
  const last = ordinals.at(-1);
  if (!last) return undefined;
  const noun = t.is(last.upTo, W.Hyphen) ? last.upTo + 1 : last.upTo;
  if (!t.is(noun, W.Unit) || (t.plural(noun) && ordinals.length < 2)) return undefined;
  const unit = t.value(noun) === CENTURY ? 'century' : t.value(noun) === MILLENNIUM ? 'millennium' : undefined;
  if (!unit || ordinals.some(({ value }) => value < 1 || value > (unit === 'century' ? 30 : 4))) return undefined;
  const era = t.is(noun + 1, W.Era) ? t.value(noun + 1) : 0;
  return ordinals.reduceRight<Expression | undefined>((also, { value, from, upTo }, place) => {
    const end = place < ordinals.length - 1 ? upTo : era ? noun + 2 : noun + 1;
    const one: Expression = {
      ...BLANK,
      kind: 'calendar',
      type: 'DATE',
      unit,
      year: era < 0 ? -value : value,
      upTo: end,
    };
    return { ...one, from: place > 0 ? from : undefined, also };
  }, undefined);
}

/** "19th", "nineteenth", "twenty-first". */
function readOrdinal(t: TokenWindow, i: number): { value: number; upTo: number } | undefined {
  if (t.is(i, W.Ordinal)) return { value: t.value(i), upTo: i + 1 };
  if (!t.is(i, W.NumberWord) || t.value(i) !== 20) return undefined;
  const j = t.is(i + 1, W.Hyphen) ? i + 2 : i + 1;
  return t.is(j, W.Ordinal) && t.value(j) <= 9 ? { value: 20 + t.value(j), upTo: j + 1 } : undefined;
}
