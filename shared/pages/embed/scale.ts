import type { DateNaming } from '../../display/date-writer.ts';
import { naming as ENGLISH } from '../../display/words/en.ts';
import { civilDay, dayNumberOf } from '../../time/day.ts';

/** A labelled position on the axis. */
export interface Tick {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly label: string;
  /** True where a larger unit begins (January on an axis of months). */
  readonly strong: boolean;
}

const YEAR_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000] as const;
const DAYS_A_YEAR = 365.2425;

function yearTicks(from: number, to: number, step: number, { yearWords }: DateNaming): Tick[] {
  const ticks: Tick[] = [];
  const last = civilDay(Math.floor(to)).year;
  // Years that are round to a reader: 1 BC is astronomical 0, so 100 BC is −99.
  for (let year = Math.ceil(civilDay(Math.ceil(from)).year / step) * step; year <= last; year += step) {
    const shown = year <= 0 && step > 1 ? year + 1 : year;
    const day = dayNumberOf(shown, 1, 1);
    if (day >= from && day <= to) ticks.push({ day, label: yearWords(shown), strong: year % (step * 10) === 0 });
  }
  return ticks;
}

function monthTicks(from: number, to: number, step: number, { monthName, yearWords }: DateNaming): Tick[] {
  const ticks: Tick[] = [];
  const first = civilDay(Math.floor(from));
  for (let i = Math.floor((first.month - 1) / step) * step; ; i += step) {
    const year = first.year + Math.floor(i / 12);
    const month = (i % 12) + 1;
    const day = dayNumberOf(year, month, 1);
    if (day > to) return ticks;
    const label = month === 1 ? yearWords(year) : monthName(month);
    if (day >= from) ticks.push({ day, label, strong: month === 1 });
  }
}

function dayTicks(from: number, to: number, step: number, { dayNumeral, monthName, yearWords }: DateNaming): Tick[] {
  const ticks: Tick[] = [];
  for (let day = Math.ceil(from); day <= to; day += 1) {
    const at = civilDay(day);
    const first = at.day === 1;
    // Steps count from the start of each month and skip its last days, so that ticks never crowd at its end.
    if (!first && ((at.day - 1) % step !== 0 || (step > 1 && at.day > 31 - step))) continue;
    const label = first
      ? `${monthName(at.month)} ${yearWords(at.year)}`
      : `${dayNumeral(at.day)} ${monthName(at.month)}`;
    ticks.push({ day, label, strong: first });
  }
  return ticks;
}

/**
 * Labels of an axis: round years, months or days, never denser than requested.
 *
 * @param from First day shown, as a day number (fractions allowed).
 * @param to Last day shown.
 * @param most Approximate maximum of ticks; at least 1.
 * @param naming Names of months and years.
 */
export function ticksOf(from: number, to: number, most: number, naming: DateNaming = ENGLISH): Tick[] {
  const span = Math.max(1, to - from);
  const each = span / Math.max(1, most);
  if (each <= 14)
    return dayTicks(from, to, each <= 1 ? 1 : each <= 2 ? 2 : each <= 5 ? 5 : each <= 10 ? 10 : 15, naming);
  if (each <= 190) return monthTicks(from, to, each <= 31 ? 1 : each <= 92 ? 3 : 6, naming);
  const step = YEAR_STEPS.find((years) => years * DAYS_A_YEAR >= each) ?? 5000;
  return yearTicks(from, to, step, naming);
}
