/** npx tsx bench/store/write-costs.ts */
import { writeCosts } from './writes.ts';

const costs = await writeCosts();
for (const [what, units] of Object.entries(costs)) console.log(`${what.padEnd(24)} ${units.toFixed(2)}`);
