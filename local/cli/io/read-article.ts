import { basename } from 'node:path';
import { type ArticleFields, articleFields } from './fields.ts';
import { BrokenLine } from './json-lines.ts';
import { CommandFailure } from './outcome.ts';

/** Facts about an article given as options because its file does not state them. */
export interface ReadingOptions {
  readonly published?: string;
  readonly url?: string;
  readonly title?: string;
}

/**
 * The article that a file holds: a JSON object as the API takes it, a page of HTML, or plain text. Options win over what the file says.
 *
 * @throws CommandFailure that names the file and what is wrong with it.
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

/** A file of one JSON object, if it is that; a text may begin with a brace too. */
function parsed(content: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(content) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
