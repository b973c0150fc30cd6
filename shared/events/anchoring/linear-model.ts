import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** A linear model over named binary features: the weight of each, and of the bias. */
export interface LinearModel {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** Parses a model from lines of a name, a space and a weight in hundredths; the line named `bias` is the bias. */
export function readModel(lines: string): LinearModel {
  const weights = new Map<string, number>();
  for (const line of lines.split('\n')) {
    const blank = line.lastIndexOf(' ');
    if (blank > 0) weights.set(line.slice(0, blank), Number(line.slice(blank + 1)) / 100);
  }
  const bias = weights.get('bias') ?? 0;
  weights.delete('bias');
  return { bias, weights };
}

/** Writes a model as `readModel` parses it; features with a weight below half a hundredth are left out. */
const writeModel = ({ bias, weights }: LinearModel): string =>
  [
    `bias ${Math.round(bias * 100)}`,
    ...[...weights]
      .map(([name, weight]) => [name, Math.round(weight * 100)] as const)
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, weight]) => `${name} ${weight}`),
  ].join('\n');

/** Models as base64 of Brotli of their lines, an empty line between two of them. */
export const packModels = (models: readonly LinearModel[]): string =>
  brotliCompressSync(models.map(writeModel).join('\n\n'), {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  }).toString('base64');

/** The models that `packModels` packed, in the same order. */
export const unpackModels = (packed: string): LinearModel[] =>
  brotliDecompressSync(Buffer.from(packed, 'base64')).toString('utf8').split('\n\n').map(readModel);

const parts = new WeakMap<LinearModel, Map<string, LinearModel>>();

/** The features of a model whose names begin with a prefix, without the prefix: look-ups then need no joined strings. */
export function modelUnder(model: LinearModel, prefix: string): LinearModel {
  const known = parts.get(model) ?? new Map<string, LinearModel>();
  parts.set(model, known);
  let part = known.get(prefix);
  if (!part) {
    const own = [...model.weights].filter(([name]) => name.startsWith(prefix));
    part = { bias: model.bias, weights: new Map(own.map(([name, weight]) => [name.slice(prefix.length), weight])) };
    known.set(prefix, part);
  }
  return part;
}

/** Probability by logistic regression over the given features. */
export function probability(model: LinearModel, ...lists: readonly (readonly string[])[]): number {
  let score = model.bias;
  for (const features of lists) for (const feature of features) score += model.weights.get(feature) ?? 0;
  return 1 / (1 + Math.exp(-score));
}

/**
 * Calibrates the probability of the event models to the confidence of an event: a Beta calibration (Kull et al. 2017),
 * fitted on held-out articles. Its features are the logarithms of a probability and of its complement.
 */
export const CURVE_FEATURES = { low: 'log(p)', high: '-log(1-p)' } as const;

/** The probability on the curve; monotone as long as neither weight is negative. */
export function onCurve({ bias, weights }: LinearModel, p: number): number {
  const low = (weights.get(CURVE_FEATURES.low) ?? 0) * Math.log(Math.max(p, LEAST));
  const high = (weights.get(CURVE_FEATURES.high) ?? 0) * -Math.log(Math.max(1 - p, LEAST));
  return 1 / (1 + Math.exp(-bias - low - high));
}

const LEAST = 1e-6;
