import type { Network } from './network.ts';
import type { ParserTokens } from './parser-features.ts';
import { StepScores } from './step-scores.ts';
import { ParserState, SHIFT } from './transitions.ts';

/** A parse with its decisions; the lists have one entry per step. */
export interface Derivation {
  readonly state: ParserState;
  /** Logarithm of the probability of all actions and relations. */
  readonly chance: number;
  readonly actions: readonly number[];
  /** Index of the relation of each arc; 0 for SHIFT. */
  readonly labels: readonly number[];
  /** `chance` before each step. */
  readonly chances: readonly number[];
  /** The second best action; -1 if only one was possible. */
  readonly others: readonly number[];
  /** Difference of the scores of both actions; infinite if only one was possible. */
  readonly margins: readonly number[];
}

/** A derivation that repeats the steps of another before `step` and takes the second best action there. */
interface Branch {
  readonly of: Derivation;
  readonly step: number;
}

/** A branch is abandoned when its log probability is lower by this than that of its origin after as many steps. */
const LAG = 1;

/**
 * Parses greedily: twice as many steps as tokens.
 *
 * @param scores Those of the sentence.
 * @param bound Returns undefined as soon as the parse is no more likely than this.
 * @param branch Likewise as soon as the branch falls too far behind its origin.
 */
export function derive(
  scores: StepScores,
  tokens: ParserTokens,
  bound = Number.NEGATIVE_INFINITY,
  branch?: Branch,
): Derivation | undefined {
  const state = new ParserState(tokens.tag.length);
  const from = branch?.step ?? 0;
  const actions = branch?.of.actions.slice(0, from) ?? [];
  const labels = branch?.of.labels.slice(0, from) ?? [];
  const chances = branch?.of.chances.slice(0, from) ?? [];
  const others = branch?.of.others.slice(0, from) ?? [];
  const margins = branch?.of.margins.slice(0, from) ?? [];
  for (let step = 0; step < from; step++) state.take(actions[step] as number, labels[step] as number);
  let chance = branch?.of.chances[from] ?? 0;
  for (let step = from; !state.done; step++) {
    // a branch takes the other action at its first step
    const turns = branch !== undefined && step === from;
    const score = scores.at(tokens, state, step, turns);
    const action = turns ? score.other : score.action;
    const label = action === SHIFT ? 0 : score.label;
    margins.push(score.margin);
    chances.push(chance);
    chance += turns ? score.otherShare : score.actionShare;
    if (action !== SHIFT) chance += score.labelShare;
    if (chance <= bound) return undefined;
    if (branch !== undefined && step > from + 1 && chance < (branch.of.chances[step + 1] ?? branch.of.chance) - LAG)
      return undefined;
    actions.push(action);
    labels.push(label);
    others.push(turns ? score.action : score.other);
    state.take(action, label);
  }
  return { state, chance, actions, labels, chances, others, margins };
}

/** The greedy parse. */
export const parseTokens = (network: Network, tokens: ParserTokens): ParserState =>
  (derive(new StepScores(network), tokens) as Derivation).state;
