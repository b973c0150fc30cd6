import { readTemplates } from '../../../shared/syntax/hashing.ts';
import {
  bestOutput,
  featureHasher,
  LEVELS,
  layOutNetwork,
  scoreOutputs,
  sumFeatures,
  type TrainedNetwork,
} from '../../../shared/syntax/network.ts';

/** A network whose weights come from a linear congruential generator; every second of the slots has a row, and some others have. */
function someNetwork(hidden: number, outputs: number, seen: Int32Array): TrainedNetwork {
  let state = 12345;
  const random = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const slots = Int32Array.from(new Set([...seen.filter((_, i) => i % 2 === 0), 0, 31, 32, 2 ** 20 - 1])).sort();
  return {
    hidden,
    outputs,
    slots,
    rows: Int8Array.from({ length: slots.length * hidden }, () => Math.round((random() * 2 - 1) * LEVELS)),
    hiddenBias: Float32Array.from({ length: hidden }, () => random() * 8 - 4),
    outputWeights: Float32Array.from({ length: hidden * outputs }, () => random() - 0.5),
    outputBias: Float32Array.from({ length: outputs }, () => random() - 0.5),
  };
}

function scoresByDefinition(trained: TrainedNetwork, slots: Int32Array): number[] {
  const { hidden, outputs, slots: withRow, rows, hiddenBias, outputWeights, outputBias } = trained;
  const units = Array.from({ length: hidden }, (_, unit) => {
    let sum = hiddenBias[unit] as number;
    for (const slot of slots) if (withRow.includes(slot)) sum += rows[withRow.indexOf(slot) * hidden + unit] as number;
    return Math.max(0, sum);
  });
  return Array.from({ length: outputs }, (_, output) =>
    units.reduce(
      (sum, value, unit) => sum + value * (outputWeights[output * hidden + unit] as number),
      outputBias[output] as number,
    ),
  );
}

/** Templates of one atom each, and the slots that they give for some atoms. */
function someFeatures(count: number) {
  const names = Array.from({ length: 8 }, (_, i) => `a${i}`);
  const templates = readTemplates(
    Array.from({ length: count }, (_, i) =>
      [0, 1, 2, 3]
        .slice(0, 1 + (i % 4))
        .map((k) => names[(i + k) % 8])
        .join(' '),
    ).join(', '),
    names,
  );
  const { atoms, slots, hash } = featureHasher(templates);
  const values = Int32Array.from(names, (_, i) => (i * 0x3c6ef35f) | 0);
  atoms.set(values);
  expect(hash()).toBe(count);
  return { templates, values, slots: slots.slice(0, count) };
}

test.each([1, 3, 4, 57, 107, 256])('packed sums of %i features give the scores that the weights define', (count) => {
  const { templates, values, slots } = someFeatures(count);
  const trained = someNetwork(48, 53, slots);
  const network = layOutNetwork(trained, templates);
  network.atoms.set(values);
  sumFeatures(network);
  scoreOutputs(network, 0, 53);
  const { scores } = network;
  const expected = scoresByDefinition(trained, slots);
  for (const [output, score] of expected.entries()) expect(scores[output]).toBeCloseTo(score, 2);
  expect(bestOutput(scores, 3, 53)).toBe(expected.indexOf(Math.max(...expected.slice(3)), 3));
});

test('features without a row leave the biases alone', () => {
  const { templates } = someFeatures(9);
  const trained = someNetwork(16, 5, new Int32Array(0));
  const network = layOutNetwork(trained, templates);
  sumFeatures(network);
  scoreOutputs(network, 0, 5);
  for (const [output, score] of scoresByDefinition(trained, new Int32Array(0)).entries())
    expect(network.scores[output]).toBeCloseTo(score, 4);
});

test('sums of the greatest weights do not run into each other', () => {
  const { templates, values, slots } = someFeatures(256);
  const trained = someNetwork(16, 4, slots);
  trained.rows.fill(LEVELS);
  const network = layOutNetwork(trained, templates);
  network.atoms.set(values);
  sumFeatures(network);
  const withRow = slots.filter((slot) => trained.slots.includes(slot)).length;
  expect(withRow).toBeGreaterThan(100);
  for (let unit = 0; unit < 16; unit++)
    expect(network.kernel.units[unit]).toBeCloseTo(withRow * LEVELS + (trained.hiddenBias[unit] as number), 2);
});

test('more outputs than the memory has room for are refused', () => {
  const { templates, slots } = someFeatures(4);
  expect(() => layOutNetwork(someNetwork(16, 200, slots), templates)).toThrow(RangeError);
});
