import { isDayOfWriting } from './merged-date.ts';
import type { Sketch } from './sketch.ts';
import { widthOf } from './sketch.ts';

/** Days by which agencies and time zones may disagree. */
const SLIP_DAYS = 3;

/** An event dated by the day of writing happened on that day or a day or two before. */
const WRITTEN_AFTER = -0.4;

/** Two dates that are longer and begin within a day are of one event that lasted until each article was written. */
const SHORTEST_SINCE = 7;
const SINCE_ONE_DAY = 0;
/** First and last day, as day numbers. */
const DAYS = /^-?\d{4}-\d\d-\d\d[~?%]?\/-?\d{4}-\d\d-\d\d/;

/**
 * Evidence of two dates for or against one event, in log odds relative to two mentions of the same day; `undefined` if
 * they cannot belong to one event.
 */
export function dateLogOdds(a: Sketch, b: Sketch): number | undefined {
  const [narrow, wide] = widthOf(a) <= widthOf(b) ? [a, b] : [b, a];
  if (areSinceOneDay(a, b)) return SINCE_ONE_DAY;
  if (narrow.start >= wide.start && narrow.end <= wide.end) {
    const breadth = widthOf(wide);
    if (breadth === 1) return 0;
    // "since April 20" begins on that day
    const begins = narrow.start === wide.start && widthOf(narrow) === 1 ? 0.3 : 0;
    return -Math.min(2.2, 0.35 * Math.log(breadth)) + (widthOf(narrow) === breadth ? 0.3 : begins);
  }
  const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end);
  if (gap <= 0) return -1.5;
  if (widthOf(narrow) > 366) return undefined;
  if (gap <= 2 && isWrittenAfter(a, b)) return WRITTEN_AFTER;
  if (gap <= 1) return -1;
  return gap <= Math.max(SLIP_DAYS, widthOf(narrow)) ? -2 : undefined;
}

/** Whether both dates are long, begin together and end on two days: "since April 20", "for five weeks". A quarter and its year are no such dates. */
const areSinceOneDay = (a: Sketch, b: Sketch): boolean =>
  Math.abs(a.start - b.start) <= 1 &&
  (a.start !== b.start || a.end !== b.end) &&
  [a, b].every((one) => widthOf(one) > SHORTEST_SINCE && DAYS.test(one.mention.event.date.edtf));

const isWrittenAfter = (a: Sketch, b: Sketch): boolean => {
  const [earlier, later] = a.start <= b.start ? [a, b] : [b, a];
  return isDayOfWriting(later.mention.event.date) && widthOf(earlier) === 1;
};
