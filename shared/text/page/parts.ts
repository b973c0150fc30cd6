import { type Beside, besideArticle, isFooter } from './beside-article.ts';
import { ancestorsOf, attributeOf, elementsOf, labelOf, type PageElement, textOf } from './element.ts';
import { isProse, linesOf, type PageLine } from './lines.ts';

/** The parts of a page: its headline, and the elements beside the article. */
export interface PageParts {
  readonly page: PageElement;
  /** The element that contains the article's headline. */
  readonly headline: PageElement | undefined;
  /** Whether the headline matches a title in the page's head; otherwise it is the first heading. */
  readonly isTitled: boolean;
  /** Every element beside the article, including nested ones. */
  readonly beside: ReadonlyMap<PageElement, Beside>;
}

/** An element that is beside the article by name is still kept if it contains this share of the page's prose. */
const MOST_OF_PAGE = 0.5;
/** With less prose than this, the rest of a page is not an article. */
const ENOUGH_PROSE = 200;
/** If it contains the page's headline, this share is enough. */
const SOME_OF_PAGE = 0.15;
/** A shorter title may occur anywhere. */
const SHORTEST_TITLE = 12;

/**
 * Finds a page's headline and the elements beside its article.
 *
 * @param titles Titles of the article in the page's head: the heading that matches one is the headline.
 */
export function partsOf(page: PageElement, titles: readonly string[]): PageParts {
  const { headline, isTitled } = headlineIn(page, titles);
  return { page, headline, isTitled, beside: besideIn(page, headline) };
}

function headlineIn(page: PageElement, titles: readonly string[]): Pick<PageParts, 'headline' | 'isTitled'> {
  const plainTitles = titles.map(plain).filter((title) => title.length >= SHORTEST_TITLE);
  let first: PageElement | undefined;
  let titled: PageElement | undefined;
  for (const element of elementsOf(page)) {
    if (!/^h[1-4]$/.test(element.name)) continue;
    const text = plain(textOf(element, 400));
    if (text === '') continue;
    if (text.length >= SHORTEST_TITLE && plainTitles.some((title) => isTitle(text, title)))
      if (titled === undefined || (titled.name !== 'h1' && element.name === 'h1')) titled = element;
    if (element.name === 'h1' && first === undefined && !isBeside(element)) first = element;
  }
  return { headline: titled ?? first, isTitled: titled !== undefined };
}

/** Whether a heading matches a title, which may also contain the names of the site and the section. */
const isTitle = (heading: string, title: string): boolean =>
  title.startsWith(heading) ||
  title.endsWith(heading) ||
  heading.startsWith(title) ||
  (heading.length >= 25 && title.includes(heading));

function isBeside(element: PageElement): boolean {
  for (const one of [element, ...ancestorsOf(element)]) {
    const beside = besideArticle(one);
    if (beside === 'dialog' || beside === 'comments' || beside === 'navigation') return true;
  }
  return false;
}

/** The elements beside the article. One that contains most of the page's prose is the article itself under a misleading name. */
function besideIn(page: PageElement, headline: PageElement | undefined): ReadonlyMap<PageElement, Beside> {
  const all = linesOf(page, ({ name }) => name === 'script' || name === 'head');
  const prose = proseIn(page, all);
  const total = prose.get(page) ?? 0;
  const holders = new Set(headline === undefined ? [] : ancestorsOf(headline));
  const beside = new Map<PageElement, Beside>();
  for (const element of elementsOf(page)) {
    const stated = besideArticle(element);
    // The footer of an article contains its author and date.
    const kind = stated === 'navigation' && isFooter(element) && isInArticle(element) ? 'details' : stated;
    const above = element.parent && beside.get(element.parent);
    if (above !== undefined && !(above === 'details' && kind !== undefined && kind !== 'details')) {
      beside.set(element, above);
      continue;
    }
    if (kind === undefined || holders.has(element)) continue;
    const share = total === 0 ? 0 : (prose.get(element) ?? 0) / total;
    const mayHoldArticle = kind !== 'comments' && kind !== 'dialog' && !NEVER.has(element.name);
    const isAlone = kind !== 'related' || total - (prose.get(element) ?? 0) < ENOUGH_PROSE;
    if (mayHoldArticle && share >= MOST_OF_PAGE && isAlone) continue;
    if (share >= (mayHoldArticle ? SOME_OF_PAGE : MOST_OF_PAGE) && holdsArticleBody(element)) continue;
    beside.set(element, kind);
  }
  return beside;
}

const ARTICLE_LABEL = /(?:^|[\s_-])(?:article|artikel|post|entry|news-single|beitrag|meldung)(?![a-z])/;
const LEVELS_UP = 5;

function isInArticle(element: PageElement): boolean {
  let up = 0;
  for (const one of ancestorsOf(element)) {
    if (one.name === 'body' || ++up > LEVELS_UP) return false;
    if (one.name === 'article' || ARTICLE_LABEL.test(labelOf(one))) return true;
  }
  return false;
}

const NEVER = new Set(['script', 'noscript', 'head', 'button', 'select', 'textarea', 'nav', 'dialog']);

function holdsArticleBody(element: PageElement): boolean {
  for (const one of elementsOf(element))
    if (one.name === 'h1' || attributeOf(one, 'itemprop')?.toLowerCase() === 'articlebody') return true;
  return false;
}

/** Characters of prose in each element, over all its lines. */
export function proseIn(page: PageElement, lines: readonly PageLine[]): ReadonlyMap<PageElement, number> {
  const prose = new Map<PageElement, number>();
  for (const line of lines) if (isProse(line)) prose.set(line.block, (prose.get(line.block) ?? 0) + line.text.length);
  const inOrder = [...elementsOf(page)];
  for (let i = inOrder.length - 1; i > 0; i--) {
    const { parent } = inOrder[i] as PageElement;
    const own = prose.get(inOrder[i] as PageElement);
    if (own !== undefined && parent) prose.set(parent, (prose.get(parent) ?? 0) + own);
  }
  return prose;
}

/** Words in lower case with single spaces between them, for comparing titles. */
export const plain = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
