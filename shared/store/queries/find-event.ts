import type { Evidence } from '../../events/event.ts';
import type { Mention } from '../../events/merging/mention.ts';
import type { Head, MergeBucket } from '../builder/bucket.ts';
import { splitEventId } from '../builder/event-id.ts';
import { storedEvent } from '../builder/head.ts';
import { isBuilding } from '../builder/lease.ts';
import { readBucket, readHeadsIn } from '../builder/read-bucket.ts';
import { pause } from '../dynamo/retry.ts';
import type { TableAccess } from '../dynamo/table-access.ts';
import { groupedBy } from '../grouped-by.ts';
import { inParallel } from '../in-parallel.ts';
import type { StoredEvent } from '../store.ts';
import type { StoreContext } from '../store-context.ts';

/** Most steps from an event to the one it became part of. */
const MOST_MOVES = 8;
const BUCKETS_AT_ONCE = 16;

/** An event with all its evidence, best piece first. For an event that became part of another, returns that one. */
export async function findEvent(table: TableAccess, id: string): Promise<StoredEvent | undefined> {
  let at = id;
  for (let move = 0; move < MOST_MOVES; move++) {
    const place = splitEventId(at);
    if (!place) return undefined;
    const bucket = await readBucket(table, place.bucket);
    const head = bucket.heads.get(place.own);
    if (!head) return undefined;
    if (head.movedTo === undefined) {
      return { ...storedEvent(head), evidence: bestFirst(mentionsOf(head, bucket), head.event.evidence[0]) };
    }
    at = head.movedTo;
  }
  return undefined;
}

/** A batch is waited for so often: 50 … 800 milliseconds, a second and a half in all. */
const MOST_LOOKS = 5;

/** Looks again for a missing event while a batch is running: lists show changes some requests before their events can be read. */
export async function findOnceBuilt(context: StoreContext, id: string): Promise<StoredEvent | undefined> {
  if (!splitEventId(id)) return undefined;
  for (let look = 0; ; look++) {
    await pause(look);
    // Asked first: a batch that has ended by now has written all its events.
    const isUnderWay = await isBuilding(context);
    const event = await findEvent(context.table, id);
    if (event || !isUnderWay || look === MOST_LOOKS) return event;
  }
}

/** Heads alone: evidence is cut to the best piece, and nothing is followed to where it went. */
export async function findHeads(table: TableAccess, ids: readonly string[]): Promise<readonly StoredEvent[]> {
  const wanted = groupedBy(
    ids.flatMap((id) => splitEventId(id) ?? []),
    ({ bucket }) => bucket,
  );
  const found = new Map<string, StoredEvent>();
  await inParallel(wanted, BUCKETS_AT_ONCE, async ([bucket, places]) => {
    const own = new Set(places.map((place) => place.own));
    for (const head of await readHeadsIn(table, bucket, own))
      if (head.movedTo === undefined) found.set(head.event.id, storedEvent(head));
  });
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
}

function mentionsOf({ members, forwarded }: Head, bucket: MergeBucket): readonly Mention[] {
  const ids = new Set(members.flatMap(([, ...own]) => own));
  const own = members.flatMap(([article]) => bucket.mentions.get(article) ?? []).filter(({ id }) => ids.has(id));
  return [...own, ...forwarded.flatMap((id) => bucket.forwarded.get(id)?.mention ?? [])];
}

function bestFirst(mentions: readonly Mention[], best: Evidence | undefined): readonly Evidence[] {
  const evidence = [...mentions]
    .sort((a, b) => b.event.confidence - a.event.confidence || (a.id < b.id ? -1 : 1))
    .flatMap(({ event }) => event.evidence);
  const isBest = (piece: Evidence) =>
    piece.articleId === best?.articleId && piece.start === best.start && piece.trigger.start === best.trigger.start;
  return [...evidence.filter(isBest), ...evidence.filter((piece) => !isBest(piece))];
}
