import { dayNumber } from '../../time/day.ts';
import { dayInUrl, isoDayIn, type PublicationSource } from '../publication-date.ts';
import { readStatedDate } from '../stated-date.ts';
import type { NumberOrder } from '../written-date.ts';
import type { LinkedArticle } from './json-ld.ts';
import { MODIFIED_METAS, PUBLISHED_METAS, UNCERTAIN_METAS } from './meta.ts';
import type { PageParts } from './parts.ts';
import { visibleDates } from './visible-dates.ts';

/** The publication date of a page, and where it is stated. */
export interface PagePublished {
  /** ISO day, or date-time in the publisher's own offset. */
  readonly publishedAt: string;
  readonly publishedAtSource: Exclude<PublicationSource, 'given'>;
}

/**
 * The publication date of a page, from the most reliable place that states one: JSON-LD of the article itself, meta
 * elements, dates of publication shown in the article, the path of its address (`/2014/03/30/`), and last a
 * modification date. `undefined` if the page states none: a wrong date shifts every "yesterday" of the article, a
 * missing one leaves them open.
 */
export function publishedOf(
  parts: PageParts,
  said: {
    readonly linked: LinkedArticle;
    readonly metas: ReadonlyMap<string, string>;
    readonly url: string | undefined;
    readonly order: NumberOrder | undefined;
    readonly today: string | undefined;
  },
): PagePublished | undefined {
  const { linked, metas, url, order, today } = said;
  const hasCome = (date: string): boolean => today === undefined || !isAfter(date, today);
  const from = (source: PagePublished['publishedAtSource'], values: readonly (string | undefined)[]) =>
    firstOf(source, values, order, hasCome);
  const path = url === undefined ? undefined : dayInUrl(url);
  const inPath = path !== undefined && hasCome(path) ? path : undefined;
  const visible = visibleDates(parts, order).filter(({ date }) => hasCome(date));
  const shown = visible.find(({ kind }) => kind !== 'modified');
  const published = PUBLISHED_METAS.map((name) => metas.get(name));
  const stated = from('json-ld', [linked.published]) ?? from('meta', published);
  if (stated !== undefined) {
    const others = published.flatMap((value) => readStatedDate(value, order) ?? []);
    return inPublishersZone(stated, [inPath, shown?.date, ...others]);
  }
  if (shown) return { publishedAt: shown.date, publishedAtSource: shown.source };
  const uncertain = from(
    'meta',
    UNCERTAIN_METAS.map((name) => metas.get(name)),
  );
  if (uncertain !== undefined) return inPublishersZone(uncertain, [inPath]);
  if (inPath !== undefined) return { publishedAt: inPath, publishedAtSource: 'url' };
  const changed =
    from('json-ld', [linked.modified]) ??
    from(
      'meta',
      MODIFIED_METAS.map((name) => metas.get(name)),
    );
  const [modified] = visible;
  return changed ?? (modified && { publishedAt: modified.date, publishedAtSource: modified.source });
}

/** Whether a date is after tomorrow: in other time zones it may already be the next day. */
function isAfter(date: string, today: string): boolean {
  const day = isoDayIn(date);
  return day !== undefined && dayNumber(day) > dayNumber(today) + 1;
}

function firstOf(
  source: PagePublished['publishedAtSource'],
  values: readonly (string | undefined)[],
  order: NumberOrder | undefined,
  isPossible: (date: string) => boolean,
): PagePublished | undefined {
  for (const value of values) {
    const publishedAt = readStatedDate(value, order);
    if (publishedAt !== undefined && isPossible(publishedAt)) return { publishedAt, publishedAtSource: source };
  }
  return undefined;
}

/** Last hour in UTC at which it is still the day before in the Americas, and first at which it is the next day in the east. */
const DAY_BEFORE_UNTIL = 10;
const DAY_AFTER_FROM = 11;

/**
 * Converts a date stated in UTC to the publisher's own day: content management systems store UTC, while addresses and
 * visible dates use the publisher's day. Another date counts if it is not in UTC and on the day before or after, at an
 * hour at which that is possible.
 */
function inPublishersZone(stated: PagePublished, others: readonly (string | undefined)[]): PagePublished {
  const hour = /T(\d\d):.*(?:Z|[+-]00:00)$/.exec(stated.publishedAt)?.[1];
  const day = isoDayIn(stated.publishedAt);
  if (hour === undefined || day === undefined) return stated;
  for (const other of others) {
    const otherDay = other === undefined || /(?:Z|[+-]00:00)$/.test(other) ? undefined : isoDayIn(other);
    if (other === undefined || otherDay === undefined) continue;
    if (otherDay === day) return stated;
    const days = dayNumber(otherDay) - dayNumber(day);
    if ((days === -1 && Number(hour) <= DAY_BEFORE_UNTIL) || (days === 1 && Number(hour) >= DAY_AFTER_FROM))
      return { ...stated, publishedAt: other };
  }
  return stated;
}
