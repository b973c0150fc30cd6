import { SLOT_BITS, type Templates } from './hashing.ts';
import { createKernel, type Kernel, MOST_FEATURES, MOST_OUTPUTS, MOST_UNITS } from './kernel.ts';

/**
 * A small feed-forward network over hashed features: the rows of the active features are summed, negative sums become 0 (ReLU), and each
 * output is a weighted sum of the results. A row is looked up by slot, so the first layer costs additions alone. To use it: write `atoms`,
 * call `sumFeatures`, then `scoreOutputs`, and read `scores`.
 */
export interface Network {
  /** Units of the hidden layer, a multiple of 16. */
  readonly hidden: number;
  readonly outputs: number;
  readonly atoms: Int32Array;
  readonly scores: Float32Array;
  readonly kernel: Kernel;
  /** Bytes from the output weights of one unit to those of the next. */
  readonly stride: number;
}

/** A network as trained, and as stored in `weights.br`. */
export interface TrainedNetwork {
  readonly hidden: number;
  readonly outputs: number;
  /** Slots that have a row, in ascending order. */
  readonly slots: Int32Array;
  /** `hidden` weights a slot, from `-LEVELS` to `LEVELS`. */
  readonly rows: Int8Array;
  /** In the same unit as the rows. */
  readonly hiddenBias: Float32Array;
  /** `hidden` weights an output. */
  readonly outputWeights: Float32Array;
  readonly outputBias: Float32Array;
}

/** The first layer has whole numbers from -31 to 31: four of them add up in a byte, and packed they are half as large as int8. */
export const LEVELS = 31;

/** Outputs are computed in sixteens. */
const OUTPUT_STEP = 16;

/**
 * Copies a trained network into the kernel's memory.
 *
 * @throws RangeError if the network is too large for the kernel's memory.
 */
export function layOutNetwork(trained: TrainedNetwork, templates: Templates): Network {
  const { hidden, outputs, slots, rows } = trained;
  if (hidden > MOST_UNITS || outputs > MOST_OUTPUTS - OUTPUT_STEP || templates.count > MOST_FEATURES)
    throw new RangeError(`${hidden} units, ${outputs} outputs, ${templates.count} features are too many`);
  const kernel = createKernel(rows.length + hidden);
  kernel.rows.set(rows, hidden);
  kernel.templates.set(templates.layout);
  fillTable(kernel.table, slots);
  kernel.hiddenBias.set(trained.hiddenBias);
  kernel.outputBias.set(trained.outputBias);
  const stride = Math.ceil(outputs / 4) * 4;
  for (let output = 0; output < outputs; output++)
    for (let unit = 0; unit < hidden; unit++)
      kernel.outputWeights[unit * stride + output] = trained.outputWeights[output * hidden + unit] as number;
  return { hidden, outputs, atoms: kernel.atoms, scores: kernel.scores, kernel, stride: stride * 4 };
}

/** Rows are numbered from 1; the kernel adds 1 for the empty row by counting from the row before. */
function fillTable(table: Int32Array, slots: Int32Array): void {
  let next = 0;
  for (let word = 0; word < 2 ** (SLOT_BITS - 5); word++) {
    let bits = 0;
    table[2 * word + 1] = next + 1;
    for (; next < slots.length && (slots[next] as number) >>> 5 === word; next++)
      bits |= 1 << ((slots[next] as number) & 31);
    table[2 * word] = bits;
  }
}

/** Hashes features without a network, for training. */
export function featureHasher(templates: Templates): Pick<Kernel, 'atoms' | 'slots' | 'hash'> {
  const kernel = createKernel(0);
  kernel.templates.set(templates.layout);
  return kernel;
}

/** Sums the rows of the features that `atoms` make into the hidden layer. */
export function sumFeatures({ kernel, hidden }: Network): void {
  kernel.sum(kernel.hash(), hidden);
}

/** Writes the scores of the outputs from `first` to `last`, exclusive, to their places in `scores`; up to fifteen places behind are overwritten. */
export function scoreOutputs({ kernel, stride }: Network, first: number, last: number): void {
  kernel.score(first * 4, last * 4, stride);
}

/** The output with the highest score among those from `first` to `last`, exclusive. */
export function bestOutput(scores: Float32Array, first: number, last: number): number {
  let best = first;
  let highest = scores[first] as number;
  for (let output = first + 1; output < last; output++) {
    const score = scores[output] as number;
    if (score <= highest) continue;
    best = output;
    highest = score;
  }
  return best;
}
