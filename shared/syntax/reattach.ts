import { ATTACHMENT_TEMPLATES, type AttachmentView, attachmentFeatures } from './attachment-features.ts';
import { candidateGovernors, mayGovern } from './candidates.ts';
import { clauseHeads } from './clause-heads.ts';
import { possibleSubjects, withSubject } from './missing-subject.ts';
import { bestOutput, type Network, scoreOf, sumRows } from './network.ts';
import type { ParserTokens } from './parser-features.ts';
import { type Tree, treeOf } from './tree.ts';

/** Output of the attachment network that says "this is not the governor"; the others are relations. */
export const NOT_GOVERNOR = 0;

const slots = new Int32Array(ATTACHMENT_TEMPLATES);

/** How likely a governor is, as the logarithm of the odds, and the most likely relation to it. */
interface Judgement {
  readonly score: number;
  /** Index of the relation. */
  readonly label: number;
}

function judge(network: Network, view: AttachmentView, token: number, governor: number, rank: number): Judgement {
  const sums = new Float32Array(network.hidden);
  sumRows(network, slots, attachmentFeatures(view, token, governor, rank, slots), sums);
  const output = bestOutput(network, sums, NOT_GOVERNOR + 1, network.outputs);
  return { score: scoreOf(network, sums, output) - scoreOf(network, sums, NOT_GOVERNOR), label: output - 1 };
}

/**
 * Takes a second look at the subject, the governor and the relation of each clause, with the whole tree in view: the parser decided before
 * it had read what follows.
 *
 * @param relations Relations by index.
 */
export function reattachClauses(
  network: Network,
  tree: Tree,
  tokens: ParserTokens,
  relations: readonly string[],
): Tree {
  let now = tree;
  for (const clause of clauseHeads(tree)) now = secondSubject(network, now, tokens, relations, clause);
  for (const clause of clauseHeads(now)) now = secondGovernor(network, now, tokens, relations, clause);
  return now;
}

const viewOf = (tree: Tree, tokens: ParserTokens, relations: readonly string[]): AttachmentView => ({
  tree,
  tokens,
  labels: Uint8Array.from(tree.relations, (relation) => relations.indexOf(relation)),
});

/** Gives a finite clause without a subject the noun before it that is more likely its subject than what the parser took it for. */
function secondSubject(
  network: Network,
  tree: Tree,
  tokens: ParserTokens,
  relations: readonly string[],
  clause: number,
): Tree {
  const nouns = possibleSubjects(tree, clause);
  if (nouns.length === 0) return tree;
  const view = viewOf(tree, tokens, relations);
  let best = tree;
  let bestGain = 0;
  for (const noun of nouns) {
    const current = tree.heads[noun] as number;
    const found = judge(network, view, noun, clause, 0);
    const relation = relations[found.label] as string;
    const gain = found.score - (current < 0 ? 0 : judge(network, view, noun, current, 1).score);
    if (gain <= bestGain || !relation.startsWith('nsubj')) continue;
    const changed = withSubject(tree, clause, noun, relation);
    if (changed === undefined) continue;
    best = changed;
    bestGain = gain;
  }
  return best;
}

/** Puts a clause under the candidate that is most likely its governor. */
function secondGovernor(
  network: Network,
  tree: Tree,
  tokens: ParserTokens,
  relations: readonly string[],
  clause: number,
): Tree {
  const current = tree.heads[clause] as number;
  if (current < 0) return tree;
  const view = viewOf(tree, tokens, relations);
  let best = -1;
  let bestJudgement: Judgement = { score: Number.NEGATIVE_INFINITY, label: 0 };
  candidateGovernors(tree, clause).forEach((governor, rank) => {
    const found = judge(network, view, clause, governor, rank);
    if (found.score <= bestJudgement.score || (governor !== current && !mayGovern(tree, clause, governor))) return;
    best = governor;
    bestJudgement = found;
  });
  const relation = relations[bestJudgement.label] as string;
  if (best < 0 || (best === current && relation === tree.relations[clause])) return tree;
  const heads = tree.heads.slice();
  heads[clause] = best;
  return treeOf(heads, tree.relations.with(clause, relation), tree.tags);
}
