import type { Expression } from '../grammar/expression.ts';
import type { Recognised } from '../recognise.ts';
import { yearOfEvent } from './event-year.ts';
import {
  AND,
  BETWEEN,
  CLOSES,
  FROM,
  IN_BRACKET,
  JOINS,
  LONGEST_JOIN,
  type Neighbourhood,
  OPENS,
  PAIRED,
  textBetween,
} from './joins.ts';
import { afterItsPair, dayOfNextClock, inWeekOfNext, partOfNextYear } from './pairs.ts';

/**
 * Rules by which an expression takes missing fields from its neighbours, in order; the first that applies wins. `from` names the pass:
 * `right` rules run from the end of the text to its start, so that the first of three takes what the last one states.
 */
const RULES: readonly {
  readonly name: string;
  readonly example: string;
  readonly from: 'left' | 'right';
  readonly apply: (around: Neighbourhood) => Expression | undefined;
}[] = [
  { name: 'set', example: 'on Monday and Tuesday nights', from: 'right', apply: alsoASet },
  { name: 'bracket', example: '25 October (7 November) 1917', from: 'right', apply: yearAfterBracket },
  { name: 'year in a bracket', example: 'on 3 May (2011)', from: 'right', apply: yearInBracket },
  { name: 'list', example: 'April and June 1955', from: 'right', apply: yearOfNext },
  { name: 'year first', example: 'in 2018 from February to December', from: 'left', apply: yearBeforeRange },
  { name: 'year before a bracket', example: 'in 2003 (May to August)', from: 'left', apply: yearBeforeBracket },
  { name: 'end', example: 'from 28 December 1978 to 4 January', from: 'left', apply: yearOfStart },
  { name: 'event', example: 'the 2010 final on 11 July', from: 'left', apply: yearOfEvent },
  { name: 'pair of weekdays', example: 'from Thursday to Saturday', from: 'left', apply: afterItsPair },
  { name: 'weekdays of a week', example: 'Monday to Friday of last week', from: 'right', apply: inWeekOfNext },
  { name: 'clocks of a day', example: 'from 9 a.m. to 5 p.m. on 3 May', from: 'right', apply: dayOfNextClock },
  { name: 'part of two years', example: 'in September 2015 and 2016', from: 'left', apply: partOfNextYear },
];

/**
 * Joined dates share the fields that one of them states, mostly the year. A year that belongs only to the days before it
 * ("(7 November) 1917") becomes the end of the last of them.
 */
export function shareFields(found: readonly Recognised[], text: string): readonly Recognised[] {
  // Most expressions stand alone, and most texts have none that share.
  let shared: Recognised[] | undefined;
  for (const from of ['right', 'left'] as const)
    for (let k = 0; k < found.length; k++) {
      const i = from === 'right' ? found.length - 1 - k : k;
      const e = (found[i] as Recognised).expression;
      if (!mayShare(e)) continue;
      if (!isNear(found[i], found[i + 1]) && !isNear(found[i - 1], found[i])) continue;
      const expression = sharedBy(shared ?? found, i, from, text);
      if (!expression) continue;
      shared ??= [...found];
      shared[i] = { ...(shared[i] as Recognised), expression };
    }
  return shared ? withoutTaken(shared, text) : found;
}

/** A date that lacks a field, a clock without a day, or a year that may be a part of it. */
const mayShare = (e: Expression): boolean =>
  e.kind === 'calendar' ? e.lean === 'nearest' || e.open === 'year' : e.clock !== undefined && e.anchor === 'text';

const isNear = (one: Recognised | undefined, next: Recognised | undefined): boolean =>
  one !== undefined && next !== undefined && next.start - one.end <= LONGEST_JOIN * 2;

/** The result of the first rule that applies to an expression. */
function sharedBy(all: readonly Recognised[], i: number, from: 'left' | 'right', text: string): Expression | undefined {
  const around = { one: all[i] as Recognised, previous: all[i - 1], next: all[i + 1], afterNext: all[i + 2], text };
  for (const rule of RULES) {
    const expression = rule.from === from ? rule.apply(around) : undefined;
    if (expression) return expression;
  }
  return undefined;
}

/** The year after a bracket becomes the end of the date before it. */
const withoutTaken = (shared: readonly Recognised[], text: string): Recognised[] =>
  shared.flatMap((one, i) => {
    if (isTaken(one, shared[i - 1], text)) return [];
    const year = shared[i + 1];
    return [year && isTaken(year, one, text) ? { ...one, end: year.end } : one];
  });

/** "3 Oct till 4 Oct": two bare dates that bound one stretch, so that they lie on one side of the day of writing. */
export function boundOneStretch(one: Recognised | undefined, next: Recognised | undefined, text: string): boolean {
  if (!one || !next || !isBare(one.expression) || !isBare(next.expression)) return false;
  return PAIRED.test(textBetween(text, one, next) ?? 'apart');
}

/** The year of the end of such a stretch, which begins in a year. */
export const yearOfEnd = (start: Expression, end: Expression, year: number): number =>
  monthWithin(end) < monthWithin(start) ? year + 1 : year;

/** A month, day, season or quarter without a year. */
const isBare = (e: Expression): boolean => e.kind === 'calendar' && e.lean === 'nearest' && e.part !== undefined;

/** A month, day, season or quarter with its year in full. */
const isDated = (e: Expression): boolean =>
  e.kind === 'calendar' && e.year !== undefined && e.part !== undefined && (!e.short || e.unit === 'day');

