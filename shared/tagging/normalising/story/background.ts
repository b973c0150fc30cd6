import { civilDay } from '../../../time/day.ts';
import { boundsOf, type DayInterval, isRealPartialDate } from '../../../time/partial-date.ts';
import type { Expression } from '../../grammar/expression.ts';
import type { Recognised } from '../../recognise.ts';
import { calendarDate } from '../calendar-date.ts';
import type { Placing } from './reading.ts';

/** Most code units between a stated date and a bare one that continues it: a sentence or two. */
const LONGEST_DISTANCE = 250;
/** Most days from the stated date to the bare one, within one affair. */
const LONGEST_STEP = 60;
/** In a text that never mentions its own day a month may continue another month, across most of a year. */
const LONGEST_CALM_STEP = 200;
/** Days between a date and the day of writing that make it background, not news. */
const LONG_AGO = 330;

/**
 * News about an earlier affair: "The mill was burned on 4 June 1989. On 6 June the mayor resigned." A bare day that closely follows a
 * full date of long ago takes its year, unless the text has returned to its own day in between.
 *
 * @param speech Day number of the day of writing.
 * @param pointsAhead Returns whether the sentence around an expression is in the future.
 * @param inOneSentence Returns whether no sentence ends between two offsets.
 * @returns Sparse: a placing for each bare date that has one.
 */
export function backgroundOf(
  found: readonly Recognised[],
  speech: number,
  pointsAhead: (index: number) => boolean,
  inOneSentence: (from: number, to: number) => boolean,
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
    const goesOn = story && isBare(e, calm || inOneSentence(story.end, start)) && !pointsAhead(index);
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

/** The year by which a bare date lies on or soon after the affair's day. */
function nextYear(e: Expression, story: DayInterval & { readonly year: number }, longest: number): number | undefined {
  return [story.year, story.year + 1].find((year) => {
    const date = calendarDate(e, year);
    if (!isRealPartialDate(date)) return false;
    const { first, last } = boundsOf(date);
    const back = longest > LONGEST_STEP ? LONGEST_STEP : 0;
    return story.first - last <= back && first - story.last <= longest;
  });
}
