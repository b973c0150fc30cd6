import type { TimelineEvent } from '../../events/event.ts';
import type { MergeBucket } from '../builder/bucket.ts';
import { readPlaces } from '../builder/plan-batch.ts';
import { readBucket } from '../builder/read-bucket.ts';
import { publicEvent } from '../event-payload.ts';
import type { StoreContext } from '../store-context.ts';

/** The events that an article is evidence for, in the order of its text, each with that evidence only. Hidden ones are left out. */
export async function eventsOfArticle(
  context: Pick<StoreContext, 'table'>,
  articleId: string,
): Promise<readonly TimelineEvent[]> {
  const buckets = new Map<string, MergeBucket>();
  // Merges by hand may have taken a mention to another bucket, and from there to the next.
  let open = Object.keys(await readPlaces(context, articleId));
  while (open.length > 0) {
    const read = await Promise.all(open.map((id) => readBucket(context.table, id)));
    for (const bucket of read) buckets.set(bucket.id, bucket);
    open = [...new Set(read.flatMap(({ forwardsTo }) => [...forwardsTo]))].filter((id) => !buckets.has(id));
  }
  const events = [...buckets.values()].flatMap((bucket) => eventsIn(bucket, articleId));
  return events.sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0));
}

function eventsIn(bucket: MergeBucket, articleId: string): readonly TimelineEvent[] {
  const own = new Map(
    [...(bucket.mentions.get(articleId) ?? []), ...[...bucket.forwarded.values()].map(({ mention }) => mention)]
      .filter((mention) => mention.articleId === articleId)
      .map((mention) => [mention.id, mention.event.evidence]),
  );
  return [...bucket.heads.values()].flatMap(({ event, hidden, movedTo, members, forwarded }) => {
    if (hidden || movedTo !== undefined) return [];
    const ids = [...members.flatMap(([, ...some]) => some), ...forwarded];
    const evidence = ids.flatMap((id) => own.get(id) ?? []);
    return evidence.length > 0 ? [{ ...publicEvent(event), evidence }] : [];
  });
}
