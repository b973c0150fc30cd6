import { dayNumber } from '../../time/day.ts';
import type { EventDate } from '../event.ts';

/**
 * The date that most evidence supports, and the dates that contradict it.
 *
 * A date is supported by every article whose date contains it ("June 1989" supports "June 4, 1989"). The best supported wins, then the
 * narrowest, then one that is not approximate, then the earliest. Dates that neither contain the winner nor lie within it contradict it.
 *
 * A date that is only the day of writing (basis `published`) supports others and contradicts none: it wins only if there is no other.
 *
 * @param given At least one.
 */
export function mergedDate(given: readonly { readonly date: EventDate; readonly articleId: string }[]): {
  readonly date: EventDate;
  readonly otherDates: readonly EventDate[];
} {
  const spans = given.map(({ date, articleId }) => ({
    date,
    articleId,
    isTold: !isDayOfWriting(date),
    start: dayNumber(date.start),
    end: dayNumber(date.end),
  }));
  const candidates = [...new Map(spans.map((span) => [`${span.start}/${span.end}`, span])).values()].map((span) => ({
    ...span,
    isTold: spans.some((other) => other.isTold && other.start === span.start && other.end === span.end),
    support: new Set(spans.filter((other) => holds(other, span)).map(({ articleId }) => articleId)).size,
  }));
  const ranked = candidates.sort(
    (a, b) =>
      Number(b.isTold) - Number(a.isTold) ||
      b.support - a.support ||
      a.end - a.start - (b.end - b.start) ||
      Number(a.date.approximate) - Number(b.date.approximate) ||
      a.start - b.start,
  );
  const [winner, ...others] = ranked;
  if (!winner) throw new RangeError('no date given');
  const wording = spans
    .filter(({ start, end }) => start === winner.start && end === winner.end)
    .map(({ date }) => date);
  return {
    date: wording.sort(byWording)[0] ?? winner.date,
    otherDates: others
      .filter((other) => other.isTold && !holds(other, winner) && !holds(winner, other))
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(({ date }) => date),
  };
}

/** Whether a date is only the day of writing, which the text does not state. */
export const isDayOfWriting = ({ basis }: EventDate & { readonly basis?: string }): boolean => basis === 'published';

interface Span {
  readonly start: number;
  readonly end: number;
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end;

const byWording = (a: EventDate, b: EventDate): number =>
  Number(a.approximate) - Number(b.approximate) || (a.edtf + a.text + a.display < b.edtf + b.text + b.display ? -1 : 1);
