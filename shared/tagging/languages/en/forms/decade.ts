import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readJoin } from './second-day.ts';

/** "the 1990s", "1990s", "the '80s", "the nineties", "the nineteen-nineties", "the 470s BC", "the 1870s and 80s". */
export const decade: Form = {
  name: 'decade',
  starts: [W.The, W.DecadeNumeral, W.DecadeWord, W.Number, W.NumberWord, W.Apostrophe],
  read: readDecade,
};

function readDecade(t: TokenWindow, i: number): Expression | undefined {
  const first = readOne(t, i);
  return first && withNext(t, first);
}

/** "the 1870s and 80s", "the '50s, '60s and '70s", "the twenties and thirties": the next ones take the century of the first. */
function withNext(t: TokenWindow, first: Expression): Expression {
  const year = first.year ?? 0;
  const comma = t.is(first.upTo, W.Comma) ? first.upTo + 1 : first.upTo;
  const joined = readJoin(t, comma);
  const j = joined > 0 ? joined : comma > first.upTo ? comma : -1;
  if (j < 0 || year <= 0 || first.unit !== 'decade') return first;
  let k = t.is(j, W.The) ? j + 1 : j;
  if (t.is(k, W.Stage)) k += t.is(k + 1, W.Hyphen) ? 2 : 1;
  const from = k;
  if (t.is(k, W.Apostrophe)) k++;
  const short =
    t.is(k, W.DecadeNumeral) && t.digits(k) === 2
      ? t.value(k)
      : t.is(k, W.DecadeWord) && t.value(k) < 10
        ? t.value(k) * 10
        : -1;
  const second = short < 0 ? -1 : year - (year % 100) + short;
  if (second % 10 !== 0 || second <= year) return first;
  return { ...first, also: { ...withNext(t, ofDecade(second, k + 1)), from } };
}

function readOne(t: TokenWindow, i: number): Expression | undefined {
  const j = t.is(i, W.The) ? i + 1 : i;
  const k = t.is(j, W.Apostrophe) ? j + 1 : j;
  switch (t.cls(k)) {
    case W.DecadeNumeral:
      return readNumeral(t, k, k > i || isNamedDecade(t, k));
    case W.Number:
      // "the 1990's".
      return t.digits(k) === 4 && t.value(k) % 10 === 0 && t.is(k + 1, W.Possessive) && k > i
        ? ofDecade(t.value(k), k + 2)
        : undefined;
    case W.DecadeWord:
      return k > i || isNamedDecade(t, k) ? ofDecade(1900 + t.value(k) * 10, k + 1) : undefined;
    case W.NumberWord: {
      const word = t.is(k + 1, W.Hyphen) ? k + 2 : k + 1;
      const century = t.value(k);
      return (century === 19 || century === 18) && t.is(word, W.DecadeWord)
        ? ofDecade(century * 100 + t.value(word) * 10, word + 1)
        : undefined;
    }
    default:
      return undefined;
  }
}

const NICKNAMES = ['roaring', 'swinging', 'naughty', 'hungry'] as const;

/** "the late nineties", "the Roaring Twenties"; "in his late twenties" and "temperatures in the mid eighties" are none. */
function isNamedDecade(t: TokenWindow, k: number): boolean {
  if (NICKNAMES.some((name) => t.isWord(k - 1, name))) return true;
  const staged = t.is(k - 1, W.Hyphen) ? k - 2 : k - 1;
  if (!t.is(staged, W.Stage) || !t.is(staged - 1, W.The)) return false;
  return !MEASURED.test(t.text.slice(Math.max(0, t.start(staged) - LONGEST_MEASURED), t.start(staged)));
}

const MEASURED = /\b(?:temperatures?|highs|lows|scores?|degrees|reached|hit)\b[^.]*$/i;
const LONGEST_MEASURED = 40;

function readNumeral(t: TokenWindow, k: number, definite: boolean): Expression | undefined {
  const n = t.value(k);
  if (n % 10 !== 0) return undefined;
  if (t.is(k + 1, W.Era) && t.value(k + 1) < 0) return ofDecade(1 - (n + 9), k + 2);
  // "the 00s" are those of this century.
  if (t.digits(k) === 2) return definite ? ofDecade(n === 0 ? 2000 : 1900 + n, k + 1) : undefined;
  // "the 1700s" means the century, not its first decade. "the 1900s" may be either.
  if (n % 100 === 0 && n >= FIRST_CENTURY && n <= LAST_CENTURY)
    return { ...ofDecade(n / 100 + 1, k + 1), unit: 'century' };
  return n >= 1000 && n <= 2100 ? ofDecade(n, k + 1) : undefined;
}

/** Centuries known by their number. */
const FIRST_CENTURY = 1100;
const LAST_CENTURY = 1800;

const ofDecade = (year: number, upTo: number): Expression => ({
  ...BLANK,
  kind: 'calendar',
  type: 'DATE',
  unit: 'decade',
  year,
  upTo,
});
