import { weekdayOf } from '../../time/day.ts';
import { boundsOf, dayOf, isRealPartialDate, monthOf, type PartialDate, unitOf } from '../../time/partial-date.ts';
import type { Expression } from '../grammar/expression.ts';
import type { Direction } from '../languages/language.ts';
import type { Anchors } from './anchors.ts';
import { calendarStep, shiftUnit, unitAround } from './shift.ts';

/** Asks, only if needed, which way the sentence around the expression points. */
export type AskDirection = () => Direction;

/** The calendar date an expression means, or undefined if what it leans on is unknown or it names no real date. */
export function resolve(e: Expression, anchors: Anchors, direction: AskDirection): PartialDate | undefined {
  const date = e.kind === 'shift' ? resolveShift(e, anchors) : resolveCalendar(e, anchors, direction);
  return date && isRealPartialDate(date) ? date : undefined;
}

function resolveShift(e: Expression, anchors: Anchors): PartialDate | undefined {
  const base = e.anchor === 'text' ? (anchors.lastDay ?? anchors.speech) : anchors.now();
  if (base === undefined || e.step === undefined) return undefined;
  const stepped = calendarStep(e.step);
  if (!stepped) return unitAround(base, 'day');
  const [unit, each] = stepped;
  const amount = Math.round((e.amount ?? 0) * each);
  return shiftUnit(unitAround(base, unit), amount);
}

function resolveCalendar(e: Expression, anchors: Anchors, direction: AskDirection): PartialDate | undefined {
  const { unit = 'day', part = 0, day = 0 } = e;
  if (unit === 'day' && e.part === undefined) return resolveWeekday(e, anchors, direction);
  const build = (year: number): PartialDate =>
    unit === 'day' ? dayOf(year, part, day) : unit === 'month' ? monthOf(year, part) : unitOf(unit, year, part);
  if (e.year !== undefined) return build(e.year);
  const speechYear = anchors.speechDay?.year;
  const textYear = anchors.lastYear ?? speechYear;
  if (e.yearShift !== undefined) {
    const base = e.lean === 'same' || anchors.narrative ? textYear : speechYear;
    return base === undefined ? undefined : build(base + e.yearShift);
  }
  if (e.lean === 'same' || (anchors.narrative && (e.lean === 'nearest' || e.lean === 'this')))
    return textYear === undefined ? undefined : build(textYear);
  const now = anchors.now();
  if (now === undefined || speechYear === undefined) return undefined;
  const base = anchors.narrative ? (textYear ?? speechYear) : speechYear;
  return nearest(build, base, now, e.lean === 'nearest' ? direction() : leanDirection(e.lean), e.lean !== 'nearest');
}

const leanDirection = (lean: Expression['lean']): Direction =>
  lean === 'last' || lean === 'previous' ? 'past' : lean === 'next' || lean === 'following' ? 'future' : 'none';

/** Of the same date in the years around, the nearest that lies in the direction. */
function nearest(
  build: (year: number) => PartialDate,
  year: number,
  now: number,
  way: Direction,
  strict: boolean,
): PartialDate | undefined {
  const around = [year - 1, year, year + 1].map(build).filter(isRealPartialDate);
  const edge = strict ? 0 : 1;
  if (way === 'past') {
    const before = around.filter((d) => (strict ? boundsOf(d).last < now + edge : boundsOf(d).first <= now));
    return before.at(-1);
  }
  if (way === 'future') return around.find((d) => (strict ? boundsOf(d).first > now : boundsOf(d).last >= now));
  return build(year);
}

function resolveWeekday(e: Expression, anchors: Anchors, direction: AskDirection): PartialDate | undefined {
  const { weekday = 1, lean } = e;
  const fromText = lean === 'previous' || lean === 'following' || lean === 'same' || anchors.narrative;
  const base = fromText ? (anchors.lastDay ?? anchors.speech) : anchors.speech;
  if (base === undefined) return undefined;
  const back = (weekdayOf(base) - weekday + 7) % 7;
  const on = (weekday - weekdayOf(base) + 7) % 7;
  switch (lean) {
    case 'last':
    case 'previous':
      return unitAround(base - (back || 7), 'day');
    case 'next':
    case 'following':
      return unitAround(base + (on || 7), 'day');
    case 'this':
    case 'same':
      return unitAround(base - weekdayOf(base) + weekday, 'day');
    default:
      return unitAround(direction() === 'future' ? base + on : base - back, 'day');
  }
}
