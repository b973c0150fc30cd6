/**
 * Accuracy of parsing: tags, and the facts of each finite verb.
 * `npx tsx bench/syntax/accuracy.ts --corpus DIR`, where DIR holds gum-dev.conllu (used for tuning) and pud-test.conllu (only scored).
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseSentence } from '../../shared/syntax/parse-sentence.ts';
import { baseOf } from '../../shared/syntax/tree.ts';
import { factsOf } from './clause-facts.ts';
import { type GoldSentence, readTreebank } from './conllu.ts';
import { factsOfEventRules } from './event-rules.ts';
import { goldFacts } from './gold-facts.ts';
import { type FactScores, scoreFacts } from './score-facts.ts';
import { scoreVerbTags } from './wink-tags.ts';

const { values } = parseArgs({ options: { corpus: { type: 'string' } } });
if (values.corpus === undefined) throw new RangeError('--corpus DIR is missing: the folder of the treebanks');

const COLUMNS: readonly (readonly [keyof FactScores, string])[] = [
  ['found', 'verbs F1'],
  ['precision', 'precision'],
  ['recall', 'recall'],
  ['subjectHead', 'subject head'],
  ['wholeSubject', 'whole subject'],
  ['governor', 'governor'],
  ['relation', 'relation'],
  ['governorAndRelation', 'both'],
  ['tense', 'tense'],
  ['voice', 'voice'],
];

const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(24) + cells.map((cell, i) => cell.padStart((COLUMNS[i]?.[1].length ?? 8) + 3)).join('');

for (const name of ['gum-dev', 'pud-test']) {
  const sentences = readTreebank(join(values.corpus, `${name}.conllu`));
  const parsed = sentences.map(({ text }) => parseSentence(text, { start: 0, end: text.length, paragraph: 0 }));
  const gold = sentences.map(goldFacts);
  console.log(`\n${name}: ${sentences.length} sentences, ${gold.flatMap(({ facts }) => facts).length} finite verbs`);
  console.log(
    row(
      'F1 in %',
      COLUMNS.map(([, title]) => title),
    ),
  );
  const rules = scoreFacts(
    gold,
    sentences.map(({ text }) => factsOfEventRules(text)),
  );
  console.log(row('rules of shared/events', cellsOf(rules, ['subjectHead'])));
  console.log(row('shared/syntax', cellsOf(scoreFacts(gold, parsed.map(factsOf)), [])));
  const tags = tally(sentences, (sentence, s) => sentence.tags.map((tag, i) => tag === parsed[s]?.tokens[i]?.tag));
  const heads = tally(sentences, (sentence, s) =>
    withoutMarks(sentence, (i) => parsed[s]?.tokens[i]?.head === sentence.heads[i]),
  );
  const labelled = tally(sentences, (sentence, s) =>
    withoutMarks(sentence, (i) => {
      const token = parsed[s]?.tokens[i];
      return (
        token?.head === sentence.heads[i] && baseOf(token?.relation ?? '') === baseOf(sentence.relations[i] as string)
      );
    }),
  );
  console.log(`tags ${tags} %, heads ${heads} %, heads with relations ${labelled} % (punctuation left out of both)`);
  const verbs = scoreVerbTags(sentences, parsed);
  console.log(
    `verbs and auxiliaries told from other words, F1: shared/syntax ${verbs.ours} %, wink-nlp ${verbs.wink} %`,
  );
}

function cellsOf(scores: FactScores, missing: readonly (keyof FactScores)[]): string[] {
  return COLUMNS.map(([key]) => (missing.includes(key) ? '–' : scores[key].toFixed(1)));
}

function tally(
  sentences: readonly GoldSentence[],
  judge: (sentence: GoldSentence, index: number) => readonly boolean[],
): string {
  const verdicts = sentences.flatMap((sentence, index) => judge(sentence, index));
  return ((100 * verdicts.filter(Boolean).length) / verdicts.length).toFixed(2);
}

function withoutMarks(sentence: GoldSentence, judge: (i: number) => boolean): boolean[] {
  return sentence.relations.flatMap((relation, i) => (relation === 'punct' ? [] : [judge(i)]));
}
