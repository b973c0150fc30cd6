/**
 * Fits the pair model of merging: `npx tsx bench/merging/train.ts --corpus DIR [--write | --check]`, where DIR holds one folder a subject with
 * `articles.jsonl`. Prints how well a model fitted without each subject separates its pairs, then the weights fitted over all; `--write` puts
 * them into shared/events/merging/weights.ts, `--check` ends with 1 where that file holds others.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FEATURES } from '../../shared/events/merging/pair-features.ts';
import { fitPairModel, scoreOf } from './fit.ts';
import { pairsOfSubjects } from './subjects.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, write: { type: 'boolean' }, check: { type: 'boolean' } },
});
if (values.corpus === undefined) {
  console.error('usage: npx tsx bench/merging/train.ts --corpus DIR [--write | --check]');
  process.exit(2);
}
const subjects = pairsOfSubjects(values.corpus);

for (const [name, pairs] of subjects) {
  const model = fitPairModel([...subjects].filter(([other]) => other !== name).map(([, other]) => other));
  const bins = new Map<number, { same: number; other: number }>();
  for (const { features, sameDay } of pairs) {
    const bin = Math.min(5, Math.max(-1, Math.round(scoreOf(model, features) * 2) / 2));
    const counts = bins.get(bin) ?? { same: 0, other: 0 };
    counts[sameDay ? 'same' : 'other']++;
    bins.set(bin, counts);
  }
  const shown = [...bins].sort(([a], [b]) => a - b).map(([bin, { same, other }]) => `${bin}: ${same}/${other}`);
  console.log(`${name}, fitted without it; score: pairs of one day/of days apart\n  ${shown.join('  ')}`);
}

const all = fitPairModel([...subjects.values()]);
for (const [i, name] of FEATURES.entries()) console.log(name.padEnd(52), (all.weights[i] as number).toFixed(2));
console.log('bias'.padEnd(52), all.bias.toFixed(2));
const file = join(import.meta.dirname, '../../shared/events/merging/weights.ts');
const rows = FEATURES.map((name, i) => `  ${Number((all.weights[i] as number).toFixed(2))}, // ${name}`);
const source = `/**
 * The pair model's weights, in the order of FEATURES. Written by \`npx tsx bench/merging/train.ts --corpus DIR --write\`: a logistic regression that
 * tells pairs of mentions of one day from pairs of days apart, over articles of ${[...subjects.keys()].join(', ')} (Timeline17).
 */
export const WEIGHTS: readonly number[] = [
${rows.join('\n')}
];
export const BIAS = ${Number(all.bias.toFixed(2))};
`;
if (values.write) writeFileSync(file, source);
else if (values.check && readFileSync(file, 'utf8') !== source) {
  console.error('shared/events/merging/weights.ts holds other weights: run with --write.');
  process.exitCode = 1;
}
