import type { Beside } from './beside-article.ts';
import { ancestorsOf, attributeOf, elementsOf, labelOf, type PageElement } from './element.ts';
import { isProse, linesOf, type PageLine } from './lines.ts';
import { type PageParts, proseIn } from './parts.ts';
import { storyLines } from './story-lines.ts';

/** A body with less prose than this is too little to decide by. */
const ENOUGH_PROSE = 140;
/** Going down the tree, a child that holds this share of its parent's prose is the article's way. */
const MAIN_SHARE = 0.75;
/** So many lines between headline and body may be a lead. */
const LONGEST_LEAD = 14;

/** Class or id of an element that holds the text of an article and nothing else. */
const BODY_LABEL =
  /(?:^|\s)(?:article|entry|post|story|news|blog|artikel|noticia|nota|single|detail)[-_]*(?:body|content|text|copy|main|detail|inner)(?![a-z])|(?:^|[\s_-])(?:articlebody|article__(?:body|content|text)|storytext|bodytext|fliesstext|richtext|post__content|entry__content|story__body|content__article-body)(?![a-z])/;

/**
 * The text of a page's article, its paragraphs apart by an empty line.
 *
 * Of what does not stand beside the article, takes the element that holds it: one that is marked as such, else the deepest that holds most
 * of the prose. A lead between headline and body belongs to it. Lines that are no part of a story (links, labels, captions) are left out.
 */
export function articleBody({ page, headline, beside }: PageParts): string {
  const lines = linesOf(page, (element) => beside.has(element));
  const prose = proseIn(page, lines);
  const inside = linesWithin(lines, holderOf(page, prose, beside));
  return storyLines([...leadBefore(lines, inside, headline), ...inside], headline)
    .map((line) => line.text)
    .join('\n\n');
}

/**
 * All the text of a page but comments, dialogs and menus: for pages on which no element holds enough prose to be an article, and boxes may
 * be all there is.
 */
export function textOfBoxes({ page, beside }: PageParts): string {
  const isNoText = (kind: Beside | undefined): boolean =>
    kind === 'comments' || kind === 'dialog' || kind === 'navigation';
  return linesOf(page, (element) => isNoText(beside.get(element)))
    .map(({ text }) => text)
    .join('\n\n');
}

type Prose = ReadonlyMap<PageElement, number>;

/** The element that holds the article. */
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

/** Of candidates the one with most prose, outermost first; where several of one class share an article, what holds them all. */
function best(candidates: readonly PageElement[], prose: Prose): PageElement | undefined {
  let most: PageElement | undefined;
  for (const one of candidates) if (most === undefined || (prose.get(one) ?? 0) > (prose.get(most) ?? 0)) most = one;
  return most;
}

/** The deepest element on the way down that still holds most of the prose. */
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
