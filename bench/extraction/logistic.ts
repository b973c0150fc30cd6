import type { LinearModel } from '../../shared/events/anchoring/linear-model.ts';

/** A training example: its features by index, its label, and its weight. */
export interface Example {
  readonly features: readonly string[];
  readonly label: boolean;
  readonly weight: number;
}

export interface TrainingOptions {
  /** Strength of the L2 penalty. */
  readonly l2: number;
  /** Features of fewer examples are left out. */
  readonly least: number;
  readonly iterations?: number;
  /** Features whose weight is penalised twenty times less: rare ones that are known to matter. */
  readonly trusted?: (name: string) => boolean;
}

/**
 * Logistic regression with an L2 penalty, by L-BFGS with a backtracking line search (Nocedal and Wright 2006, algorithms 7.4 and 3.1): the
 * same examples give the same weights.
 */
export function trainLogistic(
  examples: readonly Example[],
  { l2, least, iterations = 80, trusted = () => false }: TrainingOptions,
): LinearModel {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= least).map(([name]) => name);
  const index = new Map(names.map((name, i) => [name, i + 1]));
  const size = names.length + 1;
  const rows = examples.map(({ features }) =>
    Int32Array.from([0, ...new Set(features.map((name) => index.get(name)).filter((i) => i !== undefined))]),
  );
  const penalties = Float64Array.from([0, ...names.map((name) => (trusted(name) ? l2 / 20 : l2))]);
  const evaluate = (w: Float64Array, gradient: Float64Array): number => {
    let loss = 0;
    gradient.fill(0);
    for (let i = 1; i < size; i++) {
      const x = w[i] as number;
      const penalty = penalties[i] as number;
      loss += 0.5 * penalty * x * x;
      gradient[i] = penalty * x;
    }
    for (let e = 0; e < rows.length; e++) {
      const row = rows[e] as Int32Array;
      const { label, weight } = examples[e] as Example;
      let score = 0;
      for (const i of row) score += w[i] as number;
      const signed = label ? score : -score;
      loss += weight * (signed > 0 ? Math.log1p(Math.exp(-signed)) : -signed + Math.log1p(Math.exp(signed)));
      const error = weight * (1 / (1 + Math.exp(-score)) - (label ? 1 : 0));
      for (const i of row) gradient[i] = (gradient[i] as number) + error;
    }
    return loss;
  };
  const weights = minimise(evaluate, size, iterations);
  return { bias: weights[0] as number, weights: new Map(names.map((name, i) => [name, weights[i + 1] as number])) };
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

const MEMORY = 8;

function minimise(
  evaluate: (w: Float64Array, gradient: Float64Array) => number,
  size: number,
  iterations: number,
): Float64Array {
  let w = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = evaluate(w, gradient);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = gradient.map((x) => -x);
    const alphas: number[] = [];
    for (const { s, y, rho } of [...steps].reverse()) {
      const alpha = rho * dot(s, direction);
      alphas.push(alpha);
      for (let i = 0; i < size; i++) direction[i] = (direction[i] as number) - alpha * (y[i] as number);
    }
    const last = steps.at(-1);
    const scale = last ? dot(last.s, last.y) / dot(last.y, last.y) : 1 / Math.sqrt(dot(gradient, gradient));
    for (let i = 0; i < size; i++) direction[i] = (direction[i] as number) * scale;
    for (const { s, y, rho } of steps) {
      const beta = rho * dot(y, direction);
      const alpha = alphas.pop() as number;
      for (let i = 0; i < size; i++) direction[i] = (direction[i] as number) + (alpha - beta) * (s[i] as number);
    }
    const slope = dot(gradient, direction);
    if (slope > -1e-7) break;
    let step = 1;
    const nextGradient = new Float64Array(size);
    let next = w;
    let nextLoss = Number.POSITIVE_INFINITY;
    while (step > 1e-10) {
      const size0 = step;
      next = w.map((x, i) => x + size0 * (direction[i] as number));
      nextLoss = evaluate(next, nextGradient);
      if (nextLoss <= loss + 1e-4 * step * slope) break;
      step /= 2;
    }
    if (!(nextLoss < loss)) break;
    const s = next.map((x, i) => x - (w[i] as number));
    const y = nextGradient.map((x, i) => x - (gradient[i] as number));
    const sy = dot(s, y);
    if (sy > 1e-12) steps.push({ s, y, rho: 1 / sy });
    if (steps.length > MEMORY) steps.shift();
    const settled = (loss - nextLoss) / Math.max(1, Math.abs(loss)) < 1e-6;
    w = next;
    gradient = nextGradient;
    loss = nextLoss;
    if (settled) break;
  }
  return w;
}
