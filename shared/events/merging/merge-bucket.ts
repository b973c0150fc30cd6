import { civilDay } from '../../time/day.ts';
import { kindOf } from './event-kind.ts';
import type { Mention } from './mention.ts';
import { sketchOf, widthOf } from './sketch.ts';

/** From coarse to fine. */
export const DETAILS = [0, 1, 2, 3] as const;

type Detail = (typeof DETAILS)[number];

/** Mentions that a year and a month are composed of, at most; clustering compares each with each. */
export const MOST_IN_BUCKET = 200;
/**
 * The same for a month's events of one kind: the day of a great disaster and the words that know its week or month alone meet for so long. Behind it
 * each day stands by itself. 461 mentions of an explosion take a sixth of a second of processor time.
 */
const MOST_OF_A_KIND = 500;

/** Mentions from which a bucket is divided by the next detail. The store and `timelineOf` divide by the same numbers. */
export const mostInBucket = (detail: Detail): number =>
  ({ 0: MOST_IN_BUCKET, 1: MOST_IN_BUCKET, 2: MOST_OF_A_KIND, 3: Number.POSITIVE_INFINITY })[detail];

/**
 * Name of the bucket that a mention is compared in: mentions of one event are looked for in one bucket and nowhere else.
 *
 * At detail 0 a bucket is a whole year (a decade or a century for dates wider than that), so that "1989", "June 1989" and "June 4, 1989" meet. A
 * collection that has much to say of a year is divided by month (1), by month and kind of event (2), and by day and kind (3); what is wider than a month
 * then stands by itself. Depends on the mention alone.
 */
export function bucketKeyOf(collection: string, mention: Mention, detail: Detail): string {
  const sketch = sketchOf(mention);
  const width = widthOf(sketch);
  const { year, month, day } = civilDay(sketch.start);
  const period = width <= 400 ? `y${year}` : width <= 4000 ? `d${Math.floor(year / 10)}` : `c${Math.floor(year / 100)}`;
  const narrow = width <= 31;
  const kind = kindOf(sketch.triggers, sketch.title);
  const finer = {
    0: [],
    1: [narrow ? `m${month}` : 'wide'],
    2: [narrow ? `m${month}` : 'wide', kind],
    3: [`m${month}`, kind, `d${day}`, `w${width}`],
  }[detail];
  return [collection, period, `detail ${detail}`, ...finer].join('\n');
}

/**
 * Divides mentions into the buckets that they are composed in: a bucket with more mentions than {@link mostInBucket} is divided by the next detail, as often as there
 * is one. Depends on the set of mentions alone.
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
