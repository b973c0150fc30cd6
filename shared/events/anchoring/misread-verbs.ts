import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';

/** Relations of nouns inside a clause. */
const OF_NOUN = /^(?:nsubj|nsubj:pass|nsubj:outer|compound|obj|obl|nmod|amod)$/;

/**
 * The verb groups of one word in the present tense that the parser takes for nouns of a clause with another finite verb: "Libyan rebels said on Friday",
 * "BP engineers on Sunday lowered a cap". The parser errs where a sentence has no other verb ("A heron sits on a pile").
 *
 * @param tokenAt The token of each word, see `tokensByWord`.
 * @returns Indices of `groups`.
 */
export function misreadVerbs(
  parse: ParsedSentence | undefined,
  tokenAt: readonly number[],
  groups: readonly VerbGroup[],
): ReadonlySet<number> {
  const misread = new Set<number>();
  if (!parse) return misread;
  const tokenOf = ({ head }: VerbGroup) => parse.tokens[tokenAt[head] ?? -1];
  const isVerb = (group: VerbGroup): boolean =>
    group.kind === 'finite' && /^VB[DZP]$|^VBN$/.test(tokenOf(group)?.tag ?? '');
  groups.forEach((group, index) => {
    if (group.kind !== 'finite' || group.tense !== 'present' || group.first !== group.last) return;
    const token = tokenOf(group);
    if (token === undefined || !/^NNS?$/.test(token.tag) || !OF_NOUN.test(token.relation)) return;
    if (groups.some((other) => other !== group && isVerb(other))) misread.add(index);
  });
  return misread;
}
