/**
 * Precision of the most important days: `npx tsx bench/merging/importance.ts --corpus DIR`, where DIR holds folders with `articles.jsonl` and
 * `timelines.json` (see bench/digest/corpus.ts). For each subject, the share of the N most important days of its merged events that are in a
 * timeline by people, N being that timeline's number of days; the mean over its timelines.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { timelineOf } from '../../shared/events/merging/timeline-of.ts';
import { readTasks } from '../digest/corpus.ts';
import { mentionsIn } from './gold.ts';

const MOST_ARTICLES = 800;

const { values } = parseArgs({ options: { corpus: { type: 'string' } } });
const corpus = values.corpus;
if (corpus === undefined) {
  console.error('usage: npx tsx bench/merging/importance.ts --corpus DIR');
  process.exit(2);
}
const means = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const tasks = readTasks([join(corpus, name)]);
    const articles = [...new Map(tasks.flatMap((task) => task.articles).map((one) => [one.id, one])).values()];
    const ranked = timelineOf('main', mentionsIn(articles.slice(0, MOST_ARTICLES)))
      .filter(({ date }) => date.precision === 'day')
      .sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1));
    const shares = tasks.map(({ reference, from, to }) => {
      const days = new Set(ranked.map(({ date }) => date.start).filter((day) => day >= from && day <= to));
      return [...days].slice(0, reference.size).filter((day) => reference.has(day)).length / reference.size;
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    console.log(`${name}: ${mean.toFixed(3)} over ${tasks.length} timelines`);
    return mean;
  });
console.log(`mean: ${(means.reduce((sum, mean) => sum + mean, 0) / means.length).toFixed(3)}`);
