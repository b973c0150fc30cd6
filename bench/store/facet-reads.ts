import type { Facet, Store } from '../../shared/store/store.ts';
import type { TimelineQuery } from '../../shared/timeline/query.ts';
import { costOf, type Meter } from './metered-engine.ts';
import { type Spread, spread } from './reads.ts';

/** Upper bounds of the classes of facets by number of events. */
const BANDS = [24, 48, 100, 200, 400, 800, Number.POSITIVE_INFINITY];
const FACETS_OF_A_BAND = 15;
/** The API's default page size, and its largest. */
const BUCKETS = [50, 100];

const shown = ({ mean, p95, most }: Spread) => `${mean.toFixed(1)} (${p95.toFixed(1)}, ${most.toFixed(1)})`;

/**
 * Prints the read units of pages of 50 and of overviews of one facet, by how many events the facet has: mean, in brackets p95 and the most. First
 * for the first readers of a facet, then for later ones, after the builder has made lists.
 */
export async function facetCosts(store: Store, meter: Meter): Promise<void> {
  const facets = await allFacets(store);
  const bands = BANDS.map((most, n) => {
    const least = (BANDS[n - 1] ?? 8) + 1;
    const band = facets.filter(({ count }) => count >= least && count <= most);
    const step = Math.max(1, band.length / FACETS_OF_A_BAND);
    const some = band.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
    return { name: `${least} to ${most}`, facets: band.length, some };
  }).filter(({ some }) => some.length > 0);
  for (const readers of ['first readers', 'later readers']) {
    console.log(
      `| ${readers}: events of the facet | facets | page of 50 |${BUCKETS.map((n) => ` overview of ${n} |`).join('')}`,
    );
    console.log(`|---|---|---|${BUCKETS.map(() => '---|').join('')}`);
    for (const { name, facets: all, some } of bands) {
      const pages: number[] = [];
      const overviews = BUCKETS.map((): number[] => []);
      for (const facet of some) {
        const query: TimelineQuery = { collection: 'main', ...filterOf(facet) };
        for (const order of ['asc', 'desc'] as const) {
          pages.push((await costOf(meter, () => store.events.list(query, { order, limit: 50 }))).read);
        }
        for (const [at, own] of overviews.entries()) {
          own.push((await costOf(meter, () => store.events.overview(query, BUCKETS[at] ?? 0))).read);
        }
      }
      const cells = [pages, ...overviews].map((costs) => shown(spread(costs)));
      console.log(`| ${name} | ${all} | ${cells.join(' | ')} |`);
    }
    const made = await costOf(meter, () => foldAll(store));
    console.log(`\nthe builder afterwards: ${made.read.toFixed(0)} RCU, ${made.written.toFixed(0)} WCU\n`);
  }
}

/** Requests for lists that one run of the builder serves. */
async function foldAll(store: Store): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await store.fold();
}

/** Reads a page of the most frequent facets, and lets the builder make lists of them. @param read Those that are read again and again. */
export async function readFacets(store: Store, read: Set<string>, most: number): Promise<void> {
  const facets = await store.events.facets({
    collection: 'main',
    prefix: '',
    kinds: ['entity', 'keyword', 'source'],
    limit: 2 * most,
  });
  for (const facet of facets) {
    if (read.size < most) read.add(JSON.stringify(filterOf(facet)));
  }
  for (const filter of read)
    await store.events.list({ collection: 'main', ...JSON.parse(filter) }, { order: 'asc', limit: 50 });
  await foldAll(store);
}

const filterOf = ({ kind, id }: Facet): Partial<TimelineQuery> =>
  kind === 'entity' ? { entities: [id] } : kind === 'keyword' ? { keywords: [id] } : { sources: [id] };

/** Entities and keywords with their counts, as many as names beginning with each letter tell. */
async function allFacets(store: Store): Promise<readonly Facet[]> {
  const found = new Map<string, Facet>();
  for (const prefix of ['', ...'abcdefghijklmnopqrstuvwxyz']) {
    for (const kind of ['entity', 'keyword'] as const) {
      const some = await store.events.facets({ collection: 'main', prefix, kinds: [kind], limit: 1000 });
      for (const facet of some) found.set(`${kind}|${facet.id}`, facet);
    }
  }
  return [...found.values()].sort((a, b) => a.count - b.count);
}
