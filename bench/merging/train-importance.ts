/**
 * Fits the importance of an article's event: `npx tsx bench/merging/train-importance.ts --corpus DIR --timelines DIR [--write]`. `--corpus` is the gold
 * of accuracy.ts: an event is wanted where its trigger is a mention of a cluster of importance 2 or 3. `--timelines` holds folders with
 * `articles.jsonl` and `timelines.json` (see bench/digest/corpus.ts): an event is wanted where it is dated to a day of some timeline. Prints the area
 * under the ROC curve on each topic by weights fitted without its subject, then all weights; `--write` puts them into
 * shared/events/mentions/importance-weights.ts.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PlainArticle } from '../../shared/events/event.ts';
import { frameOf, IMPORTANCE_FEATURES, importanceFeatures } from '../../shared/events/mentions/importance.ts';
import type { Mention } from '../../shared/events/merging/mention.ts';
import { readTasks } from '../digest/corpus.ts';
import { scoreOf } from './fit.ts';
import { clustersOf, mentionsIn, readTopics } from './gold.ts';
import { fitLogistic } from './logistic.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, timelines: { type: 'string' }, write: { type: 'boolean' } },
});
if (values.corpus === undefined || values.timelines === undefined) {
  console.error('usage: npx tsx bench/merging/train-importance.ts --corpus DIR --timelines DIR [--write]');
  process.exit(2);
}

/** One event of one article. */
interface Row {
  readonly subject: string;
  /** The gold that annotators made counts for more than days of timelines do. */
  readonly isGold: boolean;
  readonly features: readonly number[];
  readonly label: boolean;
}

/** How often each row of the gold counts beside one of a timeline. */
const GOLD_TIMES = 8;
const MOST_ARTICLES = 500;

const featuresIn = (
  mentions: readonly Mention[],
  articles: readonly PlainArticle[],
): readonly (readonly number[])[] => {
  const frames = new Map(
    articles.map(({ id, text, title, publishedAt }) => [id, frameOf(text, title, publishedAt?.slice(0, 10))]),
  );
  return mentions.map(({ event, articleId }) => {
    const frame = frames.get(articleId);
    if (!frame) throw new Error(`no article ${articleId}`);
    return importanceFeatures(event, frame);
  });
};

const goldRows = readTopics(values.corpus).flatMap(({ name, articles, clusters }): Row[] => {
  const mentions = mentionsIn(articles);
  const found = clustersOf(mentions, clusters);
  return featuresIn(mentions, articles).map((features, i) => ({
    subject: name,
    isGold: true,
    features,
    label: (found.get(mentions[i] as Mention)?.importance ?? 0) >= 2,
  }));
});

const folders = readdirSync(values.timelines, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const timelineRows = folders.flatMap(({ name }): Row[] => {
  const tasks = readTasks([join(`${values.timelines}`, name)]);
  const days = new Set(tasks.flatMap(({ reference }) => [...reference.keys()]));
  const articles = [
    ...new Map(tasks.flatMap(({ articles }) => articles.map((one) => [one.id, one] as const))).values(),
  ];
  const mentions = mentionsIn(articles.slice(0, MOST_ARTICLES));
  return featuresIn(mentions, articles).flatMap((features, i) => {
    const { date } = (mentions[i] as Mention).event;
    if (date.precision !== 'day') return [];
    return [{ subject: name, isGold: false, features, label: days.has(date.start) }];
  });
});

function fitted(rows: readonly Row[]) {
  const weighed = rows.flatMap((row) => Array.from({ length: row.isGold ? GOLD_TIMES : 1 }, () => row));
  // The two kinds of label have rates of their own.
  const model = fitLogistic(
    weighed.map(({ features, isGold, label }) => ({ label, features: [...features, isGold ? 1 : 0] })),
  );
  return { weights: model.weights.slice(0, -1), bias: model.bias + (model.weights.at(-1) as number) };
}

/** The chance that a wanted event scores above one that is not. */
function areaUnderCurve(scored: readonly { readonly score: number; readonly label: boolean }[]): number {
  const ranked = [...scored].sort((a, b) => a.score - b.score);
  let [below, wins] = [0, 0];
  for (const { label } of ranked) {
    if (label) wins += below;
    else below++;
  }
  return wins / Math.max(1, below * (scored.length - below));
}

const all = [...goldRows, ...timelineRows];
for (const topic of new Set(goldRows.map(({ subject }) => subject))) {
  const isOwn = ({ subject }: Row) => topic.startsWith(subject.replace(/\d+$/, ''));
  const model = fitted(all.filter((row) => !isOwn(row)));
  const scored = goldRows
    .filter(({ subject }) => subject === topic)
    .map(({ features, label }) => ({ label, score: scoreOf(model, features) }));
  console.log(`${topic}: ${scored.length} events, area ${areaUnderCurve(scored).toFixed(3)}`);
}
const model = fitted(all);
for (const [i, name] of IMPORTANCE_FEATURES.entries())
  console.log(name.padEnd(44), (model.weights[i] as number).toFixed(2));
console.log('bias'.padEnd(44), model.bias.toFixed(2));
if (values.write) {
  const rows = IMPORTANCE_FEATURES.map((name, i) => `  ${(model.weights[i] as number).toFixed(2)}, // ${name}`);
  writeFileSync(
    join(import.meta.dirname, '../../shared/events/mentions/importance-weights.ts'),
    `/**
 * Weights of importance, in the order of IMPORTANCE_FEATURES. Written by \`npx tsx bench/merging/train-importance.ts --corpus DIR --timelines DIR --write\`: a
 * logistic regression over events of annotated articles and of Timeline17.
 */
export const IMPORTANCE_WEIGHTS: readonly number[] = [
${rows.join('\n')}
];
export const IMPORTANCE_BIAS = ${model.bias.toFixed(2)};
`,
  );
}
