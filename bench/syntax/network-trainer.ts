import { SLOT_BITS } from '../../shared/syntax/hashing.ts';
import { LEVELS, type TrainedNetwork } from '../../shared/syntax/network.ts';

/** Sizes and step lengths of one training. */
export interface TrainingOptions {
  /** Rounds over the treebank. The result is the mean of the weights after each round of the second half. */
  readonly epochs: number;
  readonly hidden: number;
  /** Step length of AdaGrad. */
  readonly rate: number;
  /** Dropout: probability that a hidden unit is left out of one step. */
  readonly dropout: number;
  /** Probability that a feature is left out of one step. */
  readonly featureDropout: number;
  /** A slot has a row if training sees it at least this often, and if it is among the `most` most frequent. */
  readonly least: number;
  readonly most: number;
}

interface TrainerOptions extends TrainingOptions {
  readonly outputs: number;
  readonly random: () => number;
}

/**
 * Trains a `TrainedNetwork` by stochastic gradient descent on softmax losses, one decision at a time. AdaGrad with one accumulator a row in the
 * first layer (Duchi et al. 2011; rows as in embedding tables) and one a weight in the second; the result is the mean of snapshots.
 */
export class NetworkTrainer {
  readonly #options: TrainerOptions;
  /** Row of each slot; row 0 is empty and stands for every slot without weights. */
  readonly #rowOf: Uint16Array;
  /** Slots with a row, ascending. */
  readonly #slots: Int32Array;
  readonly #rowCount: number;
  readonly #rows: Float32Array;
  readonly #rowSquares: Float32Array;
  readonly #hiddenBias: Float32Array;
  readonly #biasSquares: Float32Array;
  readonly #out: Float32Array;
  readonly #outSquares: Float32Array;
  readonly #outBias: Float32Array;
  readonly #outBiasSquares: Float32Array;
  /** Hidden units of the current decision, after ReLU and dropout. */
  readonly #units: Float32Array;
  readonly #unitGradient: Float32Array;
  readonly #kept: Int32Array;
  #keptCount = 0;
  readonly scores: Float32Array;
  readonly #sums: { rows: Float64Array; bias: Float64Array; out: Float64Array; outBias: Float64Array };
  #snapshots = 0;

