import { durationValue } from '../../../grammar/duration-value.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { Away, UNITS, type UnitName, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** "last week", "this month", "next year", "the previous day", "that same year", "earlier this month", "the current year", "the weekend". */
export const deicticUnit: Form = { name: 'deictic-unit', starts: [W.Which, W.The, W.Away], read: readDeicticUnit };

const PARTS_OF = new Set<number>([Which.Last, Which.Next, Which.Final]);
const LASTING = new Set<number>([Which.Last, Which.Past, Which.Next]);
/** Words that count from the day of writing. */
const FROM_NOW = new Set<number>([Which.This, Which.Last, Which.Past, Which.Next, Which.Coming, Which.Current]);
/** In place of a `Which`: the words state a duration. */
const LENGTH = -2;
const HOUR = UNITS.indexOf('hour');

function readDeicticUnit(t: TokenWindow, i: number): Expression | undefined {
  if (t.is(i, W.Away)) return readEarlierOrLater(t, i);
  const definite = t.is(i, W.The);
  let j = definite ? i + 1 : i;
  let which = -1;
  if (t.is(j, W.Which)) which = t.value(j++);
  // "this past week", "that same year"; but "following last week's vote" means last week.
  if ((which === Which.This || which === Which.That) && t.is(j, W.Which)) {
    const inner = t.value(j++);
    // "said that last week the pit closed": a conjunction
    if (which === Which.That && FROM_NOW.has(inner)) return undefined;
    which = inner;
  }
  if (t.is(j, W.UnitKind) || t.is(j, W.Fiscal)) j++;
  if (!t.is(j, W.Unit) || t.plural(j) || t.value(j) <= HOUR) return undefined;
  // "This Week", a programme's name.
  if (t.capital(i) && t.capital(j) && t.is(i - 1, W.Quote)) return undefined;
  const step = UNITS[t.value(j)] as UnitName;
  const upTo = j + 1;
  // "the day before", "the day after", "the day following", "the week prior".
  const after = isPrior(t, upTo)
    ? Away.Before
    : t.is(upTo, W.Away)
      ? t.value(upTo)
      : t.is(upTo, W.Which) && t.value(upTo) === Which.Following
        ? Away.After
        : -1;
  if (definite && which < 0) return readOverNext(t, j, step) ?? readBare(t, i, j, step, after);
  const shift = (amount: number, anchor: 'speech' | 'text' | 'here'): Expression => ({
    ...BLANK,
    kind: 'shift',
    type: 'DATE',
    step,
    amount,
    anchor,
    upTo,
  });
  // "the last year of the war" is a duration without a known first day.
  if (definite && t.is(upTo, W.Of) && PARTS_OF.has(which))
    return { ...BLANK, kind: 'fixed', type: 'DURATION', value: durationValue(1, step), upTo };
  // "for the next year": a duration, not a calendar year.
  if (definite && LASTING.has(which) && t.isWord(i - 1, 'for')) which = LENGTH;
  switch (which) {
    case LENGTH:
      break;
    case Which.This:
      // "this day" in a narrative is the last day mentioned; "this week" is the week of writing.
      return shift(0, step === 'day' ? 'here' : 'speech');
    case Which.Current:
      return shift(0, 'speech');
    case Which.Past:
      // "the past decade" is the ten years up to now, not a calendar decade.
      if (step === 'decade' || step === 'century') break;
      return shift(-1, 'speech');
    case Which.Last:
      return shift(-1, 'speech');
    case Which.Next:
      return shift(1, definite ? 'text' : 'speech');
    case Which.Coming:
      return shift(1, 'speech');
    case Which.Previous:
      return shift(-1, 'text');
    case Which.Following:
      return shift(1, 'text');
    case Which.That:
    case Which.Same:
      return shift(0, 'text');
    case Which.Latest:
      return step === 'year' ? shift(-1, 'speech') : undefined;
    default:
      return undefined;
  }
  return { ...BLANK, kind: 'fixed', type: 'DURATION', value: durationValue(1, step), upTo };
}

/** "The week prior", "a fire the day prior"; "the week prior to the vote" is counted from the vote. */
const isPrior = (t: TokenWindow, i: number): boolean =>
  t.isWord(i, 'prior') && !t.is(i + 1, W.To) && !t.isWord(i + 1, 'to');

