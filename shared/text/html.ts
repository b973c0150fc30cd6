import { detectLanguage } from './language.ts';
import { dayInUrl, isoDayIn, type PublicationSource, writtenDay } from './publication-date.ts';

/** What a page holds: its article as plain text, and what it says of itself. */
export interface HtmlArticle {
  readonly text: string;
  readonly title?: string;
  /** BCP 47 primary tag, as the page declares it or as its text reads. */
  readonly language?: string;
  readonly publishedAt?: string;
  readonly publishedAtSource?: Exclude<PublicationSource, 'given'>;
  readonly canonicalUrl?: string;
}

/** Deeper pages, and longer ones than this, are read as tag-stripped text: parsers of trees take too long over them. */
const DEEPEST = 250;
const LONGEST_HTML = 6_000_000;

/**
 * The article of an HTML page: body text with paragraphs apart, title, language, publication date with its source, canonical URL. Loads
 * Readability and linkedom when first called. Never rejects for any input: where no article is found, the visible text is the answer.
 */
export async function readHtml(html: string, options: { readonly url?: string } = {}): Promise<HtmlArticle> {
  const page = html.length > LONGEST_HTML ? html.slice(0, LONGEST_HTML) : html;
  const said = metadataOf(page, options.url);
  let text = '';
  let title: string | undefined;
  if (depthOf(page) <= DEEPEST) {
    try {
      ({ text, title } = await readable(page));
    } catch {
      // a page the parser cannot read still has its visible text
    }
  }
  const visible = text.length < 200 ? visibleText(page) : '';
  if (visible.length > text.length * 2) text = visible;
  const headline = title || said.title;
  const language = said.language ?? (text ? detectLanguage(text) : undefined);
  return {
    text,
    ...(headline ? { title: headline } : {}),
    ...(language ? { language } : {}),
    ...said.published,
    ...(said.canonicalUrl ? { canonicalUrl: said.canonicalUrl } : {}),
  };
}

async function readable(html: string): Promise<{ text: string; title: string | undefined }> {
  const [{ Readability }, { parseHTML }] = await Promise.all([import('@mozilla/readability'), import('linkedom')]);
  const { document } = parseHTML(withoutScripts(html));
  if (!document.body) return { text: '', title: undefined };
  const article = new Readability(document as never, { maxElemsToParse: 60_000, charThreshold: 200 }).parse();
  if (!article?.content) return { text: '', title: article?.title ?? undefined };
  return { text: visibleText(article.content), title: article.title || undefined };
}

/** Scripts and styles are most of many pages and none of the article. JSON-LD has been read by then. */
const withoutScripts = (html: string): string =>
  dropElements(html, ['script', 'style', 'template', 'noscript', 'svg', 'iframe']);

/** Cuts elements out by searching, never by a backtracking expression: an element that does not close runs to the end. */
function dropElements(html: string, names: readonly string[]): string {
  const open = new RegExp(`<(${names.join('|')})(?=[\\s>/])`, 'gi');
  let out = '';
  let from = 0;
  for (let found = open.exec(html); found; found = open.exec(html)) {
    out += html.slice(from, found.index);
    const close = new RegExp(`</${found[1]}\\s*>`, 'gi');
    close.lastIndex = found.index;
    const end = close.exec(html);
    from = end ? close.lastIndex : html.length;
    open.lastIndex = from;
    if (!end) break;
  }
  return out + html.slice(from);
}

const BLOCKS =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|td|th|table|section|article|header|footer|aside|main|nav|blockquote|pre|figure|figcaption|hr|form|fieldset|address|body|html|title)$/;

/** The text a reader would see, paragraphs apart by an empty line; linear. */
export function visibleText(html: string): string {
  const clean = dropElements(html, [
    'script',
    'style',
    'template',
    'noscript',
    'svg',
    'head',
    'iframe',
    'button',
    'select',
    'nav',
    'figcaption',
  ]);
  let out = '';
  let from = 0;
  while (from < clean.length) {
    const open = clean.indexOf('<', from);
    if (open < 0) {
      out += clean.slice(from);
      break;
    }
    out += clean.slice(from, open);
    const next = clean[open + 1] ?? '';
    if (!/[a-zA-Z/!?]/.test(next)) {
      out += '<';
      from = open + 1;
      continue;
    }
    const comment = clean.startsWith('<!--', open);
    const close = comment ? clean.indexOf('-->', open + 4) : clean.indexOf('>', open);
    if (close < 0) break;
    const name = /^<\/?([a-zA-Z][a-zA-Z0-9]*)/.exec(clean.slice(open, open + 20))?.[1]?.toLowerCase() ?? '';
    if (name === 'br') out += '\n';
    else if (BLOCKS.test(name)) out += '\n\n';
    from = close + (comment ? 3 : 1);
  }
  return decodeEntities(out)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  pound: '£',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  middot: '·',
  bull: '•',
  laquo: '«',
  raquo: '»',
  shy: '',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  ntilde: 'ñ',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));?/g, (whole, decimal, hex, name) => {
    if (name) return NAMED[name as string] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** Deepest nesting of tags, roughly: void elements do not count, unclosed ones do. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const match of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)/g)) {
    const name = (match[2] as string).toLowerCase();
    if (/^(?:br|img|hr|input|meta|link|p|li|td|tr|th|option|source|area|base|col|embed|wbr|dt|dd)$/.test(name))
      continue;
    if (match[1]) depth = Math.max(0, depth - 1);
    else if (++depth > deepest) deepest = depth;
  }
  return deepest;
}

interface Said {
  readonly title?: string;
  readonly language?: string;
  readonly canonicalUrl?: string;
  readonly published: Pick<HtmlArticle, 'publishedAt' | 'publishedAtSource'>;
}

