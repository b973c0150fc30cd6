import type { TimelineEvent } from '../../events/event.ts';
import type { ComposedEvent } from '../../events/merging/compose-events.ts';
import { coarserThan, compositionOf } from '../builder/compose.ts';
import { splitEventId } from '../builder/event-id.ts';
import { indexed } from '../builder/head.ts';
import { readBucket } from '../builder/read-bucket.ts';
import { publicEvent } from '../event-payload.ts';
import { partsOfTimeKey, times } from '../keys.ts';
import type { StoredEvent } from '../store.ts';
import type { StoreContext } from '../store-context.ts';

/** Articles whose takedown has not ended: what they gave may still lie in lists and tiles. Hardly ever any. */
export async function articlesBeingRemoved({ table }: StoreContext): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const { gsk } of table.rangeAll({ pk: times.removed, index: 'byTime' })) {
    ids.add(partsOfTimeKey(gsk)[1] ?? '');
  }
  return ids;
}

/** Events as they read without the evidence of some articles, in their order. An event that has no other evidence is left out. */
export async function withoutEvidenceOf<E extends TimelineEvent>(
  context: StoreContext,
  events: readonly E[],
  articles: ReadonlySet<string>,
): Promise<readonly E[]> {
  if (articles.size === 0) return events;
  const shown = await Promise.all(
    events.map(async (event) => {
      if (!event.evidence.some(({ articleId }) => articles.has(articleId))) return event;
      const composed = await composedWithout(context, event.id, articles);
      return composed && !composed.hidden ? { ...event, ...publicEvent(indexed(composed)) } : undefined;
    }),
  );
  return [...new Map(shown.filter((event) => event !== undefined).map((event) => [event.id, event])).values()];
}

/** One event with all its evidence but that of some articles. */
export async function findWithoutEvidenceOf(
  context: StoreContext,
  event: StoredEvent | undefined,
  articles: ReadonlySet<string>,
): Promise<StoredEvent | undefined> {
  if (!event || articles.size === 0) return event;
  // Mentions go before their event does: one that has lost some is read as it will be.
  const isWhole = event.evidence.length >= event.mentions;
  if (isWhole && !event.evidence.some(({ articleId }) => articles.has(articleId))) return event;
  const composed = await composedWithout(context, event.id, articles);
  if (!composed) return undefined;
  return { ...event, ...publicEvent({ ...indexed(composed), evidence: composed.event.evidence }) };
}

/**
 * The event that the other articles' mentions make up, as it will be when the takedown has ended. Without its first mention an event has another
 * id: then it is the one that has any of the others.
 */
async function composedWithout(
  { table }: StoreContext,
  id: string,
  articles: ReadonlySet<string>,
): Promise<ComposedEvent | undefined> {
  const place = splitEventId(id);
  if (!place) return undefined;
  const bucket = await readBucket(table, place.bucket);
  const mentions = new Map([...bucket.mentions].filter(([articleId]) => !articles.has(articleId)));
  const forwarded = new Map([...bucket.forwarded].filter(([, { mention }]) => !articles.has(mention.articleId)));
  const coarser = await coarserThan(bucket, (coarserId) => readBucket(table, coarserId));
  const { events } = compositionOf({ ...bucket, mentions, forwarded }, coarser);
  const head = bucket.heads.get(place.own);
  const others = new Set(head ? [...head.members.flatMap(([, ...ids]) => ids), ...head.forwarded] : []);
  const isHeir = ({ event, members, forwarded }: ComposedEvent) =>
    event.id === head?.movedTo || [...members, ...forwarded].some((one) => others.has(one));
  return events.find(({ event }) => event.id === id) ?? events.find(isHeir);
}
