import { civilDay, dayNumberOf } from '../../shared/time/day.ts';

/** A unit of the pyramid: numbered periods that follow one another without a gap. */
export interface Unit {
  /** The period that contains a day number. */
  readonly indexOf: (day: number) => number;
  /** The first day number of a period. */
  readonly startOf: (index: number) => number;
  /** Approximate length of a period in days. */
  readonly days: number;
}

const years = (length: number): Unit => ({
  indexOf: (day) => Math.floor(civilDay(Math.floor(day)).year / length),
  startOf: (index) => dayNumberOf(index * length, 1, 1),
  days: 365.2425 * length,
});

const months = (length: number): Unit => ({
  indexOf: (day) => {
    const { year, month } = civilDay(Math.floor(day));
    return Math.floor((year * 12 + month - 1) / length);
  },
  startOf: (index) => {
    const n = index * length;
    return dayNumberOf(Math.floor(n / 12), (((n % 12) + 12) % 12) + 1, 1);
  },
  days: 30.44 * length,
});

const DAY: Unit = { indexOf: Math.floor, startOf: (index) => index, days: 1 };

/** A zoom level of the map: the unit that is counted, and the stretch of one request (20 to 48 buckets). */
export interface Level {
  readonly unit: Unit;
  readonly tile: Unit;
}

/** From days to centuries. */
export const LEVELS: readonly Level[] = [
  { unit: DAY, tile: months(1) },
  { unit: months(1), tile: years(4) },
  { unit: years(1), tile: years(40) },
  { unit: years(10), tile: years(400) },
  { unit: years(100), tile: years(2000) },
];

/** Fewest pixels of a bucket, so that the map does not request more than it can show. */
const LEAST_BUCKET = 7;

/** The finest level whose buckets are wide enough on a map of `days` over `width` pixels. */
export function levelFor(days: number, width: number): number {
  const found = LEVELS.findIndex(({ unit }) => (unit.days / days) * width >= LEAST_BUCKET);
  return found < 0 ? LEVELS.length - 1 : found;
}
