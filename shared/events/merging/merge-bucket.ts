import { civilDay } from '../../time/day.ts';
import { kindOf } from './event-kind.ts';
import type { Mention } from './mention.ts';
import { sketchOf, widthOf } from './sketch.ts';

/** From coarse to fine. */
export const DETAILS = [0, 1, 2, 3] as const;

type Detail = (typeof DETAILS)[number];

/** Most mentions of the bucket of a year and of a month; clustering compares each pair. */
export const MOST_IN_BUCKET = 200;
/**
 * The same for a month's events of one kind: up to this number, mentions of a disaster by its day are compared with those by its week or month.
 * Beyond it each day has a bucket of its own. Clustering 461 mentions of an explosion takes a sixth of a second of processor time.
 */
const MOST_OF_A_KIND = 500;

/** Mentions from which a bucket is divided by the next detail. The store and `timelineOf` divide by the same numbers. */
export const mostInBucket = (detail: Detail): number =>
  ({ 0: MOST_IN_BUCKET, 1: MOST_IN_BUCKET, 2: MOST_OF_A_KIND, 3: Number.POSITIVE_INFINITY })[detail];

/**
 * Name of a mention's bucket: only mentions of one bucket are compared.
 *
 * At detail 0 a bucket is a whole year (a decade or a century for dates wider than that), so that "1989", "June 1989" and "June 4, 1989" are compared. A
 * year with many mentions is divided by month (1), by month and kind of event (2), and by day and kind (3); dates wider than a month then have
 * buckets of their own. Depends on the mention alone.
 */
export function bucketKeyOf(collection: string, mention: Mention, detail: Detail): string {
  const sketch = sketchOf(mention);
  const width = widthOf(sketch);
  const { year, month, day } = civilDay(sketch.start);
  const period = width <= 400 ? `y${year}` : width <= 4000 ? `d${Math.floor(year / 10)}` : `c${Math.floor(year / 100)}`;
  const narrow = width <= 31;
  const finer = (): readonly string[] => {
    switch (detail) {
      case 0:
        return [];
      case 1:
        return [narrow ? `m${month}` : 'wide'];
      case 2:
        return [narrow ? `m${month}` : 'wide', kindOf(sketch)];
      case 3:
        return [`m${month}`, kindOf(sketch), `d${day}`, `w${width}`];
    }
  };
  return [collection, period, `detail ${detail}`, ...finer()].join('\n');
}

/**
 * Divides mentions into merge buckets: a bucket with more mentions than {@link mostInBucket} is divided by the next detail, down to the
 * last one. Depends on the set of mentions alone.
 */
export function bucketsOf(collection: string, mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  return divided(collection, mentions, 0);
}

function divided(collection: string, mentions: readonly Mention[], at: number): readonly (readonly Mention[])[] {
  const detail = DETAILS[at];
  if (detail === undefined) return [mentions];
  const buckets = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const name = bucketKeyOf(collection, mention, detail);
    const bucket = buckets.get(name);
    if (bucket) bucket.push(mention);
    else buckets.set(name, [mention]);
  }
  return [...buckets.values()].flatMap((bucket) =>
    bucket.length > mostInBucket(detail) ? divided(collection, bucket, at + 1) : [bucket],
  );
}
