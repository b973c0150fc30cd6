import { type Tree, treeOf } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

const isNoun = vocabularyTest(/^NN/);
const isVerbPart = vocabularyTest(/^(?:aux|cop)/);
const isFiniteTag = vocabularyTest(/^(?:VBD|VBZ|VBP|MD)$/);
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
  if (isNoun(tree.tags[root] as string)) return withVerbBehind(tree, root);
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

/**
 * "The patient, who was not named, | was admitted and gave birth": the parser made the noun the root, and hung the verb of the sentence on
 * the verb of the relative clause. It stands behind the mark that ends that clause, is finite and has no subject.
 */
function withVerbBehind(tree: Tree, root: number): Tree {
  const children = tree.children[root] as readonly number[];
  if (children.some((child) => /^(?:cop|aux|nsubj|conj|parataxis)/.test(tree.relations[child] as string))) return tree;
  const relative = children.find((child) => child > root && tree.relations[child] === 'acl:relcl');
  if (relative === undefined || tree.relations[root + 1] !== 'punct') return tree;
  const verb = (tree.children[relative] as readonly number[]).find((child) => child > relative && isNext(tree, child));
  if (verb === undefined) return tree;
  const heads = tree.heads.slice();
  const relations = [...tree.relations];
  heads[verb] = -1;
  relations[verb] = 'root';
  heads[root] = verb;
  relations[root] = 'nsubj';
  const first = firstOfGroup(tree, verb);
  for (const parent of [root, relative])
    for (const child of tree.children[parent] as readonly number[])
      if (child !== relative && child !== verb && (tree.first[child] as number) >= first - 1) heads[child] = verb;
  return treeOf(heads, relations, tree.tags);
}

const firstOfGroup = (tree: Tree, verb: number): number =>
  Math.min(
    verb,
    ...(tree.children[verb] as readonly number[]).filter((child) => isVerbPart(tree.relations[child] as string)),
  );

function isNext(tree: Tree, verb: number): boolean {
  const first = firstOfGroup(tree, verb);
  return (
    isDependentClause(tree.relations[verb] as string) &&
    isFiniteTag(tree.tags[first] as string) &&
    tree.relations[first - 1] === 'punct' &&
    tree.tags[first - 1] === ',' &&
    !(tree.children[verb] as readonly number[]).some((child) => opensClause(tree.relations[child] as string))
  );
}
