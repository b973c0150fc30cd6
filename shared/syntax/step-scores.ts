import { bestOutput, type Network, scoreOutputs, sumFeatures } from './network.ts';
import { PARSER_ATOMS, type ParserTokens, parserAtoms } from './parser-features.ts';
import { ACTIONS, type ParserState, SHIFT } from './transitions.ts';

/** The scores of the parser's network for one state. Shares are logarithms of an output's share in the softmax of its kind. */
export interface StepScore {
  /** The best allowed action, and the second best; -1 if only one is allowed. */
  readonly action: number;
  readonly other: number;
  /** Difference of the scores of both; infinite if only one is allowed. */
  readonly margin: number;
  readonly actionShare: number;
  readonly otherShare: number;
  /** The best relation if the action makes an arc; -1 until it is computed. */
  label: number;
  labelShare: number;
}

/** Logarithm of an output's share in the softmax over the outputs from `first` to `last`, exclusive. */
function logShare(scores: Float32Array, first: number, last: number, output: number): number {
  const own = scores[output] as number;
  let sum = 0;
  for (let o = first; o < last; o++) {
    const difference = (scores[o] as number) - own;
    if (difference > -12) sum += Math.exp(difference);
  }
  return -Math.log(sum);
}

/**
 * Scores the states of all parses of one sentence, each state once: branches of a parse mostly repeat states of it. A state is identified by its
 * atoms, which determine all input of the network and of `allows`. The network's first outputs are the actions, the others the
 * relations.
 */
export class StepScores {
  private readonly network: Network;
  private atoms = new Int32Array(PARSER_ATOMS * 128);
  private readonly scores: StepScore[] = [];
  /** Index of the last score of each step, and for each score that of the one before it of the same step; -1 for none. */
  private readonly lastOfStep: number[] = [];
  private readonly before: number[] = [];

  constructor(network: Network) {
    this.network = network;
  }

  /**
   * The score of the state after `step` steps.
   *
   * @param turns Whether the second best action will be taken.
   */
  at(tokens: ParserTokens, state: ParserState, step: number, turns: boolean): StepScore {
    const { atoms } = this.network;
    parserAtoms(tokens, state, atoms);
    while (this.lastOfStep.length <= step) this.lastOfStep.push(-1);
    let i = this.lastOfStep[step] as number;
    while (i >= 0 && !this.hasAtoms(i, atoms)) i = this.before[i] as number;
    const known = i >= 0 ? (this.scores[i] as StepScore) : undefined;
    if (known === undefined) sumFeatures(this.network);
    const score = known ?? this.scoreActions(state);
    if (known === undefined) this.keep(step, score);
    if (score.label >= 0 || (turns ? score.other : score.action) === SHIFT) return score;
    if (known !== undefined) sumFeatures(this.network);
    this.scoreLabels(score);
    return score;
  }

  private hasAtoms(index: number, atoms: Int32Array): boolean {
    const kept = this.atoms;
    for (let a = 0, at = index * PARSER_ATOMS; a < PARSER_ATOMS; a++, at++) if (kept[at] !== atoms[a]) return false;
    return true;
  }

  private keep(step: number, score: StepScore): void {
    const index = this.scores.length;
    if ((index + 1) * PARSER_ATOMS > this.atoms.length) {
      const larger = new Int32Array(this.atoms.length * 2);
      larger.set(this.atoms);
      this.atoms = larger;
    }
    const { atoms } = this.network;
    for (let a = 0, at = index * PARSER_ATOMS; a < PARSER_ATOMS; a++, at++) this.atoms[at] = atoms[a] as number;
    this.scores.push(score);
    this.before.push(this.lastOfStep[step] as number);
    this.lastOfStep[step] = index;
  }

  private scoreActions(state: ParserState): StepScore {
    const { scores } = this.network;
    scoreOutputs(this.network, 0, ACTIONS);
    let action = -1;
    let other = -1;
    for (let a = 0; a < ACTIONS; a++) {
      if (!state.allows(a)) scores[a] = Number.NEGATIVE_INFINITY;
      else if (action < 0 || (scores[a] as number) > (scores[action] as number)) {
        other = action;
        action = a;
      } else if (other < 0 || (scores[a] as number) > (scores[other] as number)) other = a;
    }
    const actionShare = logShare(scores, 0, ACTIONS, action);
    const otherShare = other < 0 ? Number.NEGATIVE_INFINITY : logShare(scores, 0, ACTIONS, other);
    const margin = other < 0 ? Number.POSITIVE_INFINITY : (scores[action] as number) - (scores[other] as number);
    return { action, other, margin, actionShare, otherShare, label: -1, labelShare: 0 };
  }

  private scoreLabels(score: StepScore): void {
    const { scores, outputs } = this.network;
    scoreOutputs(this.network, ACTIONS, outputs);
    const best = bestOutput(scores, ACTIONS, outputs);
    score.label = best - ACTIONS;
    score.labelShare = logShare(scores, ACTIONS, outputs, best);
  }
}
