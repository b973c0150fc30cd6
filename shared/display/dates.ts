import type { DateBasis, EventDate } from '../events/event.ts';
import type { IsoDay, Precision } from '../time/date-span.ts';
import { civilDayOf } from '../time/day.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A year for a reader: `1969`, `AD 79` (below 1000, where bare digits would not be read as a year), `44 BC` (astronomical −43). */
export function yearWords(year: number): string {
  if (year <= 0) return `${1 - year} BC`;
  return year < 1000 ? `AD ${year}` : String(year);
}

/** The short name of a month, 1…12. */
export const monthName = (month: number): string => MONTHS[month - 1] ?? '';

/** A day for a reader: `20 Jul 1969`, `15 Mar 44 BC`; the text itself where it is no ISO day. */
export function dayWords(iso: IsoDay): string {
  const day = civilDayOf(iso);
  return day ? `${day.day} ${monthName(day.month)} ${yearWords(day.year)}` : iso;
}

/** A stretch for a reader, no finer than it must be: `1957 – 1975`, `Jul – Aug 1969`, `14 – 20 Jul 1969`, `20 Jul 1969`. */
export function stretchWords(start: IsoDay, end: IsoDay): string {
  const a = civilDayOf(start);
  const b = civilDayOf(end);
  if (!a || !b) return `${start} – ${end}`;
  const isYears = a.month === 1 && a.day === 1 && b.month === 12 && b.day === 31;
  const isMonths = a.day === 1 && civilDayOf(`${end.slice(0, -2)}${b.day + 1}`) === undefined;
  // Over about two years, months say nothing that a reader of a map wants to know.
  const first = isYears || (b.year - a.year) * 12 + b.month - a.month > 23 ? 2 : isMonths ? 1 : 0;
  const [from, to] = [a, b].map(({ year, month, day }) =>
    [String(day), monthName(month), yearWords(year)].slice(first),
  ) as [string[], string[]];
  // Print the part that both ends share once.
  while (from.length > 0 && from.at(-1) === to[from.length - 1]) from.pop();
  return [...(from.length > 0 ? [from.join(' ')] : []), to.join(' ')].join(' – ');
}

const VAGUE: readonly Precision[] = ['part', 'season', 'quarter', 'half', 'week'];

/** The stretch that a vague date covers, where its words do not say it themselves: "May – Aug 1974" for "mid-1974". */
export const precisionWords = (
  date: Pick<EventDate, 'precision' | 'approximate' | 'start' | 'end'>,
): string | undefined =>
  VAGUE.includes(date.precision) && !date.approximate ? stretchWords(date.start, date.end) : undefined;

/** How a date that its sentence does not state comes to the event. */
export const BASIS_MEANINGS: Readonly<Record<Exclude<DateBasis, 'stated'>, string>> = {
  derived: 'Dated from another event.',
  carried: 'Dated by a neighbouring sentence.',
  published: 'Dated by the day of writing.',
  editor: 'Dated by an editor.',
};
