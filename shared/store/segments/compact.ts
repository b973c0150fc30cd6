import { giveWay } from '../give-way.ts';
import { keys } from '../keys.ts';
import { FACET_KINDS } from '../lists/facet-lists.ts';
import type { StoreContext } from '../store-context.ts';
import { type Manifest, readManifest, type SegmentInfo, writeManifest } from './manifest.ts';
import { blocksOf, compareTerms, rowsOfSegment } from './segment.ts';
import { type IndexedPosting, inOrder, type TermRow } from './term-row.ts';
import { topTerm } from './terms.ts';
import {
  facetOf,
  levelOf,
  MOST_ENTRIES,
  MOST_TOP,
  partsOfName,
  putBlocks,
  putSegment,
  segmentName,
} from './write-segment.ts';

/** This many segments of a level are merged into one of the next, which bounds the segments read for a term. */
const FAN_IN = 5;
/** This many consecutive segments are merged whatever their levels are. */
const MOST_IN_A_STRETCH = 4 * FAN_IN;

/** Facets that a compaction found to be frequent, for the code that gives them lists. */
export interface Frequent {
  readonly kind: (typeof FACET_KINDS)[number];
  readonly id: string;
  readonly count: number;
}

/**
 * Merges segments of a level that has too many. Queries return the same before and after, and an interrupted compaction
 * is repeated: the new segment counts once the manifest lists it. Replaced segments are removed by the next compaction,
 * since readers with the older manifest still use them.
 *
 * @param between Called now and then: a batch may be folded there.
 * @param least Facets with at least this many events in the new segment are returned.
 * @returns Those facets; `undefined` if there was nothing to do.
 */
export async function compactOnce(
  context: StoreContext,
  collection: string,
  between: () => Promise<void>,
  least: number,
): Promise<readonly Frequent[] | undefined> {
  const manifest = await readManifest(context, collection, { consistent: true });
  if (manifest.replaced.length > 0) await removeReplaced(context, collection, manifest, between);
  const run = runOf(manifest.segments);
  if (!run) return undefined;
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return undefined;
  const isOldest = manifest.segments[0] === first;
  const frequent: Frequent[] = [];
  const note = ({ term, net }: TermRow) => {
    const facet = net >= least ? facetOf(term) : undefined;
    if (facet) frequent.push({ ...facet, count: net });
  };
  const rows = mergedRows(context, collection, run, isOldest, note);
  const segment = await putMerged(context, collection, run, rows, between);
  await between();
  // A batch that was folded meanwhile has added its segment at the end.
  const now = await readManifest(context, collection, { consistent: true });
  const at = now.segments.findIndex((segment) => segment.name === first.name);
  const next: Manifest = {
    segments: now.segments.toSpliced(at, run.length, segment),
    replaced: run.map((segment) => segment.name),
  };
  await writeManifest(context, collection, next);
  return frequent;
}

/**
 * Segments that follow each other and are to be made one: a stretch of segments up to some level that has enough of just that level, or very many in
 * all. Larger ones are left alone, so a small batch (a takedown) never has a large segment written again.
 */
export function runOf(segments: readonly SegmentInfo[]): readonly SegmentInfo[] | undefined {
  for (const level of [...new Set(segments.map((one) => one.level))].sort((a, b) => a - b)) {
    let stretch: SegmentInfo[] = [];
    for (const segment of [...segments, undefined]) {
      if (segment && segment.level <= level) stretch.push(segment);
      else {
        const same = stretch.filter((one) => one.level === level);
        if (same.length >= FAN_IN || stretch.length >= MOST_IN_A_STRETCH) return stretch;
        stretch = [];
      }
    }
  }
  return undefined;
}

