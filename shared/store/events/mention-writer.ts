import type { TimelineEvent } from '../../events/event.ts';
import { cellOf, DETAILS } from '../../events/merging/cell.ts';
import type { Mention } from '../../events/merging/mention.ts';
import { DatelineError } from '../../kernel/dateline-error.ts';
import { keys } from '../keys.ts';
import type { StoredArticle } from '../store.ts';
import type { StoreContext } from '../stored.ts';
import { hash64, mentionItem } from './cell.ts';
import { type SettleOptions, settleCell } from './settle.ts';
import { grouped, pairs, readWhereabouts, samePlaces, type Whereabouts, writeWhereabouts } from './whereabouts.ts';

const ATTEMPTS = 8;

/**
 * Makes an article's mentions these, and no others, in whatever cells they were, and settles those cells.
 *
 * Where they will lie is noted before they are written, so that none is ever out of reach; the note is narrowed when all is done. The note's
 * revision keeps two workers on one article from losing sight of each other's mentions.
 *
 */
export async function replaceMentions(
  context: StoreContext,
  article: Pick<StoredArticle, 'id' | 'collection' | 'tags'>,
  events: readonly TimelineEvent[],
  options: Pick<SettleOptions, 'again' | 'touched'>,
): Promise<void> {
  const mentions = events.map((event) => mentionIn(article, event));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await attemptToReplace(context, article, mentions, attempt > 0 ? { ...options, again: true } : options)) return;
  }
  throw new DatelineError('store.busy', 'Too many workers on the same article just now.');
}

async function attemptToReplace(
  context: StoreContext,
  article: Pick<StoredArticle, 'id' | 'collection'>,
  mentions: readonly Mention[],
  options: SettleOptions,
): Promise<boolean> {
  const { table } = context;
  const before = await readWhereabouts(table, article.id);
  const placed = await Promise.all(
    mentions.map(async (mention) => ({
      mention,
      cell: await placeFor(context, article.collection, mention, before.places),
    })),
  );
  const after = grouped(placed.map(({ cell, mention }) => [cell, mention.id] as const));
  const union = grouped([...pairs(before.places), ...pairs(after)]);
  let { revision } = before;
  if (!samePlaces(union, before.places)) {
    if (!(await writeWhereabouts(table, article.id, union, revision))) return false;
    revision++;
  }
  const kept = new Set(pairs(after).map(([cell, id]) => `${cell}${id}`));
  const gone = pairs(before.places).filter(([cell, id]) => !kept.has(`${cell}${id}`));
  await table.writeMany(
    placed.map(({ cell, mention }) => mentionItem(cell, mention)),
    gone.map(([cell, id]) => keys.mention(cell, id)),
  );
  await Promise.all(Object.keys(union).map((cell) => settleCell(context, cell, options)));
  return samePlaces(union, after) || (await writeWhereabouts(table, article.id, after, revision));
}

/** Where a mention lies already, or the coarsest cell that still takes any. */
async function placeFor(
  context: StoreContext,
  collection: string,
  mention: Mention,
  before: Whereabouts,
): Promise<string> {
  const cells = DETAILS.map((detail) => hash64(cellOf(collection, mention, detail)));
  const present = cells.find((cell) => before[cell]?.includes(mention.id));
  if (present !== undefined) return present;
  for (const cell of cells) {
    if (!(await isFull(context, cell))) return cell;
  }
  return cells.at(-1) ?? '';
}

async function isFull({ table, fullCells }: StoreContext, cell: string): Promise<boolean> {
  if (fullCells.has(cell)) return true;
  if (!(await table.get(keys.full(cell)))) return false;
  fullCells.add(cell);
  return true;
}

/** Same article, same place in its text, same reading: same id. */
function mentionIn(article: Pick<StoredArticle, 'id' | 'collection' | 'tags'>, event: TimelineEvent): Mention {
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
