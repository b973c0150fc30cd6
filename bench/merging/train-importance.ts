/**
 * Fits the importance of an article's event: `npx tsx bench/merging/train-importance.ts --corpus DIR --timelines DIR [--write]`. `--corpus` is the gold
 * of accuracy.ts: an event is positive if its trigger is a mention of a cluster of importance 2 or 3. `--timelines` holds folders with
 * `articles.jsonl` and `timelines.json` (see bench/digest/corpus.ts): an event is positive if it is dated to a day of some timeline. Prints the area
 * under the ROC curve on each topic by weights fitted without its subject, then all weights; `--write` puts them into
 * shared/events/mentions/importance-weights.ts.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { IMPORTANCE_FEATURES } from '../../shared/events/mentions/importance.ts';
import { scoreOf } from './fit.ts';
import { readTopics } from './gold.ts';
import { fitImportance, goldRowsOf, timelineRowsOf, withoutSubject } from './importance-rows.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, timelines: { type: 'string' }, write: { type: 'boolean' } },
});
if (values.corpus === undefined || values.timelines === undefined) {
  console.error('usage: npx tsx bench/merging/train-importance.ts --corpus DIR --timelines DIR [--write]');
  process.exit(2);
}

/** The probability that a positive event scores above a negative one (area under the ROC curve). */
function areaUnderCurve(scored: readonly { readonly score: number; readonly label: boolean }[]): number {
  const ranked = [...scored].sort((a, b) => a.score - b.score);
  let [below, wins] = [0, 0];
  for (const { label } of ranked) {
    if (label) wins += below;
    else below++;
  }
  return wins / Math.max(1, below * (scored.length - below));
}

const goldRows = goldRowsOf(readTopics(values.corpus));
const all = [...goldRows, ...timelineRowsOf(values.timelines)];
for (const topic of new Set(goldRows.map(({ subject }) => subject))) {
  const model = fitImportance(withoutSubject(all, topic));
  const scored = goldRows
    .filter(({ subject }) => subject === topic)
    .map(({ features, label }) => ({ label, score: scoreOf(model, features) }));
  console.log(`${topic}: ${scored.length} events, area ${areaUnderCurve(scored).toFixed(3)}`);
}
const model = fitImportance(all);
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
