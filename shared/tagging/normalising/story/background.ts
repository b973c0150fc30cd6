import { civilDay } from '../../../time/day.ts';
import { boundsOf, type DayInterval, isRealPartialDate } from '../../../time/partial-date.ts';
import type { Expression } from '../../grammar/expression.ts';
import type { Recognised } from '../../recognise.ts';
import { calendarDate } from '../calendar-date.ts';
import type { Placing } from './reading.ts';

/** Code units between a stated date and the bare one that goes on from it: a sentence or two. */
const LONGEST_DISTANCE = 250;
/** Days from the stated date to the bare one: the same affair. */
const LONGEST_STEP = 60;
/** In a text that never speaks of its own day a month may go on from a month, over most of a year. */
const LONGEST_CALM_STEP = 200;
/** Days between a date and the day of writing that make it background, not news. */
const LONG_AGO = 330;

/**
 * News that tells of a former affair: "The mill was burned on 4 June 1989. On 6 June the mayor resigned." A bare day that closely follows
 * a full date of long ago goes on from it, unless the text has come back to its own day in between.
 *
 * @param speech Day number of the day of writing.
 * @param pointsAhead Asks whether the sentence around an expression tells of what is to come.
 * @returns Sparse: a placing for each bare date that has one.
 */
export function backgroundOf(
  found: readonly Recognised[],
  speech: number,
  pointsAhead: (index: number) => boolean,
): (Placing | undefined)[] {
  const placings: (Placing | undefined)[] = [];
  const writtenIn = civilDay(speech).year;
  // Most news states no full date of a former year.
  if (!found.some(({ expression: e }) => e.part !== undefined && e.year !== undefined && e.year < writtenIn))
    return placings;
  const calm = !found.some(({ expression: e }) =>
    e.kind === 'calendar' ? e.weekday !== undefined : e.anchor === 'speech',
  );
  let story: (DayInterval & { readonly year: number; readonly end: number }) | undefined;
  found.forEach(({ expression: e, start, end }, index) => {
    if (e.kind === 'shift' && e.anchor === 'speech') story = undefined;
    if (e.kind !== 'calendar') return;
    if (story && start - story.end > LONGEST_DISTANCE) story = undefined;
    const goesOn = story && isBare(e, calm) && !pointsAhead(index);
    const year = e.year ?? (story && goesOn ? nextYear(e, story, calm ? LONGEST_CALM_STEP : LONGEST_STEP) : undefined);
    const date = year === undefined ? undefined : calendarDate(e, year);
    if (!date || !isRealPartialDate(date)) {
      // A year or a weekday between: the text has left the affair.
      story = undefined;
      return;
    }
    if (e.year === undefined) placings[index] = { year: date.year, aside: false, present: false };
    const bounds = boundsOf(date);
    const fine = date.unit === 'day' || (calm && date.unit === 'month');
    story = fine && speech - bounds.last > LONG_AGO ? { ...bounds, year: date.year, end } : undefined;
  });
  return placings;
}

const isBare = (e: Expression, months: boolean): boolean =>
  e.lean === 'nearest' && e.part !== undefined && (e.unit === 'day' || (months && e.unit === 'month'));

/** The year that puts a bare date on or soon after the story's day. */
function nextYear(e: Expression, story: DayInterval & { readonly year: number }, longest: number): number | undefined {
  return [story.year, story.year + 1].find((year) => {
    const date = calendarDate(e, year);
    if (!isRealPartialDate(date)) return false;
    const { first, last } = boundsOf(date);
    const back = longest > LONGEST_STEP ? LONGEST_STEP : 0;
    return story.first - last <= back && first - story.last <= longest;
  });
}
