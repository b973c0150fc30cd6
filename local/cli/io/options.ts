import { isoDayIn } from '../../../shared/text/publication-date.ts';
import { dayNumber } from '../../../shared/time/day.ts';
import { boundDay } from '../../../shared/time/day-bound.ts';
import { CommandFailure } from './outcome.ts';

/** First and last day (ISO, inclusive) of `--from` and `--to`. */
export interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

/**
 * The range of `--from` and `--to`, each a day, a month, a year or a decade in EDTF: `--from` is its first day, `--to`
 * its last.
 *
 * @throws CommandFailure for an invalid date, and for a range that ends before it begins.
 */
export function rangeOptions(options: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): DayRange {
  const from = dayOption('--from', options.from, 'first');
  const to = dayOption('--to', options.to, 'last');
  if (from !== undefined && to !== undefined && dayNumber(to) < dayNumber(from))
    throw new CommandFailure(`--to ${options.to} is before --from ${options.from}.`);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function dayOption(name: string, value: string | undefined, edge: 'first' | 'last'): string | undefined {
  if (value === undefined) return undefined;
  const day = isoDayIn(value) ?? boundDay(value, edge);
  if (day === undefined)
    throw new CommandFailure(
      `${name} takes a day, a month or a year such as 2011-01-25, 2011-01 or 2011, not "${value}".`,
    );
  return day;
}

/** The words of an option such as `--query`, separated by commas or spaces. */
export const wordsOption = (value: string | undefined): readonly string[] =>
  (value ?? '').split(/[\s,]+/).filter((word) => word !== '');
