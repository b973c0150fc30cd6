import type { TimelineEvent } from '../../events/event.ts';
import type { ComposedEvent } from '../../events/merging/compose-events.ts';
import { unpackPlaces } from '../articles/places.ts';
import { isEnded } from '../articles/takedown-mark.ts';
import type { MergeBucket } from '../builder/bucket.ts';
import { coarserThan, compositionOf } from '../builder/compose.ts';
import { splitEventId } from '../builder/event-id.ts';
import { indexed } from '../builder/head.ts';
import { readBucket } from '../builder/read-bucket.ts';
import type { TableAccess } from '../dynamo/table-access.ts';
import { publicEvent } from '../event-payload.ts';
import { keys, partsOfTimeKey, times } from '../keys.ts';
import type { StoredEvent } from '../store.ts';
import type { StoreContext } from '../store-context.ts';

/** Takedowns whose evidence readers may still find; rarely any. */
export interface Removals {
  /** Their articles, whose evidence may still be in lists, tiles and buckets. */
  readonly articles: ReadonlySet<string>;
  /** Buckets that still hold mentions of theirs: events of these may be about to change their ids. */
  readonly buckets: ReadonlySet<string>;
}

/** Takedowns that have not ended, or have ended a moment ago. */
export async function removalsIn({ table }: Pick<StoreContext, 'table'>): Promise<Removals> {
  const articles = new Set<string>();
  const unfinished = new Set<string>();
  for await (const { gsk } of table.rangeAll({ pk: times.removed, index: 'byTime' })) {
    const id = partsOfTimeKey(gsk)[1] ?? '';
    articles.add(id);
    if (!isEnded(gsk)) unfinished.add(id);
  }
  const marked = unfinished.size > 0 ? await table.getMany([...unfinished].map(keys.article)) : [];
  return { articles, buckets: new Set(marked.flatMap(({ places }) => Object.keys(unpackPlaces(places)))) };
}

/** Removes the evidence of some articles from events, in order. An event without other evidence is left out. */
export async function withoutEvidenceOf<E extends TimelineEvent>(
  { table }: StoreContext,
  events: readonly E[],
  { articles, buckets }: Removals,
): Promise<readonly E[]> {
  if (articles.size === 0) return events;
  const compose = composerWithout(table, articles);
  const shown = await Promise.all(
    events.map(async (event) => {
      const isOfOne = event.evidence.some(({ articleId }) => articles.has(articleId));
      if (!isOfOne && !buckets.has(splitEventId(event.id)?.bucket ?? '')) return event;
      const composed = await compose(event.id);
      // The bucket does not know it yet: another batch has just begun to show it.
      if (!composed) return isOfOne ? undefined : event;
      return composed.hidden ? undefined : { ...event, ...publicEvent(indexed(composed)) };
    }),
  );
  // Old and new row of an event that changes its id come to the same.
  return [...new Map(shown.filter((event) => event !== undefined).map((event) => [event.id, event])).values()];
}

/**
 * One event with all its evidence except that of some articles.
 *
 * @param event The event found by the id; `undefined` also for the id that an event will have after the takedown.
 */
export async function findWithoutEvidenceOf(
  { table }: StoreContext,
  id: string,
  event: StoredEvent | undefined,
  { articles }: Removals,
): Promise<StoredEvent | undefined> {
  if (articles.size === 0) return event;
  // Mentions go before their event does: one that has lost some is read as it will be.
  const isWhole = event && event.evidence.length >= event.mentions;
  if (isWhole && !event.evidence.some(({ articleId }) => articles.has(articleId))) return event;
  const composed = await composerWithout(table, articles)(event?.id ?? id);
  if (!composed) return undefined;
  const { hidden } = composed;
  const shown = { ...indexed(composed), evidence: composed.event.evidence };
  return event ? { ...event, ...publicEvent(shown) } : { ...shown, hidden, version: 1 };
}

/**
 * Composes the event from the other articles' mentions, as it will be after the takedown. Without its first mention an
 * event has another id: it is then the event with any of the other mentions. Each bucket is read once.
 */
function composerWithout(table: TableAccess, articles: ReadonlySet<string>) {
  const read = new Map<string, Promise<MergeBucket>>();
  const bucketAt = (id: string): Promise<MergeBucket> => {
    const bucket = read.get(id) ?? readBucket(table, id);
    read.set(id, bucket);
    return bucket;
  };
  const composed = new Map<string, Promise<readonly ComposedEvent[]>>();
  const eventsOf = async (bucket: MergeBucket): Promise<readonly ComposedEvent[]> => {
    const mentions = new Map([...bucket.mentions].filter(([articleId]) => !articles.has(articleId)));
    const forwarded = new Map([...bucket.forwarded].filter(([, { mention }]) => !articles.has(mention.articleId)));
    return compositionOf({ ...bucket, mentions, forwarded }, await coarserThan(bucket, bucketAt)).events;
  };
  return async (id: string): Promise<ComposedEvent | undefined> => {
    const place = splitEventId(id);
    if (!place) return undefined;
    const bucket = await bucketAt(place.bucket);
    const known = composed.get(bucket.id) ?? eventsOf(bucket);
    composed.set(bucket.id, known);
    const events = await known;
    const head = bucket.heads.get(place.own);
    const others = new Set(head ? [...head.members.flatMap(([, ...ids]) => ids), ...head.forwarded] : []);
    const isHeir = ({ event, members, forwarded }: ComposedEvent) =>
      event.id === head?.movedTo || [...members, ...forwarded].some((one) => others.has(one));
    return events.find(({ event }) => event.id === id) ?? events.find(isHeir);
  };
}
