import { mayGovern } from './candidates.ts';
import { type Tree, treeOf } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

const isSubject = vocabularyTest(/^(?:nsubj|csubj|expl)/);
const isAuxiliary = vocabularyTest(/^(?:aux|cop)/);
const isAdverb = vocabularyTest(/^RB/);
const makesClause = vocabularyTest(/^(?:cop|aux|nsubj)/);

const isNominal = vocabularyTest(/^(?:NN|PRP$|CD|DT|EX|WP|WDT|JJ|VBG)/);
const isFiniteTag = vocabularyTest(/^(?:VBD|VBZ|VBP|MD)$/);
const MOST = 8;

/** First token of a clause's verb group if the group is finite and the clause has no subject of its own; -1 otherwise. */
function finiteWithoutSubject(tree: Tree, clause: number): number {
  let first = clause;
  for (const child of tree.children[clause] as readonly number[]) {
    const relation = tree.relations[child] as string;
    if (isSubject(relation)) return -1;
    if (isAuxiliary(relation) && child < first) first = child;
  }
  return isFiniteTag(tree.tags[first] as string) ? first : -1;
}

/** Nouns that could be the subject of a finite clause without one: those on the edge of the subtree before its verb. */
export function possibleSubjects(tree: Tree, clause: number): number[] {
  const verb = finiteWithoutSubject(tree, clause);
  if (verb < 0) return [];
  let before = verb - 1;
  while (before >= 0 && (isAdverb(tree.tags[before] as string) || tree.relations[before] === 'punct')) before--;
  const nouns: number[] = [];
  for (let at = before; at >= 0 && at < verb && nouns.length < MOST; at = tree.heads[at] as number) {
    if (isNominal(tree.tags[at] as string) && tree.heads[at] !== clause) nouns.push(at);
    if (at === tree.heads[clause]) break;
  }
  const root = tree.topDown[0] as number;
  if (root < verb && !nouns.includes(root) && isVerbless(tree, root)) nouns.push(root);
  return nouns;
}

/** Whether the root is a noun without a verb, a copula or a subject; few sentences are a noun phrase. */
function isVerbless(tree: Tree, root: number): boolean {
  return (
    isNominal(tree.tags[root] as string) &&
    !(tree.children[root] as readonly number[]).some((child) => makesClause(tree.relations[child] as string))
  );
}

/** True if the noun governs the clause, directly or not, and the clause is the last part of each subtree in between. */
function governsAtEnd(tree: Tree, noun: number, clause: number): boolean {
  for (let at = tree.heads[clause] as number; at >= 0; at = tree.heads[at] as number) {
    if (at === noun) return true;
    if ((tree.last[at] as number) > (tree.last[clause] as number)) return false;
  }
  return false;
}

/**
 * The tree with a noun as the subject of a clause. A noun that governed the clause changes places with it: "officials | said so" read as one
 * noun phrase.
 *
 * @returns Undefined if arcs would cross.
 */
export function withSubject(tree: Tree, clause: number, noun: number, relation: string): Tree | undefined {
  const heads = tree.heads.slice();
  let { relations } = tree;
  if (governsAtEnd(tree, noun, clause)) {
    heads[clause] = tree.heads[noun] as number;
    relations = relations.with(clause, relations[noun] as string);
    // the words after the clause now belong to it
    for (const child of tree.children[noun] as readonly number[])
      if (child > (tree.first[clause] as number) && child !== clause) heads[child] = clause;
  } else if (!mayGovern(tree, noun, clause)) return undefined;
  heads[noun] = clause;
  return treeOf(heads, relations.with(noun, relation), tree.tags);
}
