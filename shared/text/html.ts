import { detectLanguage } from './language.ts';
import { articleBody, textOfBoxes } from './page/article-body.ts';
import { textOf } from './page/element.ts';
import { addressKey, linkedArticle } from './page/json-ld.ts';
import { metaOf } from './page/meta.ts';
import { parsePage } from './page/parse-page.ts';
import { type PageParts, partsOf } from './page/parts.ts';
import { publishedOf } from './page/published.ts';
import { titleOf } from './page/title.ts';
import type { PublicationSource } from './publication-date.ts';
import { visibleText } from './visible-text.ts';
import { numberOrderOf } from './written-date.ts';

/** The article of a page as plain text, and the page's metadata. */
export interface HtmlArticle {
  readonly text: string;
  readonly title?: string;
  /** BCP 47 primary tag, declared by the page or detected in its text. */
  readonly language?: string;
  readonly publishedAt?: string;
  readonly publishedAtSource?: Exclude<PublicationSource, 'given'>;
  readonly canonicalUrl?: string;
}

const LONGEST_HTML = 6_000_000;
/** With less text than this, the page may contain its article elsewhere. */
const LITTLE_TEXT = 200;

/**
 * Reads the article of an HTML page: body text with paragraphs separated, title, language, publication date with its
 * source, canonical URL. Never throws, in time linear in the length; if no article is found, the result is the visible
 * text.
 *
 * @param options.url The page's address: the base of relative addresses, and its path may contain the date.
 * @param options.today The current day (ISO): later publication dates are errors or placeholders, and are ignored.
 */
export function readHtml(html: string, options: { readonly url?: string; readonly today?: string } = {}): HtmlArticle {
  const page = parsePage(html.length > LONGEST_HTML ? html.slice(0, LONGEST_HTML) : html);
  const { metas, title: documentTitle, languageTag, canonical } = metaOf(page);
  const parts = partsOf(
    page,
    [metas.get('og:title'), metas.get('twitter:title'), documentTitle].filter((one) => one !== undefined),
  );
  const headline = parts.headline && textOf(parts.headline, 500);
  const canonicalUrl = resolved(canonical ?? metas.get('og:url'), options.url);
  const urls = [options.url, canonicalUrl].flatMap((url) => (url === undefined ? [] : addressKey(url)));
  const linked = linkedArticle(page, { urls, headline: headline ?? metas.get('og:title') ?? documentTitle });
  const title = titleOf({ headline, documentTitle, openGraph: metas.get('og:title'), linked: linked.headline });
  const text = textOfArticle(parts, linked.body);
  const stated = /^[a-z]{2,3}/i.exec(languageTag ?? '')?.[0]?.toLowerCase();
  const language = stated ?? (text ? detectLanguage(text) : undefined);
  const order = numberOrderOf(languageTag, options.url ?? canonicalUrl);
  return {
    text,
    ...(title ? { title } : {}),
    ...(language ? { language } : {}),
    ...publishedOf(parts, { linked, metas, url: canonicalUrl ?? options.url, order, today: options.today }),
    ...(canonicalUrl ? { canonicalUrl } : {}),
  };
}

function textOfArticle(parts: PageParts, linkedBody: string | undefined): string {
  const text = articleBody(parts);
  if (text.length >= LITTLE_TEXT) return text;
  const others = [linkedBody === undefined ? '' : plainBody(linkedBody), textOfBoxes(parts)];
  return others.find((other) => other.length > text.length * 2) ?? (text || visibleText(parts.page));
}

/** Publishers provide `articleBody` as text with line breaks, or as HTML. */
function plainBody(body: string): string {
  if (/<\/?[a-z][^<>]*>/i.test(body)) return visibleText(body);
  return body
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n\n')
    .trim();
}

function resolved(href: string | undefined, base: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  try {
    const url = new URL(href, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
