import {
  CURVE_FEATURES,
  onCurve,
  packModels,
  probability,
  readModel,
  unpackModels,
} from '../../../shared/events/anchoring/linear-model.ts';
import { shippedModels } from '../../../shared/events/anchoring/model.ts';
import { extractEvents } from '../../../shared/events/extract.ts';

describe('a linear model', () => {
  const model = readModel('bias -100\nkind=past 250\npre=on 50');

  test('adds the weights of the features that hold', () => {
    expect(probability(model, ['kind=past', 'pre=on'])).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
  });

  test('ignores features that it has no weight for', () => {
    expect(probability(model, ['kind=future'])).toBeCloseTo(1 / (1 + Math.exp(1)), 6);
  });

  test('is the same after packing and unpacking, as are the models beside it', () => {
    const other = readModel('bias 7\nlemma=say -12');
    expect(unpackModels(packModels([model, other]))).toEqual([model, other]);
  });

  test('has weights of the shipped size', () => {
    const { anchor, event, carry } = shippedModels();
    for (const { weights } of [anchor, event, carry]) expect(weights.size).toBeGreaterThan(100);
  });
});

describe('the calibration curve of confidence', () => {
  const curveOf = (bias: number, low: number, high: number) => ({
    bias,
    weights: new Map([
      [CURVE_FEATURES.low, low],
      [CURVE_FEATURES.high, high],
    ]),
  });

  test('leaves a probability as it is where both weights are 1', () => {
    for (const p of [0.01, 0.3, 0.5, 0.99]) expect(onCurve(curveOf(0, 1, 1), p)).toBeCloseTo(p, 6);
  });

  test('lowers high probabilities and keeps their order', () => {
    const { curve } = shippedModels();
    const steps = Array.from({ length: 21 }, (_, i) => onCurve(curve, i / 20));
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    expect(onCurve(curve, 0.9)).toBeLessThan(0.9);
  });
});

describe('confidence', () => {
  const confidenceOf = (text: string): number =>
    extractEvents({ id: 'a', text, publishedAt: '2013-03-21' }).events[0]?.confidence ?? 0;

  test('is high for a past-tense verb with a day beside it', () => {
    expect(confidenceOf('The council approved the budget on Monday.')).toBeGreaterThan(0.9);
  });

  test('is lower for a feeling reported in a quotation', () => {
    expect(confidenceOf('"I feel much better today," she said.')).toBeLessThan(
      confidenceOf('The council approved the budget on Monday.'),
    );
  });
});

describe('the basis of a date', () => {
  test('a title keeps its words where the date was carried over', () => {
    const { events } = extractEvents({
      id: 'a',
      text: 'The two presidents met on Monday in Geneva. They signed a treaty on fisheries.',
      publishedAt: '2013-03-21',
    });
    expect(events.map(({ title }) => title).join()).toContain('signed a treaty on fisheries');
  });

  test('tells a stated date from one that was carried over', () => {
    const { events } = extractEvents({
      id: 'a',
      text: 'The two presidents met in Geneva on Monday. They signed a treaty on fisheries.',
      publishedAt: '2013-03-21',
    });
    expect(events.map(({ date }) => date.basis)).toEqual(['stated', 'carried']);
  });
});
