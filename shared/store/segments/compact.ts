import { keys } from '../keys.ts';
import { FACET_KINDS } from '../lists/facet-lists.ts';
import type { StoreContext } from '../stored.ts';
import { type Manifest, readManifest, type SegmentInfo, writeManifest } from './manifest.ts';
import { blocksOf, compareTerms, type IndexedPosting, rowsOfSegment, type TermRow } from './segment.ts';
import { topTerm } from './terms.ts';
import { facetOf, inOrder, MOST_TOP, putBlocks } from './write-segment.ts';

/** So many segments of a level are made one of the next: a term is looked up in a few segments a level at most. */
const FAN_IN = 5;

/** Facets that a compaction found to be frequent, for the code that gives them lists. */
export interface Frequent {
  readonly kind: (typeof FACET_KINDS)[number];
  readonly id: string;
  readonly count: number;
}

/**
 * Makes one segment of several where a level has too many. Answers are the same before and after, and a compaction that dies is done again: the new
 * segment counts once the manifest names it. What it replaces is removed by the next compaction: readers that hold the older manifest still find it.
 *
 * @param between Called now and then while it goes on.
 * @param least Facets that one new segment has at least so many events of are told.
 * @returns Those facets; `undefined` where there was nothing to do.
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
  if (!run) return manifest.replaced.length > 0 ? [] : undefined;
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return undefined;
  const name = `${last.name}^${last.level + 1}`;
  const isOldest = manifest.segments[0] === first;
  const frequent: Frequent[] = [];
  const note = ({ term, net }: TermRow) => {
    const facet = net >= least ? facetOf(term) : undefined;
    if (facet) frequent.push({ ...facet, count: net });
  };
  const rows = mergedRows(context, collection, run, isOldest, note);
  await putBlocks(context, blocksOf(collection, name, rows), between);
  await between();
  const at = manifest.segments.indexOf(first);
  const next: Manifest = {
    segments: manifest.segments.toSpliced(at, run.length, { name, level: last.level + 1 }),
    replaced: run.map((segment) => segment.name),
  };
  await writeManifest(context, collection, next);
  return frequent;
}

/** Segments of one level that follow each other, enough to be made one. Levels never rise from old to new. */
function runOf(segments: readonly SegmentInfo[]): readonly SegmentInfo[] | undefined {
  for (let level = 0; level <= Math.max(0, ...segments.map((one) => one.level)); level++) {
    const run = segments.filter((one) => one.level === level);
    if (run.length >= FAN_IN) return run;
  }
  return undefined;
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
  await writeManifest(context, collection, { ...manifest, replaced: [] });
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
