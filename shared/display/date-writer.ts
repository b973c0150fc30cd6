import type { EventDate } from '../events/event.ts';
import type { IsoDay, Precision } from '../time/date-span.ts';
import { civilDayOf } from '../time/day.ts';

/** How a language names the parts of a date. */
export interface DateNaming {
  /** The short name of a month, 1…12. */
  readonly monthName: (month: number) => string;
  /** A year; years are astronomical, so 0 is 1 BC. */
  readonly yearWords: (year: number) => string;
  /** A day of the month before its month's name: `4`, `4.`. */
  readonly dayNumeral: (day: number) => string;
}

const VAGUE: readonly Precision[] = ['part', 'season', 'quarter', 'half', 'week'];

/** The functions that put a date into words, day before month before year, for a language that names the parts so. */
export const dateWriter = ({ monthName, yearWords, dayNumeral }: DateNaming) => {
  /** A stretch for a reader, as coarse as possible: `1957 – 1975`, `Jul – Aug 1969`, `14 – 20 Jul 1969`, `20 Jul 1969`. */
  const stretchWords = (start: IsoDay, end: IsoDay): string => {
    const a = civilDayOf(start);
    const b = civilDayOf(end);
    if (!a || !b) return `${start} – ${end}`;
    const isYears = a.month === 1 && a.day === 1 && b.month === 12 && b.day === 31;
    const isMonths = a.day === 1 && civilDayOf(`${end.slice(0, -2)}${b.day + 1}`) === undefined;
    // Over about two years, months are more detail than a reader of a map needs.
    const first = isYears || (b.year - a.year) * 12 + b.month - a.month > 23 ? 2 : isMonths ? 1 : 0;
    const [from, to] = [a, b].map(({ year, month, day }) =>
      [dayNumeral(day), monthName(month), yearWords(year)].slice(first),
    ) as [string[], string[]];
    // Print the part that both ends share once.
    while (from.length > 0 && from.at(-1) === to[from.length - 1]) from.pop();
    return [...(from.length > 0 ? [from.join(' ')] : []), to.join(' ')].join(' – ');
  };

  return {
    stretchWords,
    /** A day for a reader: `20 Jul 1969`, `15 Mar 44 BC`; the text itself if it is not an ISO day. */
    dayWords: (iso: IsoDay): string => {
      const day = civilDayOf(iso);
      return day ? `${dayNumeral(day.day)} ${monthName(day.month)} ${yearWords(day.year)}` : iso;
    },
    /** The stretch that a vague date covers, if its words do not state it: "May – Aug 1974" for "mid-1974". */
    precisionWords: (date: Pick<EventDate, 'precision' | 'approximate' | 'start' | 'end'>): string | undefined =>
      VAGUE.includes(date.precision) && !date.approximate ? stretchWords(date.start, date.end) : undefined,
  };
};
