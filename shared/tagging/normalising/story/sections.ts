import type { Expression } from '../../grammar/expression.ts';
import type { Recognised } from '../../recognise.ts';

/** Code units of the longest line that is a heading: "2008: the army is rebuilt". */
const LONGEST_HEADING = 70;
/** The sign between a year and the subject of its heading. */
const AFTER_YEAR = /^\s?(?:[:–—]|-\s)\s*\S/;
const ENDS_SENTENCE = /[.!?;,"”’)]\s*$/;

/** The heading that begins a section of an article, and the year that it states. */
export interface Section {
  readonly year: number;
  /** Index of the heading's own expression. */
  readonly heading: number;
}

/**
 * Finds the section that each expression stands in, where headings state a year and a subject ("2008: the army is rebuilt") and prose
 * follows. A section ends where the next begins. Labels of a chronicle's lines ("1989: The mill was closed.") begin none.
 *
 * @returns Sparse: the section of each expression that stands in one.
 */
export function sectionsOf(dates: readonly Recognised[], text: string): (Section | undefined)[] {
  const sections: (Section | undefined)[] = [];
  let section: Section | undefined;
  dates.forEach(({ expression, start, end }, index) => {
    if (isYear(expression) && isHeading(text, start, end))
      section = { year: expression.year as number, heading: index };
    if (section) sections[index] = section;
  });
  return sections;
}

const isYear = (e: Expression): boolean =>
  e.kind === 'calendar' && e.unit === 'year' && e.year !== undefined && !e.short;

function isHeading(text: string, start: number, end: number): boolean {
  if (start > 0 && text[start - 1] !== '\n') return false;
  const lineEnd = text.indexOf('\n', end);
  if (lineEnd < 0 || lineEnd - start > LONGEST_HEADING) return false;
  const rest = text.slice(end, lineEnd);
  if (!AFTER_YEAR.test(rest) || ENDS_SENTENCE.test(rest)) return false;
  const next = /\S[^\n]*/.exec(text.slice(lineEnd, lineEnd + 4 * LONGEST_HEADING));
  return next !== null && next[0].length > LONGEST_HEADING;
}
