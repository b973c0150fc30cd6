import { markup, type Part, written } from '../../display/markup.ts';
import { bestEvidence, dateSaid, evidenceUrl, titleSaid } from '../../display/plain-text.ts';
import { siteOf } from '../../display/source-name.ts';
import { webUrl } from '../../display/web-url.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { civilDayOf } from '../../time/day.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';
import { type CellValue, csvRow } from '../csv/cells.ts';

/** Columns of TimelineJS's spreadsheet, and one that TimelineJS ignores, for dates that `Year` to `End Day` cannot express. */
export const TIMELINEJS_COLUMNS = [
  ['Year', 'Month', 'Day', 'Time'],
  ['End Year', 'End Month', 'End Day', 'End Time'],
  ['Display Date', 'Headline', 'Text'],
  ['Media', 'Media Credit', 'Media Caption', 'Media Thumbnail', 'Alt Text'],
  ['Type', 'Group', 'Background', 'EDTF'],
].flat();

/**
 * Writes a timeline as a spreadsheet for TimelineJS 3, which `readTimelinejsCsv` also reads. TimelineJS treats
 * `Headline` and `Text` as HTML, so text is escaped, and the link to read more is a paragraph of its own.
 *
 * @see https://timeline.knightlab.com/docs/using-spreadsheets.html
 */
export function writeTimelinejsCsv({ title, description = '', events }: TimelineDocument): string {
  const opening = { Headline: html(title), Text: html(description), Type: 'title' };
  return [TIMELINEJS_COLUMNS, ...[opening, ...events.map(cellsOf)].map(inColumns)].map(csvRow).join('');
}

type Cells = Readonly<Record<string, CellValue>>;

const inColumns = (cells: Cells): readonly CellValue[] => TIMELINEJS_COLUMNS.map((name) => cells[name]);

function cellsOf(event: TimelineEvent): Cells {
  const { note } = event;
  const picture = webUrl(note?.picture?.url);
  return {
    ...daysOf(event),
    'Display Date': html(dateSaid(event)),
    Headline: html(titleSaid(event)),
    Text: textOf(event),
    ...(picture !== undefined && {
      Media: picture,
      'Media Credit': html(note?.picture?.credit ?? ''),
      'Media Caption': html(note?.picture?.caption ?? ''),
      'Alt Text': note?.picture?.alt,
    }),
    Group: note?.tags?.[0],
    EDTF: event.date.edtf,
  };
}

type Days = Readonly<Record<'year' | 'month' | 'day', number | undefined>>;

/** A month and a year keep their precision; anything else coarser than a day is written as its interval. */
function daysOf({ date }: TimelineEvent): Cells {
  const [start, end] = [civilDayOf(date.start), civilDayOf(date.end)];
  if (date.precision === 'year') return began({ year: start?.year, month: undefined, day: undefined });
  if (date.precision === 'month') return began({ year: start?.year, month: start?.month, day: undefined });
  const days = began({ year: start?.year, month: start?.month, day: start?.day });
  if (date.start === date.end) return days;
  return { ...days, 'End Year': end?.year, 'End Month': end?.month, 'End Day': end?.day };
}

const began = ({ year, month, day }: Days): Cells => ({ Year: year, Month: month, Day: day });

function textOf(event: TimelineEvent): string {
  const text = event.note?.text ?? bestEvidence(event)?.sentence ?? '';
  const url = webUrl(event.note?.link) ?? evidenceUrl(event);
  const paragraphs = text.split(/\n{2,}/).map((one) => one.split('\n').map(html).join('<br>'));
  const link = url === undefined ? [] : [html(markup`<a href="${url}">${siteOf(url)}</a>`)];
  return [...(text === '' ? [] : paragraphs), ...link].map((one) => `<p>${one}</p>`).join('');
}

const html = (of: Part): string => written(markup`${of}`);
