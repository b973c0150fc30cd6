import * as z from 'zod/mini';
import type { DateSpan } from '../../time/date-span.ts';
import { dayNumber, parseIsoDay } from '../../time/day.ts';
import { boundDay } from '../../time/day-bound.ts';
import { typedDate, withAllowedMarks } from '../../time/typed-date.ts';
import { noteShape, PictureSchema, Precision, Tags } from './event.ts';
import { Collection, IsoDay, line, Modality, paragraphs, Share, WebAddress } from './primitives.ts';

/** EDTF in the forms of this project: days, months, years, seasons and quarters, decades and centuries, and intervals of them. */
const EDTF =
  /^-?(?:\d{4}|\d{3}X|\d{2}XX)(?:-\d{2}(?:-\d{2})?)?[~?%]?(?:\/-?(?:\d{4}|\d{3}X|\d{2}XX)(?:-\d{2}(?:-\d{2})?)?[~?%]?)?$/;

/** A date in an editor's input: bounds and optional details. By default `edtf` is made of the bounds, and `precision` is `day` or `interval`. */
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

/** Whether EDTF denotes exactly these days. Decades BCE and seasons have rules of their own (shared/time/day-bound.ts). */
function isStretch(edtf: string, start: string, end: string): boolean {
  const [first = '', last = first] = edtf.split('/');
  return boundDay(first, 'first') === start && boundDay(last, 'last') === end;
}

/** A date as a person writes it. */
const WrittenDate = z.pipe(
  z.string().check(
    z.maxLength(64),
    z.refine(
      (text) => typedDate(text) !== undefined,
      'must be an ISO day or EDTF such as 1989-06-04, 1989-06, 1989, 198X, 1914/1918, 1850~',
    ),
    z.describe('An ISO day, or EDTF of a month, season, year or decade, or two of them with a slash; `~` says about.'),
  ),
  z.transform((text: string) => typedDate(text) as DateSpan),
);

/** An event created by an editor. */
export const EventInput = z.strictObject({
  title: line(200),
  date: WrittenDate,
  ...noteShape,
  modality: z.exactOptional(Modality),
  importance: z.exactOptional(Share),
  collection: z._default(Collection, 'main'),
});

/** Most rows of one import: they are folded in one request. */
export const MAX_IMPORTED_EVENTS = 500;

/** A spreadsheet of events. */
export const SpreadsheetInput = z.strictObject({
  csv: z
    .string()
    .check(z.minLength(1, 'must not be empty'), z.maxLength(1_000_000, 'must have at most 1,000,000 characters')),
  collection: z._default(Collection, 'main'),
  tags: z.exactOptional(Tags.check(z.describe('For all of them, beside their group.'))),
});

/** Result of each row of a spreadsheet. */
export const ImportedEvents = z.strictObject({
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  ids: z.array(z.string()).check(z.describe('Of the events, in the order of their rows.')),
  refused: z.array(
    z.strictObject({ row: z.int().check(z.describe('Line of the header: 1.')), title: z.string(), reason: z.string() }),
  ),
  notes: z.array(z.string()).check(z.describe('Values of the spreadsheet that an event cannot represent.')),
});

/** An editor's changes to an event; `null` removes text, link or picture. */
export const EventPatchInput = z
  .strictObject({
    title: z.exactOptional(line(200)),
    date: z.exactOptional(DateInput),
    hidden: z.exactOptional(z.boolean()),
    pinned: z.exactOptional(z.boolean()),
    importance: z.exactOptional(Share),
    modality: z.exactOptional(Modality),
    text: z.exactOptional(z.nullable(paragraphs(2_000))),
    link: z.exactOptional(z.nullable(WebAddress)),
    picture: z.exactOptional(z.nullable(PictureSchema)),
    tags: z.exactOptional(Tags),
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
