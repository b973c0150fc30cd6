/**
 * A small feed-forward network over hashed features: the rows of the features that are on are summed, negative sums are cut off (ReLU), and
 * each output is a weighted sum of what is left. A row is looked up by slot, so the first layer costs additions alone.
 */
export interface Network {
  /** Units of the hidden layer, a multiple of eight. */
  readonly hidden: number;
  readonly outputs: number;
  /** A bit a slot: whether the slot has a row. Rows stand in the order of their slots. */
  readonly hasRow: Int32Array;
  /** For each 32 slots of `hasRow`, the number of rows of all slots before. */
  readonly rowsBefore: Uint16Array;
  /** `hidden / 4` entries a row, each of four weights: a byte a weight, the first in the low byte, with `LEVELS` added. */
  readonly rows: Int32Array;
  /** In the rows' unit. */
  readonly hiddenBias: Float32Array;
  /** For each unit its weight in every output, and `PADDING` zeros. */
  readonly outputWeights: Float64Array;
  readonly outputBias: Float64Array;
}

/** A network as training makes it and as `weights.ts` keeps it. */
export interface TrainedNetwork {
  readonly hidden: number;
  readonly outputs: number;
  /** Row of each slot; row 0 is empty and stands for every slot without weights. */
  readonly rowOf: Uint16Array;
  /** `hidden` weights a row, from `-LEVELS` to `LEVELS`. */
  readonly rows: Int8Array;
  readonly hiddenBias: Float32Array;
  /** `hidden` weights an output. */
  readonly outputWeights: Float32Array;
  readonly outputBias: Float32Array;
}

/** The first layer has whole numbers from -31 to 31: four of them, made positive, add up in a byte; and packed they are half as large as int8. */
export const LEVELS = 31;

/** Outputs are computed in fours, so up to three too many are read. */
const PADDING = 3;

/** Lays a trained network out for use: half a megabyte of tables instead of two, which stay in the cache, and weights side by side that are read together. */
export function layOutNetwork(trained: TrainedNetwork): Network {
  const { hidden, outputs, rowOf, hiddenBias } = trained;
  const hasRow = new Int32Array(rowOf.length / 32);
  const rowsBefore = new Uint16Array(hasRow.length);
  const bytes = new Uint8Array(trained.rows.length);
  let count = 0;
  for (let slot = 0; slot < rowOf.length; slot++) {
    const word = slot >> 5;
    if ((slot & 31) === 0) rowsBefore[word] = count;
    const row = rowOf[slot] as number;
    if (row === 0) continue;
    hasRow[word] = (hasRow[word] as number) | (1 << (slot & 31));
    for (let unit = 0; unit < hidden; unit++)
      bytes[count * hidden + unit] = (trained.rows[row * hidden + unit] as number) + LEVELS;
    count++;
  }
  const rows = new Int32Array(bytes.buffer);
  const stride = outputs + PADDING;
  const outputWeights = new Float64Array(hidden * stride);
  for (let output = 0; output < outputs; output++)
    for (let unit = 0; unit < hidden; unit++)
      outputWeights[unit * stride + output] = trained.outputWeights[output * hidden + unit] as number;
  const outputBias = new Float64Array(stride);
  outputBias.set(trained.outputBias);
  return { hidden, outputs, hasRow, rowsBefore, rows, hiddenBias, outputWeights, outputBias };
}

/** The units of the hidden layer that are above zero. */
export interface HiddenLayer {
  readonly units: Int32Array;
  readonly values: Float32Array;
  count: number;
}

/** Room for the hidden layer of a network. */
export const hiddenLayer = ({ hidden }: Network): HiddenLayer => ({
  units: new Int32Array(hidden),
  values: new Float32Array(hidden),
  count: 0,
});

/** Room for what `scoreOutputs` writes. */
export const outputScores = ({ outputs }: Network): Float64Array => new Float64Array(outputs + PADDING);

/** Where the rows of the features at hand begin. At most this many features are on, so that no sum passes 16 bits. */
const begins = new Int32Array(512);

const EVEN_BYTES = 0x00ff00ff;

/** Number of bits that are set. */
function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Writes where the rows of `count` slots begin to `begins`; returns how many there are. */
function findRows({ hidden, hasRow, rowsBefore }: Network, slots: Int32Array, count: number): number {
  const entries = hidden >> 2;
  let on = 0;
  for (let i = 0; i < count; i++) {
    const slot = slots[i] as number;
    const bits = hasRow[slot >> 5] as number;
    const bit = 1 << (slot & 31);
    if ((bits & bit) !== 0) begins[on++] = ((rowsBefore[slot >> 5] as number) + bitCount(bits & (bit - 1))) * entries;
  }
  return on;
}

