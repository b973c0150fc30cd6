import type { Extraction, ExtractionWithUndated, PlainArticle } from '../events/event.ts';
import { explainEvents, extractEvents, extractWithUndated } from '../events/extract.ts';
import type { Decision } from '../events/mentions/explain.ts';
import { readHtml } from '../text/html.ts';

/** An article with its body in either form. */
export interface AnyArticle extends Omit<PlainArticle, 'text'> {
  readonly text?: string;
  readonly html?: string;
  /** Also return why each event was extracted and which candidates were rejected. */
  readonly explain?: boolean;
  /** Also return what the article tells of without a date, for merging. */
  readonly withUndated?: boolean;
  /** The current day (ISO): publication dates after it are ignored. */
  readonly today?: string;
}

/** An article's events, with the text that offsets refer to. */
export interface Extracted extends Extraction, Partial<Pick<ExtractionWithUndated, 'undated'>> {
  readonly text: string;
  readonly title?: string;
  readonly explanation?: readonly Decision[];
}

const read = (
  article: PlainArticle,
  explain: boolean,
  withUndated: boolean,
): Extraction & Pick<Extracted, 'explanation' | 'undated'> => ({
  ...(withUndated ? extractWithUndated(article) : extractEvents(article)),
  ...(explain && { explanation: explainEvents(article) }),
});

/** Extracts an article's events; offsets refer to the returned text. A given date or title takes precedence over the page's. */
export async function extractFrom(article: AnyArticle): Promise<Extracted> {
  const { html, text, explain = false, withUndated = false, today, ...rest } = article;
  if (html === undefined)
    return {
      ...read({ ...rest, text: text ?? '' }, explain, withUndated),
      text: text ?? '',
      ...titleOf(article.title),
    };
  const page = await readHtml(html, {
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(today === undefined ? {} : { today }),
  });
  const title = article.title ?? page.title;
  const publishedAt = article.publishedAt ?? page.publishedAt;
  const plain = { ...rest, text: page.text, ...titleOf(title), ...(publishedAt && { publishedAt }) };
  const extraction = read(plain, explain, withUndated);
  const source = article.publishedAt === undefined ? page.publishedAtSource : undefined;
  return {
    ...extraction,
    ...(page.publishedAt !== undefined && source !== undefined && { publishedAtSource: source }),
    text: page.text,
    ...titleOf(title),
  };
}

const titleOf = (title: string | undefined): { readonly title?: string } => (title === undefined ? {} : { title });
