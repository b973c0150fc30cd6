import { isDayOfWriting } from './merged-date.ts';
import type { Sketch } from './sketch.ts';
import { widthOf } from './sketch.ts';

/** Days that agencies and time zones may disagree by. */
const SLIP_DAYS = 3;

/** What is dated by its day of writing happened on that day or a day or two before. */
const WRITTEN_AFTER = -0.4;

/**
 * What two dates say for or against one event, in log odds beside two mentions of the same day; `undefined` where they cannot be one event's: too far
 * apart.
 */
export function dateLogOdds(a: Sketch, b: Sketch): number | undefined {
  const [narrow, wide] = widthOf(a) <= widthOf(b) ? [a, b] : [b, a];
  if (narrow.start >= wide.start && narrow.end <= wide.end) {
    const breadth = widthOf(wide);
    if (breadth === 1) return 0;
    // "since April 20" begins on the day
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

const isWrittenAfter = (a: Sketch, b: Sketch): boolean => {
  const [earlier, later] = a.start <= b.start ? [a, b] : [b, a];
  return isDayOfWriting(later.mention.event.date) && widthOf(earlier) === 1;
};
