import type { Facet, Store } from '../../shared/store/store.ts';
import type { TimelineQuery } from '../../shared/timeline/query.ts';
import { costOf, type Meter } from './metered-engine.ts';
import { type Spread, spread } from './reads.ts';

/** Facets are put together by how many events they have, up to these. */
const BANDS = [48, 100, 200, 400, 800, Number.POSITIVE_INFINITY];
const FACETS_OF_A_BAND = 30;
/** What the API gives without being asked, and the most that it gives. */
const BUCKETS = [50, 100];

const shown = ({ mean, p95, most }: Spread) => `${mean.toFixed(1)} (${p95.toFixed(1)}, ${most.toFixed(1)})`;

/** Prints the read units of pages of 50 and of overviews of one facet, by how many events the facet has: mean, in brackets p95 and the most. */
export async function facetCosts(store: Store, meter: Meter): Promise<void> {
  const facets = await allFacets(store);
  console.log(`| events of the facet | facets | page of 50 |${BUCKETS.map((n) => ` overview of ${n} |`).join('')}`);
  console.log(`|---|---|---|${BUCKETS.map(() => '---|').join('')}`);
  for (const [n, most] of BANDS.entries()) {
    const least = (BANDS[n - 1] ?? 24) + 1;
    const band = facets.filter(({ count }) => count >= least && count <= most);
    const step = Math.max(1, band.length / FACETS_OF_A_BAND);
    const some = band.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
    if (some.length === 0) continue;
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
    console.log(`| ${least} to ${most} | ${band.length} | ${cells.join(' | ')} |`);
  }
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
