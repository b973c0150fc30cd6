import { civilDay } from '../../../time/day.ts';
import {
  boundsOf,
  type CalendarUnit,
  isRealPartialDate,
  type PartialDate,
  yearOf,
} from '../../../time/partial-date.ts';
import { type Third, thirdOf } from '../../../time/span.ts';
import type { Expression } from '../../grammar/expression.ts';
import { calendarDate } from '../calendar-date.ts';
import { calendarStep, shiftDay } from '../shift.ts';

/** The place that a narrative has reached: inclusive day numbers, and the year that bare dates continue. */
export interface Place {
  readonly first: number;
  readonly last: number;
  readonly year: number;
}

/** The days that an expression of a given year names; of "late 1943" its last third. */
export function placeOf(e: Expression, year: number): Place | undefined {
  const date = calendarDate(e, year);
  return isRealPartialDate(date) ? placeOfDate(date, e) : undefined;
}

function placeOfDate(date: PartialDate, e: Expression): Place {
  const third = e.mod === 'START' || e.mod === 'MID' || e.mod === 'END' ? (e.mod as Third) : undefined;
  const { first, last } = third && date.unit !== 'day' ? thirdOf(date, third) : boundsOf(date);
  return { first, last, year: date.year };
}

/**
 * A gap costs the logarithm of its length, so one long jump is likelier than two of half its length; a step back costs more than the same
 * step forward. See `COST` in `steps.ts` for how the numbers were chosen.
 */
const GAP = {
  /** Days of a gap that cost next to nothing. */
  forwardScale: 45,
  backScale: 45,
  back: 0.3,
  longestBack: 5,
  /** Forward, the years after the first one cost little: narratives jump ahead. */
  forwardPerLogYear: 0.1,
} as const;

const YEAR_DAYS = 365.25;

/** The cost of a move of the narrative from one place to another. */
export function gap(from: Place, to: Place): number {
  if (to.first > from.last) return forward(to.first - from.last);
  if (to.last < from.first)
    return Math.min(GAP.longestBack, GAP.back + Math.log1p((from.first - to.last) / GAP.backScale));
  return 0;
}

const forward = (days: number): number =>
  Math.log1p(Math.min(days, YEAR_DAYS) / GAP.forwardScale) +
  GAP.forwardPerLogYear * Math.log(Math.max(1, days / YEAR_DAYS));

/** Years in one of the wide units that a shift may be counted in. */
const YEARS_IN: Partial<Readonly<Record<CalendarUnit, number>>> = {
  year: 1,
  decade: 10,
  century: 100,
  millennium: 1000,
};

/** The place that a shift ("two years later") leads to; undefined if its step has none on the calendar. */
export function shifted(place: Place, e: Expression): Place | undefined {
  const stepped = e.step && calendarStep(e.step);
  if (!stepped || !e.amount) return undefined;
  const [unit, each] = stepped;
  const amount = Math.round(e.amount * each);
  const years = YEARS_IN[unit];
  if (years !== undefined) {
    const date = yearOf(place.year + amount * years);
    return isRealPartialDate(date) ? { ...boundsOf(date), year: date.year } : undefined;
  }
  const [first, last] = [shiftDay(place.first, unit, amount), shiftDay(place.last, unit, amount)];
  return { first, last, year: civilDay(first).year };
}
