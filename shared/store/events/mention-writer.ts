import type { TimelineEvent } from '../../events/event.ts';
import { cellOf, DETAILS } from '../../events/merging/cell.ts';
import type { Mention } from '../../events/merging/mention.ts';
import { mentionsOf } from '../../events/merging/mentions-of.ts';
import { DatelineError } from '../../kernel/dateline-error.ts';
import { pause } from '../asking.ts';
import { keys } from '../keys.ts';
import type { StoredArticle } from '../store.ts';
import type { StoreContext } from '../stored.ts';
import type { TouchedDays } from '../tiles/touched.ts';
import { hash64, mentionItem } from './cell.ts';
import { type SettleOptions, settleCell } from './settle.ts';
import {
  formerOf,
  grouped,
  type Note,
  pairs,
  readWhereabouts,
  type Whereabouts,
  writeWhereabouts,
} from './whereabouts.ts';

const ATTEMPTS = 16;

/** What a worker knows of the article whose mentions it replaces. */
export interface Held {
  /** The note, read before the article was found to be still what the worker has read. */
  readonly note?: Note;
  /** Whether the article is that still. */
  readonly current: () => Promise<boolean>;
  /** There was an article of this id before: a worker may still be at that one. */
  readonly replaces: boolean;
  /** A worker died, or may be about to, between its first mention and the end of its work: any event of its cells may be half-written. */
  readonly interrupted: boolean;
  /** No other worker can be at the article: mentions that it loses need not be remembered for the sweep. */
  readonly alone?: boolean;
}

/**
 * Makes an article's mentions these, and no others, in whatever cells they were, and settles those cells.
 *
 * Where they will lie is noted before they are written, so that none is ever out of reach; the note is narrowed when all is done, and remembers
 * what it had. The note's revision keeps two workers on one article from losing sight of each other's mentions.
 *
 * @returns false where the article was found to be replaced or taken down: then somebody else's mentions stay what they are.
 */
export async function replaceMentions(
  context: StoreContext,
  article: Source,
  events: readonly TimelineEvent[],
  options: Pick<SettleOptions, 'touched'> & { readonly held: Held },
): Promise<boolean> {
  const { held, ...settling } = options;
  const mentions = mentionsOf(article, events, hash64);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // Workers on one article at once go one after another: each gives the others time to end.
    await pause(Math.min(attempt, 5));
    const first = attempt === 0 ? held.note : undefined;
    const before = first ?? (await readWhereabouts(context.table, article.id));
    if (!first && !(await held.current())) return false;
    if (await attemptToReplace(context, article, mentions, { ...held, note: before }, settling)) return true;
  }
  throw new DatelineError('store.busy', 'Too many workers on the same article just now.');
}

async function attemptToReplace(
  context: StoreContext,
  article: Pick<StoredArticle, 'id' | 'collection'>,
  mentions: readonly Mention[],
  { note: before, replaces, interrupted, alone }: Held & { readonly note: Note },
  options: SettleOptions,
): Promise<boolean> {
  const { table } = context;
  const placed = await placesFor(context, article.collection, mentions, before.places);
  const after = grouped(placed.map(({ cell, mention }) => [cell, mention.id] as const));
  const union = grouped([...pairs(before.places), ...pairs(after)]);
  let { revision } = before;
  const known = revision > 0 || replaces;
  if (known || placed.length > 0) {
    const lately = formerOf(before, union, context.now());
    if (!(await writeWhereabouts(context, article.id, { places: union, lately, revision, busy: known }))) return false;
    revision++;
  }
  const gone = formerOf(before, after, context.now());
  await table.writeMany(
    placed.map(({ cell, mention }) => mentionItem(cell, mention)),
    gone.map(([cell, id]) => keys.mention(cell, id)),
  );
  // If a worker died while it wrote the article's mentions, any event in their cells may be half-written: all of them are written again.
  const own = new Set([...pairs(union).map(([, id]) => id), ...gone.map(([, id]) => id)]);
  const again = before.busy || (interrupted && before.revision > 0) || (known && own);
  const cells = new Set([...Object.keys(union), ...gone.map(([cell]) => cell)]);
  await Promise.all([...cells].map((cell) => settleCell(context, cell, again ? { ...options, again } : options)));
  if (!known) return true;
  const lately = alone ? formerOf({ ...before, places: {} }, after, context.now()) : gone;
  const note = { places: after, lately, revision, busy: false };
  return writeWhereabouts(context, article.id, note, replaces);
}

