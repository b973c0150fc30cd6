import type { TimelineEvent } from '../../events/event.ts';
import { cellOf } from '../../events/merging/cell.ts';
import type { Mention } from '../../events/merging/mention.ts';
import { keys } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { StoredArticle } from '../store.ts';
import type { StoreContext } from '../stored.ts';
import { eventId, hash64, headEvent, membersOf, mentionItem, mentionOf } from './cell.ts';
import { publicEvent } from './event-payload.ts';
import { settler } from './settle.ts';

/** Where an article's mentions lie: mention ids by cell. */
type Whereabouts = Readonly<Record<string, readonly string[]>>;

/** Writes what articles say. The record of where their mentions lie is written before them, so that none is ever out of reach. */
export function mentionWriter(context: StoreContext) {
  const { table } = context;
  const cells = settler(context);

  async function whereabouts(articleId: string): Promise<Whereabouts> {
    const item = await table.get(keys.articleMentions(articleId), { consistent: true });
    return item ? (unpack(item.v) as Whereabouts) : {};
  }

  async function note(articleId: string, places: Whereabouts): Promise<void> {
    const key = keys.articleMentions(articleId);
    if (Object.keys(places).length > 0) await table.writeMany([{ ...key, v: pack(places) }], []);
    else await table.writeMany([], [key]);
  }

  /**
   * Makes an article's mentions these, and no others, in whatever cells they were.
   *
   * @param again An earlier attempt may have got half-way.
   */
  async function replace(
    article: Pick<StoredArticle, 'id' | 'collection' | 'tags'>,
    events: readonly TimelineEvent[],
    { again }: { again: boolean },
  ): Promise<void> {
    const before = await whereabouts(article.id);
    const mentions = events.map((event) => mentionOfEvent(article, event));
    const placed = mentions.map((mention) => ({ cell: hash64(cellOf(article.collection, mention, 0)), mention }));
    const after = grouped(placed.map(({ cell, mention }) => [cell, mention.id] as const));
    const union = grouped([...pairs(before), ...pairs(after)]);
    if (!sameWhereabouts(union, before)) await note(article.id, union);
    const kept = new Set(pairs(after).map(([cell, id]) => `${cell}${id}`));
    const gone = pairs(before).filter(([cell, id]) => !kept.has(`${cell}${id}`));
    await table.writeMany(
      placed.map(({ cell, mention }) => mentionItem(cell, mention)),
      gone.map(([cell, id]) => keys.mention(cell, id)),
    );
    await Promise.all(Object.keys(union).map((cell) => cells.settle(cell, again)));
    if (!sameWhereabouts(union, after)) await note(article.id, after);
  }

  /** The events an article gives evidence for, each with that evidence alone. */
  async function eventsOf(articleId: string): Promise<readonly TimelineEvent[]> {
    const places = await whereabouts(articleId);
    const found = await Promise.all(
      Object.entries(places).map(async ([cell, ids]) => {
        const state = await cells.stateOf(cell);
        const own = new Map(
          state.mentions.filter(({ sk }) => ids.includes(sk.slice(2))).map((i) => [i.sk.slice(2), i]),
        );
        return [...state.heads].flatMap(([id, head]) => {
          if (head.g === 1 || head.h === 1) return [];
          const evidence = membersOf(head).flatMap((member) => {
            const item = own.get(member);
            return item ? mentionOf(item).event.evidence : [];
          });
          return evidence.length > 0
            ? [{ ...publicEvent(headEvent(cell, head)), id: eventId(cell, id), evidence }]
            : [];
        });
      }),
    );
    return found.flat().sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0));
  }

  return { replace, eventsOf };
}

function mentionOfEvent(article: Pick<StoredArticle, 'id' | 'collection' | 'tags'>, event: TimelineEvent): Mention {
  const place = event.evidence.map(({ start, timex, trigger }) => [start, timex.start, trigger.start, timex.value]);
  return {
    id: hash64(JSON.stringify([article.id, place])),
    articleId: article.id,
    event: {
      ...event,
      collection: article.collection,
      evidence: event.evidence.map((piece) => ({ ...piece, articleId: article.id })),
    },
    tags: article.tags,
  };
}

const pairs = (places: Whereabouts): (readonly [string, string])[] =>
  Object.entries(places).flatMap(([cell, ids]) => ids.map((id) => [cell, id] as const));

function grouped(all: readonly (readonly [string, string])[]): Whereabouts {
  const cells: Record<string, string[]> = {};
  for (const [cell, id] of all) {
    const ids = cells[cell] ?? [];
    cells[cell] = ids.includes(id) ? ids : [...ids, id];
  }
  return cells;
}

const flat = (places: Whereabouts): string =>
  pairs(places)
    .map(([cell, id]) => `${cell}${id}`)
    .sort()
    .join();
const sameWhereabouts = (a: Whereabouts, b: Whereabouts): boolean => flat(a) === flat(b);
