/**
 * Memory while a million articles stream through the extractor: the heap after a collection, every tenth of the way.
 *
 * Usage: node --expose-gc --import tsx bench/extraction/memory.ts --corpus DIR [--articles N] [--distinct N]
 * The corpus' articles are repeated under new ids, each with words of its own, so that no cache helps.
 */
import { extractEvents } from '../../shared/events/extract.ts';
import { corpusArticles } from './corpus.ts';

const argument = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const total = Number(argument('--articles', '1000000'));
const distinct = corpusArticles(argument('--corpus', '.'), Number(argument('--distinct', '500'))).map((article) => ({
  ...article,
  // short ones, so that a million are done in minutes: memory grows by articles and names, not by their length
  text: article.text.slice(0, 250),
}));
const collect = (globalThis as { gc?: () => void }).gc;
if (!collect) throw new RangeError('run with --expose-gc');

let events = 0;
const began = process.cpuUsage();
for (let i = 0; i < total; i++) {
  const article = distinct[i % distinct.length] as (typeof distinct)[number];
  events += extractEvents({
    ...article,
    id: `article-${i}`,
    text: `${article.text} Witness ${i.toString(36)}son left on Friday.`,
  }).events.length;
  if ((i + 1) % Math.ceil(total / 10) === 0) {
    collect();
    const { heapUsed, rss } = process.memoryUsage();
    console.log(
      `${i + 1} articles: heap ${(heapUsed / 1e6).toFixed(1)} MB after collection, resident ${(rss / 1e6).toFixed(0)} MB`,
    );
  }
}
const { user, system } = process.cpuUsage(began);
console.log(`${events} events, ${((user + system) / 1e6).toFixed(0)} s of processor time`);
