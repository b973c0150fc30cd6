/**
 * What reading and writing cost, in the units DynamoDB bills, as the engine counts them. A hundred thousand events fill in a minute and a
 * half, a million in a quarter of an hour.
 *
 * npx tsx bench/store/run.ts [--sizes 1000,10000,100000,1000000] [--no-writes]
 */

import { listOf } from '../../shared/store/events/lists.ts';
import { contextOf, openStore } from '../../shared/store/open-store.ts';
import { FACET, fill } from './bulk.ts';
import { benchEvents } from './events.ts';
import { meteredEngine } from './metered-engine.ts';
import { overviewCosts, pageCosts, type Spread, spread } from './reads.ts';
import { writeCosts } from './writes.ts';

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
    await fill(contextOf(options), benchEvents(size), [listOf('main'), listOf('main', FACET)]);
    const store = openStore(options);
    const costs = {
      pages: await pageCosts(store, meter, false),
      facetPages: await pageCosts(store, meter, true),
      overviews: await overviewCosts(store, meter, false),
      facetOverviews: await overviewCosts(store, meter, true),
    };
    const cells = [costs.pages, costs.facetPages, costs.overviews, costs.facetOverviews].map((measured) =>
      measured.length === 0 ? 'no whole page' : shown(spread(measured)),
    );
    console.log(`| ${size.toLocaleString('en')} | ${cells.join(' | ')} |`);
    await engine.stop();
  }
}

await main();
if (!process.argv.includes('--no-writes')) {
  const costs = await writeCosts(() => undefined);
  console.log('\n| written | WCU |\n|---|---|');
  const rows: readonly (readonly [string, number])[] = [
    ['a new event of one day, 5 facets', costs.newDayEvent],
    ['a new event wider than a day, 5 facets', costs.newWideEvent],
    ['a new event, mixed as the archive is', costs.newEvent],
    [`another mention of a known event (${costs.mentionsAnEvent.toFixed(0)} an event)`, costs.mention],
    ['completing an article, without its events', costs.article],
    ['tiles, rebuilt after each event alone', costs.tilesAnEventAlone],
    [`tiles, an event, rebuilt after ${costs.together} events`, costs.tilesAnEventTogether],
  ];
  const { alone, together } = costs.readUnderTiles;
  for (const [what, units] of rows) console.log(`| ${what} | ${units.toFixed(1)} |`);
  console.log(
    `Read under tiles: ${alone.toFixed(1)} RCU an event alone, ${together.toFixed(1)} an event after ${costs.together}.`,
  );
}
