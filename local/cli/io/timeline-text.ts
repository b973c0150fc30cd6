import { modalityWords } from '../../../shared/display/words/en.ts';
import type { TimelineEvent } from '../../../shared/events/event.ts';
import { dayNumber } from '../../../shared/time/day.ts';
import { type Ink, printable, wrapText } from './terminal.ts';

const NARROWEST_DATES = 10;
const WIDEST_DATES = 24;

/**
 * Events as a timeline for a terminal, in chronological order: the date, the modality if it is not asserted, the title,
 * and the evidence sentence with the words of the date underlined.
 *
 * @param width Columns of the terminal.
 */
export function timelineText(events: readonly TimelineEvent[], { ink, width }: { ink: Ink; width: number }): string {
  const inOrder = [...events].sort(byDate);
  const longest = Math.max(NARROWEST_DATES, ...inOrder.map((event) => event.date.display.length));
  const column = Math.min(longest, WIDEST_DATES);
  return inOrder.map((event) => entry(event, column, ink, width)).join('\n');
}

function entry(event: TimelineEvent, column: number, ink: Ink, width: number): string {
  const room = width - column - 3;
  const dates = wrapText(printable(event.date.display), column);
  const modality = event.modality === 'asserted' ? '' : `[${modalityWords[event.modality].toLowerCase()}] `;
  const titles = wrapText(modality + printable(event.title), room).map((line, index) =>
    index === 0 && modality ? ink.warm(modality.trimEnd()) + ink.bold(line.slice(modality.length - 1)) : ink.bold(line),
  );
  const body = [...titles, ...sentenceLines(event, ink, room)];
  const rows = Math.max(dates.length, body.length);
  return Array.from({ length: rows }, (_, row) => {
    const date = (dates[row] ?? '').padStart(column);
    const line = `${ink.warm(date)} ${row === 0 ? '●' : ink.dim('│')} ${body[row] ?? ''}`;
    return `${line.trimEnd()}\n`;
  }).join('');
}

function sentenceLines(event: TimelineEvent, ink: Ink, room: number): string[] {
  const evidence = event.evidence[0];
  if (!evidence) return [];
  const dated = printable(evidence.timex.text).replace(/\s+/g, ' ');
  const lines = wrapText(`“${printable(evidence.sentence)}”`, room);
  return lines.map((line) => {
    const at = line.indexOf(dated);
    if (at < 0) return ink.dim(line);
    return ink.dim(line.slice(0, at)) + ink.underline(dated) + ink.dim(line.slice(at + dated.length));
  });
}

function byDate(a: TimelineEvent, b: TimelineEvent): number {
  return (
    dayNumber(a.date.start) - dayNumber(b.date.start) ||
    dayNumber(a.date.end) - dayNumber(b.date.end) ||
    (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0)
  );
}
