import type { UnitName } from './word.ts';

const DESIGNATOR: Readonly<Record<UnitName, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  weekend: 'WE',
  week: 'W',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  half: 'H',
  season: 'SE',
  year: 'Y',
  decade: 'Y',
  century: 'CE',
  millennium: 'ML',
};
const FACTOR: Partial<Readonly<Record<UnitName, number>>> = { fortnight: 2, decade: 10 };
const CLOCK: ReadonlySet<UnitName> = new Set(['second', 'minute', 'hour']);
const SMALLER: Partial<Readonly<Record<UnitName, readonly [UnitName, number]>>> = {
  year: ['month', 12],
  hour: ['minute', 60],
  minute: ['second', 60],
  day: ['hour', 24],
};

/**
 * The TIMEX3 value of a duration: `P5Y`, `PT5H`, `PXM` for "several months", `P2Y6M` for two and a half years.
 *
 * @param amount NaN for an unknown number.
 */
export function durationValue(amount: number, unit: UnitName): string {
  const prefix = CLOCK.has(unit) ? 'PT' : 'P';
  if (Number.isNaN(amount)) return `${prefix}X${unit === 'decade' ? 'DE' : DESIGNATOR[unit]}`;
  // Half a century is fifty years.
  if (unit === 'century' && !Number.isInteger(amount)) return `P${amount * 100}Y`;
  const n = amount * (FACTOR[unit] ?? 1);
  const smaller = SMALLER[unit];
  if (!Number.isInteger(n) && smaller && Number.isInteger(n * smaller[1])) {
    const whole = Math.floor(n);
    const rest = Math.round((n - whole) * smaller[1]);
    const tail = CLOCK.has(smaller[0]) && !CLOCK.has(unit) ? `T${rest}` : String(rest);
    return `${prefix}${whole > 0 ? `${whole}${DESIGNATOR[unit]}` : ''}${tail}${DESIGNATOR[smaller[0]]}`;
  }
  return `${prefix}${n}${DESIGNATOR[unit]}`;
}
