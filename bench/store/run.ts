/**
 * What reading and writing cost, in the units DynamoDB bills, as the engine counts them.
 *
 * npx tsx bench/store/run.ts [--sizes 1000,10000,100000]
 */

import { listOf } from '../../shared/store/events/lists.ts';
import { contextOf, openStore } from '../../shared/store/open-store.ts';
import { FACET, fill } from './bulk.ts';
import { benchEvents } from './events.ts';
import { meteredEngine } from './metered-engine.ts';
import { overviewCosts, pageCosts, type Spread, spread } from './reads.ts';

/** Beyond this only the facet's list is filled: a million events are in its counts, a tenth of them in its list. */
const MOST_WHOLE = 200_000;

const sizes = (argument('--sizes') ?? '1000,10000,100000').split(',').map(Number);

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const shown = ({ mean, p95, most }: Spread) => `${mean.toFixed(1)} (p95 ${p95.toFixed(1)}, most ${most.toFixed(1)})`;

async function main() {
  console.log('| events | page of 50, all | page of 50, one facet | overview, all | overview, one facet |');
  console.log('|---|---|---|---|---|');
  for (const size of sizes) {
    const { engine, client, meter } = await meteredEngine();
    const options = { client, tableName: await engine.table(), now: () => '2026-01-01T00:00:00.000Z' };
    const whole = size <= MOST_WHOLE;
    await fill(contextOf(options), benchEvents(size), [...(whole ? [listOf('main')] : []), listOf('main', FACET)]);
    const store = openStore(options);
    const costs = {
      pages: whole ? await pageCosts(store, meter, false) : undefined,
      facetPages: await pageCosts(store, meter, true),
      overviews: whole ? await overviewCosts(store, meter, false) : undefined,
      facetOverviews: await overviewCosts(store, meter, true),
    };
    const cells = [costs.pages, costs.facetPages, costs.overviews, costs.facetOverviews].map((measured) =>
      measured === undefined ? '–' : measured.length === 0 ? 'no whole page' : shown(spread(measured)),
    );
    console.log(`| ${size.toLocaleString('en')} | ${cells.join(' | ')} |`);
    await engine.stop();
  }
}

await main();
