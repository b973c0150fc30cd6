/**
 * A small feed-forward network over hashed features: the rows of the features that are on are summed, negative sums are cut off (ReLU), and
 * each output is a weighted sum of what is left. A row is looked up by slot, so the first layer costs additions alone.
 */
export interface Network {
  /** Units of the hidden layer, a multiple of four. */
  readonly hidden: number;
  readonly outputs: number;
  /** Row of each slot; row 0 is empty and stands for every slot without weights. */
  readonly rowOf: Uint16Array;
  /** `hidden` weights a row. */
  readonly rows: Int8Array;
  /** In the rows' unit. */
  readonly hiddenBias: Float32Array;
  /** `hidden` weights an output. */
  readonly outputWeights: Float32Array;
  readonly outputBias: Float32Array;
}

/** Where the rows of the features at hand begin; at most this many features are on. */
const begins = new Int32Array(256);

/** Sums the rows of `count` slots into `sums`, of which there are `network.hidden`, and cuts off what is negative. */
export function sumRows(network: Network, slots: Int32Array, count: number, sums: Float32Array): void {
  const { hidden, rowOf, rows, hiddenBias } = network;
  let on = 0;
  for (let i = 0; i < count; i++) {
    const row = rowOf[slots[i] as number] as number;
    if (row !== 0) begins[on++] = row * hidden;
  }
  // four units at a time, so that their sums stay in registers over all rows
  for (let j = 0; j < hidden; j += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < on; i++) {
      const at = (begins[i] as number) + j;
      a += rows[at] as number;
      b += rows[at + 1] as number;
      c += rows[at + 2] as number;
      d += rows[at + 3] as number;
    }
    sums[j] = Math.max(0, a + (hiddenBias[j] as number));
    sums[j + 1] = Math.max(0, b + (hiddenBias[j + 1] as number));
    sums[j + 2] = Math.max(0, c + (hiddenBias[j + 2] as number));
    sums[j + 3] = Math.max(0, d + (hiddenBias[j + 3] as number));
  }
}

/** Score of one output. */
export function scoreOf(network: Network, sums: Float32Array, output: number): number {
  const { hidden, outputWeights } = network;
  const from = output * hidden;
  let even = network.outputBias[output] as number;
  let odd = 0;
  for (let j = 0; j < hidden; j += 2) {
    even += (sums[j] as number) * (outputWeights[from + j] as number);
    odd += (sums[j + 1] as number) * (outputWeights[from + j + 1] as number);
  }
  return even + odd;
}

/** The output with the highest score among those from `first` to `last`, exclusive. */
export function bestOutput(network: Network, sums: Float32Array, first: number, last: number): number {
  let best = first;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let output = first; output < last; output++) {
    const score = scoreOf(network, sums, output);
    if (score > bestScore) {
      bestScore = score;
      best = output;
    }
  }
  return best;
}