async function putMerged(
  context: StoreContext,
  collection: string,
  run: readonly SegmentInfo[],
  rows: AsyncGenerator<TermRow>,
  between: () => Promise<void>,
): Promise<SegmentInfo> {
  const parts = run.map(({ name }) => partsOfName(name));
  // One compaction more than its parts have been through: a name that no other segment has.
  const merges = Math.max(...parts.map((one) => one.merges)) + 1;
  const nameOf = (hasTable: boolean) => segmentName(parts.at(-1)?.number ?? '', hasTable, merges);
  const entries = run.reduce((sum, { events }) => sum + (events ?? Number.POSITIVE_INFINITY), 0);
  if (entries <= MOST_ENTRIES) {
    const all: TermRow[] = [];
    for await (const row of rows) {
      await giveWay();
      all.push(row);
    }
    return putSegment(context, collection, nameOf, all, between);
  }
  const name = nameOf(false);
  return { name, level: levelOf(await putBlocks(context, blocksOf(collection, name, rows), between)) };
}

async function removeReplaced(
  context: StoreContext,
  collection: string,
  manifest: Manifest,
  between: () => Promise<void>,
): Promise<void> {
  const { table } = context;
  for (const segment of manifest.replaced) {
    let some: { pk: string; sk: string }[] = [];
    for await (const { pk, sk } of table.rangeAll({ pk: keys.segment(collection, segment), consistent: true })) {
      some.push({ pk, sk });
      if (some.length < 100) continue;
      await between();
      await table.writeMany([], some);
      some = [];
    }
    await table.writeMany([], some);
  }
  const { segments } = await readManifest(context, collection, { consistent: true });
  await writeManifest(context, collection, { segments, replaced: [] });
}

/** The rows of several segments as one: the newest word on each event, counts summed. */
async function* mergedRows(
  { table }: StoreContext,
  collection: string,
  run: readonly SegmentInfo[],
  isOldest: boolean,
  note: (row: TermRow) => void,
): AsyncGenerator<TermRow> {
  const sources = run.map(({ name }) => rowsOfSegment(table, collection, name));
  const heads = await Promise.all(sources.map(async (source) => (await source.next()).value as TermRow | undefined));
  const tops = new Map<string, [string, string, number][]>();
  for (;;) {
    let term: string | undefined;
    for (const head of heads) if (head && (term === undefined || compareTerms(head.term, term) < 0)) term = head.term;
    if (term === undefined) break;
    const same: TermRow[] = [];
    for (const [n, head] of heads.entries()) {
      if (head?.term !== term) continue;
      same.push(head);
      heads[n] = (await sources[n]?.next())?.value as TermRow | undefined;
    }
    const row = mergeRows(same, isOldest);
    const facet = facetOf(term);
    if (facet && row.name !== undefined) {
      const most = tops.get(facet.kind) ?? [];
      most.push([facet.id, row.name, row.net]);
      if (most.length > 20 * MOST_TOP) most.sort((a, b) => b[2] - a[2]).splice(MOST_TOP);
      tops.set(facet.kind, most);
    }
    note(row);
    if (term.startsWith(topTerm('' as never))) {
      const kind = FACET_KINDS.find((one) => topTerm(one) === term);
      const top = (tops.get(kind ?? '') ?? []).sort((a, b) => b[2] - a[2]).slice(0, MOST_TOP);
      if (top.length > 0) yield { term, net: 0, postings: [], top };
    } else if (row.net !== 0 || row.postings.length > 0) yield row;
  }
}

/** What several rows of one term say together, oldest first. @param isOldest Nothing older is left that a `gone` would be about. */
export function mergeRows(rows: readonly TermRow[], isOldest: boolean): TermRow {
  const newest = rows.at(-1);
  if (rows.length === 1 && newest && !isOldest) return newest;
  const postings = new Map<string, IndexedPosting>();
  for (const row of rows) for (const posting of row.postings) postings.set(posting.id, posting);
  const kept = [...postings.values()].filter(({ gone }) => !gone || !isOldest);
  return {
    term: newest?.term ?? '',
    net: rows.reduce((sum, { net }) => sum + net, 0),
    name: rows.map(({ name }) => name).findLast((name) => name !== undefined),
    postings: kept.sort(inOrder),
  };
}
