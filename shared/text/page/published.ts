import { dayNumber } from '../../time/day.ts';
import { dayInUrl, isoDayIn, type PublicationSource } from '../publication-date.ts';
import { readStatedDate } from '../stated-date.ts';
import type { NumberOrder } from '../written-date.ts';
import type { LinkedArticle } from './json-ld.ts';
import { MODIFIED_METAS, PUBLISHED_METAS, UNCERTAIN_METAS } from './meta.ts';
import type { PageParts } from './parts.ts';
import { visibleDates } from './visible-dates.ts';

/** When a page says that its article came out, and where it says so. */
export interface PagePublished {
  /** ISO day, or date-time in the publisher's own offset. */
  readonly publishedAt: string;
  readonly publishedAtSource: Exclude<PublicationSource, 'given'>;
}

/**
 * The publication date of a page, from the surest place that states one: JSON-LD of the article itself, meta elements, what the article
 * shows of its publication, the path of its address (`/2014/03/30/`), and only then what says when it was changed. `undefined` where the page
 * does not say: a wrong date moves every "yesterday" of the article, none leaves them open.
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

/** Whether a date lies after tomorrow: on the other side of the earth it may be a day later. */
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

/** The last hour in UTC at which it is still the day before in the Americas, and the first at which it is the next in the east. */
const DAY_BEFORE_UNTIL = 10;
const DAY_AFTER_FROM = 11;

/**
 * A date stated in UTC, as the day that the publisher had: content systems store UTC, while addresses and what readers see have the
 * publisher's own day. Of the other dates one counts that is not in UTC, and on the day before or after at an hour at which that can be.
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
