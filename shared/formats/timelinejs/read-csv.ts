import { webUrl } from '../../display/web-url.ts';
import type { Picture } from '../../events/event.ts';
import { wordsAndLink } from '../../text/words-and-link.ts';
import type { DateSpan } from '../../time/date-span.ts';
import { typedDate } from '../../time/typed-date.ts';
import { ownText } from '../csv/cells.ts';
import { readCsv } from '../csv/read.ts';

/** One row of a spreadsheet as an event. */
export interface SpreadsheetEvent {
  /** Line number; the header is 1. */
  readonly row: number;
  readonly title: string;
  readonly date: DateSpan;
  readonly text?: string;
  readonly link?: string;
  readonly picture?: Picture;
  /** Its group. */
  readonly tags?: readonly string[];
}

/** Content of a spreadsheet. */
export interface Spreadsheet {
  readonly events: readonly SpreadsheetEvent[];
  readonly refused: readonly { readonly row: number; readonly title: string; readonly reason: string }[];
  /** Warnings for the author about values that an event cannot represent. */
  readonly notes: readonly string[];
}

const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;
const NOTES = {
  title: 'The title row names the timeline and is no event.',
  era: 'Eras have no place here and were left out.',
  time: 'Times of day were left out: an event has days.',
  media: 'Media that are no pictures with an https address became links.',
  background: 'Backgrounds were left out.',
} as const;

/**
 * Parses TimelineJS's spreadsheet as CSV. Columns may be in any order, unknown ones are ignored; HTML in cells becomes
 * plain text.
 *
 * @throws RangeError if it is not such a spreadsheet.
 */
export function readTimelinejsCsv(csv: string): Spreadsheet {
  const [header = [], ...rows] = readCsv(csv);
  const names = header.map((name) => name.trim().toLowerCase());
  if (!names.includes('headline') || !(names.includes('year') || names.includes('start date'))) {
    throw new RangeError(
      'The first row must name the columns of a TimelineJS spreadsheet: Year, Month, Day, Headline, Text …',
    );
  }
  const events: SpreadsheetEvent[] = [];
  const refused: { row: number; title: string; reason: string }[] = [];
  const notes = new Set<keyof typeof NOTES>();
  rows.forEach((cells, index) => {
    const row = index + 2;
    const cell = (name: string): string => ownText(cells[names.indexOf(name)] ?? '').trim();
    if (cells.every((one) => one.trim() === '')) return;
    const type = cell('type').toLowerCase();
    if (type === 'title' || type === 'era') {
      notes.add(type);
      return;
    }
    const title = fromHtml(cell('headline')).text.replace(/\s+/g, ' ');
    const date = dateOf(cell);
    if (title === '') refused.push({ row, title, reason: 'It has no headline.' });
    else if (!date) refused.push({ row, title, reason: 'Its date is none, or ends before it begins.' });
    else {
      if (cell('time') !== '' || cell('end time') !== '') notes.add('time');
      if (cell('background') !== '') notes.add('background');
      events.push({ row, title, date, ...besides(cell, title, () => notes.add('media')) });
    }
  });
  return { events, refused, notes: [...notes].map((name) => NOTES[name]) };
}

type CellOf = (name: string) => string;

const fromHtml = (html: string): { readonly text: string; readonly link?: string } => {
  const { text, link } = wordsAndLink(html);
  const url = webUrl(link);
  return { text, ...(url !== undefined && { link: url }) };
};

/** Text, link, picture and group of a row. */
function besides(
  cell: CellOf,
  title: string,
  hasOtherMedia: () => void,
): Omit<SpreadsheetEvent, 'row' | 'title' | 'date'> {
  const { text, link: inText } = fromHtml(cell('text'));
  const media = webUrl(cell('media'));
  const picture =
    media?.startsWith('https:') && (cell('alt text') !== '' || PICTURE_FILE.test(new URL(media).pathname))
      ? media
      : undefined;
  if (media !== undefined && picture === undefined) hasOtherMedia();
  const link = inText ?? (picture === undefined ? media : undefined);
  const group = cell('group') || cell('tag');
  const one = (name: string): string => fromHtml(cell(name)).text.replace(/\s+/g, ' ');
  const [credit, caption] = [one('media credit'), one('media caption')];
  return {
    ...(text !== '' && { text }),
    ...(link !== undefined && { link }),
    ...(picture !== undefined && {
      picture: {
        url: picture,
        alt: cell('alt text') || caption || title,
        ...(credit !== '' && { credit }),
        ...(caption !== '' && { caption }),
      },
    }),
    ...(group !== '' && { tags: [group] }),
  };
}

function dateOf(cell: CellOf): DateSpan | undefined {
  const start = dayOf(cell, '') ?? dayIn(cell('start date'));
  const end = dayOf(cell, 'end ') ?? dayIn(cell('end date'));
  if (start === undefined) return undefined;
  const span = typedDate(end === undefined || end === start ? start : `${start}/${end}`);
  // A file written by this program states a date more exactly than the columns can.
  const own = typedDate(cell('edtf'));
  return own && span && own.start === span.start && own.end === span.end ? own : span;
}

/** The date of a row's columns in ISO: a day, a month or a year. An invalid date becomes the text `none`, so that it is rejected. */
function dayOf(cell: CellOf, prefix: string): string | undefined {
  const [year, month, day] = ['year', 'month', 'day'].map((name) => cell(prefix + name).replace(/[\s,]/g, ''));
  if (!year) return month || day ? 'none' : undefined;
  if (!/^-?\d{1,4}$/.test(year)) return 'none';
  return [signed(year), month, day && !month ? 'none' : day]
    .filter((part) => part)
    .map(twoDigits)
    .join('-');
}

const signed = (year: string): string => (year.startsWith('-') ? '-' : '') + year.replace('-', '').padStart(4, '0');
const twoDigits = (part: string | undefined): string => (part ?? '').padStart(2, '0');

/** A date of the older spreadsheet format: `1989`, `6/1989`, `6/4/1989`, or ISO. */
function dayIn(text: string): string | undefined {
  if (text === '') return undefined;
  const [, month, day, year] = /^(?:(\d{1,2})\/)?(?:(\d{1,2})\/)?(-?\d{1,4})$/.exec(text) ?? [];
  if (year === undefined) return text;
  return [signed(year), month, day]
    .filter((part) => part)
    .map(twoDigits)
    .join('-');
}
