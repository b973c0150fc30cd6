import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../shared/syntax/hashing.ts';
import type { Network } from '../../shared/syntax/network.ts';
import { syntaxTokens } from '../../shared/syntax/syntax-tokens.ts';
import type { Lexicon } from '../../shared/syntax/tag-features.ts';
import { tagTokens } from '../../shared/syntax/tagger.ts';
import { wordForm } from '../../shared/syntax/word-forms.ts';
import { splitSentences } from '../../shared/text/sentences.ts';

/** Words seen less often are left out. */
const LEAST = 6;
/** A second tag counts from this share of a word's occurrences. */
const SECOND_SHARE = 0.1;
/** Texts are read up to this many tokens, the same number from each folder. */
const MOST_TOKENS = 5_000_000;

/** The texts of a folder of article collections (`NAME/articles.jsonl`, with `text`), each text once. */
function* textsOf(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    let tokens = 0;
    const seen = new Set<number>();
    for (const line of readFileSync(join(folder, name, 'articles.jsonl'), 'utf8').split('\n')) {
      if (line === '') continue;
      const { text } = JSON.parse(line) as { readonly text: string };
      const key = hashOf(text);
      if (seen.has(key)) continue;
      seen.add(key);
      yield text;
      tokens += text.length / 5;
      if (tokens > MOST_TOKENS / readdirSync(folder).length) break;
    }
  }
}

/**
 * The tags of each word in a collection of news, by a tagger trained on the treebanks alone: the sum over many contexts is more certain than
 * each of them. A class stands for the most frequent tag and, where it has a share, the second.
 */
export function newsLexicon(tagger: Network, tags: readonly string[], folder: string): Lexicon {
  const counts = new Map<number, Uint32Array>();
  const nothing: Lexicon = new Map();
  for (const text of textsOf(folder))
    for (const { start, end } of splitSentences(text)) {
      const tokens = syntaxTokens(text, start, end);
      const tagged = tagTokens(tagger, nothing, tokens);
      tokens.forEach((token, i) => {
        // names in capitals and first words say little about the word in lower case
        if (token.kind !== 'word' || (token.capital && tags[tagged.tags[i] as number] === 'NNP')) return;
        const hash = wordForm(token).word;
        const ofWord = counts.get(hash) ?? new Uint32Array(tags.length);
        ofWord[tagged.tags[i] as number] = (ofWord[tagged.tags[i] as number] as number) + 1;
        counts.set(hash, ofWord);
      });
    }
  const lexicon = new Map<number, number>();
  const classes = new Map<string, number>();
  const frequency = new Map<string, number>();
  const kinds = [...counts].flatMap(([hash, ofWord]) => {
    const total = ofWord.reduce((sum, count) => sum + count, 0);
    if (total < LEAST) return [];
    const order = [...ofWord.keys()].sort((a, b) => (ofWord[b] as number) - (ofWord[a] as number) || a - b);
    const [first = 0, second = 0] = order;
    const kind = (ofWord[second] as number) >= SECOND_SHARE * total ? `${first} ${second}` : `${first}`;
    frequency.set(kind, (frequency.get(kind) ?? 0) + 1);
    return [[hash, kind, `${first}`] as const];
  });
  // a byte a class: the most frequent kinds, and the first tag alone for the others
  const common = [...frequency].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 200);
  for (const [kind] of common) classes.set(kind, classes.size + 1);
  for (const [hash, kind, first] of kinds) {
    const found = classes.get(kind) ?? classes.get(first);
    if (found !== undefined) lexicon.set(hash, found);
  }
  return lexicon;
}
