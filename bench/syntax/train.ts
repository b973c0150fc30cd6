/**
 * Trains the tagger, the lemma rules and the parser, and writes `shared/syntax/weights.ts`:
 * `npx tsx bench/syntax/train.ts --corpus DIR`, where DIR holds ewt-train.conllu and gum-train.conllu of Universal Dependencies. The same
 * treebanks give the same weights.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { LemmaRules } from '../../shared/syntax/lemma.ts';
import type { SyntaxModel } from '../../shared/syntax/model.ts';
import { parserTokens } from '../../shared/syntax/parser-features.ts';
import { lemmasOf, wordHashes } from '../../shared/syntax/parser-words.ts';
import { tagTokens } from '../../shared/syntax/tagger.ts';
import { type GoldSentence, readTreebank } from './conllu.ts';
import { packModel } from './pack.ts';
import { trainLemmas } from './train-lemmas.ts';
import { type ParserExample, trainParser } from './train-parser.ts';
import { trainTagger } from './train-tagger.ts';

/** The parser learns from tags as the tagger gives them to text it has not seen: each fold is tagged by a tagger of the others. */
const FOLDS = 4;
/** Relations that are rarer count as their base relation. */
const LEAST_RELATION = 20;

const TAGGER = { epochs: 8, hidden: 32, rate: 0.05, dropout: 0.3, featureDropout: 0.2, least: 3, most: 50_000 };
const FOLD_TAGGER = { ...TAGGER, epochs: 4 };
const PARSER = { epochs: 8, hidden: 64, rate: 0.05, dropout: 0.3, featureDropout: 0.2, least: 3, most: 45_000 };

const { values } = parseArgs({ options: { corpus: { type: 'string' } } });
if (values.corpus === undefined) throw new RangeError('--corpus DIR is missing: the folder of the treebanks');

const say = (what: string): void => console.log(`${(process.cpuUsage().user / 1e6).toFixed(0)} s  ${what}`);
const percent = (part: number): string => `${(100 * part).toFixed(2)} %`;

const sentences = ['ewt-train', 'gum-train'].flatMap((name) =>
  readTreebank(join(values.corpus as string, `${name}.conllu`)),
);
const tags = [...new Set(sentences.flatMap((sentence) => sentence.tags))].sort();
const relations = commonRelations(sentences);
const lemmas = trainLemmas(sentences);
say(`${sentences.length} sentences, ${tags.length} tags, ${relations.length} relations, ${lemmas.size} lemma rules`);

const unseen: Uint8Array[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const others = sentences.filter((_, i) => i % FOLDS !== fold);
  const tagger = trainTagger(others, tags, FOLD_TAGGER, () => {});
  sentences.forEach(({ tokens }, i) => {
    if (i % FOLDS === fold) unseen[i] = tagTokens(tagger, tokens);
  });
  say(`tagged fold ${fold + 1} of ${FOLDS}`);
}
const tagger = trainTagger(sentences, tags, TAGGER, (epoch, right) => say(`tagger, round ${epoch}: ${percent(right)}`));
const examples = sentences.map((sentence, i) => exampleOf(sentence, unseen[i] as Uint8Array, lemmas));
const parser = trainParser(examples, relations.length, PARSER, (epoch, right) =>
  say(`parser, round ${epoch}: ${percent(right)}`),
);
const model: SyntaxModel = { tags, relations, tagger, parser, lemmas };
const packed = packModel(model);
const file = fileURLToPath(new URL('../../shared/syntax/weights.ts', import.meta.url));
writeFileSync(
  file,
  `// Written by bench/syntax/train.ts. Sources and licences of the treebanks: NOTICE.\n/** Packed weights, see model.ts. */\nexport const WEIGHTS =\n  '${packed}';\n`,
);
say(`${file}: ${((packed.length * 3) / 4 / 1e6).toFixed(2)} MB packed`);

/** Relations that the parser tells apart. */
function commonRelations(all: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const sentence of all)
    for (const relation of sentence.relations) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  return [...counts].flatMap(([relation, count]) => (count >= LEAST_RELATION ? [relation] : [])).sort();
}

function exampleOf(sentence: GoldSentence, tagged: Uint8Array, rules: LemmaRules): ParserExample {
  const names = Array.from(tagged, (index) => tags[index] as string);
  const words = wordHashes(sentence.tokens, names, lemmasOf(rules, sentence.tokens, names));
  const labels = Uint8Array.from(sentence.relations, (relation) => {
    const index = relations.indexOf(relation);
    return index >= 0 ? index : Math.max(0, relations.indexOf(relation.split(':')[0] as string));
  });
  return { tokens: parserTokens(words, tagged, tags), heads: sentence.heads, labels };
}
