import { weekdayOf } from '../../time/day.ts';
import { boundsOf, dayOf, isRealPartialDate, type PartialDate, unitOf } from '../../time/partial-date.ts';
import type { Expression } from '../grammar/expression.ts';
import type { UnitName } from '../grammar/word.ts';
import type { Direction } from '../languages/language.ts';
import type { Anchors } from './anchors.ts';
import { calendarDate } from './calendar-date.ts';
import { partOfDate } from './part-of-date.ts';
import { calendarStep, shiftDay, shiftUnit, unitAround } from './shift.ts';
import type { Placing } from './story/reading.ts';

/** Reads the direction of the sentence around the expression; called only if needed. */
export type AskDirection = () => Direction;

/** The calendar date that an expression means; undefined if its reference point is unknown or the date does not exist. */
export function resolve(
  e: Expression,
  anchors: Anchors,
  placing: Placing | undefined,
  direction: AskDirection,
): PartialDate | undefined {
  const date =
    e.kind === 'shift' ? resolveShift(e, anchors, direction) : resolveCalendar(e, anchors, placing, direction);
  if (!date || !isRealPartialDate(date)) return undefined;
  const part = partOfDate(e.pick, date);
  return part && isRealPartialDate(part) ? part : undefined;
}

/** The quarter a report is about, or the year if it speaks of none. */
function resolveReport(e: Expression, anchors: Anchors): PartialDate | undefined {
  if (e.compares) return anchors.yearBeforeReported() ?? anchors.yearBeforeSpeech();
  if (e.lastMonth !== undefined && !anchors.lastReported) return quarterThrough(e.lastMonth, anchors);
  const period = anchors.reported(e.unit === 'year');
  if (!period) return undefined;
  const part = e.part ?? period.part;
  return { ...period, part, year: e.year ?? period.year + (e.amount ?? 0) };
}

/** The calendar quarter in which most of the three months up to a month lie: up to July it is the second. The last one that was over. */
function quarterThrough(lastMonth: number, { speechDay }: Anchors): PartialDate | undefined {
  if (!speechDay) return undefined;
  const year = lastMonth < speechDay.month ? speechDay.year : speechDay.year - 1;
  const middle = lastMonth - 1;
  return middle < 1 ? unitOf('quarter', year - 1, 4) : unitOf('quarter', year, Math.ceil(middle / 3));
}

function resolveShift(e: Expression, anchors: Anchors, direction: AskDirection): PartialDate | undefined {
  if (e.anchor === 'report') return resolveReport(e, anchors);
  // In a company's report "a year earlier" is the same quarter of the year before.
  const compared = e.compares && e.step === 'year' ? anchors.yearBeforeReported() : undefined;
  if (compared) return compared;
  const base = shiftBase(e, anchors, direction);
  if (base === undefined || e.step === undefined) return undefined;
  const stepped = calendarStep(e.step);
  if (!stepped) return unitAround(base, 'day');
  const [unit, each] = stepped;
  const exact = (e.amount ?? 0) * each;
  // "a year and a half ago" is a month about eighteen months ago.
  if (unit === 'year' && !Number.isInteger(exact))
    return unitAround(shiftDay(base, 'month', Math.round(exact * 12)), 'month');
  const amount = isWeekendGone(e, base, direction) ? -1 : Math.round(exact);
  // "fifty years ago today": the step gives the distance, the unit the precision.
  if (e.unit !== undefined) return unitAround(shiftDay(base, unit, amount), e.unit);
  return shiftUnit(unitAround(base, unit), amount);
}

/** Days of the week on which the weekend told of in the past as "this" is the one that is over: up to Wednesday. */
const MIDWEEK = 3;

/** "Crowds marched this weekend", written on a Monday. */
const isWeekendGone = (e: Expression, base: number, direction: AskDirection): boolean =>
  e.step === 'weekend' && e.amount === 0 && e.anchor === 'speech' && weekdayOf(base) <= MIDWEEK && direction() < 0;

/**
 * The day a shift starts from. News compares with a year earlier from the day of writing; steps of days start from a day, steps of weeks and months
 * from no bare year. A past event ("left office a decade later") is not later than the day of writing.
 */
