import { basename } from 'node:path';
import { type ArticleFields, articleFields } from './fields.ts';
import { BrokenLine } from './json-lines.ts';
import { CommandFailure } from './outcome.ts';

/** Metadata given as options because the file does not state it. */
export interface ReadingOptions {
  readonly published?: string;
  readonly url?: string;
  readonly title?: string;
}

/**
 * The article in a file: a JSON object in the format of the API, an HTML page, or plain text. Options override the
 * file.
 *
 * @throws CommandFailure naming the file and the problem.
 */
export function articleOf(file: string, content: string, { published, url, title }: ReadingOptions): ArticleFields {
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

/** The JSON object of a file; `undefined` if it is not JSON, since a text may also begin with a brace. */
function parsed(content: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(content) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
