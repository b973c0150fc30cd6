import { parseIsoDay } from '../time/day.ts';
import type { Furniture } from './furniture.ts';
import { monthNumber } from './month-names.ts';
import { writtenDay } from './written-date.ts';

export type PublicationSource = 'given' | 'json-ld' | 'meta' | 'time-element' | 'byline' | 'url';

/** The publication date of an article: the day in its own offset, the value, and its source. */
export interface PublicationDate {
  readonly day: string;
  /** The ISO date or date-time as given, or the day. */
  readonly publishedAt: string;
  readonly source: PublicationSource;
}

/**
 * The day of an ISO date or date-time, in its own offset (`2014-03-30T23:30:00-05:00` is the 30th); `undefined` if the
 * text does not begin with an existing day.
 */
export function isoDayIn(value: string): string | undefined {
  const found = /^\s*([-+]?\d{4,6}-\d{2}-\d{2})(?=$|[T\s])/.exec(value);
  const day = found?.[1]?.replace(/^\+/, '');
  return day === undefined ? undefined : parseIsoDay(day);
}

/**
 * The day in the path of an address: `/2014/03/30/`, `/2014/mar/30/`. Dates in a slug are ignored: they may be those of
 * an event, a version or an anniversary.
 */
export function dayInUrl(url: string): string | undefined {
  const path = url.slice(0, LONGEST_URL).replace(/[?#].*$/s, '');
  const [, year, month = '', day] = /\/((?:19|20)\d{2})\/(\d{1,2}|[A-Za-z]{3,9})\/(\d{1,2})(?=\/|$)/.exec(path) ?? [];
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month);
  if (number === undefined) return undefined;
  return parseIsoDay(`${year}-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

const LONGEST_URL = 2048;

/**
 * The publication date of a plain-text article: the given one, otherwise the one in its page furniture, otherwise the
 * one in its URL; `undefined` without any.
 */
export function publicationDateOf(
  article: { readonly publishedAt?: string; readonly url?: string },
  text: string,
  furniture: readonly Furniture[],
): PublicationDate | undefined {
  if (article.publishedAt !== undefined) {
    const day = isoDayIn(article.publishedAt);
    if (day) return { day, publishedAt: article.publishedAt, source: 'given' };
  }
  for (const kind of ['published', 'updated', 'dateline'] as const)
    for (const line of furniture) {
      if (line.kind !== kind) continue;
      const day = writtenDay(text.slice(line.start, line.end));
      if (day) return { day, publishedAt: day, source: 'byline' };
    }
  const day = article.url === undefined ? undefined : dayInUrl(article.url);
  return day === undefined ? undefined : { day, publishedAt: day, source: 'url' };
}
