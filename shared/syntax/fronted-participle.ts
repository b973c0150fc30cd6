import { type Tree, treeOf } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

const isParticiple = vocabularyTest(/^VB[GN]$/);
const isFiniteTag = vocabularyTest(/^(?:VBD|VBZ|VBP|MD)$/);
const isVerbPart = vocabularyTest(/^(?:aux|cop)/);
const isClause = vocabularyTest(/^(?:parataxis|ccomp|conj|advcl|dep)/);
const opensClause = vocabularyTest(/^(?:nsubj|csubj|expl|aux|cop)/);
const isTied = vocabularyTest(/^(?:mark|cc)/);

/**
 * Repairs a fronted participle that the parser took for the main verb: "Formed in Berlin, the band | was the first …". It governs a finite
 * clause after a comma with a subject and without a linking word, which is the main clause.
 *
 * @param texts Form of each token.
 */
export function repairFrontedParticiple(tree: Tree, texts: readonly string[]): Tree {
  const root = tree.topDown[0];
  if (root === undefined || !isParticiple(tree.tags[root] as string)) return tree;
  const children = tree.children[root] as readonly number[];
  if (children.some((child) => opensClause(tree.relations[child] as string))) return tree;
  if (children.some((child) => child < root && !/^(?:advmod|punct|mark)$/.test(tree.relations[child] as string)))
    return tree;
  const sentence = children.find((child) => child > root && isWhole(tree, child, texts));
  if (sentence === undefined) return tree;
  const heads = tree.heads.slice();
  const relations = [...tree.relations];
  heads[sentence] = -1;
  relations[sentence] = 'root';
  heads[root] = sentence;
  relations[root] = 'advcl';
  for (const child of children) if (child > sentence) heads[child] = sentence;
  return treeOf(heads, relations, tree.tags);
}

function isWhole(tree: Tree, clause: number, texts: readonly string[]): boolean {
  if (!isClause(tree.relations[clause] as string)) return false;
  const children = tree.children[clause] as readonly number[];
  const subject = children.find((child) => (tree.relations[child] as string).startsWith('nsubj'));
  if (subject === undefined || subject > clause || children.some((child) => isTied(tree.relations[child] as string)))
    return false;
  const isFiniteClause = [clause, ...children.filter((child) => isVerbPart(tree.relations[child] as string))].some(
    (i) => isFiniteTag(tree.tags[i] as string),
  );
  return isFiniteClause && texts[(tree.first[subject] as number) - 1] === ',';
}
