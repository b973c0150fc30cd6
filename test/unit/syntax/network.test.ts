import {
  bestOutput,
  hiddenLayer,
  LEVELS,
  layOutNetwork,
  outputScores,
  scoreOutputs,
  sumRows,
  type TrainedNetwork,
} from '../../../shared/syntax/network.ts';

/** A network of 3,200 slots whose weights come from a linear congruential generator. */
function someNetwork(hidden: number, outputs: number): TrainedNetwork {
  let state = 12345;
  const random = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const count = 800;
  const rowOf = new Uint16Array(3200);
  for (let row = 1; row <= count; row++) rowOf[3199 - row * 3] = row;
  return {
    hidden,
    outputs,
    rowOf,
    rows: Int8Array.from({ length: (count + 1) * hidden }, (_, i) =>
      i < hidden ? 0 : Math.round((random() * 2 - 1) * LEVELS),
    ),
    hiddenBias: Float32Array.from({ length: hidden }, () => random() * 8 - 4),
    outputWeights: Float32Array.from({ length: hidden * outputs }, () => random() - 0.5),
    outputBias: Float32Array.from({ length: outputs }, () => random() - 0.5),
  };
}

function scoresByDefinition(trained: TrainedNetwork, slots: Int32Array): number[] {
  const { hidden, outputs, rowOf, rows, hiddenBias, outputWeights, outputBias } = trained;
  const units = Array.from({ length: hidden }, (_, unit) => {
    let sum = hiddenBias[unit] as number;
    for (const slot of slots) sum += rows[(rowOf[slot] as number) * hidden + unit] as number;
    return Math.max(0, sum);
  });
  return Array.from({ length: outputs }, (_, output) =>
    units.reduce(
      (sum, value, unit) => sum + value * (outputWeights[output * hidden + unit] as number),
      outputBias[output] as number,
    ),
  );
}

test.each([0, 1, 3, 4, 57, 107, 256])('packed sums of %i slots give the scores that the weights define', (count) => {
  const trained = someNetwork(48, 53);
  const network = layOutNetwork(trained);
  const slots = Int32Array.from({ length: count }, (_, i) => (i * 997) % 3200);
  const layer = hiddenLayer(network);
  const scores = outputScores(network);
  sumRows(network, slots, count, layer);
  scoreOutputs(network, layer, 0, 53, scores);
  const expected = scoresByDefinition(trained, slots);
  for (const [output, score] of expected.entries()) expect(scores[output]).toBeCloseTo(score, 3);
  expect(bestOutput(scores, 3, 53)).toBe(expected.indexOf(Math.max(...expected.slice(3)), 3));
});

test('sums of the greatest weights do not run into each other', () => {
  const trained = { ...someNetwork(8, 4), rows: new Int8Array(801 * 8).fill(LEVELS) };
  trained.rows.fill(0, 0, 8);
  const network = layOutNetwork(trained);
  const slots = new Int32Array(512).fill(3196);
  const layer = hiddenLayer(network);
  sumRows(network, slots, 512, layer);
  expect([...layer.values].map(Math.round)).toEqual(
    [...trained.hiddenBias].map((bias) => Math.round(512 * LEVELS + bias)),
  );
});
