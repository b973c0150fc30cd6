import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { ParsedSentence } from '../../shared/syntax/parsed-sentence.ts';
import type { GoldSentence } from './conllu.ts';

/** F1, in percent, of recognising verbs and auxiliaries; words with other token boundaries count as missed. */
export interface VerbTagScores {
  readonly ours: string;
  readonly wink: string;
}

const isVerbTag = (tag: string | undefined): boolean => /^(?:VB|MD)/.test(tag ?? '');

/** Starts of the words that wink-nlp calls verbs or auxiliaries. */
function winkVerbs(nlp: ReturnType<typeof winkNLP>, text: string): Set<number> {
  const doc = nlp.readDoc(text);
  const words = doc.tokens().out(nlp.its.value) as string[];
  const tags = doc.tokens().out(nlp.its.pos) as string[];
  const starts = new Set<number>();
  let at = 0;
  words.forEach((word, i) => {
    const found = text.indexOf(word, at);
    if (found < 0) return;
    if (tags[i] === 'VERB' || tags[i] === 'AUX') starts.add(found);
    at = found + word.length;
  });
  return starts;
}

/** Compares both taggers on verbs, since wink-nlp gives universal tags and the parser those of the Penn Treebank. */
export function scoreVerbTags(sentences: readonly GoldSentence[], parsed: readonly ParsedSentence[]): VerbTagScores {
  const nlp = winkNLP(model);
  const counts = { gold: 0, ours: 0, oursRight: 0, wink: 0, winkRight: 0 };
  sentences.forEach(({ text, tokens, tags }, s) => {
    const gold = new Set(tokens.flatMap(({ start }, i) => (isVerbTag(tags[i]) ? [start] : [])));
    const ours = (parsed[s] as ParsedSentence).tokens.filter(({ tag }) => isVerbTag(tag));
    const wink = winkVerbs(nlp, text);
    counts.gold += gold.size;
    counts.ours += ours.length;
    counts.oursRight += ours.filter(({ start }) => gold.has(start)).length;
    counts.wink += wink.size;
    counts.winkRight += [...wink].filter((start) => gold.has(start)).length;
  });
  const f1 = (right: number, given: number): string => ((200 * right) / (counts.gold + given)).toFixed(1);
  return { ours: f1(counts.oursRight, counts.ours), wink: f1(counts.winkRight, counts.wink) };
}
