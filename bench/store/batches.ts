/**
 * Write units of the store for real articles folded in batches of a fixed size, without the service around it: the same on every machine and
 * at any load.
 *
 * npx tsx bench/store/batches.ts --corpus DIR [--articles 1000] [--batch 60] [--takedowns 48] [--together 8] [--cache FILE] [--facets] [--read 40]
 *
 * --facets asks for pages and overviews of single facets after the import. --read has readers ask for pages of so many facets after each batch, the
 * most frequent ones that have no list yet, so that the following batches keep lists of them. FILE caches the extracted events between runs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Extracted, extractFrom } from '../../shared/application/extraction.ts';
import { identifyArticle } from '../../shared/ingest/identify-article.ts';
import { builderOf } from '../../shared/store/builder/builder.ts';
import { openStore } from '../../shared/store/open-store.ts';
import type { NewArticle } from '../../shared/store/store.ts';
import { contextOf } from '../../shared/store/table-context.ts';
import { corpusArticles } from './corpus.ts';
import { facetCosts, readFacets } from './facet-reads.ts';
import { costOf, meteredEngine } from './metered-engine.ts';
import { type KindUnits, printKinds, writeMeter } from './write-meter.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    articles: { type: 'string', default: '1000' },
    batch: { type: 'string', default: '60' },
    takedowns: { type: 'string', default: '48' },
    together: { type: 'string', default: '8' },
    cache: { type: 'string' },
    facets: { type: 'boolean', default: false },
    read: { type: 'string', default: '0' },
  },
});
if (values.corpus === undefined) throw new RangeError('--corpus DIR');

interface Read {
  readonly article: NewArticle;
  readonly found: Extracted;
}

async function readArticles(corpus: string): Promise<readonly Read[]> {
  if (values.cache !== undefined && existsSync(values.cache)) return JSON.parse(readFileSync(values.cache, 'utf8'));
  const read: Read[] = [];
  for (const { text, publishedAt, source, id } of corpusArticles(corpus, Number(values.articles))) {
    const url = `https://${source.replace(/\W+/g, '-')}.example/${encodeURIComponent(id)}`;
    const article = identifyArticle({ collection: 'main', text, publishedAt, source, url });
    read.push({ article, found: await extractFrom(article) });
  }
  if (values.cache !== undefined) writeFileSync(values.cache, JSON.stringify(read));
  return read;
}

const all = await readArticles(values.corpus);
const { engine, client, meter } = await meteredEngine();
const writes = writeMeter();
client.middlewareStack.add(
  (next, context) => (request) => {
    writes.count(String(context.commandName), request.input as never);
    return next(request);
  },
  { step: 'initialize', priority: 'high' },
);
const options = { client, tableName: await engine.table(), now: () => new Date().toISOString() };
const store = openStore(options);
const { articles, fold } = store;
const builder = builderOf(contextOf(options));

const facetsRead = new Set<string>();
const imported = { read: 0, written: 0, requests: 0, seconds: 0 };
for (let i = 0; i < all.length; i += Number(values.batch)) {
  const some = all.slice(i, i + Number(values.batch));
  const cpu = process.cpuUsage();
  const batch = await costOf(meter, async () => {
    await Promise.all(some.map(({ article }) => articles.accept(article)));
    await Promise.all(some.map(({ article, found }) => articles.complete(article.id, article.contentHash, found, '1')));
    await fold();
  });
  const { user, system } = process.cpuUsage(cpu);
  imported.read += batch.read;
  imported.written += batch.written;
  imported.requests += batch.requests;
  imported.seconds += (user + system) / 1e6;
  if (Number(values.read) > 0) await readFacets(store, facetsRead, Number(values.read));
}
const importKinds: ReadonlyMap<string, KindUnits> = structuredClone(writes.kinds);
if (values.facets) await facetCosts(store, meter);
writes.reset();
const latencies: number[] = [];
const removed = await costOf(meter, async () => {
  for (let i = 0; i < Number(values.takedowns); i += Number(values.together)) {
    const some = all.slice(i, Math.min(i + Number(values.together), Number(values.takedowns)));
    const begun = performance.now();
    await Promise.all(some.map(({ article }) => articles.remove(article.id)));
    await builder.fold();
    latencies.push(performance.now() - begun);
  }
});
console.log('| | WCU | RCU | requests | processor of the store, ms |\n|---|---|---|---|---|');
const line = (units: typeof imported | typeof removed, each: number) =>
  [units.written, units.read, units.requests].map((sum) => (sum / each).toFixed(1)).join(' | ');
console.log(`| an article | ${line(imported, all.length)} | ${((imported.seconds * 1000) / all.length).toFixed(1)} |`);
console.log(`| a takedown | ${line(removed, Number(values.takedowns))} | |`);
console.log(`longest of ${values.together} takedowns folded together: ${Math.max(...latencies).toFixed(0)} ms`);
printKinds('an article', importKinds, all.length);
printKinds('a takedown', writes.kinds, Number(values.takedowns));
await engine.stop();
