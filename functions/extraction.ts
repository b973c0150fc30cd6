import type { Extraction, PlainArticle } from '../shared/events/event.ts';
import { extractEvents } from '../shared/events/extract.ts';
import { readHtml } from '../shared/text/html.ts';

/** An article with its body in either form. */
export interface AnyArticle extends Omit<PlainArticle, 'text'> {
  readonly text?: string;
  readonly html?: string;
}

/** What an article tells, and the text that offsets count in. A date and a title that were given win over those of the page. */
export async function extractFrom(
  article: AnyArticle,
): Promise<Extraction & { readonly text: string; readonly title?: string }> {
  const { html, text, ...rest } = article;
  if (html === undefined)
    return { ...extractEvents({ ...rest, text: text ?? '' }), text: text ?? '', ...titleOf(article.title) };
  const page = await readHtml(html, article.url === undefined ? {} : { url: article.url });
  const title = article.title ?? page.title;
  const publishedAt = article.publishedAt ?? page.publishedAt;
  const extraction = extractEvents({
    ...rest,
    text: page.text,
    ...titleOf(title),
    ...(publishedAt && { publishedAt }),
  });
  const source = article.publishedAt === undefined ? page.publishedAtSource : undefined;
  return {
    ...extraction,
    ...(page.publishedAt !== undefined && source !== undefined && { publishedAtSource: source }),
    text: page.text,
    ...titleOf(title),
  };
}

const titleOf = (title: string | undefined): { readonly title?: string } => (title === undefined ? {} : { title });
