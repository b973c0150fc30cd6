import { bestOutput, type Network, scoreOutputs, sumFeatures } from './network.ts';
import { type ParserTokens, parserAtoms } from './parser-features.ts';
import { ACTIONS, ParserState, SHIFT } from './transitions.ts';

/** A parse with the decisions that led to it; the lists have an entry a step. */
export interface Derivation {
  readonly state: ParserState;
  /** Logarithm of the probability of all actions and relations. */
  readonly chance: number;
  readonly actions: readonly number[];
  /** Index of the relation of each arc; 0 for SHIFT. */
  readonly labels: readonly number[];
  /** `chance` before each step. */
  readonly chances: readonly number[];
  /** The other action that came into question; -1 where there was one action alone. */
  readonly others: readonly number[];
  /** Difference of the scores of both actions; infinite where there was one alone. */
  readonly margins: readonly number[];
}

/** Where a derivation leaves another: it repeats the steps before `step` and takes the other action there. */
interface Branch {
  readonly of: Derivation;
  readonly step: number;
}

/** A branch is given up where it is less likely than the parse that it left was after as many steps, by this as a logarithm. */
const LAG = 1;

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
 * Parses greedily: twice as many steps as tokens. The network's first outputs are the actions, the others the relations.
 *
 * @param bound The answer is undefined once the parse is no more likely than this.
 * @param branch Likewise once the branch falls behind the parse that it left.
 */
export function derive(
  network: Network,
  tokens: ParserTokens,
  bound = Number.NEGATIVE_INFINITY,
  branch?: Branch,
): Derivation | undefined {
  const state = new ParserState(tokens.tag.length);
  const { atoms, scores, outputs } = network;
  const from = branch?.step ?? 0;
  const actions = branch?.of.actions.slice(0, from) ?? [];
  const labels = branch?.of.labels.slice(0, from) ?? [];
  const chances = branch?.of.chances.slice(0, from) ?? [];
  const others = branch?.of.others.slice(0, from) ?? [];
  const margins = branch?.of.margins.slice(0, from) ?? [];
  for (let step = 0; step < from; step++) state.take(actions[step] as number, labels[step] as number);
  let chance = branch?.of.chances[from] ?? 0;
  for (let step = from; !state.done; step++) {
    parserAtoms(tokens, state, atoms);
    sumFeatures(network);
    scoreOutputs(network, 0, ACTIONS);
    let action = -1;
    let other = -1;
    for (let a = 0; a < ACTIONS; a++) {
      if (!state.allows(a)) scores[a] = Number.NEGATIVE_INFINITY;
      else if (action < 0 || (scores[a] as number) > (scores[action] as number)) {
        other = action;
        action = a;
      } else if (other < 0 || (scores[a] as number) > (scores[other] as number)) other = a;
    }
    margins.push(other < 0 ? Number.POSITIVE_INFINITY : (scores[action] as number) - (scores[other] as number));
    if (branch !== undefined && step === from) {
      other = branch.of.actions[step] as number;
      action = branch.of.others[step] as number;
    }
    chances.push(chance);
    chance += logShare(scores, 0, ACTIONS, action);
    let label = 0;
    if (action !== SHIFT) {
      scoreOutputs(network, ACTIONS, outputs);
      const best = bestOutput(scores, ACTIONS, outputs);
      chance += logShare(scores, ACTIONS, outputs, best);
      label = best - ACTIONS;
    }
    if (chance <= bound) return undefined;
    if (branch !== undefined && step > from + 1 && chance < (branch.of.chances[step + 1] ?? branch.of.chance) - LAG)
      return undefined;
    actions.push(action);
    labels.push(label);
    others.push(other);
    state.take(action, label);
  }
  return { state, chance, actions, labels, chances, others, margins };
}

/** The greedy parse. */
export const parseTokens = (network: Network, tokens: ParserTokens): ParserState =>
  (derive(network, tokens) as Derivation).state;
