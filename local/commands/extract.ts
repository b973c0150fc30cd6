import { basename } from 'node:path';
import { extractFrom } from '../../functions/extraction.ts';
import { type ArticleFields, articleFields, idField } from '../command-line/fields.ts';
import { openInput, readInput } from '../command-line/input.ts';
import { answerJsonLines, BrokenLine, type JsonLinesReport, write } from '../command-line/json-lines.ts';
import { CommandFailure } from '../command-line/outcome.ts';
import { inkFor, widthOf } from '../command-line/terminal.ts';
import { timelineText } from '../command-line/timeline-text.ts';

/** `dateline extract --jsonl`: an article → `{id, events}`, a line each, in order. */
export async function extractLines(file: string | undefined): Promise<JsonLinesReport> {
  const streams = { input: await openInput(file), output: process.stdout, errors: process.stderr };
  return answerJsonLines(streams, async (line) => {
    const { events } = await extractFrom(articleFields(line));
    return { id: idField(line), events };
  });
}

export interface ReadingOptions {
  readonly published?: string;
  readonly url?: string;
  readonly title?: string;
}

/** `dateline extract FILE`: the events of one text, HTML or JSON file as a timeline for a person. */
export async function extractForReader(file: string, options: ReadingOptions): Promise<void> {
  const article = articleOf(file, await readInput(file), options);
  const { events, publishedAt, publishedAtSource } = await extractFrom(article);
  const ink = inkFor(process.stdout, process.env);
  if (events.length === 0) {
    const hint =
      publishedAt === undefined ? ' With --published DATE, words like "last year" find their place too.' : '';
    await write(process.stdout, `No dated events.${hint}\n`);
    return;
  }
  await write(process.stdout, `${timelineText(events, { ink, width: widthOf(process.stdout) })}`);
  const count = `${events.length} event${events.length === 1 ? '' : 's'}`;
  const published =
    publishedAt === undefined
      ? 'publication date unknown; --published DATE gives one'
      : `published ${publishedAt}${publishedAtSource === 'given' ? '' : ` (read from the ${publishedAtSource})`}`;
  await write(process.stdout, `\n${ink.dim(`${count} · ${published}`)}\n`);
}

function articleOf(file: string, content: string, { published, url, title }: ReadingOptions): ArticleFields {
  const given = {
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
  };
  const id = file === '-' ? 'stdin' : basename(file);
  try {
    const json = /^\s*\{/.test(content) ? parsed(content) : undefined;
    if (json) return articleFields({ id, ...json, ...given });
    const isHtml = /\.x?html?$/i.test(file) || /^\s*<(?:!doctype html|html|head|body|article)\b/i.test(content);
    return articleFields({ id, ...given, [isHtml ? 'html' : 'text']: content });
  } catch (error) {
    if (error instanceof BrokenLine) throw new CommandFailure(`${file}: ${error.message}.`);
    throw error;
  }
}

/** A file of one JSON object, if it is that; a text may begin with a brace too. */
function parsed(content: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(content) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
