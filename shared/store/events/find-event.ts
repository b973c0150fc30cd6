import type { Evidence } from '../../events/event.ts';
import { keys } from '../keys.ts';
import type { StoredEvent } from '../store.ts';
import type { TableAccess } from '../table-access.ts';
import { isGone, memberKeys, mentionOf, splitEventId, storedEvent } from './cell.ts';

/** An event may have become part of another, and that of a third. */
const MOST_MOVES = 8;

/** An event with all its evidence, best piece first. One that became part of another is found as that other. */
export async function findEvent(table: TableAccess, id: string): Promise<StoredEvent | undefined> {
  let at = id;
  for (let move = 0; move < MOST_MOVES; move++) {
    const place = splitEventId(at);
    if (!place) return undefined;
    const head = await table.get(keys.head(place.cell, place.own), { consistent: true });
    if (!head) return undefined;
    if (!isGone(head)) {
      const event = storedEvent(place.cell, head);
      const items = await table.getMany(memberKeys(place.cell, head), { consistent: true });
      return { ...event, evidence: bestFirst(items.map(mentionOf), event.evidence[0]) };
    }
    if (head.to === undefined) return undefined;
    at = String(head.to);
  }
  return undefined;
}

/** Heads alone: evidence is cut to the best piece, and nothing is followed to where it went. */
export async function findHeads(table: TableAccess, ids: readonly string[]): Promise<readonly StoredEvent[]> {
  const places = [...new Set(ids)].flatMap((id) => splitEventId(id) ?? []);
  const heads = await table.getMany(
    places.map(({ cell, own }) => keys.head(cell, own)),
    { consistent: true },
  );
  return heads.filter((head) => !isGone(head)).map((head) => storedEvent(keys.cellOf(head.pk), head));
}

function bestFirst(mentions: readonly ReturnType<typeof mentionOf>[], best: Evidence | undefined): readonly Evidence[] {
  const evidence = [...mentions]
    .sort((a, b) => b.event.confidence - a.event.confidence || (a.id < b.id ? -1 : 1))
    .flatMap(({ event }) => event.evidence);
  const isBest = (piece: Evidence) =>
    piece.articleId === best?.articleId && piece.start === best.start && piece.trigger.start === best.trigger.start;
  return [...evidence.filter(isBest), ...evidence.filter((piece) => !isBest(piece))];
}