function shiftBase(e: Expression, anchors: Anchors, direction: AskDirection): number | undefined {
  if (e.compares && !anchors.narrative && e.step === 'year') return anchors.speech;
  if (e.anchor === 'here') return anchors.here();
  // Without a day of writing "yesterday" stays open: no date of the text can replace it.
  if (e.anchor !== 'text') return anchors.speech;
  const isTold = () => (e.amount ?? 0) > 0 && direction() < 0;
  if (e.step === 'day') return anchors.lastExactDay ?? (anchors.narrative || isTold() ? undefined : anchors.speech);
  if (anchors.lastDay !== undefined) return FINE_STEPS.has(e.step) ? anchors.lastFineDay() : anchors.lastDay;
  return isTold() ? undefined : anchors.speech;
}

/** Steps that cannot be counted from a bare year. */
const FINE_STEPS: ReadonlySet<UnitName | undefined> = new Set(['week', 'fortnight', 'weekend', 'month']);

function resolveCalendar(
  e: Expression,
  anchors: Anchors,
  placing: Placing | undefined,
  direction: AskDirection,
): PartialDate | undefined {
  const { unit = 'day', part = 0 } = e;
  if (unit === 'day' && e.part === undefined && !e.named) return resolveWeekday(e, anchors, direction);
  if (unit === 'weekend') return resolveWeekend(anchors, direction);
  const build = (year: number): PartialDate => calendarDate(e, year);
  const placed = e.year ?? placing?.year;
  if (placed !== undefined) return build(placed);
  const speechYear = anchors.speechDay?.year;
  const textYear = anchors.lastYear ?? speechYear;
  if (e.yearShift !== undefined) {
    const base = e.lean === 'same' || anchors.narrative ? textYear : speechYear;
    return base === undefined ? undefined : build(base + e.yearShift);
  }
  const told = anchors.narrative && !placing?.present;
  if (e.lean === 'same') return textYear === undefined ? undefined : build(textYear);
  const now = placing?.present ? anchors.speech : anchors.here();
  if (now === undefined || speechYear === undefined) return undefined;
  const base = told ? (textYear ?? speechYear) : speechYear;
  if (e.lean === 'nearest') {
    // A quarter is reported when it is over, unless the sentence is clearly in the future.
    if (unit === 'quarter') return neighbours(build, base, now).before;
    const fitting = e.weekday === undefined ? undefined : onWeekday(e.weekday, neighbours(build, base, now));
    return fitting ?? nearest(build, base, now, e.named !== undefined, direction);
  }
  const { before, after } = neighbours(build, base, now, true);
  // "the summer before last", "three summers ago".
  if (e.lean === 'last' && e.amount !== undefined) return before && build(before.year + e.amount + 1);
  if (e.lean === 'last' || e.lean === 'previous') return before;
  if (e.lean === 'next' || e.lean === 'following') return after;
  // Until summer "this winter" is the one that began in the year before.
  const begunBefore = unit === 'season' && part === WINTER && !told && (anchors.speechDay?.month ?? 0) < SUMMER;
  return build(begunBefore ? base - 1 : base);
}

const WINTER = 4;
/** The month summer begins in. */
const SUMMER = 6;

interface Neighbours {
  readonly before: PartialDate | undefined;
  readonly after: PartialDate | undefined;
}

/**
 * The same date in the years around: the last that has begun and the first that is not over.
 *
 * @param strict Leaves out one that holds the day itself.
 */
function neighbours(build: (year: number) => PartialDate, year: number, now: number, strict = false): Neighbours {
  let before: PartialDate | undefined;
  let after: PartialDate | undefined;
  // Two years back: the winter before one that is not over yet.
  for (let y = year + 1; y >= year - 2; y--) {
    const candidate = build(y);
    if (!isRealPartialDate(candidate)) continue;
    const { first, last } = boundsOf(candidate);
    if (strict ? first > now : last >= now) after = candidate;
    if (!before && (strict ? last < now : first <= now)) before = candidate;
    if (last < now) break;
  }
  return { before, after };
}

