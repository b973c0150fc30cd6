/**
 * Accuracy of merging mentions into entries: `npx tsx bench/merging/accuracy.ts --corpus DIR [--pairs DIR]`, where DIR of `--corpus` holds
 * `NAME-articles.jsonl` and `NAME-clusters.json` for each topic (see gold.ts). With `--pairs` (folders of subjects, see subjects.ts) each topic is
 * scored by a pair model and weights of importance fitted without the subjects that its name begins with (the folders then hold `timelines.json`,
 * too). Also prints whether ten shuffles of all articles give the same
 * entries.
 */
import { parseArgs } from 'node:util';
import { clusterMentions } from '../../shared/events/merging/cluster.ts';
import type { Mention } from '../../shared/events/merging/mention.ts';
import { type MergedEvent, mergeMentions } from '../../shared/events/merging/merged-event.ts';
import { provedBy, timelineOf } from '../../shared/events/merging/timeline-of.ts';
import { seeded } from '../random.ts';
import { fitPairModel, scoreOf } from './fit.ts';
import { type GoldTopic, mentionsIn, readTopics, undatedIn } from './gold.ts';
import { fitImportance, goldRowsOf, importanceFeaturesIn, timelineRowsOf, withoutSubject } from './importance-rows.ts';
import { type MergeScore, scoreMerging, together } from './score.ts';
import { pairsOfSubjects } from './subjects.ts';

const SHUFFLES = 10;

const { values } = parseArgs({ options: { corpus: { type: 'string' }, pairs: { type: 'string' } } });
if (values.corpus === undefined) {
  console.error('usage: npx tsx bench/merging/accuracy.ts --corpus DIR [--pairs DIR]');
  process.exit(2);
}
const topics = readTopics(values.corpus);
const subjects = values.pairs === undefined ? undefined : pairsOfSubjects(values.pairs);

const importanceRows = values.pairs === undefined ? [] : [...goldRowsOf(topics), ...timelineRowsOf(values.pairs)];

/** The mentions of a topic, with their importance by weights fitted without its subject. */
function judgedAnew(mentions: readonly Mention[], { name, articles }: GoldTopic): readonly Mention[] {
  const model = fitImportance(withoutSubject(importanceRows, name));
  const features = importanceFeaturesIn(mentions, articles);
  return mentions.map((mention, i) => {
    const importance = 1 / (1 + Math.exp(-scoreOf(model, features[i] as readonly number[])));
    return { ...mention, event: { ...mention.event, importance } };
  });
}

/** The entries of a topic by a pair model and weights of importance fitted without its subject. */
function mergedWithoutSubject(
  pairs: ReturnType<typeof pairsOfSubjects>,
  topic: GoldTopic,
  mentions: readonly Mention[],
  undated: readonly Mention[],
): readonly MergedEvent[] {
  const model = fitPairModel([...pairs].filter(([name]) => !topic.name.startsWith(name)).map(([, own]) => own));
  const clusters = clusterMentions(judgedAnew(mentions, topic), model);
  const told = clusters.map((cluster) => ({
    event: mergeMentions(`${cluster[0]?.id}`, 'main', cluster),
    mentions: cluster,
  }));
  return provedBy(undated, told, model);
}

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1);
function row(name: string, score: MergeScore): string {
  const [p, r] = [score.precision / Math.max(1, score.matched), score.recall / Math.max(1, score.matched)];
  const cells = [
    name.padEnd(10),
    percent(score.matched, score.mentions),
    `${percent(p, 1)} / ${percent(r, 1)} / ${percent((2 * p * r) / Math.max(1e-9, p + r), 1)}`,
    (score.fragments / Math.max(1, score.told)).toFixed(2),
    (score.lumps / Math.max(1, score.entries)).toFixed(2),
    `${score.importantFound} of ${score.important}`,
    `${score.topWanted} of ${score.top}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

console.log(
  '| topic | matched % | B³ P / R / F1 | fragments | lumps | important found | top ten wanted |\n|---|---|---|---|---|---|---|',
);
const everything: Mention[] = [];
const everythingUndated: Mention[] = [];
const scores = topics.map((topic) => {
  const mentions = mentionsIn(topic.articles);
  everything.push(...mentions);
  const undated = undatedIn(topic.articles);
  everythingUndated.push(...undated);
  const events = subjects
    ? mergedWithoutSubject(subjects, topic, mentions, undated)
    : timelineOf('main', mentions, undated);
  const score = scoreMerging(topic, events);
  console.log(row(topic.name, score));
  return score;
});
console.log(row('together', together(scores)));

const random = seeded(1);
const expected = JSON.stringify(timelineOf('main', everything, everythingUndated));
const shuffled = (mentions: readonly Mention[]): readonly Mention[] => {
  const order = new Map(mentions.map((mention) => [mention, random()]));
  return [...mentions].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
};
const same = Array.from({ length: SHUFFLES }, () => {
  return JSON.stringify(timelineOf('main', shuffled(everything), shuffled(everythingUndated))) === expected;
}).filter(Boolean).length;
console.log(
  `\n${same} of ${SHUFFLES} shuffles of ${everything.length} mentions and ${everythingUndated.length} undated ones give the same entries.`,
);
