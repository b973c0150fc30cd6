import type { Token } from '../text/tokens.ts';
import { hashOf } from './hashing.ts';
import { INFLECTED, type LemmaRules, lemmaOf } from './lemma.ts';
import { normalForm } from './tag-features.ts';

/** Dictionary forms of a sentence's tokens. */
export const lemmasOf = (rules: LemmaRules, tokens: readonly Token[], tags: readonly string[]): string[] =>
  tokens.map(({ lower, text }, i) => lemmaOf(rules, lower, text, tags[i] as string));

/** What the parser knows each word by: the hash of its dictionary form, or of its normal form where it has none. */
export const wordHashes = (tokens: readonly Token[], tags: readonly string[], lemmas: readonly string[]): Int32Array =>
  Int32Array.from(tokens, (token, i) =>
    hashOf(INFLECTED.test(tags[i] as string) ? (lemmas[i] as string) : normalForm(token)),
  );
