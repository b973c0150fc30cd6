import { baseOf, type Tree } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

const isVerb = vocabularyTest(/^VB/);
const isCopulaOrAuxiliary = vocabularyTest(/^(?:cop|aux)/);
const isFiniteVerb = vocabularyTest(/^(?:VBD|VBZ|VBP)$/);
const makesClause = vocabularyTest(/^(?:nsubj|aux|cop|obj|mark)/);

/** Relations of verb forms that are no clause: "the injured men", "including", "a meeting room". */
const isNoClause = vocabularyTest(
  /^(?:amod|compound|case|fixed|aux|cop|mark|det|flat|cc|nummod|goeswith|punct|advmod|discourse)$/,
);

/** True if the token is a verb, or governs a copula or an auxiliary. */
function isVerbal(tree: Tree, i: number): boolean {
  if (isVerb(tree.tags[i] as string)) return true;
  return (tree.children[i] as readonly number[]).some((child) => isCopulaOrAuxiliary(tree.relations[child] as string));
}

/**
 * The tokens that head a clause, in order: the root, and each verb or predicate with a copula that is not part of a noun phrase or of
 * another verb's group.
 */
export function clauseHeads(tree: Tree): number[] {
  const isHead = new Uint8Array(tree.heads.length);
  for (const i of tree.topDown) {
    const relation = baseOf(tree.relations[i] as string);
    const governor = tree.heads[i] as number;
    if (governor < 0) {
      isHead[i] = 1;
      continue;
    }
    if (isNoClause(relation) || !isVerbal(tree, i)) continue;
    // "the sick and wounded", "Marketing and Selling Ltd": a member of a list that is no clause
    const inList = relation === 'conj' && isHead[governor] === 0;
    const finite = isFiniteVerb(tree.tags[i] as string);
    const hasDependents = (tree.children[i] as readonly number[]).some((child) =>
      makesClause(tree.relations[child] as string),
    );
    if (inList && !finite && !hasDependents) continue;
    isHead[i] = 1;
  }
  const heads: number[] = [];
  for (let i = 0; i < isHead.length; i++) if (isHead[i] === 1) heads.push(i);
  return heads;
}
