import type { DateSpan, Precision } from './date-span.ts';
import { dayNumberOf, daysInMonth, isoDay, isoMonth, isoYear } from './day.ts';
import { boundsOf, type DayInterval, type PartialDate } from './partial-date.ts';

/** Which third of a stretch: the beginning, the middle or the end. */
export type Third = 'START' | 'MID' | 'END';

/**
 * The EDTF string of a partial date. If EDTF has no level-0/1 form for exactly these days, the result is an interval of
 * days or months: `18XX` would be 1800–1899, not the 19th century.
 *
 * @see Library of Congress EDTF specification (2019): seasons 21–24 are independent of location, unspecified digits
 * `199X`.
 */
export function edtfOf(date: PartialDate): string {
  const { unit, year, part } = date;
  switch (unit) {
    case 'day':
      return isoDay(boundsOf(date).first);
    case 'month':
      return isoMonth(year, part);
    case 'year':
      return isoYear(year);
    case 'season':
      return `${isoYear(year)}-2${part}`;
    case 'quarter':
      return `${isoMonth(year, part * 3 - 2)}/${isoMonth(year, part * 3)}`;
    case 'half':
      return `${isoMonth(year, part * 6 - 5)}/${isoMonth(year, part * 6)}`;
    case 'decade':
      return year > 0 ? `${isoYear(year).slice(0, 3)}X` : `${isoYear(year)}/${isoYear(year + 9)}`;
    case 'century':
    case 'millennium': {
      const length = unit === 'century' ? 100 : 1000;
      const first = year > 0 ? (year - 1) * length + 1 : 1 + year * length;
      return `${isoYear(first)}/${isoYear(first + length - 1)}`;
    }
    default:
      return dayInterval(boundsOf(date));
  }
}

const dayInterval = ({ first, last }: DayInterval): string =>
  first === last ? isoDay(first) : `${isoDay(first)}/${isoDay(last)}`;

const PRECISION: Readonly<Record<PartialDate['unit'], Precision>> = {
  day: 'day',
  weekend: 'interval',
  week: 'week',
  month: 'month',
  season: 'season',
  quarter: 'quarter',
  half: 'half',
  year: 'year',
  decade: 'decade',
  century: 'century',
  millennium: 'millennium',
};

/**
 * The first, middle or last part of a stretch: years by four months (January–April, May–August, September–December),
 * months by ten days (the last takes the rest), decades 0–3, 4–6, 7–9, and anything else by thirds of its days.
 */
export function thirdOf(date: PartialDate, third: Third): DayInterval {
  const { unit, year, part } = date;
  const which = third === 'START' ? 0 : third === 'MID' ? 1 : 2;
  if (unit === 'year')
    return {
      first: dayNumberOf(year, which * 4 + 1, 1),
      last: dayNumberOf(year, which * 4 + 4, daysInMonth(year, which * 4 + 4)),
    };
  if (unit === 'month') {
    const last = which === 2 ? daysInMonth(year, part) : which * 10 + 10;
    return { first: dayNumberOf(year, part, which * 10 + 1), last: dayNumberOf(year, part, last) };
  }
  if (unit === 'decade') {
    const [from, to] = (
      [
        [0, 3],
        [4, 6],
        [7, 9],
      ] as const
    )[which] as readonly [number, number];
    return { first: dayNumberOf(year + from, 1, 1), last: dayNumberOf(year + to, 12, 31) };
  }
  const { first, last } = boundsOf(date);
  const length = last - first + 1;
  const from = first + Math.floor((length * which) / 3);
  // A weekend has fewer days than parts: each part is at least one day.
  return { first: from, last: Math.max(from, first + Math.floor((length * (which + 1)) / 3) - 1) };
}

/**
 * The days a partial date may refer to, with its EDTF string.
 *
 * @param third "early", "mid" or "late": the span is that part of the date, precision `part`. A single day has no parts.
 * @param approximate "about", "circa": the bounds stay, the EDTF string gets `~` where EDTF allows one.
 */
export function spanOf(date: PartialDate, third?: Third, approximate = false): DateSpan {
  if (third && date.unit !== 'day') {
    const part = thirdOf(date, third);
    return {
      start: isoDay(part.first),
      end: isoDay(part.last),
      edtf: dayInterval(part),
      precision: 'part',
      approximate,
    };
  }
  if (date.unit === 'day') return ofDay(isoDay(boundsOf(date).first), approximate);
  const { first, last } = boundsOf(date);
  const edtf = edtfOf(date);
  const qualified =
    approximate && !edtf.includes('X') && date.unit !== 'season' ? edtf.replace(/$|(?=\/)/g, '~') : edtf;
  return {
    start: isoDay(first),
    end: isoDay(last),
    edtf: qualified,
    precision: PRECISION[date.unit],
    approximate,
  };
}

const ofDay = (day: string, approximate: boolean): DateSpan => ({
  start: day,
  end: day,
  edtf: approximate ? `${day}~` : day,
  precision: 'day',
  approximate,
});
