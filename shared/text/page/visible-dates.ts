import { readStatedDate } from '../stated-date.ts';
import { type NumberOrder, writtenDates } from '../written-date.ts';
import { datesOfLines, isCard, isLocal } from './date-lines.ts';
import { attributeOf, elementsOf, labelOf, type PageElement, textOf } from './element.ts';
import { isEventClass } from './event-date.ts';
import {
  KINDS,
  LONGEST_LINE,
  labelledDate,
  MODIFIED,
  MOST_WORDS,
  PUBLISHED,
  type VisibleDate,
  wordsIn,
} from './labelled-date.ts';
import type { PageParts } from './parts.ts';

const DATE_CLASS =
  /(?:^|[\s_-])(?:by-?line|date-?line|pub-?date|publish(?:ed|ing)?(?:-?(?:date|on|at|time))?|publishing-?date|post-?date|posted-?on|entry-?date|date|datum|fecha|time-?stamp|article-?(?:date|time)|news-?date|meta-?date|date-?time|created|news-?single-?(?:timedata|date))(?![a-z])/;
const MODIFIED_CLASS = /(?:^|[\s_-])(?:updated|modified|last-?modified|aktualisiert)(?![a-z])/;
const PUBLISHED_CLASS = /publish|pub-?date|datepublished|entry-?date|post-?date|created/;

/** Elements before and after the headline within which a date is the article's own. */
const ELEMENTS_BEFORE = 40;
const ELEMENTS_AFTER = 90;
const MOST_CANDIDATES = 400;

/**
 * The publication dates that an article shows, most reliable first: dates near the headline in `<time>`, in elements
 * with such a class, and on lines that are little more than a date; a dateline before the first sentence; labelled
 * dates anywhere in the article ("Published: 3 May 2021"). Never from comments, boxes beside the article, dialogs,
 * cards of other articles, or prose.
 *
 * @param order How the page orders the numbers of a date.
 */
export function visibleDates(parts: PageParts, order: NumberOrder | undefined): readonly VisibleDate[] {
  const { near, far } = datesOfElements(parts, order);
  const lines = datesOfLines(parts, order);
  const farDays = new Set(far.map(({ date }) => date.slice(0, 10)));
  return [
    ...byKind([...near, ...lines.near]),
    ...byKind(lines.before),
    ...lines.dateline,
    ...byKind(lines.labelled),
    // Without a headline to be near to, a single date is accepted, several are not.
    ...(parts.headline === undefined && farDays.size === 1 ? byKind(far) : []),
  ];
}

const byKind = (dates: readonly VisibleDate[]): readonly VisibleDate[] =>
  KINDS.flatMap((kind) => dates.filter((date) => date.kind === kind));

function datesOfElements(
  parts: PageParts,
  order: NumberOrder | undefined,
): { readonly near: readonly VisibleDate[]; readonly far: readonly VisibleDate[] } {
  const { page, headline } = parts;
  const found: { readonly date: VisibleDate; readonly index: number }[] = [];
  let index = 0;
  let headlineIndex: number | undefined;
  let candidates = 0;
  for (const element of elementsOf(page)) {
    index++;
    if (element === headline) headlineIndex = index;
    if (candidates >= MOST_CANDIDATES || !isCandidate(element, order) || isLeftOut(parts, element)) continue;
    candidates++;
    const date = dateOfElement(element, order);
    const isBefore = headline !== undefined && headlineIndex === undefined;
    if (date !== undefined && !(isBefore && !isLocal(element, headline))) found.push({ date, index });
  }
  const isNear = (at: number): boolean =>
    headlineIndex !== undefined && at >= headlineIndex - ELEMENTS_BEFORE && at <= headlineIndex + ELEMENTS_AFTER;
  const near = found
    .filter((one) => isNear(one.index))
    .sort((a, b) => distance(a.index, headlineIndex) - distance(b.index, headlineIndex));
  return { near: near.map((one) => one.date), far: found.filter((one) => !isNear(one.index)).map((one) => one.date) };
}

/** Dates after the headline are nearer to it than those before. */
const distance = (at: number, headline = 0): number => (at >= headline ? at - headline : 2 * (headline - at));