/** Sums the rows of `count` slots into the hidden layer. */
export function sumRows(network: Network, slots: Int32Array, count: number, layer: HiddenLayer): void {
  const { hidden, rows } = network;
  const on = findRows(network, slots, count);
  const inFours = on & ~3;
  layer.count = 0;
  // eight units at a time, so that their sums stay in registers over all rows; each register holds two sums of 16 bits
  for (let unit = 0; unit < hidden; unit += 8) {
    const entry = unit >> 2;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let i = 0;
    while (i < inFours) {
      const p = (begins[i] as number) + entry;
      const q = (begins[i + 1] as number) + entry;
      const r = (begins[i + 2] as number) + entry;
      const s = (begins[i + 3] as number) + entry;
      const x = ((rows[p] as number) + (rows[q] as number) + (rows[r] as number) + (rows[s] as number)) | 0;
      const y =
        ((rows[p + 1] as number) + (rows[q + 1] as number) + (rows[r + 1] as number) + (rows[s + 1] as number)) | 0;
      a = (a + (x & EVEN_BYTES)) | 0;
      b = (b + ((x >>> 8) & EVEN_BYTES)) | 0;
      c = (c + (y & EVEN_BYTES)) | 0;
      d = (d + ((y >>> 8) & EVEN_BYTES)) | 0;
      i += 4;
    }
    for (; i < on; i++) {
      const p = (begins[i] as number) + entry;
      const x = rows[p] as number;
      const y = rows[p + 1] as number;
      a = (a + (x & EVEN_BYTES)) | 0;
      b = (b + ((x >>> 8) & EVEN_BYTES)) | 0;
      c = (c + (y & EVEN_BYTES)) | 0;
      d = (d + ((y >>> 8) & EVEN_BYTES)) | 0;
    }
    addUnits(network, layer, unit, a, b, on);
    addUnits(network, layer, unit + 4, c, d, on);
  }
}

/** Takes four sums apart, subtracts what made the weights of `on` rows positive, and keeps the sums above zero. */
function addUnits({ hiddenBias }: Network, layer: HiddenLayer, unit: number, even: number, odd: number, on: number) {
  const added = on * LEVELS;
  keep(layer, unit, (even & 0xffff) - added + (hiddenBias[unit] as number));
  keep(layer, unit + 1, (odd & 0xffff) - added + (hiddenBias[unit + 1] as number));
  keep(layer, unit + 2, (even >>> 16) - added + (hiddenBias[unit + 2] as number));
  keep(layer, unit + 3, (odd >>> 16) - added + (hiddenBias[unit + 3] as number));
}

function keep(layer: HiddenLayer, unit: number, value: number): void {
  if (value <= 0) return;
  layer.units[layer.count] = unit;
  layer.values[layer.count++] = value;
}

/** Writes the scores of the outputs from `first` to `last`, exclusive, to their places in `scores`; up to three places behind are overwritten. */
export function scoreOutputs(
  { outputs, outputWeights, outputBias }: Network,
  { units, values, count }: HiddenLayer,
  first: number,
  last: number,
  scores: Float64Array,
): void {
  const stride = outputs + PADDING;
  for (let output = first; output < last; output += 4) {
    let a = outputBias[output] as number;
    let b = outputBias[output + 1] as number;
    let c = outputBias[output + 2] as number;
    let d = outputBias[output + 3] as number;
    for (let k = 0; k < count; k++) {
      const value = values[k] as number;
      const at = (units[k] as number) * stride + output;
      a += value * (outputWeights[at] as number);
      b += value * (outputWeights[at + 1] as number);
      c += value * (outputWeights[at + 2] as number);
      d += value * (outputWeights[at + 3] as number);
    }
    scores[output] = a;
    scores[output + 1] = b;
    scores[output + 2] = c;
    scores[output + 3] = d;
  }
}

/** The output with the highest score among those from `first` to `last`, exclusive. */
export function bestOutput(scores: Float64Array, first: number, last: number): number {
  let best = first;
  for (let output = first + 1; output < last; output++)
    if ((scores[output] as number) > (scores[best] as number)) best = output;
  return best;
}
