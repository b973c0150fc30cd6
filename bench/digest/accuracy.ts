/**
 * Accuracy of the digest, and the contribution of each signal: `npx tsx bench/digest/accuracy.ts --corpus DIR [--ablations] [--each]`, where DIR
 * holds one folder a subject (see corpus.ts). Prints date F1, AR-1 and AR-2, and for the first row
 * articles a second on one core, reading and extraction included.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TimelineEvent } from '../../shared/events/event.ts';
import { extractEvents } from '../../shared/events/extract.ts';
import { DigestMaker } from '../../shared/timeline/digest/digest.ts';
import { type DigestWeights, WEIGHTS } from '../../shared/timeline/digest/weights.ts';
import { type DigestTask, readTasks } from './corpus.ts';
import { f1, meanF1, scoreTimeline, type TimelineScores } from './score.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, ablations: { type: 'boolean' }, each: { type: 'boolean' } },
});
if (values.corpus === undefined) {
  console.error('usage: npx tsx bench/digest/accuracy.ts --corpus DIR [--ablations] [--each]');
  process.exit(2);
}
const corpus = values.corpus;
const tasks = readTasks(
  readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(corpus, entry.name)),
);

const extracted = new Map<string, readonly TimelineEvent[]>();

/** The events of an article, extracted once for all timelines and ablations. */
function eventsIn(article: DigestTask['articles'][number]): readonly TimelineEvent[] {
  const known = extracted.get(article.id) ?? extractEvents(article).events;
  extracted.set(article.id, known);
  return known;
}

function run(weights: DigestWeights, useQuery = true): { scores: TimelineScores[]; articlesPerSecond: number } {
  let articles = 0;
  let milliseconds = 0;
  const scores = tasks.map((task: DigestTask) => {
    const startedAt = performance.now();
    const maker = new DigestMaker(
      { dates: task.dates, sentences: task.sentences, from: task.from, to: task.to, query: useQuery ? task.query : [] },
      weights,
    );
    for (const article of task.articles) maker.add(article, eventsIn(article));
    const digest = maker.make();
    milliseconds += performance.now() - startedAt;
    articles += task.articles.length;
    const predicted = new Map<string, string[]>();
    for (const { start, sentences } of digest.entries)
      predicted.set(start, [...(predicted.get(start) ?? []), ...sentences]);
    return scoreTimeline(predicted, task.reference);
  });
  return { scores, articlesPerSecond: (1000 * articles) / milliseconds };
}

const row = (name: string, { scores, articlesPerSecond }: ReturnType<typeof run>): string =>
  `| ${name.padEnd(44)} | ${(['date', 'ar1', 'ar2'] as const).map((measure) => meanF1(scores, measure).toFixed(4)).join(' | ')} | ${articlesPerSecond.toFixed(0)} |`;

console.log(`| ${tasks.length} timelines`.padEnd(47), '| date F1 | AR-1 | AR-2 | articles/s |\n|---|---|---|---|---|');
const all = run(WEIGHTS);
console.log(row('everything', all));
if (values.each)
  for (const [i, task] of tasks.entries()) {
    const score = all.scores[i];
    if (score)
      console.log(
        row(`${task.subject}: ${task.name}`, { scores: [score], articlesPerSecond: 0 }),
        f1(score.date).toFixed(3),
      );
  }
if (values.ablations) {
  const without: readonly (readonly [string, Partial<DigestWeights>])[] = [
    ['no weighing against what was published', { volumePower: 0 }],
    ['no credit for the day’s own publications', { busyShare: 0 }],
    ['no echo of the day before', { echoCost: 0 }],
    ['no agreement on what happened', { agreementShare: 0 }],
    ['no months and years', { coarseWorth: 0 }],
    ['no sentences that do not name the day', { headSentences: 0 }],
    ['later articles count no more', { lagWeights: [1] }],
    ['no cost for words already told', { redundancyCost: 0, sameInEntry: 1, sameAcross: 1 }],
    ['no preference for short sentences', { lengthOffset: 40 }],
    ['every article wholly on the subject', { fullDensity: 1e-9 }],
  ];
  for (const [name, change] of without) console.log(row(name, run({ ...WEIGHTS, ...change })));
  console.log(row('no query given', run(WEIGHTS, false)));
}
