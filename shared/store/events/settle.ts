import { type ComposedEvent, type Composition, composeEvents } from '../../events/merging/compose-events.ts';
import { DatelineError } from '../../kernel/dateline-error.ts';
import { keys } from '../keys.ts';
import type { StoreContext } from '../stored.ts';
import type { Item } from '../table-access.ts';
import type { TouchedDays } from '../tiles/touched.ts';
import { digestOf, eventIdIn, idsIn, isGone, ownPart } from './cell.ts';
import { type CellState, cellState } from './cell-state.ts';
import { sendGuests } from './exports.ts';
import { placeEvent, retireEvent } from './place-event.ts';

const PASSES = 12;
/** Guests of guests of guests: deeper than any chain of merges by hand that is not a mistake. */
const DEEPEST = 5;
/** Mentions a cell takes in: each new one is compared with them all, and the whole cell is read for it. */
export const CELL_MENTIONS = 96;

/** What else to write than what differs. */
export interface SettleOptions {
  /**
   * Events to write although they seem right. `true` writes every event of the cell: an earlier attempt may have died between any two writes.
   * A set of mention ids writes the events that have one of these mentions.
   */
  readonly again?: boolean | ReadonlySet<string> | undefined;
  /** Entries that lag behind their heads are brought up to date. */
  readonly refresh?: boolean;
  /** Told of every entry that was put or removed, for whoever wants the tiles right before he answers. */
  readonly touched?: TouchedDays;
}

/**
 * Makes the events of a cell what its mentions and edits say, and the lists what the events say.
 *
 * Every worker reads, compares, writes and reads again until nothing is left to write. Heads change only from the version that was read, and
 * whoever finds that a head moved on after he wrote its entries writes them again from the newer head. So the last reader of all mentions has
 * the last word, whatever else was going on; a worker that dies on the way is followed by the redelivery of its article, which settles with
 * `again`.
 *
 * Articles of one day meet in the same cells: those that one process completes at once share what they can of this.
 *
 * @throws DatelineError `store.busy` when other writers keep the cell moving.
 */
export async function settleCell(context: StoreContext, cell: string, options: SettleOptions = {}): Promise<void> {
  const isPlain = !options.again && options.touched === undefined;
  if (isPlain) await context.settling(cell, () => settle(context, cell, {}, 0).then(() => undefined));
  else await settle(context, cell, options, 0);
}

/**
 * Settles a cell, and brings entries that lag behind their heads up to date.
 *
 * @returns The cell as it was found when nothing was left to do.
 */
export const refreshCell = (context: StoreContext, cell: string, touched: TouchedDays): Promise<CellState> =>
  settle(context, cell, { refresh: true, touched }, 0);

async function settle(context: StoreContext, cell: string, options: SettleOptions, depth: number): Promise<CellState> {
  const { table } = context;
  const written = new Map<string, number>();
  for (let pass = 0; pass < PASSES; pass++) {
    const again = pass === 0 ? options.again : undefined;
    const state = await cellState(table, cell);
    if (!state.full && state.mentions.length >= CELL_MENTIONS) await table.writeMany([keys.full(cell)], []);
    const composition = composeEvents(state.collection, state, eventIdIn(cell));
    const guests = await sendGuests(table, cell, state, composition);
    const work = workOf(context, cell, state, composition, { ...options, again, written });
    await Promise.all(work.map((one) => one()));
    if (depth < DEEPEST) {
      const next = pass === 0 ? guests.touched : guests.changed;
      for (const to of next) await settle(context, to, options, depth + 1);
    }
    if (work.length === 0 && guests.changed.length === 0) return state;
  }
  throw new DatelineError('store.busy', 'Too many writers on the same events just now.');
}

function workOf(
  context: StoreContext,
  cell: string,
  state: CellState,
  composition: Composition,
  { again, refresh, written, touched }: SettleOptions & { readonly written: Map<string, number> },
): (() => Promise<void>)[] {
  const work: (() => Promise<void>)[] = [];
  const wanted = new Set<string>();
  const note = (own: string, version: number | undefined) => {
    if (version !== undefined) written.set(own, version);
  };
  for (const composed of composition.events) {
    const own = ownPart(composed.event.id);
    wanted.add(own);
    const head = state.heads.get(own);
    const overtaken = written.has(own) && written.get(own) !== Number(head?.n);
    const rewrite = overtaken || concerned(again, head, composed) || (refresh === true && head?.l === 1);
    if (head && !isGone(head) && head.d === digestOf(composed) && !rewrite) continue;
    work.push(async () => note(own, await placeEvent(context, { cell, head, rewrite, touched }, composed)));
  }
  for (const [own, head] of state.heads) {
    if (wanted.has(own)) continue;
    const overtaken = written.has(own) && written.get(own) !== Number(head.n);
    if (isGone(head) && !overtaken && !concerned(again, head)) continue;
    work.push(async () =>
      note(own, await retireEvent(context, { cell, own, head, touched }, heirOf(state, own, composition))),
    );
  }
  return work;
}

/** Whether an event must be written although it seems right: always after a crash, else if it has, or had until now, one of the mentions. */
function concerned(again: SettleOptions['again'], head: Item | undefined, composed?: ComposedEvent): boolean {
  if (again === undefined || typeof again === 'boolean') return again ?? false;
  const had = head ? [...idsIn(head.m), ...idsIn(head.q)] : [];
  return [...had, ...(composed?.members ?? []), ...(composed?.guests ?? [])].some((id) => again.has(id));
}

/** The event that the evidence of a vanished one is in now. */
function heirOf(state: CellState, own: string, composition: Composition): string | undefined {
  const into = state.edits.find((edit) => edit.own === own)?.into;
  if (into !== undefined) return into;
  return composition.events.find(({ members }) => members.includes(own))?.event.id;
}
