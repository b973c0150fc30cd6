import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

const YEAR = UNITS.indexOf('year');

/** "die 1990er Jahre", "den 80er Jahren", "der 1990er", "die Neunzigerjahre", "der neunziger Jahre". */
export const decade: Form = {
  name: 'decade',
  starts: [W.The, W.DecadeNumeral, W.DecadeWord],
  read: (t, i) => {
    const j = t.is(i, W.The) ? i + 1 : i;
    if (t.is(j, W.DecadeWord)) return readWord(t, j);
    if (!t.is(j, W.DecadeNumeral) || t.value(j) % 10 !== 0) return undefined;
    const year = t.digits(j) === 2 ? 1900 + t.value(j) : t.value(j);
    const noun = t.is(j + 1, W.Hyphen) ? j + 2 : j + 1;
    const upTo = t.is(noun, W.Unit) && t.value(noun) === YEAR && t.plural(noun) ? noun + 1 : j + 1;
    return year >= 1000 && year <= 2100
      ? { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'decade', year, upTo }
      : undefined;
  },
};

/** "Neunzigerjahre" is a whole word; "neunziger" needs "Jahre" after it. */
function readWord(t: TokenWindow, j: number): Expression | undefined {
  const decade = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'decade', year: 1900 + t.value(j) * 10 } as const;
  if (t.end(j) - t.start(j) > LONGEST_STEM) return { ...decade, upTo: j + 1 };
  const years = t.is(j + 1, W.Unit) && t.value(j + 1) === YEAR && t.plural(j + 1);
  // "Ende der Neunziger": without "Jahre" the word needs a capital and an article.
  const alone = t.capital(j) && t.is(j - 1, W.The) && !(t.is(j + 1, W.Unknown) && t.capital(j + 1));
  return years ? { ...decade, upTo: j + 2 } : alone ? { ...decade, upTo: j + 1 } : undefined;
}

/** Letters of "dreißiger", "neunziger". */
const LONGEST_STEM = 10;
