/** A linear model over named binary features: the weight of each, and of the bias. */
export interface LinearModel {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** Reads a model from lines of a name, a blank and a weight in hundredths; the line named `bias` is the bias. */
export function readModel(lines: string): LinearModel {
  const weights = new Map<string, number>();
  for (const line of lines.split('\n')) {
    const blank = line.lastIndexOf(' ');
    if (blank > 0) weights.set(line.slice(0, blank), Number(line.slice(blank + 1)) / 100);
  }
  return { bias: weights.get('bias') ?? 0, weights };
}

/** Probability that what the features tell of is so, by logistic regression. */
export function probability(model: LinearModel, features: readonly string[]): number {
  let score = model.bias;
  for (const feature of features) score += model.weights.get(feature) ?? 0;
  return 1 / (1 + Math.exp(-score));
}
