/** A fitted model: one weight a feature, and the bias. */
export interface Fitted {
  readonly weights: readonly number[];
  readonly bias: number;
}

const STEPS = 500;
const LEARNING_RATE = 1;

/**
 * Logistic regression by gradient descent on standardised features.
 *
 * @param rows `offset` is added to the log odds of a row: the result of an earlier fit.
 * @param l2 Penalty on the squared standardised weights.
 */
export function fitLogistic(
  rows: readonly { readonly features: readonly number[]; readonly label: boolean; readonly offset?: number }[],
  l2 = 1e-3,
): Fitted {
  const size = rows[0]?.features.length ?? 0;
  const mean = Array.from(
    { length: size },
    (_, i) => rows.reduce((sum, { features }) => sum + at(features, i), 0) / rows.length,
  );
  const deviation = Array.from(
    { length: size },
    (_, i) =>
      Math.sqrt(rows.reduce((sum, { features }) => sum + (at(features, i) - at(mean, i)) ** 2, 0) / rows.length) || 1,
  );
  const scaled = rows.map(({ features, label, offset = 0 }) => ({
    offset,
    label: label ? 1 : 0,
    x: features.map((v, i) => (v - at(mean, i)) / at(deviation, i)),
  }));
  const weights = new Array<number>(size).fill(0);
  let bias = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = new Array<number>(size).fill(0);
    let biasSlope = 0;
    for (const { x, label, offset } of scaled) {
      const error = 1 / (1 + Math.exp(-x.reduce((sum, v, i) => sum + v * at(weights, i), bias + offset))) - label;
      for (let i = 0; i < size; i++) slope[i] = at(slope, i) + error * at(x, i);
      biasSlope += error;
    }
    for (let i = 0; i < size; i++)
      weights[i] = at(weights, i) - LEARNING_RATE * (at(slope, i) / rows.length + l2 * at(weights, i));
    bias -= (LEARNING_RATE * biasSlope) / rows.length;
  }
  return {
    weights: weights.map((weight, i) => weight / at(deviation, i)),
    bias: bias - weights.reduce((sum, weight, i) => sum + (weight * at(mean, i)) / at(deviation, i), 0),
  };
}

const at = (values: readonly number[], i: number): number => values[i] as number;
