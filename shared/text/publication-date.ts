import { parseIsoDay } from '../time/day.ts';
import type { Furniture } from './furniture.ts';

export type PublicationSource = 'given' | 'json-ld' | 'meta' | 'time-element' | 'byline' | 'url';

/** When an article came out: the day in its own offset, what was read, and where. */
export interface PublicationDate {
  readonly day: string;
  /** The ISO date or date-time as given, or the day. */
  readonly publishedAt: string;
  readonly source: PublicationSource;
}

const MONTHS = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, i) => [name, i + 1]),
);
const two = (n: number): string => String(n).padStart(2, '0');

/**
 * The day of an ISO date or date-time, in the offset it is written in (`2014-03-30T23:30:00-05:00` is the 30th); `undefined` where the
 * text begins with no real day.
 */
export function isoDayIn(value: string): string | undefined {
  const found = /^\s*([-+]?\d{4,6}-\d{2}-\d{2})(?=$|[T\s])/.exec(value);
  const day = found?.[1]?.replace(/^\+/, '');
  return day === undefined ? undefined : parseIsoDay(day);
}

/** A whole date written in words or numbers ("Sunday, 30 March, 2014", "March 30, 2014", "2014-03-30"); never a guess at a missing year. */
export function writtenDay(line: string): string | undefined {
  const text = line.length > 300 ? line.slice(0, 300) : line;
  const iso = /\b(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/.exec(text);
  if (iso) return parseIsoDay(`${iso[1]}-${iso[2]}-${iso[3]}`);
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ ,.-]+([A-Z][a-z]{2,8})\.?[ ,.-]+(\d{4})\b/.exec(text);
  const monthFirst = /\b([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/.exec(text);
  const [day, month, year] = monthFirst
    ? [monthFirst[2], monthFirst[1], monthFirst[3]]
    : dayFirst
      ? [dayFirst[1], dayFirst[2], dayFirst[3]]
      : [];
  const number = MONTHS.get((month ?? '').slice(0, 3).toLowerCase());
  if (!day || !year || !number) return undefined;
  return parseIsoDay(`${year}-${two(number)}-${two(Number(day))}`);
}

/** `/2014/03/30/`, `/2014/mar/30/`, `-20140330`, `/2014-03-30-`: only a whole day; years 1990…2100. */
export function dayInUrl(url: string): string | undefined {
  const path = url.length > 2000 ? url.slice(0, 2000) : url;
  const found =
    /[/_=-]((?:19|20)\d{2})[/_-](\d{1,2}|[A-Za-z]{3})[/_-](\d{1,2})(?=[/_.?#-]|$)/.exec(path) ??
    /[/_=-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.?#-]|$)/.exec(path);
  if (!found) return undefined;
  const month = /^\d/.test(found[2] ?? '') ? Number(found[2]) : MONTHS.get((found[2] ?? '').toLowerCase());
  return month === undefined ? undefined : parseIsoDay(`${found[1]}-${two(month)}-${two(Number(found[3]))}`);
}

/**
 * The publication date of a plain-text article: the given one, else what its page furniture says, else its URL; `undefined` where none of
 * them says. Never invented.
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