  /** @param counts How often training sees each slot. */
  constructor(options: TrainerOptions, counts: Uint32Array) {
    this.#options = options;
    const { hidden, outputs, random, least, most } = options;
    const frequent = [...counts.keys()].filter((slot) => (counts[slot] as number) >= least);
    if (frequent.length > most) {
      frequent.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
      frequent.length = most;
      frequent.sort((a, b) => a - b);
    }
    this.#slots = Int32Array.from(frequent);
    this.#rowOf = new Uint16Array(2 ** SLOT_BITS);
    frequent.forEach((slot, row) => {
      this.#rowOf[slot] = row + 1;
    });
    this.#rowCount = frequent.length + 1;
    this.#rows = Float32Array.from({ length: this.#rowCount * hidden }, (_, i) =>
      i < hidden ? 0 : (random() - 0.5) * 0.1,
    );
    this.#rowSquares = new Float32Array(this.#rowCount).fill(1e-6);
    this.#hiddenBias = new Float32Array(hidden).fill(0.1);
    this.#biasSquares = new Float32Array(hidden).fill(1e-6);
    this.#out = Float32Array.from({ length: outputs * hidden }, () => (random() - 0.5) * 0.2);
    this.#outSquares = new Float32Array(outputs * hidden).fill(1e-6);
    this.#outBias = new Float32Array(outputs);
    this.#outBiasSquares = new Float32Array(outputs).fill(1e-6);
    this.#units = new Float32Array(hidden);
    this.#unitGradient = new Float32Array(hidden);
    this.#kept = new Int32Array(256);
    this.scores = new Float32Array(outputs);
    this.#sums = {
      rows: new Float64Array(this.#rows.length),
      bias: new Float64Array(hidden),
      out: new Float64Array(this.#out.length),
      outBias: new Float64Array(outputs),
    };
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Computes the hidden units of a decision. Some features and units are left out at random. */
  forward(slots: Int32Array, count: number): void {
    const { hidden, dropout, featureDropout, random } = this.#options;
    const units = this.#units;
    units.set(this.#hiddenBias);
    this.#unitGradient.fill(0);
    let kept = 0;
    const featureScale = 1 / (1 - featureDropout);
    for (let i = 0; i < count; i++) {
      const row = this.#rowOf[slots[i] as number] as number;
      if (row === 0 || random() < featureDropout) continue;
      this.#kept[kept++] = row;
      const from = row * hidden;
      for (let j = 0; j < hidden; j++)
        units[j] = (units[j] as number) + (this.#rows[from + j] as number) * featureScale;
    }
    this.#keptCount = kept;
    const scale = 1 / (1 - dropout);
    for (let j = 0; j < hidden; j++) {
      const sum = units[j] as number;
      units[j] = sum <= 0 || random() < dropout ? 0 : sum * scale;
    }
  }

  /** Fills `scores` of the outputs from `first` to `last`, exclusive, and returns the highest of them. */
  score(first: number, last: number): number {
    let best = first;
    for (let o = first; o < last; o++) {
      this.scores[o] = this.#score(o);
      if ((this.scores[o] as number) > (this.scores[best] as number)) best = o;
    }
    return best;
  }

  #score(output: number): number {
    const { hidden } = this.#options;
    const from = output * hidden;
    let score = this.#outBias[output] as number;
    for (let j = 0; j < hidden; j++) score += (this.#units[j] as number) * (this.#out[from + j] as number);
    return score;
  }

  /**
   * Adds the loss −log Σ p(gold) of a softmax over the outputs `first`…`last` that are allowed, and moves the second layer.
   *
   * @param gold Weight of each output of the range as an answer, 0 for wrong ones.
   */
  learn(first: number, last: number, gold: (output: number) => boolean, allowed: (output: number) => boolean): void {
    const { hidden, rate } = this.#options;
    let highest = Number.NEGATIVE_INFINITY;
    for (let o = first; o < last; o++) if (allowed(o)) highest = Math.max(highest, this.scores[o] as number);
    let all = 0;
    let right = 0;
    const chances = new Float64Array(last - first);
    for (let o = first; o < last; o++) {
      if (!allowed(o)) continue;
      const chance = Math.exp((this.scores[o] as number) - highest);
      chances[o - first] = chance;
      all += chance;
      if (gold(o)) right += chance;
    }
    for (let o = first; o < last; o++) {
      if (!allowed(o)) continue;
      const chance = chances[o - first] as number;
      const gradient = chance / all - (gold(o) ? chance / right : 0);
      if (Math.abs(gradient) < 1e-4) continue;
      const from = o * hidden;
      for (let j = 0; j < hidden; j++) {
        const at = from + j;
        const unit = this.#units[j] as number;
        if (unit === 0) continue;
        const weight = this.#out[at] as number;
        this.#unitGradient[j] = (this.#unitGradient[j] as number) + gradient * weight;
        const slope = gradient * unit;
        const squares = (this.#outSquares[at] as number) + slope * slope;
        this.#outSquares[at] = squares;
        this.#out[at] = weight - (rate * slope) / Math.sqrt(squares);
      }
      const squares = (this.#outBiasSquares[o] as number) + gradient * gradient;
      this.#outBiasSquares[o] = squares;
      this.#outBias[o] = (this.#outBias[o] as number) - (rate * gradient) / Math.sqrt(squares);
    }
  }

  /** Moves the first layer by the gradient that `learn` gathered. */
  end(): void {
    const { hidden, rate, dropout, featureDropout } = this.#options;
    const gradient = this.#unitGradient;
    const scale = 1 / (1 - dropout);
    let square = 0;
    for (let j = 0; j < hidden; j++) {
      const slope = (this.#units[j] as number) > 0 ? (gradient[j] as number) * scale : 0;
      gradient[j] = slope;
      square += slope * slope;
      if (slope === 0) continue;
      const squares = (this.#biasSquares[j] as number) + slope * slope;
      this.#biasSquares[j] = squares;
      this.#hiddenBias[j] = (this.#hiddenBias[j] as number) - (rate * slope) / Math.sqrt(squares);
    }
    if (square === 0) return;
    const featureScale = 1 / (1 - featureDropout);
    for (let i = 0; i < this.#keptCount; i++) {
      const row = this.#kept[i] as number;
      const squares = (this.#rowSquares[row] as number) + square / hidden;
      this.#rowSquares[row] = squares;
      const step = (rate * featureScale) / Math.sqrt(squares);
      const from = row * hidden;
      for (let j = 0; j < hidden; j++)
        this.#rows[from + j] = (this.#rows[from + j] as number) - step * (gradient[j] as number);
    }
  }

  /** Adds the weights as they are to the mean that `finish` returns. */
  snapshot(): void {
    this.#snapshots++;
    const add = (sum: Float64Array, values: Float32Array) => {
      for (let i = 0; i < values.length; i++) sum[i] = (sum[i] as number) + (values[i] as number);
    };
    add(this.#sums.rows, this.#rows);
    add(this.#sums.bias, this.#hiddenBias);
    add(this.#sums.out, this.#out);
    add(this.#sums.outBias, this.#outBias);
  }

  /** The network of the mean weights, its first layer in whole numbers of one unit. */
  finish(): TrainedNetwork {
    const { hidden, outputs } = this.#options;
    const times = 1 / this.#snapshots;
    const rowSums = this.#sums.rows;
    const magnitudes = rowSums.map((value) => Math.abs(value) * times).sort();
    const largest = magnitudes[Math.floor(magnitudes.length * 0.9999)] as number;
    const unit = largest / LEVELS;
    const rows = Int8Array.from(rowSums.subarray(hidden), (value) =>
      Math.max(-LEVELS, Math.min(LEVELS, Math.round((value * times) / unit))),
    );
    return {
      hidden,
      outputs,
      slots: this.#slots,
      rows,
      hiddenBias: Float32Array.from(this.#sums.bias, (value) => (value * times) / unit),
      outputWeights: Float32Array.from(this.#sums.out, (value) => value * times * unit),
      outputBias: Float32Array.from(this.#sums.outBias, (value) => value * times),
    };
  }
}
