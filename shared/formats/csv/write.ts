import { bestEvidence, evidenceUrl } from '../../display/plain-text.ts';
import { webUrl } from '../../display/web-url.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { civilDayOf } from '../../time/day.ts';
import { reachesIn } from '../../timeline/split-by-start.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';
import { type CellValue, csvRow } from './cells.ts';

type Column = readonly [name: string, cell: (event: TimelineEvent, timeline: TimelineDocument) => CellValue];

const year = (day: string): number | undefined => civilDayOf(day)?.year;
const list = (values: readonly string[]): string => values.join('; ');

/** `start_year` and `end_year` are numbers for spreadsheets, whose dates have no BCE: astronomical years. */
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
  ['began_before_range', (event, { from }) => reachesIn(event, from)],
  ['note', (event) => event.note?.text],
  ['picture', (event) => webUrl(event.note?.picture?.url)],
  ['picture_alt', (event) => event.note?.picture?.alt],
  ['picture_credit', (event) => event.note?.picture?.credit],
];

/**
 * Writes CSV by RFC 4180 with a header row, UTF-8, CRLF, one row an event.
 *
 * Text from articles never runs as a formula: see `csvRow`. A BCE date begins with a minus sign and is protected like
 * other text, since Excel would compute it.
 */
export function writeCsv(timeline: TimelineDocument): string {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...timeline.events.map((event) => COLUMNS.map(([, of]) => of(event, timeline))),
  ];
  return rows.map(csvRow).join('');
}
