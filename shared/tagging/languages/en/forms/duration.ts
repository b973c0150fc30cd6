import { readCount } from '../../../grammar/count.ts';
import { durationValue } from '../../../grammar/duration-value.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { UNITS, type UnitName, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readModifier } from './modifier.ts';

/** "five years", "10-year", "several months", "the past two months", "the next few days", "nearly three weeks", "more than four hours". */
export const duration: Form = {
  name: 'duration',
  starts: [
    W.Number,
    W.NumberWord,
    W.Decimal,
    W.A,
    W.Several,
    W.Half,
    W.Approx,
    W.The,
    W.Which,
    W.More,
    W.Preposition,
    W.Ordinal,
  ],
  read: readDuration,
};

const SPANNING = new Set<number>([
  Which.Last,
  Which.Next,
  Which.Past,
  Which.Coming,
  Which.Previous,
  Which.Following,
  Which.These,
  Which.Those,
  Which.Final,
  Which.Latest,
  Which.Recent,
]);

function readDuration(t: TokenWindow, i: number): Expression | undefined {
  const modifier = readModifier(t, i);
  if (modifier) {
    const inner = readPlain(t, modifier.upTo, true);
    return inner && { ...inner, mod: modifier.mod };
  }
  return t.is(i, W.Preposition) || t.is(i, W.More) ? undefined : readPlain(t, i, false);
}

function readPlain(t: TokenWindow, i: number, modified: boolean): Expression | undefined {
  const definite = t.is(i, W.The);
  let j = definite ? i + 1 : i;
  // "to last five weeks" is a verb.
  if (t.isWord(j, 'last') && t.isWord(j - 1, 'to')) return undefined;
  const placed = (t.is(j, W.Which) && SPANNING.has(t.value(j))) || (t.is(j, W.Ordinal) && t.value(j) === 1);
  if (t.is(j, W.Which) && !placed) return undefined;
  if (placed) j++;
  if (definite && !placed && t.is(j, W.A)) return undefined;
  // "a three-year period": the article is no count.
  const article = t.is(j, W.A) && isPlainNumber(t, j + 1);
  if (article) j++;
  const count = readCount(t, j);
  if (!count) return undefined;
  const k = skipKind(t, count.upTo);
  if (!t.is(k, W.Unit)) return undefined;
  const adjective = !t.plural(k) && (t.is(k - 1, W.Hyphen) || count.value !== 1) && count.value > 0.5;
  if ((article && !adjective) || isRateOrAge(t, i, j, k, modified || placed)) return undefined;
  const unit = UNITS[t.value(k)] as UnitName;
  if (adjective && !placed)
    return readAdjective(t, durationValue(count.value, unit), {
      article: article || definite ? i : j,
      number: j,
      unit: k,
    });
  // "a decade-long war": the article belongs to the war.
  if (t.is(j, W.A) && t.is(k + 1, W.Hyphen) && t.isWord(k + 2, 'long'))
    return { ...BLANK, kind: 'fixed', type: 'DURATION', value: durationValue(1, unit), from: k, upTo: k + 3 };
  const half = readHalfAfter(t, k + 1);
  const upTo = half || readTail(t, k + 1);
  const value = durationValue(count.value + (half ? 0.5 : 0), unit);
  const length: Expression = { ...BLANK, kind: 'fixed', type: 'DURATION', value, upTo };
  const points =
    !placed &&
    !modified &&
    !definite &&
    t.isWord(i - 1, 'in') &&
    t.value(k) >= DAY &&
    Number.isInteger(count.value) &&
    !isRecord(t, i);
  if (!points) return length;
  return {
    ...BLANK,
    kind: 'shift',
    type: 'DATE',
    step: unit,
    amount: count.value,
    anchor: 'speech',
    unlessAhead: length,
    upTo,
  };
}

const LONGEST_RECORD = 60;
/** "the worst drought in a decade", "its first win in two years": the length of time without a similar event. */
const RECORD = /\b(?:\w+est|first|worst|best|most|least|only|record|lowest|second|third)\s+(?:[\w-]+\s+){0,4}in\s+$/i;

const isRecord = (t: TokenWindow, i: number): boolean =>
  RECORD.test(t.text.slice(Math.max(0, t.start(i) - LONGEST_RECORD), t.start(i)));

