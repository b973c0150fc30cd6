import { bestOutput, hiddenLayer, type Network, outputScores, scoreOutputs, sumRows } from './network.ts';
import { PARSER_TEMPLATES, type ParserTokens, parserFeatures } from './parser-features.ts';
import { ACTIONS, ParserState, SHIFT } from './transitions.ts';

const slots = new Int32Array(PARSER_TEMPLATES);

/** Parses greedily in one pass: twice as many steps as tokens. The network's first outputs are the actions, the others the relations. */
export function parseTokens(network: Network, tokens: ParserTokens): ParserState {
  const state = new ParserState(tokens.tag.length);
  const layer = hiddenLayer(network);
  const scores = outputScores(network);
  while (!state.done) {
    const count = parserFeatures(tokens, state, slots);
    sumRows(network, slots, count, layer);
    scoreOutputs(network, layer, 0, ACTIONS, scores);
    let action = -1;
    let best = Number.NEGATIVE_INFINITY;
    for (let a = 0; a < ACTIONS; a++) {
      if (!state.allows(a) || (scores[a] as number) <= best) continue;
      best = scores[a] as number;
      action = a;
    }
    if (action === SHIFT) state.take(action, 0);
    else {
      scoreOutputs(network, layer, ACTIONS, network.outputs, scores);
      state.take(action, bestOutput(scores, ACTIONS, network.outputs) - ACTIONS);
    }
  }
  return state;
}
