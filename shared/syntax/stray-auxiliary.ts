import { baseOf, type Tree, treeOf } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

const isBetween = vocabularyTest(/^(?:RB|PRP|EX)$/);
const isFiniteTag = vocabularyTest(/^(?:VBD|VBZ|VBP|MD)$/);
const isAuxiliary = vocabularyTest(/^(?:aux|aux:pass|cop)$/);

/** Form of the verb that follows an auxiliary: "will open", "did open", "has opened"; undefined for other words. */
function formBehind(lemma: string, tag: string): string | undefined {
  if (tag === 'MD' || lemma === 'do') return 'VB';
  return lemma === 'have' ? 'VBN' : undefined;
}

/** Most tokens from an auxiliary to its verb. */
const FARTHEST = 4;

/** The verb of an auxiliary: the next verb in the form that the auxiliary governs, with only adverbs and a subject pronoun in between. */
function verbBehind(tree: Tree, auxiliary: number, form: string): number {
  for (let i = auxiliary + 1; i < tree.tags.length && i <= auxiliary + FARTHEST; i++) {
    if (tree.tags[i] === form) return i;
    if (!isBetween(tree.tags[i] as string)) return -1;
  }
  return -1;
}

/**
 * Attaches auxiliaries that the parser took for main verbs to the verb after them: "there have | been floods", "they will | face
 * charges". The dependents of the auxiliary then belong to the verb.
 *
 * @param lemmas Dictionary form of each token.
 */
export function repairStrayAuxiliaries(tree: Tree, lemmas: readonly string[]): Tree {
  let repaired = tree;
  for (let i = 0; i < tree.tags.length - 1; i++) {
    const tag = tree.tags[i] as string;
    if (!isFiniteTag(tag) || isAuxiliary(repaired.relations[i] as string)) continue;
    const form = formBehind(lemmas[i] as string, tag);
    if (form === undefined) continue;
    const verb = verbBehind(repaired, i, form);
    if (verb < 0) continue;
    // "been" in "there have been floods" is a copula where the parser made the floods the predicate
    const predicate = isAuxiliary(repaired.relations[verb] as string) ? (repaired.heads[verb] as number) : verb;
    if (repaired.heads[predicate] === i && baseOf(repaired.relations[predicate] as string) !== 'obj')
      repaired = withAuxiliary(repaired, i, predicate);
  }
  return repaired;
}

/** The tree with the auxiliary under its dependent `verb`, which takes its place. */
function withAuxiliary(tree: Tree, auxiliary: number, verb: number): Tree {
  const heads = tree.heads.slice();
  const relations = tree.relations.slice();
  heads[verb] = tree.heads[auxiliary] as number;
  relations[verb] = tree.relations[auxiliary] as string;
  for (const child of tree.children[auxiliary] as readonly number[]) if (child !== verb) heads[child] = verb;
  heads[auxiliary] = verb;
  relations[auxiliary] = 'aux';
  return treeOf(heads, relations, tree.tags);
}
