import type { Beside } from './beside-article.ts';
import { ancestorsOf, attributeOf, elementsOf, labelOf, type PageElement } from './element.ts';
import { isProse, linesOf, type PageLine } from './lines.ts';
import { type PageParts, proseIn } from './parts.ts';
import { storyLines } from './story-lines.ts';

/** A body with less prose than this is too short to decide by. */
const ENOUGH_PROSE = 140;
/** A child that contains this share of its parent's prose is followed down the tree. */
const MAIN_SHARE = 0.75;
/** Most lines of a lead between headline and body. */
const LONGEST_LEAD = 14;

/** Class or id of an element that contains exactly the text of an article. */
const BODY_LABEL =
  /(?:^|\s)(?:article|entry|post|story|news|blog|artikel|noticia|nota|single|detail)[-_]*(?:body|content|text|copy|main|detail|inner)(?![a-z])|(?:^|[\s_-])(?:articlebody|article__(?:body|content|text)|storytext|bodytext|fliesstext|richtext|post__content|entry__content|story__body|content__article-body)(?![a-z])/;

/**
 * The text of a page's article, with an empty line between paragraphs.
 *
 * Takes the element that contains the article: one marked as such, otherwise the deepest one with most of the prose,
 * excluding elements beside the article. A lead between headline and body is included. Lines that are not part of a
 * story (links, labels, captions) are left out.
 */
export function articleBody({ page, headline, beside }: PageParts): string {
  const lines = linesOf(page, (element) => beside.has(element));
  const prose = proseIn(page, lines);
  const inside = linesWithin(lines, holderOf(page, prose, beside));
  return storyLines([...leadBefore(lines, inside, headline), ...inside], headline)
    .map((line) => line.text)
    .join('\n\n');
}

/** All text of a page except comments, dialogs and menus: for pages where no element contains enough prose to be an article. */
export function textOfBoxes({ page, beside }: PageParts): string {
  const isNoText = (kind: Beside | undefined): boolean =>
    kind === 'comments' || kind === 'dialog' || kind === 'navigation';
  return linesOf(page, (element) => isNoText(beside.get(element)))
    .map(({ text }) => text)
    .join('\n\n');
}

type Prose = ReadonlyMap<PageElement, number>;

/** The element that contains the article. */
function holderOf(page: PageElement, prose: Prose, beside: PageParts['beside']): PageElement {
  const total = prose.get(page) ?? 0;
  const marked: PageElement[] = [];
  const labelled: PageElement[] = [];
  const articles: PageElement[] = [];
  const mains: PageElement[] = [];
  for (const element of elementsOf(page)) {
    if (beside.has(element)) continue;
    if (attributeOf(element, 'itemprop')?.toLowerCase() === 'articlebody') marked.push(element);
    else if (BODY_LABEL.test(labelOf(element).slice(0, 400))) labelled.push(element);
    if (element.name === 'article') articles.push(element);
    if (element.name === 'main' || attributeOf(element, 'role') === 'main') mains.push(element);
  }
  for (const [candidates, share, isExact] of [
    [marked, 0.2, true],
    [labelled, 0.25, true],
    [articles, 0.3, true],
    [mains, 0.4, false],
  ] as const) {
    const holder = best(candidates, prose);
    const held = holder === undefined ? 0 : (prose.get(holder) ?? 0);
    if (holder !== undefined && held >= ENOUGH_PROSE && held >= total * share)
      return isExact ? holder : down(holder, prose);
  }
  return down(page, prose);
}

/** The candidate with most prose, outermost first; if several of one class share an article, their common ancestor. */
function best(candidates: readonly PageElement[], prose: Prose): PageElement | undefined {
  let most: PageElement | undefined;
  for (const one of candidates) if (most === undefined || (prose.get(one) ?? 0) > (prose.get(most) ?? 0)) most = one;
  return most;
}

/** The deepest descendant that still contains most of the prose. */
function down(from: PageElement, prose: Prose): PageElement {
  let element = from;
  for (;;) {
    const held = prose.get(element) ?? 0;
    const next = element.children.find(
      (child): child is PageElement => typeof child === 'object' && (prose.get(child) ?? 0) >= held * MAIN_SHARE,
    );
    if (next === undefined || held === 0 || LEAF.has(next.name)) return element;
    element = next;
  }
}

const LEAF = new Set(['p', 'li', 'td', 'blockquote', 'pre', 'ul', 'ol', 'tr', 'dd']);

function linesWithin(lines: readonly PageLine[], element: PageElement): readonly PageLine[] {
  const within = new Map<PageElement, boolean>([[element, true]]);
  const isWithin = (block: PageElement): boolean => {
    const known = within.get(block);
    if (known !== undefined) return known;
    let found = false;
    const way = [block];
    for (const one of ancestorsOf(block)) {
      const seen = within.get(one);
      if (seen !== undefined) {
        found = seen;
        break;
      }
      way.push(one);
    }
    for (const one of way) within.set(one, found);
    return found;
  };
  return lines.filter(({ block }) => isWithin(block));
}

/** The lead of an article: prose between its headline and its body. */
function leadBefore(
  lines: readonly PageLine[],
  body: readonly PageLine[],
  headline: PageElement | undefined,
): readonly PageLine[] {
  const first = body[0];
  if (first === undefined || headline === undefined) return [];
  const start = lines.indexOf(first);
  for (let i = start - 1; i >= 0 && i >= start - LONGEST_LEAD; i--)
    if (isIn((lines[i] as PageLine).block, headline))
      return lines.slice(i + 1, start).filter((one) => isProse(one) && one.linked === 0);
  return [];
}

/** Whether an element is another or one of its near descendants. */
function isIn(element: PageElement, other: PageElement): boolean {
  return element === other || element.parent === other || element.parent?.parent === other;
}
