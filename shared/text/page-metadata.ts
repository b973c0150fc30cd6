import type { HtmlArticle } from './html.ts';
import { dayInUrl, isoDayIn, type PublicationSource, writtenDay } from './publication-date.ts';
import { decodeEntities, withoutScripts } from './visible-text.ts';

interface Said {
  readonly title?: string;
  readonly language?: string;
  readonly canonicalUrl?: string;
  readonly published: Pick<HtmlArticle, 'publishedAt' | 'publishedAtSource'>;
}

/** What a page says of itself in JSON-LD, meta elements, `<time>`, `<link rel=canonical>` and `<html lang>`; by search, not by a tree. */
export function metadataOf(html: string, url: string | undefined): Said {
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
