import type { Token } from '../text/tokens.ts';
import { bestOutput, type Network, sumRows } from './network.ts';
import { hashTokens, TAG_TEMPLATES, tagFeatures } from './tag-features.ts';

const slots = new Int32Array(TAG_TEMPLATES);

/** Tags each token, left to right: indices of the network's outputs. */
export function tagTokens(network: Network, tokens: readonly Token[]): Uint8Array {
  const hashes = hashTokens(tokens);
  const tags = new Uint8Array(tokens.length);
  const sums = new Float32Array(network.hidden);
  for (let i = 0; i < tokens.length; i++) {
    const count = tagFeatures(hashes, tags, i, slots);
    sumRows(network, slots, count, sums);
    tags[i] = bestOutput(network, sums, 0, network.outputs);
  }
  return tags;
}
