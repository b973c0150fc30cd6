import type { Expression } from '../grammar/expression.ts';
import type { Recognised } from '../recognise.ts';

/** Signs of text that may stand between two dates said in one breath. */
const LONGEST_JOIN = 16;
const JOINS = /^\s*(?:and|or|to|through|until|till|und|bis|oder|[-–—/,&])?\s*(?:the\s+|early\s+|late\s+|mid-?)?$/;

/**
 * "April and June 1955", "August/September 1956", "the spring and early summer of 1943": the first is of the year the second states, or of
 * the year before if it would come after it ("November to January 1943").
 */
export function coordinated(one: Recognised, next: Recognised | undefined, text: string): Recognised {
  const e = one.expression;
  if (!next || next.start - one.end > LONGEST_JOIN) return one;
  const set = next.expression.type === 'SET' ? next.expression.value : undefined;
  if (set?.startsWith(WEEKDAYS)) return alsoASet(one, set, text.slice(one.end, next.start));
  if (e.kind !== 'calendar' || e.lean !== 'nearest' || e.part === undefined) return one;
  const other = next.expression;
  const alike = other.kind === 'calendar' && other.year !== undefined && other.part !== undefined && !other.short;
  if (!alike || !JOINS.test(text.slice(one.end, next.start))) return one;
  const later = monthWithin(e) > monthWithin(other);
  return { ...one, expression: { ...e, year: (other.year ?? 0) - (later ? 1 : 0), lean: undefined } };
}

/** How the values of "Fridays" and "Friday nights" begin, and how long the day is. */
const WEEKDAYS = 'XXXX-WXX-';

/** "on Monday and Tuesday nights", "Friday and Saturday evenings": the first is every one, too. */
function alsoASet(one: Recognised, set: string, between: string): Recognised {
  const e = one.expression;
  const bare = e.kind === 'calendar' && e.weekday !== undefined && e.part === undefined && e.lean === 'nearest';
  if (!bare || e.clock || !JOINS.test(between)) return one;
  const value = `${WEEKDAYS}${e.weekday}${set.slice(WEEKDAYS.length + 1)}`;
  return { ...one, expression: { ...e, kind: 'fixed', type: 'SET', value } };
}

/** Roughly which month of the year a part is. */
const monthWithin = (e: Expression): number =>
  (e.part ?? 0) * (e.unit === 'season' || e.unit === 'quarter' ? 3 : e.unit === 'half' ? 6 : 1);

const PAIRED = /^\s*(?:to|through|until|till|bis|[-–—/])\s*$/;

/** "from Thursday to Saturday": the second is the first one after the first. */
export function afterItsPair(one: Recognised, previous: Recognised | undefined, text: string): Recognised {
  const e = one.expression;
  if (!previous || e.kind !== 'calendar' || e.weekday === undefined || e.lean !== 'nearest' || e.part !== undefined)
    return one;
  if (one.start - previous.end > LONGEST_JOIN || !PAIRED.test(text.slice(previous.end, one.start))) return one;
  const before = previous.expression;
  const paired = before.kind === 'calendar' && before.weekday !== undefined && before.part === undefined;
  return paired ? { ...one, expression: { ...e, lean: 'following' } } : one;
}
