import { FEATURES } from '../../shared/events/merging/pair-features.ts';
import { type Fitted, fitLogistic } from './logistic.ts';
import type { LabelledPair } from './pairs.ts';

const MOST_PAIRS_OF_A_SUBJECT = 12_000;

/** Features of a pair's surroundings, not of the pair: fitted last, on the residual of the others. */
const LAST = FEATURES.flatMap((name, i) => (name.endsWith('lie on these days') ? [i] : []));
/** Upper bound of those weights: reprints by agencies would make them too large for a small collection. */
const MOST_OF_SURROUNDINGS = 2.5;

/** Penalty that stabilises the weights of correlated features over samples of pairs. */
const PENALTY = 1e-2;

/** The pair model fitted over the labelled pairs of some subjects. */
export function fitPairModel(subjects: readonly (readonly LabelledPair[])[]): Fitted {
  const rows = subjects.flatMap(sampled).map(({ features, sameDay }) => ({ features, label: sameDay }));
  const withoutLast = (features: readonly number[]) => features.map((value, i) => (LAST.includes(i) ? 0 : value));
  const own = fitLogistic(
    rows.map(({ features, label }) => ({ label, features: withoutLast(features) })),
    PENALTY,
  );
  const rest = fitLogistic(
    rows.map(({ features, label }) => ({
      label,
      features: LAST.map((i) => features[i] as number),
      offset: scoreOf(own, withoutLast(features)),
    })),
    PENALTY,
  );
  const weights = own.weights.map((weight, i) =>
    LAST.includes(i) ? Math.min(MOST_OF_SURROUNDINGS, rest.weights[LAST.indexOf(i)] as number) : weight,
  );
  return { weights, bias: own.bias + rest.bias };
}

function sampled(pairs: readonly LabelledPair[]): readonly LabelledPair[] {
  const step = Math.max(1, pairs.length / MOST_PAIRS_OF_A_SUBJECT);
  return Array.from({ length: Math.floor(pairs.length / step) }, (_, i) => pairs[Math.floor(i * step)] as LabelledPair);
}

/** The log odds that a model gives to a pair. */
export const scoreOf = ({ weights, bias }: Fitted, features: readonly number[]): number =>
  features.reduce((sum, value, i) => sum + value * (weights[i] as number), bias);
