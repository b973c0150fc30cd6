import { type Derivation, derive } from './parser.ts';
import type { ParserTokens } from './parser-features.ts';
import type { StepScores } from './step-scores.ts';

/** How many decisions are tried the other way. This and the next two numbers were set on gum-dev and ewt-dev. */
const MOST_TRIES = 8;
/** A decision is tried the other way if its scores differ by less. */
const CLOSE = 1;
/** Another parse has to be more likely by this, as a logarithm. */
const GAIN = 0.3;

/**
 * Looks for a more likely parse than a greedy one: takes its closest decisions the other way, one at a time, and goes on from what is better.
 * The parser's own mistakes show behind the decision, where a wrong turn makes every later step unlikely.
 */
export function searchParse(scores: StepScores, tokens: ParserTokens, greedy: Derivation): Derivation {
  let best = greedy;
  let tried = new Set<number>();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const step = closestStep(best, tried);
    if (step < 0) break;
    tried.add(step);
    const other = derive(scores, tokens, best.chance + GAIN, { of: best, step });
    if (other === undefined) continue;
    best = other;
    tried = new Set([step]);
  }
  return best;
}

/** The decision with the smallest margin of those that were not tried; -1 for none. */
function closestStep({ margins }: Derivation, tried: ReadonlySet<number>): number {
  let closest = -1;
  let margin = CLOSE;
  for (let step = 0; step < margins.length; step++) {
    if ((margins[step] as number) >= margin || tried.has(step)) continue;
    closest = step;
    margin = margins[step] as number;
  }
  return closest;
}