/** "earlier this month", "later that year", "earlier in the year". */
function readEarlierOrLater(t: TokenWindow, i: number): Expression | undefined {
  if (t.value(i) !== Away.Earlier && t.value(i) !== Away.Later) return undefined;
  // "Earlier Sunday", "later yesterday": the day itself.
  if (t.is(i + 1, W.Weekday) && !t.plural(i + 1)) {
    const day = {
      ...BLANK,
      kind: 'calendar',
      type: 'DATE',
      unit: 'day',
      weekday: t.value(i + 1),
      lean: 'nearest',
    } as const;
    return { ...day, upTo: i + 2 };
  }
  if (t.is(i + 1, W.Deictic))
    return {
      ...BLANK,
      kind: 'shift',
      type: 'DATE',
      step: 'day',
      amount: t.value(i + 1),
      anchor: 'speech',
      upTo: i + 2,
    };
  const inside = t.is(i + 1, W.Preposition) ? i + 2 : i + 1;
  return t.is(inside, W.Which) || t.is(inside, W.The) ? readDeicticUnit(t, inside) : undefined;
}

/** "the year before last", "the week after next". */
function readOverNext(t: TokenWindow, j: number, step: UnitName): Expression | undefined {
  const back = t.isWord(j + 1, 'before') && t.isWord(j + 2, 'last');
  if ((!back && !(t.isWord(j + 1, 'after') && t.isWord(j + 2, 'next'))) || t.is(j + 3, W.Unit)) return undefined;
  const shift = { ...BLANK, kind: 'shift', type: 'DATE', step, anchor: 'speech' } as const;
  return { ...shift, amount: back ? -2 : 2, upTo: j + 3 };
}

const LONGEST_END = 12;
const ENDS_DAY = /\b(?:(?:end|clos|finish|start|open|beg[ai]n)(?:e|s|es|ed|ing)?|later in|earlier in)\s+$/i;

/** "the year", "the weekend", "the week": the last one mentioned, unless the following words name another. */
function readBare(t: TokenWindow, i: number, j: number, step: UnitName, after: number): Expression | undefined {
  const upTo = j + 1;
  const governed =
    t.is(i - 1, W.Preposition) ||
    t.is(i - 1, W.Within) ||
    t.is(i - 1, W.Of) ||
    (t.is(i - 1, W.Approx) && t.isWord(i - 1, 'over'));
  // "the day before the crash" is resolved later, by the event; only a phrase that stands alone is read here.
  const following = t.is(upTo, W.Which);
  const alone =
    following || isPrior(t, upTo) || (!t.is(upTo + 1, W.Unknown) && !t.is(upTo + 1, W.Which) && !t.is(upTo + 1, W.The));
  if (after >= 0 && !alone) return undefined;
  // "The year after, it was raised"; figures are "down from those of the year before".
  const stepwise =
    step === 'day' ||
    ((step === 'year' || step === 'month' || step === 'week') &&
      (isPrior(t, upTo) || (t.is(upTo + 1, W.Comma) && t.capital(i))));
  if (stepwise && after === Away.Before)
    return { ...BLANK, kind: 'shift', type: 'DATE', step, amount: -1, anchor: 'text', upTo: upTo + 1 };
  if (stepwise && after === Away.After)
    return { ...BLANK, kind: 'shift', type: 'DATE', step, amount: 1, anchor: 'text', upTo: upTo + 1 };
  if (step === 'year') {
    const ended = t.isWord(upTo, 'ended') || t.isWord(upTo, 'ending');
    if (ended) return { ...BLANK, kind: 'fixed', type: 'DURATION', value: 'P1Y', upTo };
  }
  if (step === 'weekend') return { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'weekend', lean: 'nearest', upTo };
  const edged = t.is(i - 1, W.Of) && t.is(i - 2, W.Edge);
  // "the end of the decade"; "the trial of the century" is no time.
  if (edged && (step === 'decade' || step === 'century') && !t.is(upTo, W.Of))
    return { ...BLANK, kind: 'shift', type: 'DATE', step, amount: 0, anchor: 'here', upTo };
  // "to end the day at 41.20", "later in the day": the last day mentioned.
  if (step === 'day' && ENDS_DAY.test(t.text.slice(Math.max(0, t.start(i) - LONGEST_END), t.start(i))))
    return { ...BLANK, kind: 'shift', type: 'DATE', step, amount: 0, anchor: 'here', upTo };
  if (!governed || t.is(upTo, W.Of) || t.is(upTo, W.Away) || (t.is(upTo, W.Unknown) && step !== 'year'))
    return undefined;
  if (step === 'year' || step === 'month' || step === 'week')
    return { ...BLANK, kind: 'shift', type: 'DATE', step, amount: 0, anchor: 'here', upTo };
  return undefined;
}