/**
 * Takes out, once more, what an article's note remembers, and lets the note forget it: for when nobody can be at work any longer who was
 * overtaken.
 */
export async function forgetFormer(context: StoreContext, articleId: string, touched: TouchedDays): Promise<void> {
  const note = await readWhereabouts(context.table, articleId);
  const gone = formerOf(note, note.places, context.now());
  await context.table.writeMany(
    [],
    gone.map(([cell, id]) => keys.mention(cell, id)),
  );
  // What stays may have lost an entry to a late writer.
  const cells = new Set([...Object.keys(note.places), ...gone.map(([cell]) => cell)]);
  for (const cell of cells) await settleCell(context, cell, { again: true, touched });
  if (note.revision > 0) await writeWhereabouts(context, articleId, { ...note, lately: [] });
}

/**
 * Takes out mentions that a worker wrote for a text that was replaced meanwhile: all that are not noted as the article's by now. Goes on until the
 * note stays as it is for the length of one pass, so that nothing a newer worker writes is lost.
 */
export async function withdrawMentions(
  context: StoreContext,
  article: Source,
  events: readonly TimelineEvent[],
): Promise<void> {
  const own = mentionsOf(article, events, hash64).flatMap((mention) =>
    DETAILS.map((detail) => [hash64(cellOf(article.collection, mention, detail)), mention.id] as const),
  );
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { places, revision } = await readWhereabouts(context.table, article.id);
    const foreign = own.filter(([cell, id]) => !places[cell]?.includes(id));
    await context.table.writeMany(
      [],
      foreign.map(([cell, id]) => keys.mention(cell, id)),
    );
    for (const cell of new Set(foreign.map(([cell]) => cell))) await settleCell(context, cell, { again: true });
    if ((await readWhereabouts(context.table, article.id)).revision === revision) return;
  }
}

interface Placed {
  readonly mention: Mention;
  readonly cell: string;
}

/** Each mention where it lies already, or in the coarsest cell that still takes any. */
async function placesFor(
  context: StoreContext,
  collection: string,
  mentions: readonly Mention[],
  before: Whereabouts,
): Promise<readonly Placed[]> {
  const placed: Placed[] = [];
  let open = mentions.map((mention) => ({
    mention,
    cells: DETAILS.map((detail) => hash64(cellOf(collection, mention, detail))),
  }));
  open = open.filter(({ mention, cells }) => {
    const present = cells.find((cell) => before[cell]?.includes(mention.id));
    if (present !== undefined) placed.push({ mention, cell: present });
    return present === undefined;
  });
  for (const detail of DETAILS) {
    const full = await fullAmong(context, new Set(open.map(({ cells }) => cells[detail] ?? '')));
    open = open.filter(({ mention, cells }) => {
      const cell = cells[detail] ?? '';
      const taken = full.has(cell) && detail !== DETAILS.at(-1);
      if (!taken) placed.push({ mention, cell });
      return taken;
    });
  }
  return placed;
}

async function fullAmong({ table, fullCells }: StoreContext, cells: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const unknown = [...cells].filter((cell) => !fullCells.has(cell));
  for (const item of await table.getMany(unknown.map((cell) => keys.full(cell)))) fullCells.add(keys.cellOf(item.pk));
  return fullCells;
}

type Source = Pick<StoredArticle, 'id' | 'collection' | 'tags'>;