const isYear = (e: Expression): boolean => e.kind === 'calendar' && e.unit === 'year' && e.year !== undefined;

/** Roughly which day of the year a date begins on, in months. */
const monthWithin = (e: Expression): number =>
  (e.part ?? 0) * (e.unit === 'season' || e.unit === 'quarter' ? 3 : e.unit === 'half' ? 6 : 1) + (e.day ?? 0) / 32;

const inYear = (e: Expression, year: number): Expression => ({ ...e, year, lean: undefined });

/** The first is of the year that the second states, or of the year before if it would come after it ("November to January 1943"). */
function yearOfNext({ one, next, text }: Neighbourhood): Expression | undefined {
  const e = one.expression;
  if (!next || !isBare(e) || !isDated(next.expression)) return undefined;
  const between = textBetween(text, one, next);
  if (between === undefined || !(JOINS.test(between) || OPENS.test(between))) return undefined;
  const later = Math.floor(monthWithin(e)) > Math.floor(monthWithin(next.expression));
  // The days of a list rise; only a range may cross the turn of the year, and a bracket gives the same day of another calendar.
  return inYear(e, (next.expression.year ?? 0) - (later && !OPENS.test(between) ? 1 : 0));
}

/** Both days of "25 October (7 November) 1917", and of "7 December (8 December in Asia), 1941". */
function yearAfterBracket({ one, next, afterNext, text }: Neighbourhood): Expression | undefined {
  if (!next || !isBare(one.expression)) return undefined;
  const between = text.slice(one.end, Math.min(next.start, one.end + LONGEST_JOIN * 2));
  if (isYear(next.expression) && CLOSES.test(between) && isInBracket(text, one.start))
    return inYear(one.expression, next.expression.year ?? 0);
  const outer = afterNext && isYear(afterNext.expression) && isDated(next.expression) && OPENS.test(between);
  return outer ? inYear(one.expression, next.expression.year ?? 0) : undefined;
}

/** "on 3 May (2011)": the year alone in the bracket. */
function yearInBracket({ one, next, text }: Neighbourhood): Expression | undefined {
  if (!next || !isBare(one.expression) || !isYear(next.expression) || text[next.end] !== ')') return undefined;
  return textBetween(text, one, next) === ' (' ? inYear(one.expression, next.expression.year ?? 0) : undefined;
}

const isInBracket = (text: string, start: number): boolean =>
  /[([][^()[\]]{0,12}$/.test(text.slice(Math.max(0, start - 14), start));

/** True for the year after a bracket whose days have taken it. */
function isTaken(one: Recognised, previous: Recognised | undefined, text: string): boolean {
  if (!previous || !isYear(one.expression) || one.start - previous.end > LONGEST_JOIN * 2) return false;
  const e = previous.expression;
  if (!isDated(e) || e.year !== one.expression.year) return false;
  return CLOSES.test(text.slice(previous.end, one.start)) && isInBracket(text, previous.start);
}

/** "in 2018 from February to December": both have the year before them. */
function yearBeforeRange({ one, previous, next, text }: Neighbourhood): Expression | undefined {
  if (!previous || !next || !isBare(one.expression) || !isYear(previous.expression) || !isBare(next.expression))
    return undefined;
  const before = textBetween(text, previous, one);
  const after = textBetween(text, one, next);
  if (before === undefined || after === undefined || !FROM.test(before) || !(PAIRED.test(after) || AND.test(after)))
    return undefined;
  return inYear(one.expression, previous.expression.year ?? 0);
}

/** "in 2003 (May to August)", "in 2003 (12 May)". */
function yearBeforeBracket({ one, previous, text }: Neighbourhood): Expression | undefined {
  if (!previous || !isBare(one.expression) || !isYear(previous.expression)) return undefined;
  const between = textBetween(text, previous, one);
  return between !== undefined && IN_BRACKET.test(between)
    ? inYear(one.expression, previous.expression.year ?? 0)
    : undefined;
}

/** "from 28 December 1978 to 4 January": the end has the start's year, or the next if it would otherwise precede the start. */
function yearOfStart({ one, previous, text }: Neighbourhood): Expression | undefined {
  const e = one.expression;
  if (!previous || !isBare(e) || !isDated(previous.expression)) return undefined;
  const between = textBetween(text, previous, one);
  if (between === undefined) return undefined;
  const paired =
    PAIRED.test(between) ||
    (AND.test(between) && BETWEEN.test(text.slice(Math.max(0, previous.start - LONGEST_JOIN), previous.start)));
  if (!paired) return undefined;
  const earlier = monthWithin(e) < monthWithin(previous.expression);
  return inYear(e, (previous.expression.year ?? 0) + (earlier ? 1 : 0));
}

/** How the values of "Fridays" and "Friday nights" begin, and how long the day is. */
const WEEKDAYS = 'XXXX-WXX-';

/** "on Monday and Tuesday nights", "Friday and Saturday evenings": the first is every one, too. */
function alsoASet({ one, next, text }: Neighbourhood): Expression | undefined {
  const e = one.expression;
  const set = next?.expression.type === 'SET' ? next.expression.value : undefined;
  const bare = e.kind === 'calendar' && e.weekday !== undefined && e.part === undefined && e.lean === 'nearest';
  const between = textBetween(text, one, next);
  if (!bare || e.clock || !set?.startsWith(WEEKDAYS) || between === undefined || !JOINS.test(between)) return undefined;
  return { ...e, kind: 'fixed', type: 'SET', value: `${WEEKDAYS}${e.weekday}${set.slice(WEEKDAYS.length + 1)}` };
}
