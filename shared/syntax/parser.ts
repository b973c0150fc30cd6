import { bestOutput, type Network, scoreOutputs, sumFeatures } from './network.ts';
import { type ParserTokens, parserAtoms } from './parser-features.ts';
import { ACTIONS, ParserState, SHIFT } from './transitions.ts';

/** Parses greedily in one pass: twice as many steps as tokens. The network's first outputs are the actions, the others the relations. */
export function parseTokens(network: Network, tokens: ParserTokens): ParserState {
  const state = new ParserState(tokens.tag.length);
  const { atoms, scores, outputs } = network;
  while (!state.done) {
    parserAtoms(tokens, state, atoms);
    sumFeatures(network);
    scoreOutputs(network, 0, ACTIONS);
    let action = -1;
    let best = Number.NEGATIVE_INFINITY;
    for (let a = 0; a < ACTIONS; a++) {
      if (!state.allows(a) || (scores[a] as number) <= best) continue;
      best = scores[a] as number;
      action = a;
    }
    if (action === SHIFT) state.take(action, 0);
    else {
      scoreOutputs(network, ACTIONS, outputs);
      state.take(action, bestOutput(scores, ACTIONS, outputs) - ACTIONS);
    }
  }
  return state;
}
