import { bestOutput, type Network, scoreOf, sumRows } from './network.ts';
import { PARSER_TEMPLATES, type ParserTokens, parserFeatures } from './parser-features.ts';
import { ACTIONS, ParserState, SHIFT } from './transitions.ts';

const slots = new Int32Array(PARSER_TEMPLATES);

/** Parses greedily in one pass: twice as many steps as tokens. The network's first outputs are the actions, the others the relations. */
export function parseTokens(network: Network, tokens: ParserTokens): ParserState {
  const state = new ParserState(tokens.tag.length);
  const sums = new Float32Array(network.hidden);
  while (!state.done) {
    const count = parserFeatures(tokens, state, slots);
    sumRows(network, slots, count, sums);
    let action = -1;
    let best = Number.NEGATIVE_INFINITY;
    for (let a = 0; a < ACTIONS; a++) {
      if (!state.allows(a)) continue;
      const score = scoreOf(network, sums, a);
      if (score > best) {
        best = score;
        action = a;
      }
    }
    state.take(action, action === SHIFT ? 0 : bestOutput(network, sums, ACTIONS, network.outputs) - ACTIONS);
  }
  return state;
}
