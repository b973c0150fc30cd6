/**
 * Trains the tagger, the lemma rules and the parser, and writes `shared/syntax/weights.br`:
 * `npx tsx bench/syntax/train.ts --corpus DIR --news DIR`. The first holds ewt-train.conllu, ewt-dev.conllu and gum-train.conllu of Universal Dependencies, the
 * second folders with articles.jsonl, from which it counts how often words are verbs or nouns in news. The same texts give the same weights.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { layOutNetwork } from '../../shared/syntax/network.ts';
import { parseTokens } from '../../shared/syntax/parser.ts';
import { PARSER_TEMPLATES, parserTokens } from '../../shared/syntax/parser-features.ts';
import { parserWords } from '../../shared/syntax/parser-words.ts';
import { TAG_TEMPLATES } from '../../shared/syntax/tag-features.ts';
import { type TaggedTokens, tagTokens } from '../../shared/syntax/tagger.ts';
import type { ParserState } from '../../shared/syntax/transitions.ts';
import { treeOf } from '../../shared/syntax/tree.ts';
import { type GoldSentence, readTreebank } from './conllu.ts';
import { newsLexicon } from './news-lexicon.ts';
import { packModel } from './pack.ts';
import { type AttachmentExample, trainAttachment } from './train-attachment.ts';
import { trainLemmas } from './train-lemmas.ts';
import { type ParserExample, trainParser } from './train-parser.ts';
import { trainTagger } from './train-tagger.ts';

/** Models with tags as input are trained on tags of unseen text: each fold is tagged by a tagger trained on the others. */
const TAG_FOLDS = 4;
/** The revision of clauses is trained on trees of text unseen by the parser. */
const TREE_FOLDS = 2;
/** Rarer relations count as their base relation. */
const LEAST_RELATION = 20;

const BASE = { rate: 0.05, dropout: 0.2, featureDropout: 0.1, least: 3 };
const FIRST_TAGGER = { ...BASE, epochs: 5, hidden: 32, most: 60_000 };
const FOLD_TAGGER = { ...BASE, epochs: 4, hidden: 32, most: 50_000 };
const TAGGER = { ...BASE, epochs: 9, hidden: 32, most: 50_000 };
const FOLD_PARSER = { ...BASE, epochs: 4, hidden: 48, most: 52_000 };
const PARSER = { ...BASE, epochs: 9, hidden: 48, most: 52_000 };
const ATTACHMENT = { ...BASE, epochs: 10, hidden: 32, dropout: 0.3, featureDropout: 0.2, most: 15_000 };

const { values } = parseArgs({ options: { corpus: { type: 'string' }, news: { type: 'string' } } });
if (values.corpus === undefined) throw new RangeError('--corpus DIR is missing: the folder of the treebanks');
if (values.news === undefined) throw new RangeError('--news DIR is missing: folders with articles.jsonl');

const say = (what: string): void => console.log(`${(process.cpuUsage().user / 1e6).toFixed(0)} s  ${what}`);
const progress = (what: string) => (epoch: number, right: number) =>
  say(`${what}, round ${epoch}: ${(100 * right).toFixed(2)} %`);

const sentences = ['ewt-train', 'ewt-dev', 'gum-train'].flatMap((name) =>
  readTreebank(join(values.corpus as string, `${name}.conllu`)),
);
const tags = [...new Set(sentences.flatMap((sentence) => sentence.tags))].sort();
const relations = commonRelations(sentences);
const lemmas = trainLemmas(sentences);
say(`${sentences.length} sentences, ${tags.length} tags, ${relations.length} relations, ${lemmas.size} lemma rules`);

const firstTagger = trainTagger(sentences, tags, new Map(), FIRST_TAGGER, progress('tagger without lexicon'));
const lexicon = newsLexicon(layOutNetwork(firstTagger, TAG_TEMPLATES), tags, values.news);
say(`lexicon of ${lexicon.size} words`);
const tagged = inFolds(TAG_FOLDS, sentences, (others) => {
  const tagger = layOutNetwork(
    trainTagger(others, tags, lexicon, FOLD_TAGGER, progress('tagger of a fold')),
    TAG_TEMPLATES,
  );
  return ({ tokens }) => tagTokens(tagger, lexicon, tokens);
});
const tagger = trainTagger(sentences, tags, lexicon, TAGGER, progress('tagger'));
const examples = sentences.map((sentence, i) => exampleOf(sentence, tagged[i] as TaggedTokens));
const trees = inFolds(TREE_FOLDS, examples, (others) => {
  const parser = layOutNetwork(
    trainParser(others, relations.length, FOLD_PARSER, progress('parser of a fold')),
    PARSER_TEMPLATES,
  );
  return (example) => attachmentExample(example, parseTokens(parser, example.tokens));
});
const parser = trainParser(examples, relations.length, PARSER, progress('parser'));
const attachment = trainAttachment(trees, relations.length, ATTACHMENT, progress('governors of clauses'));
const packed = packModel({ tags, relations, tagger, parser, attachment, lemmas, lexicon });
const file = fileURLToPath(new URL('../../shared/syntax/weights.br', import.meta.url));
writeFileSync(file, packed);
say(`${file}: ${(packed.length / 1e6).toFixed(2)} MB packed`);

/** Applies to each item what was trained on the items of the other folds. */
function inFolds<Item, Result>(
  folds: number,
  items: readonly Item[],
  train: (others: readonly Item[]) => (item: Item) => Result,
): Result[] {
  const results: Result[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const apply = train(items.filter((_, i) => i % folds !== fold));
    items.forEach((item, i) => {
      if (i % folds === fold) results[i] = apply(item);
    });
  }
  return results;
}

interface TreeExample extends ParserExample {
  /** Tags by name. */
  readonly names: readonly string[];
}

/** Relations that the parser distinguishes. */
function commonRelations(all: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const sentence of all)
    for (const relation of sentence.relations) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  return [...counts].flatMap(([relation, count]) => (count >= LEAST_RELATION ? [relation] : [])).sort();
}

/** A gold tree over tokens with the tags that a tagger gave. */
function exampleOf(sentence: GoldSentence, given: TaggedTokens): TreeExample {
  const names = Array.from(given.tags, (index) => tags[index] as string);
  const { words } = parserWords(lemmas, sentence.tokens, names);
  const labels = sentence.relations.map((relation) => {
    const index = relations.indexOf(relation);
    return index >= 0 ? index : Math.max(0, relations.indexOf(relation.split(':')[0] as string));
  });
  return { tokens: parserTokens(words, given, tags), heads: sentence.heads, labels, names };
}

/** The same with the tree that a parser gave. */
function attachmentExample(example: TreeExample, state: ParserState): AttachmentExample {
  const heads = state.heads.map((head) => (head === state.size ? -1 : head));
  const given = state.labels.slice(0, state.size);
  const names = given.map((label) => relations[label] as string);
  return { ...example, tree: treeOf(heads, names, example.names), given };
}
