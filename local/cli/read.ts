import type { Command } from 'commander';
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

/** Text and metadata of a page or plain text. Metadata that the page does not state is absent. */
type Reading = Omit<HtmlArticle, 'publishedAtSource'> & { readonly publishedAtSource?: string };

/** `dateline read --jsonl`: `{id, html or text, url?}` → `{id, text, title, language, publishedAt, …}`, one line each, in order. */
export async function readLines(file: string | undefined): Promise<JsonLinesReport> {
  const streams = { input: await openInput(file), output: process.stdout, errors: process.stderr };
  return answerJsonLines(streams, async (line) => ({ id: idField(line), ...(await readingOf(articleFields(line))) }));
}

/** `dateline read FILE`: prints the title, date with its source, language, address and text of one page. */
export async function readForPerson(file: string, options: ReadingOptions): Promise<void> {
  const reading = await readingOf(articleOf(file, await readInput(file), options));
  const ink = inkFor(process.stdout, process.env);
  await write(process.stdout, readingText(reading, { ink, width: widthOf(process.stdout) }));
}

/** Title and publication date from the line or the options override those of the page. */
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

/** Adds `dateline read` to the program. */
export function addCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('read')
    .description('Show the text, title, language and publication date of a web page.')
    .argument('[file]', 'an HTML, text or JSON file; - or nothing for standard input')
    .option('--jsonl', '{id, html, url} in, {id, text, title, …} out: one JSON object a line')
    .option('--url <url>', 'the address of the page')
    .addHelpText(
      'after',
      `
With --jsonl the answer is {id, text, title, language, publishedAt, publishedAtSource, canonicalUrl}. A field that the page does not
state is missing. publishedAtSource names where the date stands: json-ld, meta, time-element, byline or url.

Examples:
  dateline read story.html --url https://example.org/2014/03/30/story
  curl -s https://example.org/story.html | dateline read -
  dateline read --jsonl < pages.jsonl > read.jsonl`,
    )
    .action(async (file: string | undefined, options: ReadingOptions & { readonly jsonl?: boolean }) => {
      if (options.jsonl) return setExitCode((await readLines(file)).broken > 0 ? 1 : 0);
      await readForPerson(file ?? '-', options);
    });
}
