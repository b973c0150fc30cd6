import type { ComposedEvent } from '../../events/merging/compose-events.ts';
import { dayNumber } from '../../time/day.ts';
import { type Key, keys } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import { epochSeconds, type StoreContext } from '../stored.ts';
import type { Item } from '../table-access.ts';
import type { TouchedDays } from '../tiles/touched.ts';
import { digestOf, headEvent, headItem, indexedEvent, isGone, isHidden, packedEvent } from './cell.ts';
import { entryFields } from './entry-item.ts';
import { type IndexedEvent, toPayload } from './event-payload.ts';
import { entryKeysOf, listsOf, widthClassOf } from './lists.ts';

/** Entries a head had before are remembered this long: whoever settles the cell again takes out what a late writer put back. */
const STALE_SECONDS = 24 * 3600;
/** Entries show a growing count of mentions when it has grown by so much, or when a sweep passes. */
const GROWTH = 2;

/** Where an event is put, and what is known of it there. */
export interface Placing {
  readonly cell: string;
  readonly head: Item | undefined;
  /** Entries are written even where the head seems right. */
  readonly rewrite: boolean;
  readonly touched: TouchedDays | undefined;
}

/**
 * Makes a head and its entries what the event is. The head goes first and remembers which entries must go: whoever comes after a death on
 * the way finds in it all there is to do.
 *
 * @returns The head's version, or `undefined` where somebody else changed it meanwhile (then nothing was written).
 */
export async function placeEvent(
  context: StoreContext,
  { cell, head, rewrite, touched }: Placing,
  composed: ComposedEvent,
): Promise<number | undefined> {
  const right = head !== undefined && !isGone(head) && head.d === digestOf(composed);
  const version = right ? Number(head.n) : Number(head?.n ?? 0) + 1;
  const event = indexedEvent(composed);
  const entries = composed.hidden ? [] : entryKeysOf(event);
  const stale = staleKeys(context, cell, head, entries);
  const lags = !rewrite && head !== undefined && mayLag(cell, head, composed);
  if (!right || (head.l === 1 && !lags)) {
    const item = {
      ...headItem(cell, composed, version),
      ...(stale.length > 0 ? { s: pack(stale) } : {}),
      ...(lags ? { l: 1 } : {}),
    };
    if (!(await putVersion(context, item, head))) return undefined;
  }
  const before =
    lags && head ? new Set(entryKeysOf(headEvent(cell, head)).map(({ pk, sk }) => `${pk}\n${sk}`)) : undefined;
  const fresh = before ? entries.filter(({ pk, sk }) => !before.has(`${pk}\n${sk}`)) : entries;
  await admit(context, event, fresh);
  const fields = entryFields(event, packedEvent(composed));
  const removals = stale.map(([pk, sk]) => ({ pk, sk }));
  await context.table.writeMany(
    fresh.map((key) => ({ ...key, ...fields })),
    removals,
  );
  touched?.note([...fresh, ...removals]);
  return version;
}

/** Empties the head of an event that has no mentions any more, then takes out its entries. @param movedTo Where its evidence went. */
export async function retireEvent(
  context: StoreContext,
  { cell, own, head, touched }: Pick<Placing, 'cell' | 'touched'> & { readonly own: string; readonly head: Item },
  movedTo: string | undefined,
): Promise<number | undefined> {
  const stale = staleKeys(context, cell, head, []);
  const version = isGone(head) ? Number(head.n) : Number(head.n) + 1;
  if (!isGone(head)) {
    const emptied = {
      ...keys.head(cell, own),
      c: head.c,
      n: version,
      g: 1,
      s: pack(stale),
      ...(movedTo ? { to: movedTo } : { expires: epochSeconds(context.now()) + STALE_SECONDS }),
    };
    if (!(await putVersion(context, emptied, head))) return undefined;
  }
  const removals = stale.map(([pk, sk]) => ({ pk, sk }));
  await context.table.writeMany([], removals);
  touched?.note(removals);
  return version;
}

/** What readers look up before they find an entry is there before the entry is. */
async function admit(context: StoreContext, event: IndexedEvent, entries: readonly Key[]): Promise<void> {
  if (entries.length === 0) return;
  const widthClass = widthClassOf(dayNumber(event.date.end) - dayNumber(event.date.start) + 1);
  await Promise.all([
    context.catalog.admit(event),
    widthClass > 0 ? context.census.admit(listsOf(event), widthClass) : undefined,
  ]);
}

async function putVersion({ table }: StoreContext, item: Item, head: Item | undefined): Promise<boolean> {
  const { stored } = await table.put(
    item,
    head ? { expression: 'n = :n', values: { ':n': head.n } } : { expression: 'attribute_not_exists(pk)' },
  );
  return stored;
}

/** Fields of a payload that grow with every mention: importance, confidence, mentions, sources. */
const GROWING = [5, 6, 7, 8];
const MENTIONS = 7;

/** Whether entries may show the event as it was until the next sweep: nothing but its counts has grown, and those not by much. */
function mayLag(cell: string, head: Item, composed: ComposedEvent): boolean {
  if (isGone(head) || isHidden(head) || composed.hidden) return false;
  const [before, after] = [toPayload(headEvent(cell, head)), toPayload(indexedEvent(composed))];
  const steady = (payload: readonly unknown[]) => JSON.stringify(payload.map((v, i) => (GROWING.includes(i) ? 0 : v)));
  const step = (payload: readonly unknown[]) => Math.floor(Math.log(Number(payload[MENTIONS])) / Math.log(GROWTH));
  return (
    Number(after[MENTIONS]) >= Number(before[MENTIONS]) &&
    step(after) === step(before) &&
    steady(before) === steady(after)
  );
}

type Stale = readonly [pk: string, sk: string, sinceSeconds: number];

/** Entries to take out: what the head had until now and what it had lately, less what it has from now on. */
export function staleKeys(
  context: StoreContext,
  cell: string,
  head: Item | undefined,
  entries: readonly Key[],
): readonly Stale[] {
  if (!head) return [];
  const since = epochSeconds(context.now());
  const had = isGone(head) || isHidden(head) ? [] : entryKeysOf(headEvent(cell, head));
  const lately =
    head.s === undefined ? [] : (unpack(head.s) as Stale[]).filter(([, , at]) => at > since - STALE_SECONDS);
  const kept = new Set(entries.map(({ pk, sk }) => `${pk}\n${sk}`));
  const all = [...had.map(({ pk, sk }) => [pk, sk, since] as const), ...lately];
  return [...new Map(all.map((one) => [`${one[0]}\n${one[1]}`, one])).entries()]
    .filter(([name]) => !kept.has(name))
    .map(([, one]) => one);
}

/** Entries that a head had lately and may still be found in lists, if a writer died. */
export const lateEntries = (head: Item): readonly Key[] =>
  head.s === undefined ? [] : (unpack(head.s) as Stale[]).map(([pk, sk]) => ({ pk, sk }));
