import { attributeOf, elementsOf, type PageElement } from './element.ts';
import { plain } from './parts.ts';

/** The data about the page's own article in its JSON-LD. Values as written. */
export interface LinkedArticle {
  readonly published?: string;
  readonly modified?: string;
  readonly headline?: string;
  /** The article's text, if it is complete. */
  readonly body?: string;
}

type Node = Readonly<Record<string, unknown>>;

/** Types whose date is that of the text: https://schema.org/Article and types that publishers use for it. */
const ARTICLE =
  /^(?:\w*Article|\w*Posting|Report|Review|Recipe|AnalysisNewsArticle|ReviewNewsArticle|Blog|LiveBlogPosting|MedicalWebPage|CreativeWork|Chapter|Question|PodcastEpisode|HowTo)$/;
const PAGE = /^(?:\w*Page|\w*WebPage|WebSite)$/;
/** A review dates the page only if nothing else does (a page that is a review is mostly marked as an article too). */
const WEAK = /^(?:Review|Question|CreativeWork|Blog|PodcastEpisode|Recipe|HowTo)$/;

const MOST_SCRIPTS = 40;
const LONGEST_SCRIPT = 500_000;
const MOST_NODES = 2000;

/**
 * The article that a page's JSON-LD describes: only nodes at the top of a block, in its `@graph`, or as the main entity
 * of the page. Parts and mentions of an article (videos, comments, list items, other articles) are ignored. Of several
 * articles the one with this page's address or headline counts; if none has, and their dates differ, none does.
 *
 * @param own The page's address and headline, to find its article.
 */
export function linkedArticle(
  page: PageElement,
  own: { readonly urls: readonly string[]; readonly headline: string | undefined },
): LinkedArticle {
  const nodes = scriptsOf(page).flatMap(topNodes);
  const articles = nodes.filter((node) => hasType(node, ARTICLE));
  const strong = articles.filter((node) => !typesOf(node).every((type) => WEAK.test(type)));
  const described =
    ownOf(strong, own) ??
    ownOf(
      nodes.filter((node) => hasType(node, PAGE)),
      own,
    ) ??
    ownOf(articles, own) ??
    undefined;
  if (described === undefined) return {};
  const published = stringIn(described.datePublished) ?? stringIn(described.dateCreated);
  const modified = stringIn(described.dateModified);
  const headline = stringIn(described.headline) ?? stringIn(described.name);
  const body = stringIn(described.articleBody);
  return {
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(headline === undefined ? {} : { headline }),
    ...(body === undefined ? {} : { body }),
  };
}

function ownOf(
  nodes: readonly Node[],
  { urls, headline }: { readonly urls: readonly string[]; readonly headline: string | undefined },
): Node | undefined {
  const dated = nodes.filter(
    (node) => stringIn(node.datePublished ?? node.dateCreated ?? node.dateModified) !== undefined,
  );
  const named = dated.filter((node) => addressesOf(node).some((address) => urls.includes(addressKey(address))));
  if (named.length > 0) return named[0];
  const title = plain(headline ?? '');
  const titled = title === '' ? [] : dated.filter((node) => isTitled(node, title));
  if (titled.length > 0) return titled[0];
  const days = new Set(dated.map((node) => stringIn(node.datePublished ?? node.dateCreated)?.slice(0, 10)));
  return days.size === 1 ? dated[0] : undefined;
}

function isTitled(node: Node, title: string): boolean {
  const name = plain(stringIn(node.headline) ?? stringIn(node.name) ?? '');
  return name.length > 10 && (title.startsWith(name) || name.startsWith(title));
}

function addressesOf(node: Node): string[] {
  const main = node.mainEntityOfPage;
  const ids = [
    node.url,
    node['@id'],
    main,
    isNode(main) ? main['@id'] : undefined,
    isNode(main) ? main.url : undefined,
  ];
  return ids.filter((id): id is string => typeof id === 'string');
}

/** An address without scheme, query, fragment and final slash, for comparison. */
export function addressKey(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

function scriptsOf(page: PageElement): unknown[] {
  const blocks: unknown[] = [];
  for (const element of elementsOf(page)) {
    if (element.name !== 'script' || !/ld\+json/i.test(attributeOf(element, 'type') ?? '')) continue;
    const text = element.children.filter((child) => typeof child === 'string').join('');
    if (text.length <= LONGEST_SCRIPT) blocks.push(parsed(text));
    if (blocks.length >= MOST_SCRIPTS) break;
  }
  return blocks;
}

/** Repairs common errors in publishers' JSON: line breaks within strings, extra commas, comments around it. */
function parsed(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*;?\s*$/g,
    '',
  );
  for (const attempt of [bare, repaired(bare)]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // continue with the next attempt, or the date alone
    }
  }
  const types = bare.match(/"@type"\s*:\s*"(\w+)"/g) ?? [];
  const dates = new Set([...bare.matchAll(/"datePublished"\s*:\s*"([^"]{8,40})"/g)].map(([, date]) => date));
  // If the block cannot be parsed, a single date in it is the article's, unless the block is about something else.
  if (dates.size !== 1) return undefined;
  const type = types.length === 0 ? 'Article' : (/"(\w+)"$/.exec(types[0] ?? '')?.[1] ?? '');
  return { '@type': type, datePublished: [...dates][0] };
}

function repaired(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them within strings
  const oneLine = text.replace(/[\u0000-\u001f]+/g, ' ');
  return oneLine.replace(/,(\s*[}\]])/g, '$1').replace(/;\s*$/, '');
}

/** The top nodes of a block, those in its graphs, and the main entity of each. */
function topNodes(block: unknown): Node[] {
  const nodes: Node[] = [];
  const queue: unknown[] = [block];
  for (let i = 0; i < queue.length && i < MOST_NODES; i++) {
    const one = queue[i];
    if (Array.isArray(one)) queue.push(...one.slice(0, MOST_NODES));
    else if (isNode(one)) {
      nodes.push(one);
      if (one['@graph'] !== undefined) queue.push(one['@graph']);
      if (hasType(one, PAGE) && isNode(one.mainEntity)) queue.push(one.mainEntity);
    }
  }
  return nodes;
}

function hasType(node: Node, pattern: RegExp): boolean {
  return typesOf(node).some((type) => pattern.test(type));
}

function typesOf(node: Node): readonly string[] {
  const type = node['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.filter((one): one is string => typeof one === 'string').map((one) => one.replace(/^.*[/#:]/, ''));
}

/** The string of a value, also of a one-element list or of `{"@value": …}`. */
function stringIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) return stringIn(value[0]);
  return isNode(value) ? stringIn(value['@value']) : undefined;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
