import { type AttachmentView, attachmentAtoms } from './attachment-features.ts';
import { candidateGovernors, mayGovern } from './candidates.ts';
import { clauseHeads } from './clause-heads.ts';
import { possibleSubjects, withSubject } from './missing-subject.ts';
import { bestOutput, type Network, scoreOutputs, sumFeatures } from './network.ts';
import type { ParserTokens } from './parser-features.ts';
import { type Tree, treeOf } from './tree.ts';

/** Output of the attachment network that says "this is not the governor"; the others are relations. */
export const NOT_GOVERNOR = 0;

/** The log odds of a governor, and the most likely relation to it. */
interface Judgement {
  readonly score: number;
  /** Index of the relation. */
  readonly label: number;
}

function judge(revision: Revision, token: number, governor: number, rank: number): Judgement {
  const { network, view } = revision;
  const { atoms, scores, outputs } = network;
  attachmentAtoms(view, token, governor, rank, atoms);
  sumFeatures(network);
  scoreOutputs(network, 0, outputs);
  const output = bestOutput(scores, NOT_GOVERNOR + 1, outputs);
  return { score: (scores[output] as number) - (scores[NOT_GOVERNOR] as number), label: output - 1 };
}

/** A tree under revision, with the input of its features. */
interface Revision {
  readonly network: Network;
  readonly relations: readonly string[];
  view: AttachmentView;
}

/** Continues with a changed tree. */
function changeTree(revision: Revision, tree: Tree): void {
  const { relations, view } = revision;
  const labels = view.labels.slice();
  for (let i = 0; i < tree.relations.length; i++)
    if (tree.relations[i] !== view.tree.relations[i]) labels[i] = relations.indexOf(tree.relations[i] as string);
  revision.view = { tree, tokens: view.tokens, labels };
}

/** Longer sentences keep their parse: each change costs time linear in the length, and texts of that length are not prose. */
const LONGEST = 300;

/**
 * Revises the subject, the governor and the relation of each clause with features of the whole tree: the parser decided before it had read
 * the rest of the sentence.
 *
 * @param labels Index of each token's relation in `relations`.
 */
export function reattachClauses(
  network: Network,
  tree: Tree,
  tokens: ParserTokens,
  labels: readonly number[],
  relations: readonly string[],
): Tree {
  if (tree.heads.length > LONGEST) return tree;
  const revision: Revision = { network, relations, view: { tree, tokens, labels } };
  for (const clause of clauseHeads(tree)) reviseSubject(revision, clause);
  for (const clause of clauseHeads(revision.view.tree)) reviseGovernor(revision, clause);
  return revision.view.tree;
}

/** Score of a noun as the root of a sentence that has a finite verb, on the scale of `Judgement.score`: set on gum-dev. */
const VERBLESS_ROOT = -4;

/** Makes the noun before a finite clause without a subject its subject, if that is more likely than the parser's relation. */
function reviseSubject(revision: Revision, clause: number): void {
  const { view, relations } = revision;
  const { tree } = view;
  let best: Tree | undefined;
  let bestGain = 0;
  for (const noun of possibleSubjects(tree, clause)) {
    const current = tree.heads[noun] as number;
    const found = judge(revision, noun, clause, 0);
    const relation = relations[found.label] as string;
    const gain = found.score - (current < 0 ? VERBLESS_ROOT : judge(revision, noun, current, 1).score);
    if (gain <= bestGain || !relation.startsWith('nsubj')) continue;
    const changed = withSubject(tree, clause, noun, relation);
    if (changed === undefined) continue;
    best = changed;
    bestGain = gain;
  }
  if (best) changeTree(revision, best);
}

/** Attaches a clause to its most likely governor among the candidates. */
function reviseGovernor(revision: Revision, clause: number): void {
  const { view, relations } = revision;
  const { tree } = view;
  const current = tree.heads[clause] as number;
  if (current < 0) return;
  let best = -1;
  let bestJudgement: Judgement = { score: Number.NEGATIVE_INFINITY, label: 0 };
  candidateGovernors(tree, clause).forEach((governor, rank) => {
    const found = judge(revision, clause, governor, rank);
    if (found.score <= bestJudgement.score || (governor !== current && !mayGovern(tree, clause, governor))) return;
    best = governor;
    bestJudgement = found;
  });
  const relation = relations[bestJudgement.label] as string;
  if (best < 0 || (best === current && relation === tree.relations[clause])) return;
  const heads = tree.heads.slice();
  heads[clause] = best;
  changeTree(revision, treeOf(heads, tree.relations.with(clause, relation), tree.tags));
}
