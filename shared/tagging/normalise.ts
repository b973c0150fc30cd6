import type { DateSpan } from '../time/date-span.ts';
import { daysInMonth } from '../time/day.ts';
import { spanOf, type Third } from '../time/span.ts';
import { timexValue } from '../time/timex-value.ts';
import type { Expression } from './grammar/expression.ts';
import type { Language } from './languages/language.ts';
import type { Anchors } from './normalising/anchors.ts';
import { resolve } from './normalising/resolve.ts';
import type { Recognised } from './recognise.ts';
import type { Timex } from './timex.ts';

/**
 * Gives each recognised expression its TIMEX3 value and its days, in the order of the text: later ones may lean on earlier ones.
 * Expressions that name no real date ("31 April") are left out; those that lean on an unknown day keep an unspecified value.
 */
export function normalise(found: readonly Recognised[], text: string, anchors: Anchors, language: Language): Timex[] {
  const timexes: Timex[] = [];
  for (const [i, recognised] of found.entries()) {
    const timex = normaliseOne(coordinated(recognised, found[i + 1], text), text, anchors, language);
    if (timex) timexes.push(timex);
  }
  return timexes;
}

/** Words and signs that join two dates so closely that the first takes the second's year. */
const JOINS = /^\s*(?:and|or|to|through|until|till|[-–—/,&])?\s*(?:the\s+|early\s+|late\s+|mid-?)?$/;

/** "April and June 1955", "August/September 1956", "the spring and early summer of 1943": the first is of the year the second states. */
function coordinated(one: Recognised, next: Recognised | undefined, text: string): Recognised {
  const e = one.expression;
  if (!next || next.start - one.end > 16 || e.kind !== 'calendar' || e.lean !== 'nearest' || e.part === undefined)
    return one;
  const other = next.expression;
  const alike = other.kind === 'calendar' && other.year !== undefined && other.part !== undefined && !other.short;
  if (!alike || !JOINS.test(text.slice(one.end, next.start))) return one;
  const later = monthWithin(e) > monthWithin(other);
  return { ...one, expression: { ...e, year: (other.year ?? 0) - (later ? 1 : 0), lean: undefined } };
}

/** Roughly which month of the year a part is, to tell "November to January 1943" from "April and June 1955". */
const monthWithin = (e: Expression): number =>
  (e.part ?? 0) * (e.unit === 'season' || e.unit === 'quarter' ? 3 : e.unit === 'half' ? 6 : 1);

function normaliseOne(
  { start, end, expression: e }: Recognised,
  text: string,
  anchors: Anchors,
  language: Language,
): Timex | undefined {
  if (e.only && (e.only === 'narrative') !== anchors.narrative) return undefined;
  const base = { start, end, text: text.slice(start, end), type: e.type, ...(e.mod ? { mod: e.mod } : {}) };
  if (e.kind === 'fixed') return { ...base, value: e.value ?? '', explicit: false };
  const date = resolve(e, anchors, () => language.directionOf(text, start, end));
  if (!date) return isImpossible(e) ? undefined : { ...base, value: unspecified(e), explicit: false };
  anchors.note(date, isAside(e, anchors, text, start, end, language));
  const span: DateSpan = spanOf(date, thirdOf(e), e.approximate ?? false);
  return {
    ...base,
    value: timexValue(date) + (e.clock ?? ''),
    span,
    explicit: e.kind === 'calendar' && e.year !== undefined && !e.short,
  };
}

/** In a narrative, a bare year later than the story that its clause looks ahead to: "planned to finish by 1976". */
const isAside = (
  e: Expression,
  anchors: Anchors,
  text: string,
  start: number,
  end: number,
  language: Language,
): boolean =>
  anchors.narrative &&
  e.kind === 'calendar' &&
  e.unit === 'year' &&
  (e.year ?? 0) > (anchors.lastYear ?? 9999) &&
  language.directionOf(text, start, end) === 2;

const thirdOf = (e: Expression): Third | undefined =>
  e.mod === 'START' || e.mod === 'MID' || e.mod === 'END' ? e.mod : undefined;

/** A date that states all its fields and yet does not exist. */
const isImpossible = (e: Expression): boolean =>
  e.kind === 'calendar' &&
  (e.year !== undefined || (e.unit === 'day' && e.part !== undefined && (e.day ?? 1) > daysInMonth(2000, e.part)));

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** The value of an expression whose year is unknown: `XXXX-06-04`. */
function unspecified(e: Expression): string {
  if (e.kind === 'shift' || e.part === undefined) return 'XXXX-XX-XX';
  if (e.unit === 'day') return `XXXX-${two(e.part)}-${two(e.day ?? 0)}`;
  if (e.unit === 'quarter') return `XXXX-Q${e.part}`;
  if (e.unit === 'season') return `XXXX-${['', 'SP', 'SU', 'FA', 'WI'][e.part]}`;
  return `XXXX-${two(e.part)}`;
}
