import type { DateSpan } from '../../time/date-span.ts';
import { isoDay } from '../../time/day.ts';
import { boundsOf, type PartialDate } from '../../time/partial-date.ts';
import { spanOf } from '../../time/span.ts';
import { timexValue } from '../../time/timex-value.ts';
import { lengthOf, namedDay } from '../gazetteer/days.ts';
import { namedPeriod } from '../gazetteer/periods.ts';
import type { Meaning } from './meaning.ts';

const interval = (start: string, end: string): DateSpan => ({
  start,
  end,
  edtf: `${start}/${end}`,
  precision: 'interval',
  approximate: false,
});

/** A named day of one year; those that last longer are a stretch of days. */
export function ofNamedDay(key: string, date: PartialDate, explicit: boolean): Meaning {
  const day = namedDay(key);
  const { first } = boundsOf(date);
  const days = lengthOf(day, first);
  if (days === 1) return { value: timexValue(date), span: spanOf(date), explicit, source: day.source };
  const span = interval(isoDay(first), isoDay(first + days - 1));
  return { value: span.edtf, span, explicit, source: day.source };
}

/**
 * A period of the gazetteer, if it has the key. Games carry their year as value, as TimeML has "the 2008 Olympics"; the span is their days.
 */
export function ofNamedPeriod(key: string): Meaning | undefined {
  const period = namedPeriod(key);
  if (!period) return undefined;
  const { start, end, source } = period;
  const span = interval(start, end);
  const year = start.slice(0, 4);
  return { value: end.startsWith(year) ? year : span.edtf, span, explicit: true, source };
}
