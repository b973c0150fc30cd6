import type { Evidence } from '../../events/event.ts';
import type { Mention } from '../../events/merging/mention.ts';
import { headOf, mentionsOf, splitEventId, storedEvent } from '../builder/bucket.ts';
import { readHeads } from '../builder/read-heads.ts';
import { keys } from '../keys.ts';
import type { StoredEvent } from '../store.ts';
import type { TableAccess } from '../table-access.ts';

/** An event may have become part of another, and that of a third. */
const MOST_MOVES = 8;

/** An event with all its evidence, best piece first. One that became part of another is found as that other. */
export async function findEvent(table: TableAccess, id: string): Promise<StoredEvent | undefined> {
  let at = id;
  for (let move = 0; move < MOST_MOVES; move++) {
    const place = splitEventId(at);
    if (!place) return undefined;
    const item = await table.get(keys.head(place.bucket, place.own), { consistent: true });
    if (!item) return undefined;
    const head = headOf(place.bucket, item);
    if (head.movedTo === undefined) {
      const found = await table.getMany(
        [
          ...head.members.map(([article]) => keys.mentions(place.bucket, article)),
          ...head.forwarded.map((mention) => keys.forwarded(place.bucket, mention)),
        ],
        { consistent: true },
      );
      const ids = new Set([...head.members.flatMap(([, ...own]) => own), ...head.forwarded]);
      const mentions = found.flatMap(mentionsOf).filter((mention) => ids.has(mention.id));
      return { ...storedEvent(head), evidence: bestFirst(mentions, head.event.evidence[0]) };
    }
    at = head.movedTo;
  }
  return undefined;
}

/** Heads alone: evidence is cut to the best piece, and nothing is followed to where it went. */
export const findHeads = async (table: TableAccess, ids: readonly string[]): Promise<readonly StoredEvent[]> =>
  (await readHeads({ table }, ids, { consistent: true })).map(storedEvent);

function bestFirst(mentions: readonly Mention[], best: Evidence | undefined): readonly Evidence[] {
  const evidence = [...mentions]
    .sort((a, b) => b.event.confidence - a.event.confidence || (a.id < b.id ? -1 : 1))
    .flatMap(({ event }) => event.evidence);
  const isBest = (piece: Evidence) =>
    piece.articleId === best?.articleId && piece.start === best.start && piece.trigger.start === best.trigger.start;
  return [...evidence.filter(isBest), ...evidence.filter((piece) => !isBest(piece))];
}
