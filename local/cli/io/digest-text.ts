import type { Digest, DigestSource } from '../../../shared/timeline/digest/article.ts';
import { type Ink, printable, wrapText } from './terminal.ts';

const INDENT = '  ';

/** A digest for a terminal: each date with its sentences and their sources. */
export function digestText({ entries }: Digest, { ink, width }: { ink: Ink; width: number }): string {
  return entries
    .map(({ date, sentences, sources }) => {
      const told = sentences.map((sentence, at) => {
        const lines = wrapText(printable(sentence), width - INDENT.length).map((line) => INDENT + line);
        return `${lines.join('\n')}\n${INDENT}${ink.dim(`— ${creditOf(sources[at])}`)}\n`;
      });
      return `${ink.warm(ink.bold(date))}\n${told.join('')}`;
    })
    .join('\n');
}

/** A digest as Markdown; text from articles is escaped. */
export function digestMarkdown({ entries }: Digest): string {
  return entries
    .map(({ date, sentences, sources }) => {
      const told = sentences.map((sentence, at) => {
        const source = sources[at];
        const credit = escaped(creditOf(source));
        const address = webAddress(source?.url);
        return `- ${escaped(printable(sentence))} (${address ? `[${credit}](<${address}>)` : credit})\n`;
      });
      return `## ${date}\n\n${told.join('')}`;
    })
    .join('\n');
}

function creditOf(source: DigestSource | undefined): string {
  const name = source?.source ?? hostOf(source?.url) ?? source?.articleId ?? '';
  return printable(source?.publishedAt === undefined ? name : `${name}, ${source.publishedAt}`);
}

const hostOf = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined;

const webAddress = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).href : undefined;

/** Characters with a meaning in Markdown or HTML. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#|~!&]/g, '\\$&');
