import { findFurniture } from '../../shared/text/furniture.ts';
import { type HtmlArticle, readHtml } from '../../shared/text/html.ts';
import { detectLanguage } from '../../shared/text/language.ts';
import { publicationDateOf } from '../../shared/text/publication-date.ts';
import { type ArticleFields, articleFields, idField } from './io/fields.ts';
import { openInput, readInput } from './io/input.ts';
import { answerJsonLines, type JsonLinesReport, write } from './io/json-lines.ts';
import { articleOf, type ReadingOptions } from './io/read-article.ts';
import { type Ink, inkFor, printable, widthOf, wrapText } from './io/terminal.ts';
import { today } from './io/today.ts';

/** Text and metadata of a page or plain text. Fields that the page does not state are absent. */
type Reading = Omit<HtmlArticle, 'publishedAtSource'> & { readonly publishedAtSource?: string };

/** `dateline read --jsonl`: `{id, html or text, url?}` → `{id, text, title, language, publishedAt, …}`, a line each, in order. */
export async function readLines(file: string | undefined): Promise<JsonLinesReport> {
  const streams = { input: await openInput(file), output: process.stdout, errors: process.stderr };
  return answerJsonLines(streams, async (line) => ({ id: idField(line), ...(await readingOf(articleFields(line))) }));
}

/** `dateline read FILE`: what is read of one page, for a person: title, date with its source, language, address, then the text. */
export async function readForPerson(file: string, options: ReadingOptions): Promise<void> {
  const reading = await readingOf(articleOf(file, await readInput(file), options));
  const ink = inkFor(process.stdout, process.env);
  await write(process.stdout, readingText(reading, { ink, width: widthOf(process.stdout) }));
}

/** A title and a publication date that the line or the options give win over those of the page. */
async function readingOf({ html, text = '', url, title, publishedAt }: ArticleFields): Promise<Reading> {
  const given = {
    ...(title === undefined ? {} : { title }),
    ...(publishedAt === undefined ? {} : { publishedAt, publishedAtSource: 'given' }),
  };
  if (html !== undefined)
    return { ...(await readHtml(html, { ...(url === undefined ? {} : { url }), today: today() })), ...given };
  const published = publicationDateOf(url === undefined ? {} : { url }, text, findFurniture(text));
  return {
    text,
    language: detectLanguage(text),
    ...(published && { publishedAt: published.publishedAt, publishedAtSource: published.source }),
    ...given,
  };
}

const UNSTATED = 'not stated';

function readingText(reading: Reading, { ink, width }: { ink: Ink; width: number }): string {
  const { title, publishedAt, publishedAtSource, language, canonicalUrl, text } = reading;
  const source = publishedAtSource === undefined ? '' : ` (${publishedAtSource})`;
  const facts = [
    ['title', title ?? UNSTATED],
    ['published', publishedAt === undefined ? UNSTATED : `${publishedAt}${source}`],
    ['language', language ?? UNSTATED],
    ['address', canonicalUrl ?? UNSTATED],
    ['text', `${text.length} characters`],
  ].map(([name = '', value = '']) => `${ink.dim(name.padEnd(10))} ${printable(value)}`);
  const lines = text.split('\n').flatMap((line) => (line === '' ? [''] : wrapText(printable(line), width)));
  return `${[...facts, '', ...lines].join('\n')}\n`;
}
