import type { Token } from '../text/tokens.ts';
import { type Network, scoreOutputs, sumFeatures } from './network.ts';
import { hashTokens, type Lexicon, tagAtoms } from './tag-features.ts';

/** No second tag is likely. */
export const NO_TAG = 255;

/** A second tag is kept if its log probability is lower by at most this. */
const CLOSE = 3;

/** Tags of a sentence as indices of the network's outputs. */
export interface TaggedTokens {
  readonly tags: Uint8Array;
  /** The second most likely tag of each token, or `NO_TAG` if the first is clear. */
  readonly seconds: Uint8Array;
  /** Difference of the log probabilities of the first and the second tag; 0 without a second. */
  readonly gaps: readonly number[];
}

/** Tags each token, left to right. */
export function tagTokens(network: Network, lexicon: Lexicon, tokens: readonly Token[]): TaggedTokens {
  const hashes = hashTokens(tokens, lexicon);
  const tags = new Uint8Array(tokens.length);
  const seconds = new Uint8Array(tokens.length).fill(NO_TAG);
  const gaps = new Array<number>(tokens.length).fill(0);
  const { atoms, scores, outputs } = network;
  for (let i = 0; i < tokens.length; i++) {
    tagAtoms(hashes, tags, i, atoms);
    sumFeatures(network);
    scoreOutputs(network, 0, outputs);
    let best = 0;
    let bestScore = Number.NEGATIVE_INFINITY;
    let second = 0;
    let secondScore = Number.NEGATIVE_INFINITY;
    for (let tag = 0; tag < outputs; tag++) {
      const score = scores[tag] as number;
      if (score > bestScore) {
        second = best;
        secondScore = bestScore;
        best = tag;
        bestScore = score;
      } else if (score > secondScore) {
        second = tag;
        secondScore = score;
      }
    }
    tags[i] = best;
    if (bestScore - secondScore >= CLOSE) continue;
    seconds[i] = second;
    gaps[i] = bestScore - secondScore;
  }
  return { tags, seconds, gaps };
}
