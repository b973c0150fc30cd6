import { type Derivation, derive } from './parser.ts';
import type { ParserTokens } from './parser-features.ts';
import type { StepScores } from './step-scores.ts';

/** Number of decisions that are reversed. This and the next two numbers were tuned on gum-dev and ewt-dev. */
const MOST_TRIES = 8;
/** A decision is reversed only if its two scores differ by less. */
const CLOSE = 1;
/** A new parse replaces the best one if its log probability is higher by this. */
const GAIN = 0.3;

/**
 * Searches for a more likely parse than the greedy one: reverses its closest decisions, one at a time, and continues from each better parse. A
 * wrong decision shows in the steps after it, which all become unlikely.
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

/** The untried decision with the smallest margin; -1 for none. */
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
