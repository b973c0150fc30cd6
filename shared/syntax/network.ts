/**
 * A small feed-forward network over hashed features: the rows of the features that are on are summed, negative sums are cut off (ReLU), and
 * each output is a weighted sum of what is left. A row is looked up by slot, so the first layer costs additions alone.
 */
export interface Network {
  /** Units of the hidden layer. */
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

/** Sums the rows of `count` slots into `sums`, of which there are `network.hidden`, and cuts off what is negative. */
export function sumRows(network: Network, slots: Int32Array, count: number, sums: Float32Array): void {
  const { hidden, rowOf, rows } = network;
  sums.set(network.hiddenBias);
  for (let i = 0; i < count; i++) {
    const row = rowOf[slots[i] as number] as number;
    if (row === 0) continue;
    const from = row * hidden;
    for (let j = 0; j < hidden; j += 4) {
      const at = from + j;
      sums[j] = (sums[j] as number) + (rows[at] as number);
      sums[j + 1] = (sums[j + 1] as number) + (rows[at + 1] as number);
      sums[j + 2] = (sums[j + 2] as number) + (rows[at + 2] as number);
      sums[j + 3] = (sums[j + 3] as number) + (rows[at + 3] as number);
    }
  }
  for (let j = 0; j < hidden; j++) if ((sums[j] as number) < 0) sums[j] = 0;
}

/** Score of one output. */
export function scoreOf(network: Network, sums: Float32Array, output: number): number {
  const { hidden, outputWeights } = network;
  const from = output * hidden;
  let score = network.outputBias[output] as number;
  for (let j = 0; j < hidden; j++) score += (sums[j] as number) * (outputWeights[from + j] as number);
  return score;
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
