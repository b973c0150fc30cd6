import type { IsoDay } from '../../time/date-span.ts';
import { dayNumber, dayNumberOf, FIRST_YEAR, isoDay, LAST_YEAR } from '../../time/day.ts';

/** A stretch of days, both inclusive. */
export interface Stretch {
  readonly from: IsoDay;
  readonly to: IsoDay;
}

const FIRST = dayNumberOf(FIRST_YEAR, 1, 1);
const LAST = dayNumberOf(LAST_YEAR, 12, 31);

const within = (day: number): number => Math.min(LAST, Math.max(FIRST, day));

function stretchAbout(centre: number, days: number): Stretch {
  const from = within(Math.round(centre - days / 2));
  return { from: isoDay(from), to: isoDay(within(from + Math.max(1, Math.round(days)) - 1)) };
}

const lengthOf = ({ from, to }: Stretch): number => dayNumber(to) - dayNumber(from) + 1;
const centreOf = ({ from, to }: Stretch): number => (dayNumber(from) + dayNumber(to) + 1) / 2;

/** The range zoomed by `factor` about its middle (0.5 zooms out by two); at least a day, and within the years ±9999. */
export const zoomed = (of: Stretch, factor: number): Stretch => stretchAbout(centreOf(of), lengthOf(of) / factor);

/** The range moved by a share of its own length (−0.5 is half a screen earlier). */
export const moved = (of: Stretch, share: number): Stretch =>
  stretchAbout(centreOf(of) + lengthOf(of) * share, lengthOf(of));
