import type { Token } from '../text/tokens.ts';
import { hashOf } from './hashing.ts';
import { INFLECTED, type LemmaRules, lemmaOf } from './lemma.ts';
import { vocabularyTest } from './vocabulary.ts';
import { wordForm } from './word-forms.ts';

/** A dictionary form and its hash. */
interface Lemma {
  readonly lemma: string;
  readonly hash: number;
}

/** Lemmas by tag and word, up to this many a tag. */
const MOST_KEPT = 10_000;
const LONGEST_KEPT = 40;

const kept = new WeakMap<LemmaRules, Map<string, Map<string, Lemma>>>();

const isInflected = vocabularyTest(INFLECTED);

function inflectedLemma(rules: LemmaRules, { lower, text }: Token, tag: string): Lemma {
  let ofRules = kept.get(rules);
  if (ofRules === undefined) {
    ofRules = new Map();
    kept.set(rules, ofRules);
  }
  let ofTag = ofRules.get(tag);
  if (ofTag === undefined) {
    ofTag = new Map();
    ofRules.set(tag, ofTag);
  }
  const known = ofTag.get(lower);
  if (known !== undefined) return known;
  const lemma = lemmaOf(rules, lower, text, tag);
  const found = { lemma, hash: hashOf(lemma) };
  if (lower.length > LONGEST_KEPT) return found;
  if (ofTag.size >= MOST_KEPT) ofTag.clear();
  ofTag.set(lower, found);
  return found;
}

/** Words of a sentence as input of the parser and of the clause layer. */
export interface ParserWords {
  /** Dictionary forms. */
  readonly lemmas: readonly string[];
  /** Hashes of the dictionary forms, or of the normal forms of words that have none. */
  readonly words: readonly number[];
}

export function parserWords(rules: LemmaRules, tokens: readonly Token[], tags: readonly string[]): ParserWords {
  const lemmas: string[] = [];
  const words: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const tag = tags[i] as string;
    if (isInflected(tag)) {
      const { lemma, hash } = inflectedLemma(rules, token, tag);
      lemmas.push(lemma);
      words.push(hash);
    } else {
      lemmas.push(tag === 'NNP' ? token.text : token.lower);
      words.push(wordForm(token).word);
    }
  }
  return { lemmas, words };
}
