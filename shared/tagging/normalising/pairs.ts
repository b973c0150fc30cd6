import type { Expression } from '../grammar/expression.ts';
import { AND, BETWEEN, JOINS, LONGEST_JOIN, type Neighbourhood, PAIRED, textBetween } from './joins.ts';

/** "between Monday and Thursday": "and" joins the ends of a stretch after "between". */
const isStretch = (text: string, between: string, start: number): boolean =>
  PAIRED.test(between) || (AND.test(between) && BETWEEN.test(text.slice(Math.max(0, start - LONGEST_JOIN), start)));

const isWeekday = (e: Expression): boolean =>
  e.kind === 'calendar' && e.weekday !== undefined && e.part === undefined && e.day === undefined;

/** "from Thursday to Saturday", "between Monday and Thursday": the second is the first one after the first. */
export function afterItsPair({ one, previous, text }: Neighbourhood): Expression | undefined {
  const e = one.expression;
  // Two times of one day are not two days.
  if (e.clock && previous?.expression.clock && e.weekday === previous.expression.weekday) return undefined;
  if (!previous || !isWeekday(e) || e.lean !== 'nearest' || !isWeekday(previous.expression)) return undefined;
  const between = textBetween(text, previous, one);
  return between !== undefined && isStretch(text, between, previous.start) ? { ...e, lean: 'following' } : undefined;
}

/** "Monday to Friday of last week", "Monday and Tuesday of next week": the first belongs to the week that the second states. */
export function inWeekOfNext({ one, next, text }: Neighbourhood): Expression | undefined {
  const e = one.expression;
  const pick = next?.expression.pick;
  if (!next || !isWeekday(e) || e.clock || pick?.of !== 'day' || pick.weekday === 0) return undefined;
  if (next.expression.kind !== 'shift' || next.expression.step !== 'week') return undefined;
  const between = textBetween(text, one, next);
  if (between === undefined || !(JOINS.test(between) || PAIRED.test(between))) return undefined;
  return {
    ...next.expression,
    pick: { ...pick, weekday: e.weekday ?? 1 },
    from: e.from,
    upTo: e.upTo,
    also: undefined,
  };
}

/** A time of day without a day, which is that of the last day mentioned: "9 a.m.". */
const isClockAlone = (e: Expression): boolean =>
  e.kind === 'shift' && e.step === 'day' && e.amount === 0 && e.anchor === 'text' && e.clock !== undefined;

/** "from 9 a.m. to 5 p.m. on 3 May", "between 10pm and 11.30pm on Friday": both belong to the day after the second. */
export function dayOfNextClock({ one, next, text }: Neighbourhood): Expression | undefined {
  if (!next || !isClockAlone(one.expression) || isClockAlone(next.expression)) return undefined;
  if (next.expression.type !== 'TIME' || !next.expression.clock) return undefined;
  const between = textBetween(text, one, next);
  if (between === undefined || !(isStretch(text, between, one.start) || AND.test(between))) return undefined;
  const { clock, from, upTo, open, also, mod } = one.expression;
  return { ...next.expression, clock, from, upTo, open, also, mod };
}

const OF_TWO_YEARS = /^(?:,? and|,? or|,| und| oder)\s+(?:in )?(?:also )?$/;
/** What follows a year that has a month of its own. */
const OWN_PART =
  /^[\s,]*(?:in|between|from|until|till|to)?\s*(?:january|february|march|april|may|june|july|august|september|october|november|december)/i;

/** "in September 2015 and 2016", "the summers… of 2010 and 2011", "Q1 2012 and 2013": the part applies to each year. */
export function partOfNextYear({ one, previous, text }: Neighbourhood): Expression | undefined {
  const e = one.expression;
  if (!previous || e.kind !== 'calendar' || e.unit !== 'year' || e.open !== 'year' || e.year === undefined)
    return undefined;
  const { kind, unit, year, part, day, mod, pick } = previous.expression;
  if (kind !== 'calendar' || year === undefined || part === undefined || day !== undefined || mod || pick)
    return undefined;
  if (unit !== 'month' && unit !== 'season' && unit !== 'quarter' && unit !== 'half') return undefined;
  const between = textBetween(text, previous, one);
  if (between === undefined || !OF_TWO_YEARS.test(between)) return undefined;
  const start = text.slice(Math.max(0, previous.start - LONGEST_JOIN), previous.start);
  if (BETWEEN.test(start) || OWN_PART.test(text.slice(one.end, one.end + LONGEST_JOIN))) return undefined;
  return { ...e, unit, part, open: undefined };
}
