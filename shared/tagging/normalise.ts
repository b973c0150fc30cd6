import type { DateSpan } from '../time/date-span.ts';
import { daysInMonth, isoDay } from '../time/day.ts';
import { boundsOf, type PartialDate } from '../time/partial-date.ts';
import { spanOf, type Third } from '../time/span.ts';
import { timexValue } from '../time/timex-value.ts';
import { lengthOf, namedDay } from './gazetteer/days.ts';
import { namedPeriod } from './gazetteer/periods.ts';
import type { Expression } from './grammar/expression.ts';
import type { Language } from './languages/language.ts';
import type { Anchors } from './normalising/anchors.ts';
import { coordinated } from './normalising/coordinate.ts';
import { resolve } from './normalising/resolve.ts';
import { unspecifiedValue } from './normalising/unspecified.ts';
import type { Recognised } from './recognise.ts';
import type { Timex } from './timex.ts';

/**
 * Gives each recognised expression its TIMEX3 value and its days, in the order of the text: later ones may lean on earlier ones.
 * Expressions that name no real date ("31 April") are left out; those that lean on an unknown day keep an unspecified value.
 */
export function normalise(found: readonly Recognised[], text: string, anchors: Anchors, language: Language): Timex[] {
  const timexes: Timex[] = [];
  for (let i = 0; i < found.length; i++) {
    const timex = normaliseOne(coordinated(found[i] as Recognised, found[i + 1], text), text, anchors, language);
    if (timex) timexes.push(timex);
  }
  return timexes;
}

type Base = Pick<Timex, 'start' | 'end' | 'text' | 'type' | 'mod'>;

function normaliseOne(recognised: Recognised, text: string, anchors: Anchors, language: Language): Timex | undefined {
  const { start, end, expression: e } = recognised;
  if (e.only && (e.only === 'narrative') !== anchors.narrative) return undefined;
  const words = text.slice(start, end);
  const base: Base = e.mod
    ? { start, end, text: words, type: e.type, mod: e.mod }
    : { start, end, text: words, type: e.type };
  if (e.kind === 'fixed') {
    if (e.type === 'DURATION' && e.value) anchors.noteLength(e.value);
    return e.named ? ofPeriod(base, e.named) : { ...base, value: inDomain(e, anchors), explicit: false };
  }
  const date = resolve(e, anchors, () => language.directionOf(text, start, end));
  if (!date) return isImpossible(e) ? undefined : { ...base, value: unspecifiedValue(e), explicit: false };
  anchors.note(
    date,
    looksAhead(e, anchors, () => language.directionOf(text, start, end)),
  );
  const explicit = e.kind === 'calendar' && e.year !== undefined && !e.short;
  if (e.named) return ofNamedDay(base, e.named, date, explicit);
  const span = spanOf(date, thirdOf(e), e.approximate ?? false);
  return { ...base, value: e.clock ? timexValue(date) + e.clock : timexValue(date), span, explicit };
}

/** News says how often ("daily": `P1D`), histories which days (`XXXX-XX-XX`): so TimeML and TIMEX2 corpora have it. */
const inDomain = (e: Expression, anchors: Anchors): string =>
  (anchors.narrative ? e.narrativeValue : undefined) ?? e.value ?? '';

function interval(first: number, last: number): DateSpan {
  const start = isoDay(first);
  const end = isoDay(last);
  return { start, end, edtf: `${start}/${end}`, precision: 'interval', approximate: false };
}

/** A named day of one year; those that last longer are a stretch of days. */
function ofNamedDay(base: Base, key: string, date: PartialDate, explicit: boolean): Timex {
  const day = namedDay(key);
  const { first } = boundsOf(date);
  const days = lengthOf(day, first);
  if (days === 1) return { ...base, value: timexValue(date), span: spanOf(date), explicit, source: day.source };
  const span = interval(first, first + days - 1);
  return { ...base, value: span.edtf, span, explicit, source: day.source };
}

/** A period of the gazetteer. Games carry their year as value, as TimeML has "the 2008 Olympics"; the span is their days. */
function ofPeriod(base: Base, key: string): Timex | undefined {
  const period = namedPeriod(key);
  if (!period) return undefined;
  const { start, end, source } = period;
  const span: DateSpan = { start, end, edtf: `${start}/${end}`, precision: 'interval', approximate: false };
  const value = start.slice(0, 4) === end.slice(0, 4) ? start.slice(0, 4) : span.edtf;
  return { ...base, value, span, explicit: true, source };
}

/** In a narrative, a bare year later than the story that its clause looks ahead to: "planned to finish by 1976". */
const looksAhead = (e: Expression, anchors: Anchors, direction: () => number): boolean =>
  anchors.narrative &&
  e.kind === 'calendar' &&
  e.unit === 'year' &&
  e.year !== undefined &&
  anchors.lastYear !== undefined &&
  e.year > anchors.lastYear &&
  direction() === 2;

const thirdOf = (e: Expression): Third | undefined =>
  e.mod === 'START' || e.mod === 'MID' || e.mod === 'END' ? e.mod : undefined;

/** A date that states all its fields and yet does not exist. */
const isImpossible = (e: Expression): boolean =>
  e.kind === 'calendar' &&
  (e.year !== undefined || (e.unit === 'day' && e.part !== undefined && (e.day ?? 1) > daysInMonth(2000, e.part)));
