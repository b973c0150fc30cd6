import type { NumberOrder } from '../written-date.ts';
import { isFooter } from './beside-article.ts';
import { labelOf, type PageElement } from './element.ts';
import { isEventClass } from './event-date.ts';
import { AS_OF, LONGEST_LINE, labelledDate, MOST_WORDS, type VisibleDate, wordsIn } from './labelled-date.ts';
import { isProse, linesOf, type PageLine } from './lines.ts';
import type { PageParts } from './parts.ts';

/** Lines before and after it, likewise. */
const LINES_BEFORE = 3;
const LINES_AFTER = 8;
const LINES_BEFORE_BODY = 4;
/** Elements whose dates belong to the content beside them. */
const CONTENT = /^(?:tr|dt|dd)$/;
/** Between paragraphs, a line with more words beside its date is part of the text. */
const MOST_WORDS_IN_BODY = 4;
/** If the lines near the headline contain this many days, not all are publication dates. */
const CHRONICLE = 3;
/** A heading with more words than this is about the thing it dates. */
const MOST_WORDS_OF_HEADING = 5;
/** Characters of the shortest date. */
const SHORTEST_DATE = 7;

/** City and full date before the first sentence: "Karlsruhe, 12 November 2021. ". */
const CITY_AND_DATE = /^\p{Lu}[\p{L}/. -]{1,40}?,? \(?$/u;

/** Dates on lines of their own, by the position of the line. */
export function datesOfLines(
  parts: PageParts,
  order: NumberOrder | undefined,
): {
  readonly near: VisibleDate[];
  readonly before: VisibleDate[];
  readonly dateline: VisibleDate[];
  readonly labelled: VisibleDate[];
} {
  const { page, beside, headline, isTitled } = parts;
  const dates = {
    near: [] as VisibleDate[],
    before: [] as VisibleDate[],
    dateline: [] as VisibleDate[],
    labelled: [] as VisibleDate[],
  };
  const lines = linesOf(page, (element) => {
    const kind = beside.get(element);
    return (kind !== undefined && kind !== 'details' && !isFooter(element)) || isCard(element);
  });
  const title = lines.findIndex(({ block }) => block === headline || block.parent === headline);
  const isBody = (line: PageLine, from: number, i: number): boolean =>
    i > from && isProse(line) && !/^h[1-6]$/.test(line.block.name) && beside.get(line.block) === undefined;
  const after = lines.findIndex((line, i) => isBody(line, title, i));
  // If no title confirms the first heading, it may be any; the date must then be near the first paragraph.
  const body = isTitled || after >= 0 ? after : lines.findIndex((line, i) => isBody(line, -1, i));
  lines.forEach(({ text, linked, block }, i) => {
    if (isEventClass(labelOf(block))) return;
    if (i === title || linked > text.length - SHORTEST_DATE || !/\d{4}|\.\d\d(?!\d)/.test(text.slice(0, LONGEST_LINE)))
      return;
    const found = labelledDate(text.slice(0, LONGEST_LINE), order, [lines[i + 1]?.text, lines[i + 2]?.text]);
    if (found === undefined) return;
    const { date, kind, start, end } = found;
    const visible: VisibleDate = { date, kind, source: 'byline' };
    if (i === body && CITY_AND_DATE.test(text.slice(0, start)) && /^\)?\s?[.:–|—-]/.test(text.slice(end)))
      dates.dateline.push(visible);
    if (text.length > LONGEST_LINE || isSentence(text)) return;
    const isNear =
      (title >= 0 &&
        i >= title - LINES_BEFORE &&
        i <= title + LINES_AFTER &&
        (i > title || isLocal(block, headline))) ||
      (!isTitled && i < body && i >= body - LINES_BEFORE_BODY);
    const others = wordsIn(text) - wordsIn(text.slice(start, end));
    const isContent = CONTENT.test(block.name) || (/^h[1-6]$/.test(block.name) && others > MOST_WORDS_OF_HEADING);
    const isInBody = body >= 0 && i > body && beside.get(block) === undefined;
    const isOwn =
      kind !== 'shown' || (!isContent && (!isInBody || (block.name !== 'li' && others <= MOST_WORDS_IN_BODY)));
    if (isNear && isOwn && beside.get(block) !== 'navigation') dates[i > title ? 'near' : 'before'].push(visible);
    else if (kind !== 'shown') dates.labelled.push(visible);
    else if (AS_OF.test(text.slice(0, start))) dates.labelled.push({ ...visible, kind: 'modified' });
  });
  // Several dates without a label are entries of a chronicle.
  const shown = new Set(
    [...dates.near, ...dates.before].filter(({ kind }) => kind === 'shown').map(({ date }) => date),
  );
  if (shown.size < CHRONICLE) return dates;
  const isSaid = ({ kind }: VisibleDate): boolean => kind !== 'shown';
  return { ...dates, near: dates.near.filter(isSaid), before: dates.before.filter(isSaid) };
}

/** Levels from a date before the headline to the element that contains both. */
const LEVELS_UP = 5;

/** Whether an element is close to the headline in the tree: a date before the headline that is not belongs to the page, often as today's date. */
export function isLocal(block: PageElement, headline: PageElement | undefined): boolean {
  // Text written into the head, which ended the head, is about the page like its meta elements.
  if (block.parent?.name === 'html') return true;
  const holders = new Set<PageElement>();
  let up = 0;
  for (let one = headline?.parent; one && up < LEVELS_UP && one.name !== 'body'; one = one.parent, up++)
    holders.add(one);
  for (let one: PageElement | undefined = block; one; one = one.parent) if (holders.has(one)) return true;
  return false;
}

/** Whether a line is a sentence, so that its date belongs to its content. */
function isSentence(text: string): boolean {
  return wordsIn(text) > MOST_WORDS || /\p{Ll}{3,}[.!?]["”»]?$/u.test(text);
}

const CARD_PARTS = /^(?:div|article|section|h[2-6]|p|figure|li|img|picture)$/;

/** Within a link around a whole card, which leads to another article. */
export function isCard(element: PageElement): boolean {
  for (let one: PageElement | undefined = element, up = 0; one && up < 6; one = one.parent, up++)
    if (one.name === 'a') return one.children.some((child) => typeof child === 'object' && CARD_PARTS.test(child.name));
  return false;
}