/** "Monday, June 26": the one neighbour that is that weekday; undefined if both or neither are. */
function onWeekday(weekday: number, { before, after }: Neighbours): PartialDate | undefined {
  const fits = [before, after].filter((date) => date && weekdayOf(boundsOf(date).first) === weekday);
  return fits.length === 1 ? fits[0] : undefined;
}

/** Ratio of distances from which the nearer neighbour wins against a likely, and against a sure, direction. */
const NEARER_THAN_LIKELY = 0.45;
const NEARER_THAN_SURE = 0.2;

/**
 * Of the date last past and the date next to come, the one meant. The nearer is the likelier: in late October "Sept. 30" is a month ago and
 * "Dec. 15" is in two months. Tense decides when neither is much nearer, and a sure future or past when it is only somewhat nearer.
 */
function nearest(
  build: (year: number) => PartialDate,
  year: number,
  now: number,
  named: boolean,
  direction: AskDirection,
): PartialDate | undefined {
  const { before, after } = neighbours(build, year, now);
  if (!before || !after) return before ?? after;
  const back = now - boundsOf(before).first;
  const on = boundsOf(after).first - now;
  if (before === after || on <= 0) return before;
  const way = direction();
  if (way === -3) return before;
  // "closed on Christmas Day", written a week before Christmas, is a year ago: the coming Christmas would need a future.
  if (named && way === 2) return after;
  const ratio = Math.min(back, on) / Math.max(back, on);
  const pastIsNearer = back <= on;
  if (pastIsNearer)
    return (way === 2 && ratio > NEARER_THAN_SURE) || (way === 1 && ratio > NEARER_THAN_LIKELY) ? after : before;
  return (way === -2 && ratio > NEARER_THAN_SURE) ||
    (way === -1 && ratio > NEARER_THAN_SURE) ||
    (way === 0 && ratio > NEARER_THAN_LIKELY)
    ? before
    : after;
}

/** The weekend before the day of writing, or the one to come. */
function resolveWeekend(anchors: Anchors, direction: AskDirection): PartialDate | undefined {
  const base = anchors.speech === undefined ? undefined : anchors.here();
  if (base === undefined) return undefined;
  const own = unitAround(base, 'weekend');
  const back = weekdayOf(base) >= 6 || direction() > 0 ? 0 : -1;
  return shiftUnit(own, back);
}

function resolveWeekday(e: Expression, anchors: Anchors, direction: AskDirection): PartialDate | undefined {
  const { weekday = 1, lean } = e;
  const pointed = lean === 'previous' || lean === 'following' || lean === 'same';
  const fromText = pointed || (anchors.narrative && anchors.speech !== undefined);
  const base = fromText ? (anchors.lastDay ?? anchors.speech) : anchors.speech;
  if (base === undefined) return undefined;
  if (e.day !== undefined) return dayOnWeekday(e.day, weekday, base, direction);
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
      return unitAround(direction() > 0 ? base + on : base - back, 'day');
  }
}

/** Months looked at on either side for a day of the month that is some weekday. They come again within eleven months. */
const MONTHS_AROUND = 11;

/** "Tuesday 19th": the nearest month with that day on that weekday, on the side that the sentence points at. */
function dayOnWeekday(day: number, weekday: number, base: number, direction: AskDirection): PartialDate | undefined {
  const own = unitAround(base, 'month');
  const candidates = Array.from({ length: 2 * MONTHS_AROUND + 1 }, (_, i) => shiftUnit(own, i - MONTHS_AROUND))
    .map(({ year, part }) => dayOf(year, part, day))
    .filter((date) => isRealPartialDate(date) && weekdayOf(boundsOf(date).first) === weekday);
  const before = candidates.filter((date) => boundsOf(date).first <= base).at(-1);
  const after = candidates.find((date) => boundsOf(date).first >= base);
  const way = direction();
  if (!before || !after || way !== 0) return (way > 0 ? after : before) ?? before ?? after;
  return base - boundsOf(before).first <= boundsOf(after).first - base ? before : after;
}
