import type { Expression } from '../grammar/expression.ts';
import type { Recognised } from '../recognise.ts';

/** Words allowed in a heading beside its year: "## In 1989", "Events of 1989:", "(1989)", "1989 in music". */
const BEFORE =
  /^[\s#*=_•·([«"'–—-]*(?:(?:in|the year|year|events? (?:of|in)|timeline(?: of)?:?|chronology(?: of)?:?)\s+)?$/i;
const AFTER = /^[\s#*=_)\]»"':.–—-]*$/;
const SUBJECT = /^\s+in\s+\p{L}[\p{L}\s'’-]{2,40}$/u;
/** The sign after a year that labels its own line: "1989: The mill was closed in June." */
const LABEL = /^[*_\])]*\s*(?:[:–—|\t]|-\s)/;
const LONGEST_HEADING = 60;
const ENDS_SENTENCE = /[.!?:;,"”’)]\s*$/;

interface Line {
  readonly start: number;
  readonly end: number;
  /** The year that a heading gives to the text below, or a label to its own line. */
  readonly heads?: number;
  readonly labels?: number;
  /** Short, without a date and without a full stop: a heading of another kind. */
  readonly isOther?: boolean;
}

/**
 * Gives the bare dates of a chronicle ("4 June: …") the year of the heading they stand under, or of the label of their line. Where several
 * headings are years, headings of other kinds lie within a year; after the last year, or an only one, they end it.
 */
export function yearsOfHeadings(dates: readonly Recognised[], text: string): readonly Recognised[] {
  if (!dates.some((one) => isBare(one.expression)) || !dates.some((one) => isHead(one.expression))) return dates;
  if (!text.includes('\n')) return dates;
  const lines = linesOf(dates, text);
  const last = lines.findLastIndex(({ heads }) => heads !== undefined);
  if (last < 0 && !lines.some(({ labels }) => labels !== undefined)) return dates;
  let at = 0;
  let year: number | undefined;
  let inLine: number | undefined;
  const enter = (index: number): void => {
    const { heads, labels, isOther } = lines[index] as Line;
    inLine = labels;
    if (heads !== undefined) year = heads;
    else if (isOther && index > last) year = undefined;
  };
  enter(0);
  return dates.map((one) => {
    while (at + 1 < lines.length && (lines[at + 1] as Line).start <= one.start) enter(++at);
    const { expression: e } = one;
    // A year stated in prose takes precedence over the heading; without a heading the narrative decides.
    if (year !== undefined && e.kind === 'calendar' && e.year !== undefined && isFullYear(e)) inLine ??= e.year;
    const own = inLine ?? year;
    return own !== undefined && isBare(e) ? { ...one, expression: { ...e, year: own, lean: undefined } } : one;
  });
}

/** A month, day, season or quarter without a year. */
const isBare = (e: Expression): boolean => e.kind === 'calendar' && e.lean === 'nearest' && e.part !== undefined;

const isFullYear = (e: Expression): boolean => e.unit === 'year' || e.unit === 'month' || e.unit === 'day';

/** A year or a month of a year, as headings state it. */
const isHead = (e: Expression): boolean =>
  e.kind === 'calendar' && e.year !== undefined && !e.short && !e.ancient && (e.unit === 'year' || e.unit === 'month');

function linesOf(dates: readonly Recognised[], text: string): Line[] {
  const lines: Line[] = [];
  let d = 0;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const first = d;
    while (d < dates.length && (dates[d] as Recognised).start < end) d++;
    const line = lineOf(text, start, end, dates[first], d - first);
    if (line) lines.push(line);
    start = end + 1;
  }
  return lines;
}

function lineOf(
  text: string,
  start: number,
  end: number,
  date: Recognised | undefined,
  count: number,
): Line | undefined {
  const length = end - start;
  if (count === 0 || !date) {
    const line = length <= LONGEST_HEADING ? text.slice(start, end).trim() : '';
    if (line === '') return length <= LONGEST_HEADING ? undefined : { start, end };
    return { start, end, isOther: !ENDS_SENTENCE.test(line) };
  }
  if (!isHead(date.expression)) return { start, end };
  const year = date.expression.year as number;
  const before = text.slice(start, Math.min(date.start, start + LONGEST_HEADING));
  if (!BEFORE.test(before)) return { start, end };
  const after = text.slice(date.end, Math.min(end, date.end + LONGEST_HEADING));
  if (count === 1 && length <= LONGEST_HEADING && (AFTER.test(after) || SUBJECT.test(after)))
    return { start, end, heads: year };
  return LABEL.test(after) ? { start, end, labels: year } : { start, end };
}
