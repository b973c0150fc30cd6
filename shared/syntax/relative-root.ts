import { type Tree, treeOf } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

const isRelativeWord = vocabularyTest(/^(?:WDT|WP)$/);
const isDependentClause = vocabularyTest(/^(?:advcl|conj|ccomp|parataxis|xcomp|acl|dep)$/);
const mayBeFinite = vocabularyTest(/^VB[DNZP]$/);
const opensClause = vocabularyTest(/^(?:nsubj|csubj|mark|cc)/);

/**
 * Repairs a relative clause that the parser took for the main clause: "The firm, which opened in 1901, | closed on Friday". Its verb has two
 * subjects, a noun and the relative word behind it, and governs a later verb without a subject: that is the verb of the sentence.
 */
export function repairRelativeRoot(tree: Tree): Tree {
  const root = tree.topDown[0];
  if (root === undefined) return tree;
  const children = tree.children[root] as readonly number[];
  const subjects = children.filter((child) => child < root && (tree.relations[child] as string).startsWith('nsubj'));
  const [noun, relative] = subjects;
  if (noun === undefined || relative === undefined || !isRelativeWord(tree.tags[relative] as string)) return tree;
  const verb = children.find(
    (child) =>
      child > root &&
      isDependentClause(tree.relations[child] as string) &&
      mayBeFinite(tree.tags[child] as string) &&
      !(tree.children[child] as readonly number[]).some((each) => opensClause(tree.relations[each] as string)),
  );
  if (verb === undefined) return tree;
  const heads = tree.heads.slice();
  const relations = [...tree.relations];
  heads[verb] = -1;
  relations[verb] = 'root';
  heads[root] = noun;
  relations[root] = 'acl:relcl';
  heads[noun] = verb;
  relations[noun] = 'nsubj';
  for (const child of children) if (child < noun || child > (tree.last[verb] as number)) heads[child] = verb;
  return treeOf(heads, relations, tree.tags);
}
