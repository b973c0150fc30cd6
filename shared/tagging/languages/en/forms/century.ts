import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

const CENTURY = UNITS.indexOf('century');
const MILLENNIUM = UNITS.indexOf('millennium');

/** "the 19th century", "nineteenth-century", "the twenty-first century", "the 4th century BC", "the third millennium". */
export const century: Form = { name: 'century', starts: [W.The, W.Ordinal, W.NumberWord], read: readCentury };

function readCentury(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  let n = t.value(j);
  let k = j + 1;
  if (t.is(j, W.NumberWord) && n === 20) {
    if (t.is(k, W.Hyphen)) k++;
    if (!t.is(k, W.Ordinal) || t.value(k) > 9) return undefined;
    n += t.value(k++);
  } else if (!t.is(j, W.Ordinal)) return undefined;
  if (t.is(k, W.Hyphen)) k++;
  if (!t.is(k, W.Unit) || t.plural(k)) return undefined;
  const unit = t.value(k) === CENTURY ? 'century' : t.value(k) === MILLENNIUM ? 'millennium' : undefined;
  if (!unit || n < 1 || n > (unit === 'century' ? 30 : 4)) return undefined;
  const era = t.is(k + 1, W.Era) ? t.value(k + 1) : 0;
  return { ...BLANK, kind: 'calendar', type: 'DATE', unit, year: era < 0 ? -n : n, upTo: era ? k + 2 : k + 1 };
}
