import { type PageElement, textOf } from './element.ts';
import type { PageLine } from './lines.ts';
import { plain } from './parts.ts';

/** Start of a line that points to other pages. */
const POINTER =
  /^(?:\W*)(?:(?:also |auch |mehr )?(?:read|see|watch|listen|lesen|hören|sehen|mehr)(?: (?:also|more|next|on|auch|dazu|zum thema|hier|sie(?: (?:auch|dazu|hier|mehr))?))|related(?: \w+)?|more (?:on|from|about) |recommended|lesetipp|auch (?:interessant|lesen|auf)|passend dazu|zum thema|das könnte (?:sie|dich|ihnen|dir)|lire aussi|à lire(?: aussi)?|voir aussi|lea también|le[aeé]r? (?:también|más)|mire|ver también|te puede interesar|leggi anche|leia (?:também|mais)|lees ook|czytaj (?:też|także|również)|zobacz (?:też|także)|läs (?:även|också)|læs også|les også)\s*[:!–-]?/iu;

/** Labels that fill a line by themselves. */
const LABEL =
  /^(?:\W*)(?:advert(?:isement|ising)?|anzeige|werbung|publicité|publicidad|pubblicità|reklama|share(?: this)?(?: article| story)?|teilen|partager|compartir|print|drucken|comments?|kommentare?|\d+ comments?|sponsored|tags?|topics?|themen|schlagworte|credit|source|quelle|photo|foto|bild|image|read more|mehr|weiterlesen|loading|subscribe|newsletter|inhalt|inhaltsverzeichnis|table of contents|contents|back to top|nach oben|zurück|weiter|next|previous)\s*:?\W*$/iu;

/** Credits and copyright notices, which are not part of a story. */
const RIGHTS =
  /^(?:\W*)(?:©|\(c\) |copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|(?:photo|foto|bild|image|picture|illustration|credit|crédit|quelle|bildquelle)s?(?: by| credit| von| de)?\s*:)/iu;

/** A short line outside these elements is a label of the layout, unless it ends like a sentence. */
const SHORT = 40;
const TEXT_ELEMENTS = new Set([
  'p',
  'li',
  'td',
  'th',
  'tr',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'article',
]);
const SENTENCE_END = /[.!?…:;"”“’»)\]]$/u;
const PROSE = 80;

/**
 * The lines of an article that belong to its story, in order: without the repeated headline, links to other pages,
 * labels, credits, headings with nothing under them, and short lines after the last paragraph.
 */
export function storyLines(lines: readonly PageLine[], headline: PageElement | undefined): readonly PageLine[] {
  const title = headline === undefined ? undefined : plain(textOf(headline, 500));
  const kept = lines.filter((line) => !isNoise(line, title));
  return withoutEmptyHeadings(withoutTail(kept));
}

function isNoise(line: PageLine, title: string | undefined): boolean {
  const { text, block, linked } = line;
  if (title !== undefined && isHeading(block) && plain(text) === title) return true;
  if (block.name === 'h1') return true;
  if (text.length < 160 && (LABEL.test(text) || RIGHTS.test(text))) return true;
  if (text.length < 240 && POINTER.test(text) && (linked > 0 || text.length < 40)) return true;
  if (linked > text.length * 0.7 && text.length < 200 && !SENTENCE_END.test(text)) return true;
  if (linked > text.length * 0.9 && text.length < 200) return true;
  if (text.length >= SHORT || TEXT_ELEMENTS.has(block.name)) return false;
  return !SENTENCE_END.test(text);
}

/** Removes headings followed by a heading of the same or a higher level, or by nothing. */
function withoutEmptyHeadings(lines: readonly PageLine[]): readonly PageLine[] {
  return lines.filter(({ block }, i) => {
    const rank = rankOf(block);
    if (rank === undefined) return true;
    const next = lines[i + 1];
    if (next === undefined) return false;
    const nextRank = rankOf(next.block);
    return nextRank === undefined || nextRank > rank;
  });
}

/** Removes short lines after the last paragraph: no story ends with a column of labels. Table rows and list items are content. */
function withoutTail(lines: readonly PageLine[]): readonly PageLine[] {
  let end = lines.length;
  while (end > 0) {
    const { text, block, linked } = lines[end - 1] as PageLine;
    const isContent = text.length >= PROSE || block.name === 'tr' || block.name === 'dt' || block.name === 'p';
    if ((isContent && linked < text.length * 0.5) || (SENTENCE_END.test(text) && text.length >= 25 && linked === 0))
      break;
    if (block.name === 'li' && linked === 0) break;
    end--;
  }
  return end === 0 ? lines : lines.slice(0, end);
}

const isHeading = (block: PageElement): boolean => rankOf(block) !== undefined;

function rankOf({ name, attributes }: PageElement): number | undefined {
  if (/^h[1-6]$/.test(name)) return Number(name[1]);
  return attributes.get('role') === 'heading' ? Number(attributes.get('aria-level') ?? 2) || 2 : undefined;
}
