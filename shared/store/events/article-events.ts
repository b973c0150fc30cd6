import type { TimelineEvent } from '../../events/event.ts';
import type { TableAccess } from '../table-access.ts';
import { headEvent, idsIn, isGone, isHidden } from './cell.ts';
import { type CellState, cellState } from './cell-state.ts';
import { publicEvent } from './event-payload.ts';
import { readWhereabouts } from './whereabouts.ts';

/** The events an article gives evidence for, in the order of its text, each with that evidence alone. Hidden ones are left out. */
export async function eventsOfArticle(table: TableAccess, articleId: string): Promise<readonly TimelineEvent[]> {
  const { places } = await readWhereabouts(table, articleId);
  const cells = new Map<string, CellState>();
  // Merges by hand may have taken a mention to another cell, and from there to the next.
  const open = Object.keys(places);
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    if (cells.has(cell)) continue;
    const state = await cellState(table, cell);
    cells.set(cell, state);
    open.push(...state.exportedTo);
  }
  const events = [...cells].flatMap(([cell, state]) => eventsIn(cell, state, articleId));
  return events.sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0));
}

function eventsIn(cell: string, state: CellState, articleId: string): readonly TimelineEvent[] {
  const own = new Map(
    [...state.mentions, ...state.guests.map(({ mention }) => mention)]
      .filter((mention) => mention.articleId === articleId)
      .map((mention) => [mention.id, mention.event.evidence]),
  );
  return [...state.heads.values()].flatMap((head) => {
    if (isGone(head) || isHidden(head)) return [];
    const evidence = [...idsIn(head.m), ...idsIn(head.q)].flatMap((id) => own.get(id) ?? []);
    return evidence.length > 0 ? [{ ...publicEvent(headEvent(cell, head)), evidence }] : [];
  });
}
