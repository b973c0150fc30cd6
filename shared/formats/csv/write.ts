import { bestEvidence, evidenceUrl } from '../../display/plain-text.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { civilDayOf } from '../../time/day.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';

type Column = readonly [name: string, cell: (event: TimelineEvent) => string | number | boolean | undefined];

const year = (day: string): number | undefined => civilDayOf(day)?.year;
const list = (values: readonly string[]): string => values.join('; ');

/** `start_year` and `end_year` are for spreadsheets, whose dates know no BCE: astronomical years as numbers. */
const COLUMNS: readonly Column[] = [
  ['id', (event) => event.id],
  ['title', (event) => event.title],
  ['start', (event) => event.date.start],
  ['end', (event) => event.date.end],
  ['start_year', (event) => year(event.date.start)],
  ['end_year', (event) => year(event.date.end)],
  ['edtf', (event) => event.date.edtf],
  ['precision', (event) => event.date.precision],
  ['approximate', (event) => event.date.approximate],
  ['basis', (event) => event.date.basis],
  ['date', (event) => event.date.display],
  ['date_in_text', (event) => event.date.text],
  ['modality', (event) => event.modality],
  ['entities', (event) => list(event.entities.map(({ name }) => name))],
  ['keywords', (event) => list(event.keywords)],
  ['importance', (event) => event.importance],
  ['confidence', (event) => event.confidence],
  ['mentions', (event) => event.mentions],
  ['sources', (event) => list(event.sources)],
  ['other_dates', (event) => list(event.otherDates.map(({ edtf }) => edtf))],
  ['sentence', (event) => bestEvidence(event)?.sentence],
  ['attribution', (event) => bestEvidence(event)?.attribution],
  ['url', evidenceUrl],
  ['published_at', (event) => bestEvidence(event)?.publishedAt],
];

/**
 * Begins like a formula to Excel, LibreOffice or Google Sheets (full-width signs count), or like a text that was made safe.
 *
 * @see OWASP, CSV Injection.
 */
const LIKE_A_FORMULA = /^[\s\u200b-\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20'\t\r\n]/;

/**
 * Text that no spreadsheet runs: an apostrophe before what looks like a formula. A reader that wants the text itself takes one
 * apostrophe off.
 */
function inert(text: string): string {
  return LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}

function cell(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = inert(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * RFC 4180 with a header row, UTF-8, CRLF, one row an event.
 *
 * Words from articles never run as formulas: see `inert`. A BCE date begins with a minus sign and is treated like any other text,
 * since Excel would compute it.
 */
export function writeCsv({ events }: TimelineDocument): string {
  const rows = [COLUMNS.map(([name]) => name), ...events.map((event) => COLUMNS.map(([, of]) => cell(of(event))))];
  return rows.map((row) => `${row.join(',')}\r\n`).join('');
}
