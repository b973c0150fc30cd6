import { baseOf, type Tree, treeOf } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

const isFiniteTag = vocabularyTest(/^(?:VBD|VBZ)$/);
const isNominal = vocabularyTest(/^(?:NN|PRP$)/);
const isMisread = vocabularyTest(/^(?:acl|conj|appos|advcl|nmod|dep)/);
const isAdjunct = vocabularyTest(/^(?:nsubj|obl|advmod|punct|nmod)/);
const isObject = vocabularyTest(/^i?obj$/);
const SAYS: ReadonlySet<string> = new Set(['say', 'tell', 'add', 'report', 'announce', 'write', 'note', 'warn']);

/**
 * Repairs a speaker at the end of a sentence that the parser took for a relative clause of the last noun: "unleashed the worst spill in the
 * country's history, the official | said on Sunday". The clause of saying is attached to the main verb.
 *
 * @param lemmas Dictionary form of each token.
 * @param texts Form of each token.
 */
export function repairTrailingSpeaker(tree: Tree, lemmas: readonly string[], texts: readonly string[]): Tree {
  const root = tree.topDown[0];
  if (root === undefined) return tree;
  const end = lastWord(tree);
  for (let verb = end; verb > root; verb--) {
    if (!isFiniteTag(tree.tags[verb] as string) || !SAYS.has(lemmas[verb] as string)) continue;
    if (!isMisread(tree.relations[verb] as string) || (tree.last[verb] as number) < end) continue;
    const children = tree.children[verb] as readonly number[];
    const [subject, other] = children.filter((child) => (tree.relations[child] as string).startsWith('nsubj'));
    if (subject === undefined || other !== undefined || subject > verb) continue;
    if (!isNominal(tree.tags[subject] as string)) continue;
    if (texts[(tree.first[subject] as number) - 1] !== ',') continue;
    // "officials told |the council|"
    const isTold = lemmas[verb] === 'tell';
    const mayStand = (relation: string): boolean => isAdjunct(relation) || (isTold && isObject(relation));
    if (!children.every((child) => mayStand(baseOf(tree.relations[child] as string)))) continue;
    const heads = tree.heads.slice();
    heads[verb] = root;
    return treeOf(heads, tree.relations.with(verb, 'parataxis'), tree.tags);
  }
  return tree;
}

const lastWord = ({ relations }: Tree): number => {
  let last = relations.length - 1;
  while (last > 0 && relations[last] === 'punct') last--;
  return last;
};
