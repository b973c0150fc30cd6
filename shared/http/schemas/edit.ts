import * as z from 'zod/mini';
import { dayNumber, parseIsoDay } from '../../time/day.ts';
import { boundDay } from '../../time/day-bound.ts';
import { withAllowedMarks } from '../../time/typed-date.ts';
import { Precision } from './event.ts';
import { IsoDay, line, Share } from './primitives.ts';

/** EDTF as this project writes it: days, months, years, seasons and quarters, decades and centuries, and intervals of them. */
const EDTF =
  /^-?(?:\d{4}|\d{3}X|\d{2}XX)(?:-\d{2}(?:-\d{2})?)?[~?%]?(?:\/-?(?:\d{4}|\d{3}X|\d{2}XX)(?:-\d{2}(?:-\d{2})?)?[~?%]?)?$/;

/**
 * A date as an editor gives it: bounds, and what else is to be said. Left out, `edtf` is the bounds, and `precision` is `day` or
 * `interval`.
 */
export const DateInput = z
  .strictObject({
    start: IsoDay,
    end: IsoDay,
    edtf: z.exactOptional(
      z.string().check(z.maxLength(64), z.regex(EDTF, 'must be EDTF such as 1989-06 or 1914/1918')),
    ),
    precision: z.exactOptional(Precision),
    approximate: z._default(z.boolean(), false),
  })
  .check(
    z.refine<{ readonly start: string; readonly end: string }>(
      ({ start, end }) =>
        parseIsoDay(start) === undefined || parseIsoDay(end) === undefined || dayNumber(start) <= dayNumber(end),
      { error: 'must not be before start', path: ['end'] },
    ),
    z.refine<{ readonly start: string; readonly end: string; readonly edtf?: string }>(
      ({ start, end, edtf }) => edtf === undefined || isStretch(edtf, start, end),
      { error: 'must name the days from start to end', path: ['edtf'] },
    ),
  );

/** Whether EDTF names just these days; a decade before Christ and a season say so by their own rules (shared/time/day-bound.ts). */
function isStretch(edtf: string, start: string, end: string): boolean {
  const [first = '', last = first] = edtf.split('/');
  return boundDay(first, 'first') === start && boundDay(last, 'last') === end;
}

/** What an editor changes of an event. */
export const EventPatchInput = z
  .strictObject({
    title: z.exactOptional(line(200)),
    date: z.exactOptional(DateInput),
    hidden: z.exactOptional(z.boolean()),
    pinned: z.exactOptional(z.boolean()),
    importance: z.exactOptional(Share),
  })
  .check(z.refine((patch) => Object.keys(patch).length > 0, 'must change something'));

/** The date of a patch, complete. */
export function dateOf({ start, end, edtf, precision, approximate }: z.output<typeof DateInput>) {
  return {
    start,
    end,
    edtf: edtf === undefined ? (start === end ? start : `${start}/${end}`) : withAllowedMarks(edtf),
    precision: precision ?? (start === end ? 'day' : 'interval'),
    approximate: approximate || /[~?%]/.test(edtf ?? ''),
  } as const;
}
