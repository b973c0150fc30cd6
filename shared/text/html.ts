import { detectLanguage } from './language.ts';
import { metadataOf } from './page-metadata.ts';
import type { PublicationSource } from './publication-date.ts';
import { visibleText, withoutScripts } from './visible-text.ts';

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
  const [readability, { parseHTML }] = await Promise.all([import('@mozilla/readability'), import('linkedom')]);
  // The bundled package has its exports under `default` only: it is CommonJS.
  const { Readability } = readability.default;
  const { document } = parseHTML(withoutScripts(html));
  if (!document.body) return { text: '', title: undefined };
  const article = new Readability(document as never, { maxElemsToParse: 60_000, charThreshold: 200 }).parse();
  if (!article?.content) return { text: '', title: article?.title ?? undefined };
  return { text: visibleText(article.content), title: article.title || undefined };
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
