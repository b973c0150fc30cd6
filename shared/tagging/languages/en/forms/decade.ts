import type { Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "the 1990s", "1990s", "the '80s", "the nineties", "the nineteen-nineties", "the 470s BC". */
export const decade: Form = {
  name: 'decade',
  starts: [W.The, W.DecadeNumeral, W.DecadeWord, W.Number, W.NumberWord, W.Apostrophe],
  read: readDecade,
};

function readDecade(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  const k = t.is(j, W.Apostrophe) ? j + 1 : j;
  const cls = t.cls(k);
  if (cls === W.DecadeNumeral) {
    const n = t.value(k);
    if (n % 10 !== 0) return undefined;
    if (t.digits(k) === 2) return k > i ? ofDecade(1900 + n, k + 1) : undefined;
    if (n < 1000 || n > 2100) return undefined;
    return ofDecade(n, k + 1);
  }
  if (cls === W.Number && t.digits(k) === 4 && t.value(k) % 10 === 0 && t.is(k + 1, W.Possessive) && k > i) {
    return ofDecade(t.value(k), k + 2);
  }
  if (cls === W.DecadeWord) return k > i && t.value(k) >= 2 ? ofDecade(1900 + t.value(k) * 10, k + 1) : undefined;
  if (cls === W.NumberWord && (t.value(k) === 19 || t.value(k) === 18)) {
    const word = t.is(k + 1, W.Hyphen) ? k + 2 : k + 1;
    if (t.is(word, W.DecadeWord)) return ofDecade(t.value(k) * 100 + t.value(word) * 10, word + 1);
  }
  return undefined;
}

const ofDecade = (year: number, upTo: number): Expression => ({
  kind: 'calendar',
  type: 'DATE',
  unit: 'decade',
  year,
  upTo,
});