/** Bylines and dates are facts about the article; other elements beside it are not. */
function isLeftOut({ beside }: PageParts, element: PageElement): boolean {
  const kind = beside.get(element);
  return (kind !== undefined && kind !== 'details') || isCard(element);
}

const DATE_PROPERTY = /^date(?:published|created|modified)$/;
const LONGEST_LABEL = 200;
const propertyOf = (element: PageElement): string => attributeOf(element, 'itemprop')?.toLowerCase() ?? '';

/** Whether an element is marked as a date. */
function isCandidate(element: PageElement, order: NumberOrder | undefined): boolean {
  if (element.name === 'time') return true;
  if (element.name === 'meta') return false;
  if (DATE_PROPERTY.test(propertyOf(element))) return true;
  return DATE_CLASS.test(labelOf(element).slice(0, LONGEST_LABEL)) || isDateOfHeadline(element, order);
}

function dateOfElement(element: PageElement, order: NumberOrder | undefined): VisibleDate | undefined {
  if (isInProse(element)) return undefined;
  const isTime = element.name === 'time';
  const label = labelOf(element).slice(0, LONGEST_LABEL);
  const prop = propertyOf(element);
  const text = textOf(element, LONGEST_LINE + 1);
  const stated = readStatedDate(statedIn(element), order);
  if (!isTime && stated === undefined && (text.length > LONGEST_LINE || wordsIn(text) > MOST_WORDS)) return undefined;
  const written = labelledDate(text, order);
  if (isEventClass(label) || (!isTime && written === undefined && writtenDates(text, order).length > 0))
    return undefined;
  const date =
    written !== undefined && stated !== undefined && isUtc(stated) ? written.date : (stated ?? written?.date);
  if (date === undefined) return undefined;
  const before = precedingText(element);
  const isModified = prop === 'datemodified' || MODIFIED_CLASS.test(label) || MODIFIED.test(before);
  const isPublished =
    DATE_PROPERTY.test(prop) ||
    element.attributes.has('pubdate') ||
    PUBLISHED_CLASS.test(label) ||
    PUBLISHED.test(before);
  const own = written?.kind ?? 'shown';
  const kind = own !== 'shown' ? own : isModified ? 'modified' : isPublished ? 'published' : 'shown';
  return { date, source: isTime ? 'time-element' : 'byline', kind };
}

/** Visible dates are in the publisher's zone; machine-readable ones are often in UTC. */
const isUtc = (date: string): boolean => /(?:Z|[+-]00:00)$/.test(date);

/** A small date at the end of a heading: `<h1>The bridge is open <small>2 May 2021</small></h1>`. */
function isDateOfHeadline(element: PageElement, order: NumberOrder | undefined): boolean {
  if (element.parent?.name !== 'h1' || !/^(?:small|span)$/.test(element.name)) return false;
  const text = textOf(element, 40);
  const [date] = writtenDates(text, order);
  return date !== undefined && wordsIn(text.slice(0, date.start) + text.slice(date.end)) === 0;
}

function statedIn(element: PageElement): string | undefined {
  const title = element.name === 'abbr' ? attributeOf(element, 'title') : undefined;
  const data = ['data-datetime', 'data-date', 'data-published', 'data-timestamp'].map((name) =>
    attributeOf(element, name),
  );
  return [attributeOf(element, 'datetime'), attributeOf(element, 'content'), title, ...data].find(
    (value) => value !== undefined,
  );
}

const WITHIN_LINE = /^(?:time|span|em|b|strong|i|abbr|small|a)$/;
const LINE = /^(?:p|li|td|dd|blockquote)$/;

/** Whether an element is within a sentence. */
function isInProse({ parent, name }: PageElement): boolean {
  if (parent === undefined || !WITHIN_LINE.test(name) || !LINE.test(parent.name)) return false;
  return wordsIn(textOf(parent, 400)) > MOST_WORDS;
}

/** The text directly before an element, from its nearest siblings. */
function precedingText(element: PageElement): string {
  const siblings = element.parent?.children ?? [];
  const at = siblings.indexOf(element);
  return siblings
    .slice(Math.max(0, at - 3), Math.max(0, at))
    .map((node) => (typeof node === 'string' ? node : textOf(node, 60)))
    .join(' ')
    .replace(/\s+/g, ' ')
    .slice(-60);
}
