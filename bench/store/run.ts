/**
 * The cost of reads in DynamoDB's billing units, as counted by the engine; the cost of writes is measured on real articles (real.ts).
 *
 * npx tsx bench/store/run.ts [--sizes 1000,10000,100000,1000000] [--lists]
 *
 * --lists leaves out the index and its queries: a tenth of the time.
 */

import { listOf } from '../../shared/store/lists/facet-lists.ts';
import { openStore } from '../../shared/store/open-store.ts';
import { contextOf } from '../../shared/store/table-context.ts';
import { FACET, fill } from './bulk.ts';
import { benchEvents } from './events.ts';
import { meteredEngine } from './metered-engine.ts';
import { overviewCosts, pageCosts, type Spread, searchCosts, spread } from './reads.ts';

const sizes = (argument('--sizes') ?? '1000,10000,100000').split(',').map(Number);
const onlyLists = process.argv.includes('--lists');

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const shown = ({ mean, p95, most }: Spread) => `${mean.toFixed(1)} (p95 ${p95.toFixed(1)}, most ${most.toFixed(1)})`;

async function main() {
  console.log(
    '| events | page of 50, all | page of 50, one facet | overview, all | overview, one facet | two facets | two words |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const size of sizes) {
    const { engine, client, meter } = await meteredEngine();
    const options = { client, tableName: await engine.table(), now: () => '2026-01-01T00:00:00.000Z' };
    await fill(contextOf(options), benchEvents(size), [listOf('main'), listOf('main', FACET)], {
      index: !onlyLists,
    });
    const store = openStore(options);
    const costs = {
      pages: await pageCosts(store, meter, false),
      facetPages: await pageCosts(store, meter, true),
      overviews: await overviewCosts(store, meter, false),
      facetOverviews: await overviewCosts(store, meter, true),
      facets: onlyLists ? [] : await searchCosts(store, meter, 'facets'),
      words: onlyLists ? [] : await searchCosts(store, meter, 'words'),
    };
    const cells = [costs.pages, costs.facetPages, costs.overviews, costs.facetOverviews, costs.facets, costs.words].map(
      (measured) => (measured.length === 0 ? '–' : shown(spread(measured))),
    );
    console.log(`| ${size.toLocaleString('en')} | ${cells.join(' | ')} |`);
    await engine.stop();
  }
}

await main();
