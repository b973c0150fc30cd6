import { NO_TAG, type TaggedTokens } from './tagger.ts';
import type { Tree } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

const isNoVerb = vocabularyTest(/^(?:NN|JJ|IN)/);
const isVerb = vocabularyTest(/^(?:VB[DZP]|VB)$/);

/**
 * Tags that fit the tree: a word with a subject and without a copula is a verb, if that is the tagger's second choice ("The army | plans to
 * leave").
 *
 * @param names Tags by index.
 */
export function tagsForTree(tree: Tree, { seconds }: TaggedTokens, names: readonly string[]): readonly string[] {
  return tree.tags.map((tag, i) => {
    const second = seconds[i] as number;
    if (second === NO_TAG || !isNoVerb(tag) || !isVerb(names[second] as string)) return tag;
    const relations = (tree.children[i] as readonly number[]).map((child) => tree.relations[child] as string);
    return relations.some((relation) => relation.startsWith('nsubj')) && !relations.includes('cop')
      ? (names[second] as string)
      : tag;
  });
}
