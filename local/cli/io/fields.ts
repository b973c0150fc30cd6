import type { PlainArticle } from '../../../shared/events/event.ts';
import { isoDayIn } from '../../../shared/text/publication-date.ts';
import { BrokenLine } from './json-lines.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An article as a JSON object: plain text or HTML, at least one of them. */
export type ArticleFields = Omit<PlainArticle, 'text'> & { readonly text?: string; readonly html?: string };

/** A required string field. @throws BrokenLine naming the field. */
export function textField(line: Fields, name: string): string {
  const value = optionalText(line, name);
  if (value === undefined) throw new BrokenLine(`"${name}" is missing`);
  return value;
}

/** The id of a line: a string or a number, returned unchanged. @throws BrokenLine for anything else. */
export function idField(line: Fields): string | number {
  const { id } = line;
  if (id === undefined || id === null) throw new BrokenLine('"id" is missing');
  if (typeof id !== 'string' && typeof id !== 'number') throw new BrokenLine('"id" must be a string');
  return id;
}

/** The day of a field that contains an ISO date or date-time, in its own offset. @throws BrokenLine for any other text. */
export function dayField(line: Fields, name: string): string | undefined {
  const value = optionalText(line, name);
  if (value === undefined) return undefined;
  const day = isoDayIn(value);
  if (day === undefined) throw new BrokenLine(`"${name}" is no ISO date: ${JSON.stringify(value.slice(0, 40))}`);
  return day;
}

/** Parses an article; other fields are ignored. @throws BrokenLine for the first invalid field. */
export function articleFields(line: Fields): ArticleFields {
  const id = String(idField(line));
  const text = optionalText(line, 'text');
  const html = optionalText(line, 'html');
  if (text === undefined && html === undefined) throw new BrokenLine('"text" or "html" is needed');
  dayField(line, 'publishedAt');
  const rest = (['title', 'publishedAt', 'url', 'source'] as const).flatMap((name) => {
    const value = optionalText(line, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    id,
    ...Object.fromEntries(rest),
    ...(text === undefined ? {} : { text }),
    ...(html === undefined ? {} : { html }),
  };
}

/** A string, or `undefined` if the field is missing or null. @throws BrokenLine for anything else. */
export function optionalText(line: Fields, name: string): string | undefined {
  const value = line[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new BrokenLine(`"${name}" must be a string`);
  return value;
}
