import { DatelineError } from '../../kernel/dateline-error.ts';
import { dayNumber } from '../../time/day.ts';
import { type Key, keys } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import { epochSeconds, type StoreContext } from '../stored.ts';
import type { Item } from '../table-access.ts';
import { type DesiredEvent, desiredEvents, digestOf, type Edit, headEvent, headItem, mentionOf } from './cell.ts';
import { type CensusAccess, censusOf } from './census.ts';
import { toPayload } from './event-payload.ts';
import { type FacetCatalog, facetCatalog } from './facet-catalog.ts';
import { entryKeysOf, listsOf, widthClassOf } from './lists.ts';

/** Everything in a cell's partition, read at once. */
export interface CellState {
  readonly mentions: readonly Item[];
  readonly heads: ReadonlyMap<string, Item>;
  readonly edits: readonly Edit[];
}

/** Entries a head had before are remembered this long: whoever settles the cell again takes out what a late writer put back. */
const STALE_SECONDS = 24 * 3600;
const PASSES = 12;

/**
 * Makes the events of a cell what its mentions and edits say, and the lists what the events say.
 *
 * Every worker reads, compares, writes and reads again until nothing is left to write. Heads change only from the version that was read, and
 * whoever finds that a head moved on after he wrote its entries writes them again from the newer head. So the last reader of all mentions has the
 * last word, whatever else was going on; a worker that dies on the way is followed by the redelivery of its article, which settles with `again`.
 */
export function settler(context: StoreContext) {
  const { table } = context;
  const census = censusOf(context);
  const catalog = facetCatalog(context);

  async function stateOf(cell: string): Promise<CellState> {
    const mentions: Item[] = [];
    const heads = new Map<string, Item>();
    const edits: Edit[] = [];
    for await (const item of table.rangeAll({ pk: keys.cell(cell), consistent: true })) {
      if (item.sk.startsWith('m|')) mentions.push(item);
      else if (item.sk.startsWith('e|')) heads.set(item.sk.slice(2), item);
      else if (item.sk.startsWith('p|')) edits.push({ ...(item.v as Omit<Edit, 'id'>), id: item.sk.slice(2) });
    }
    return { mentions, heads, edits };
  }

  /** @param again Also writes what seems right already: an earlier attempt may have died between a head and its entries. */
  async function settle(cell: string, again: boolean): Promise<void> {
    const written = new Map<string, number>();
    for (let pass = 0; pass < PASSES; pass++) {
      const state = await stateOf(cell);
      const desired = desiredEvents(cell, state.mentions.map(mentionOf), state.edits);
      const wanted = new Map(desired.map((one) => [one.event.id.slice(11), one]));
      const work: Promise<boolean>[] = [];
      for (const [own, one] of wanted) {
        const head = state.heads.get(own);
        const overtaken = written.has(own) && written.get(own) !== Number(head?.n);
        const rewrite = overtaken || (again && pass === 0);
        if (head && !isGone(head) && head.d === digestOf(one) && !rewrite) continue;
        work.push(place(context, { cell, own, head, one, written, census, catalog }));
      }
      for (const [own, head] of state.heads) {
        if (wanted.has(own)) continue;
        const overtaken = written.has(own) && written.get(own) !== Number(head.n);
        if (isGone(head) && !overtaken && !(again && pass === 0)) continue;
        work.push(retire(context, { cell, own, head, written }));
      }
      if (work.length === 0) return;
      await Promise.all(work);
    }
    throw new DatelineError('store.busy', 'Too many writers on the same events just now.');
  }

  return { settle, stateOf, census, catalog };
}

const isGone = (head: Item): boolean => head.g === 1;

interface Placing {
  readonly cell: string;
  readonly own: string;
  readonly head: Item | undefined;
  readonly one: DesiredEvent;
  readonly written: Map<string, number>;
  readonly census: CensusAccess;
  readonly catalog: FacetCatalog;
}

/** Writes a head, then its entries. @returns whether the head was still the one that was read. */
async function place(context: StoreContext, { cell, own, head, one, written, census, catalog }: Placing) {
  const { table } = context;
  const keep = head && !isGone(head) && head.d === digestOf(one);
  const version = keep ? Number(head.n) : Number(head?.n ?? 0) + 1;
  const entries = one.hidden ? [] : entryKeysOf(one.event);
  const stale = staleKeys(context, cell, head, entries);
  if (!keep) {
    const item = { ...headItem(cell, one, version), ...(stale.length > 0 ? { s: pack(stale) } : {}) };
    if (!(await putVersion(context, item, head))) return false;
  }
  if (!one.hidden) {
    const width = dayNumber(one.event.date.end) - dayNumber(one.event.date.start) + 1;
    const widthClass = widthClassOf(width);
    if (widthClass > 0) await Promise.all(listsOf(one.event).map((list) => census.admit(list, widthClass, width)));
    await catalog.admit(one.event);
  }
  const v = pack(toPayload({ ...one.event, evidence: one.event.evidence.slice(0, 1) }));
  await table.writeMany(
    entries.map((key) => ({ ...key, v })),
    stale.map(([pk, sk]) => ({ pk, sk })),
  );
  written.set(own, version);
  return true;
}

/** Empties the head of an event that has no mentions any more, then takes out its entries. */
async function retire(
  context: StoreContext,
  { cell, own, head, written }: { cell: string; own: string; head: Item; written: Map<string, number> },
) {
  const stale = staleKeys(context, cell, head, []);
  const version = isGone(head) ? Number(head.n) : Number(head.n) + 1;
  if (!isGone(head)) {
    const emptied = {
      ...keys.head(cell, own),
      c: head.c,
      n: version,
      g: 1,
      s: pack(stale),
      expires: epochSeconds(context.now()) + STALE_SECONDS,
    };
    if (!(await putVersion(context, emptied, head))) return false;
  }
  await context.table.writeMany(
    [],
    stale.map(([pk, sk]) => ({ pk, sk })),
  );
  written.set(own, version);
  return true;
}

async function putVersion({ table }: StoreContext, item: Item, head: Item | undefined): Promise<boolean> {
  const { stored } = await table.put(
    item,
    head ? { expression: 'n = :n', values: { ':n': head.n } } : { expression: 'attribute_not_exists(pk)' },
  );
  return stored;
}

type Stale = readonly [pk: string, sk: string, sinceSeconds: number];

/** Entries to take out: what the head had until now and what it had lately, less what it has from now on. */
function staleKeys(
  context: StoreContext,
  cell: string,
  head: Item | undefined,
  entries: readonly Key[],
): readonly Stale[] {
  if (!head) return [];
  const since = epochSeconds(context.now());
  const had = isGone(head) || head.h === 1 ? [] : entryKeysOf(headEvent(cell, head));
  const lately =
    head.s === undefined ? [] : (unpack(head.s) as Stale[]).filter(([, , at]) => at > since - STALE_SECONDS);
  const kept = new Set(entries.map(({ pk, sk }) => `${pk}\n${sk}`));
  const all = [...had.map(({ pk, sk }) => [pk, sk, since] as const), ...lately];
  return [...new Map(all.map((one) => [`${one[0]}\n${one[1]}`, one])).entries()]
    .filter(([name]) => !kept.has(name))
    .map(([, one]) => one);
}
