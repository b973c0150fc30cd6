import { durationValue } from '../../../grammar/duration-value.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { Away, UNITS, type UnitName, W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** An unstated number of units: "for weeks", "within days", "the following days", "coming months", "the weeks ahead". */
export const bareUnits: Form = { name: 'bare-units', starts: [W.Unit, W.The, W.Which], read: readBareUnits };

const DAY = UNITS.indexOf('day');

function readBareUnits(t: TokenWindow, i: number): Expression | undefined {
  const definite = t.is(i, W.The);
  let j = definite ? i + 1 : i;
  const which = t.is(j, W.Which) ? t.value(j++) : -1;
  if (t.is(j, W.UnitKind)) j++;
  const early = definite && which < 0 && t.is(j, W.Stage);
  if (early) j++;
  if (!t.is(j, W.Unit)) return undefined;
  if (!t.plural(j)) return j === i ? readLong(t, j) : undefined;
  // "hours" and "minutes" without a number are durations only after "within".
  if (t.value(j) < DAY && !(which < 0 && t.isWord(i - 1, 'within'))) return undefined;
  const unit = UNITS[t.value(j)] as UnitName;
  const length = (upTo: number): Expression => ({
    ...BLANK,
    kind: 'fixed',
    type: 'DURATION',
    value: durationValue(Number.NaN, unit),
    upTo,
  });
  switch (which) {
    case Which.These:
      return unit === 'day'
        ? { ...BLANK, kind: 'fixed', type: 'DATE', value: 'PRESENT_REF', upTo: j + 1 }
        : length(j + 1);
    case Which.Recent:
      // "months" and "weeks" are durations; "days" and "years" only mean some time ago.
      if (unit !== 'year' && unit !== 'day' && unit !== 'decade') return length(j + 1);
      return { ...BLANK, kind: 'fixed', type: 'DATE', value: 'PAST_REF', upTo: j + 1 };
    case Which.Past:
      return { ...BLANK, kind: 'fixed', type: 'DATE', value: 'PAST_REF', upTo: j + 1 };
    case Which.Future:
      return { ...BLANK, kind: 'fixed', type: 'DATE', value: 'FUTURE_REF', upTo: j + 1 };
    case Which.Coming:
    case Which.Following:
    case Which.Previous:
    case Which.Final:
    case Which.Last:
    case Which.Next:
      return length(j + 1);
    case -1:
      break;
    default:
      return undefined;
  }
  if (early) return length(j + 1);
  if (unit === 'quarter') return undefined;
  if (definite) return t.isWord(j + 1, 'ahead') ? length(j + 2) : undefined;
  // "weeks or months" is one length.
  const end = t.is(j + 1, W.Or) && t.is(j + 2, W.Unit) && t.plural(j + 2) ? j + 3 : j + 1;
  const before = t.cls(i - 1);
  const after = t.is(end, W.Away) ? t.value(end) : -1;
  // "a decades-long embargo".
  if (t.is(j + 1, W.Hyphen) && t.isWord(j + 2, 'long')) return length(j + 3);
  const governed = before === W.Within || (before === W.Preposition && t.isWord(i - 1, 'in')) || before === W.Away;
  if (t.isWord(end, 'passed') || t.isWord(end, 'elapsed')) return length(end);
  // "17 years of age" is an age.
  const followed =
    after === Away.Before ||
    after === Away.After ||
    (t.is(end, W.Of) && !t.isWord(end + 1, 'age') && !t.is(end + 1, W.Month));
  if (!governed && !(followed && before !== W.Unknown && before !== W.Hyphen && before !== W.Ordinal)) return undefined;
  return length(end);
}

/** "their day-long meeting", "a decade-long war": a duration of one unit. */
function readLong(t: TokenWindow, i: number): Expression | undefined {
  if (!t.is(i + 1, W.Hyphen) || !t.isWord(i + 2, 'long')) return undefined;
  const value = durationValue(1, UNITS[t.value(i)] as UnitName);
  return { ...BLANK, kind: 'fixed', type: 'DURATION', value, upTo: i + 3 };
}