/** "three" in "a three-year plan"; not "hundred" in "a hundred years". */
const isPlainNumber = (t: TokenWindow, i: number): boolean =>
  t.is(i, W.Number) || (t.is(i, W.NumberWord) && t.value(i) < 100 && !t.isWord(i, 'dozen'));

/** "the eight-year war", "a two-week truce": the article belongs to the noun; but "a sixty-day period" is a length by itself. */
function readAdjective(
  t: TokenWindow,
  value: string,
  at: { article: number; number: number; unit: number },
): Expression {
  const length = { ...BLANK, kind: 'fixed', type: 'DURATION', value } as const;
  const next = at.unit + 1;
  if (t.is(next, W.Period)) return { ...length, from: at.article, upTo: next + 1 };
  const long = t.is(next, W.Hyphen) ? next + 1 : next;
  if (t.isWord(long, 'long')) return { ...length, from: at.number, upTo: long + 1 };
  return { ...length, from: at.number, upTo: next };
}

/** "more", "full", "consecutive", "or so" and a hyphen may stand between the number and the unit. */
function skipKind(t: TokenWindow, i: number): number {
  let k = i;
  if (t.is(k, W.Hyphen)) k++;
  if (t.is(k, W.Or) && t.isWord(k + 1, 'so') && t.is(k + 2, W.Unit)) return k + 2;
  while (
    t.is(k, W.More) ||
    t.is(k, W.UnitKind) ||
    (t.is(k, W.Which) && (t.value(k) === Which.Previous || t.value(k) === Which.Past))
  )
    k++;
  return k;
}

/** "and a half". */
const readHalfAfter = (t: TokenWindow, i: number): number =>
  t.is(i, W.And) && t.is(i + 1, W.A) && t.is(i + 2, W.Half) ? i + 3 : 0;

/** "or so" is part of the expression that it makes approximate. */
const readTail = (t: TokenWindow, i: number): number =>
  t.is(i, W.Or) && (t.isWord(i + 1, 'so') || t.isWord(i + 1, 'two')) ? i + 2 : i;

const QUARTER = UNITS.indexOf('quarter');
const DAY = UNITS.indexOf('day');
const MINUTE = UNITS.indexOf('minute');

/** "24 hours a day", "$2 a share a year", "6-year-old", "three-quarters of", "60 Minutes". */
function isRateOrAge(t: TokenWindow, i: number, j: number, k: number, placed: boolean): boolean {
  const unit = t.value(k);
  // "the third in as many weeks", "not a day goes by".
  if (t.is(j, W.Several) && t.isWord(j - 1, 'as')) return true;
  if (t.is(j, W.A) && t.isWord(j - 1, 'not')) return true;
  // "on a year-over-year basis".
  if (t.is(k + 1, W.Hyphen) && (t.isWord(k + 2, 'over') || t.isWord(k + 2, 'on') || t.isWord(k + 2, 'to'))) return true;
  if (t.is(k + 1, W.Old) && t.isWord(k + 1, 'old')) return true;
  if (t.is(k + 1, W.Hyphen) && (t.isWord(k + 2, 'old') || t.is(k + 2, W.Away))) return true;
  if (t.is(k + 1, W.Of) && t.isWord(k + 2, 'age')) return true;
  if (unit === QUARTER && ((t.is(k + 1, W.Of) && !t.is(j, W.Several)) || t.is(k - 1, W.Hyphen) || t.is(j, W.A)))
    return true;
  if (unit === MINUTE && t.capital(k) && t.is(k - 1, W.Number)) return true;
  const each = t.cls(k + 1) === W.A && t.cls(k + 2) === W.Unit;
  if (each || t.is(k + 1, W.Per)) return true;
  if (placed || !t.is(j, W.A) || i !== j || t.is(j + 1, W.Several) || t.is(j + 1, W.NumberWord)) return false;
  const before = t.cls(i - 1);
  if (before === W.Unit || before === W.Number || before === W.NumberWord || before === W.Decimal) return true;
  if (before === W.Times || before === W.Counted) return true;
  return before === W.Unknown && t.text.charCodeAt(t.end(i - 1) - 1) === 0x73;
}
