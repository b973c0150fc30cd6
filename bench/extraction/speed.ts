/**
 * Speed of extraction from plain text, and of the tagger alone, and the cost of a million articles on Lambda at that rate.
 *
 * Usage: npx tsx bench/extraction/speed.ts --corpus DIR [--articles N] [--rounds N]
 * DIR holds .tml and articles.jsonl files (any depth). Processor time, not wall-clock time, so that a busy machine changes little;
 * one process, after one round to warm up.
 */
import { extractEvents } from '../../shared/events/extract.ts';
import { tag } from '../../shared/tagging/tag.ts';
import { type CorpusArticle, corpusArticles } from './corpus.ts';

const argument = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};

const articles = corpusArticles(argument('--corpus', '.'), Number(argument('--articles', '1500')));
const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
const rounds = Number(argument('--rounds', '3'));

function rate(work: (article: CorpusArticle) => void): number {
  for (const article of articles) work(article);
  const began = process.cpuUsage();
  for (let round = 0; round < rounds; round++) for (const article of articles) work(article);
  const { user, system } = process.cpuUsage(began);
  return (characters * rounds) / ((user + system) / 1e6);
}

let events = 0;
const tagger = rate(({ text, publishedAt }) => void tag(text, publishedAt ? { dct: publishedAt.slice(0, 10) } : {}));
const extractor = rate((article) => {
  events += extractEvents(article).events.length;
});
const perArticle = characters / articles.length;
const millions = (n: number): string => `${(n / 1e6).toFixed(2)} M characters/s`;
console.log(
  `${articles.length} articles, ${characters} characters, ${Math.round(perArticle)} each; ${(events / (rounds + 1) / articles.length).toFixed(1)} events each`,
);
console.log(`tagger alone    ${millions(tagger)}`);
console.log(`text to events  ${millions(extractor)}  (${(tagger / extractor).toFixed(1)} times the tagger's time)`);

/** Lambda arm64 in us-east-1, November 2026: per GB-second and per million requests, USD. */
const GB_SECOND = 0.0000133334;
const MILLION_REQUESTS = 0.2;
const GIGABYTES = 1;
/** A function of 1 GB has 0.58 of a core (1,769 MB is one), and arm64 cores are assumed to be as fast as this one. */
const CORE_SHARE = 1024 / 1769;
const secondsEach = perArticle / extractor / CORE_SHARE;
const compute = secondsEach * 1e6 * GIGABYTES * GB_SECOND;
console.log(
  `a million such articles: ${((perArticle * 1e6) / extractor / 60).toFixed(1)} minutes of one core; on Lambda at 1 GB (0.58 core): ` +
    `${(secondsEach * 1000).toFixed(1)} ms each × 10⁶ × 1 GB × $${GB_SECOND} = $${compute.toFixed(2)}, and $${(MILLION_REQUESTS / 10).toFixed(2)} for 100,000 batches of ten`,
);