/** What a page says of itself in JSON-LD, meta elements, `<time>`, `<link rel=canonical>` and `<html lang>`; by search, not by a tree. */
function metadataOf(html: string, url: string | undefined): Said {
  const metas = new Map<string, string>();
  for (const [tag] of html.matchAll(/<meta\s[^>]{0,2000}>/gi)) {
    const name = attribute(tag, 'property') ?? attribute(tag, 'name') ?? attribute(tag, 'itemprop');
    const content = attribute(tag, 'content');
    if (name && content && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content.trim());
  }
  const language = /<html\s[^>]{0,500}?lang\s*=\s*["']?([a-zA-Z]{2,3})\b/i.exec(html)?.[1]?.toLowerCase();
  const link = [...html.matchAll(/<link\s[^>]{0,1000}>/gi)]
    .map(([tag]) => tag)
    .find((tag) => /rel\s*=\s*["']?canonical/i.test(tag));
  const canonical = (link && attribute(link, 'href')) ?? metas.get('og:url');
  const title = metas.get('og:title') ?? /<title[^>]{0,200}>([^<]{1,500})/i.exec(html)?.[1]?.trim();
  const canonicalUrl = canonical && resolved(canonical, url);
  return {
    ...(title ? { title: decodeEntities(title).replace(/\s+/g, ' ') } : {}),
    ...(language ? { language } : {}),
    ...(canonicalUrl ? { canonicalUrl } : {}),
    published: publishedIn(html, metas, canonicalUrl ?? url),
  };
}

function resolved(href: string, base: string | undefined): string | undefined {
  try {
    const url = new URL(decodeEntities(href), base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`[\\s"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeEntities(value);
}

const META_DATES = [
  'article:published_time',
  'og:published_time',
  'article:published',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'dcterms.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'publication-date',
  'sailthru.date',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'published-date',
  'citation_publication_date',
  'citation_date',
  'originalpublicationdate',
  'timestamp',
  'article:modified_time',
  'og:updated_time',
  'datemodified',
];

/** JSON-LD → OpenGraph and meta → `<time>` → byline → URL; nothing where none of them says. */
function publishedIn(html: string, metas: ReadonlyMap<string, string>, url: string | undefined): Said['published'] {
  const of = (
    value: string | undefined,
    source: Exclude<PublicationSource, 'given'>,
  ): Said['published'] | undefined => {
    if (!value) return undefined;
    const trimmed = value.trim();
    const exact = isoDayIn(trimmed) ? trimmed.replace(/^(\S{10}) (\d\d:\d\d(?::\d\d)?)/, '$1T$2') : undefined;
    const day = exact ?? writtenDay(trimmed);
    return day ? { publishedAt: day, publishedAtSource: source } : undefined;
  };
  const blocks = jsonLd(html);
  for (const key of ['datePublished', 'dateCreated', 'uploadDate'])
    for (const block of blocks) {
      const found = of(dateInJson(block, key), 'json-ld');
      if (found) return found;
    }
  for (const name of META_DATES) {
    const found = of(metas.get(name), 'meta');
    if (found) return found;
  }
  const times = [...html.matchAll(/<time\s[^>]{0,600}>/gi)].slice(0, 50).map(([tag]) => tag);
  for (const tag of [...times.filter((tag) => /pubdate|publish|datePublished|entry-date/i.test(tag)), ...times]) {
    const found = of(attribute(tag, 'datetime'), 'time-element');
    if (found) return found;
  }
  for (const match of html.matchAll(
    /<[a-z]+\s[^>]{0,300}(?:class|id|itemprop)\s*=\s*["'][^"'>]{0,100}(?:byline|dateline|pub-?date|publish|post-date|entry-date|timestamp|article-date|datepublished)[^>]{0,300}>([^<]{0,200})/gi,
  )) {
    const found = of(writtenDay(decodeEntities(match[1] ?? '')), 'byline');
    if (found) return found;
  }
  const line =
    /(?:published|posted|updated|first published)\s*(?:on|at)?\s*[:–-]?\s*(?:<[^>]{0,200}>\s*){0,3}([^<]{6,80})/i.exec(
      withoutScripts(html.length > 500_000 ? html.slice(0, 500_000) : html),
    );
  const byline = of(writtenDay(decodeEntities(line?.[1] ?? '')), 'byline');
  if (byline) return byline;
  const day = url === undefined ? undefined : dayInUrl(url);
  return day === undefined ? {} : { publishedAt: day, publishedAtSource: 'url' };
}

function jsonLd(html: string): unknown[] {
  const blocks: unknown[] = [];
  const open = /<script\s[^>]{0,300}application\/ld\+json[^>]{0,300}>/gi;
  for (let found = open.exec(html); found && blocks.length < 20; found = open.exec(html)) {
    const end = html.indexOf('</script', open.lastIndex);
    if (end < 0) break;
    const body = html.slice(open.lastIndex, Math.min(end, open.lastIndex + 300_000));
    try {
      blocks.push(JSON.parse(body));
    } catch {
      // broken JSON-LD often still states its date plainly
      const date = /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(body)?.[1];
      if (date) blocks.push({ datePublished: date });
    }
    open.lastIndex = end;
  }
  return blocks;
}

/** The first string under a key, breadth first, in at most two thousand nodes. */
function dateInJson(root: unknown, key: string): string | undefined {
  const queue: unknown[] = [root];
  for (let i = 0; i < queue.length && i < 2000; i++) {
    const node = queue[i];
    if (node === null || typeof node !== 'object') continue;
    const own = Array.isArray(node) ? undefined : (node as Record<string, unknown>)[key];
    if (typeof own === 'string') return own;
    queue.push(...Object.values(node).slice(0, 200));
  }
  return undefined;
}
