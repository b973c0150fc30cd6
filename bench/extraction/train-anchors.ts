/**
 * Trains the weights that decide which date phrase dates which event, and writes them to shared/events/anchoring/anchor-weights.ts.
 *
 * Usage: npx tsx bench/extraction/train-anchors.ts --corpus DIR [--dry] [--errors]
 * DIR holds gold/more, gold/dev, gold/news (articles.jsonl and gold.jsonl) and corpora/timex/{timebank,aquaint}. Prints the score of five
 * folds by article, and that of carried events alone. Documents of gold/news are never trained on. --dry writes nothing; --errors lists
 * false negatives and false positives of the folds, by class.
 */
import { writeFileSync } from 'node:fs';
import { CURVE_FEATURES, type LinearModel, probability } from '../../shared/events/anchoring/linear-model.ts';
import { packAnchoring, type TrainedModels } from '../../shared/events/anchoring/model.ts';
import type { TimelineEvent } from '../../shared/events/event.ts';
import { eventsOfPrepared, type PreparedArticle, prepareArticle } from '../../shared/events/extract.ts';
import { countErrors } from './anchor-errors.ts';
import { anchorExamples, articleExamples, timeMlExamples } from './anchor-examples.ts';
import { addScore, type GoldArticle, matchEvents, readGold, type Score, showScore } from './gold.ts';
import { type Example, trainLogistic } from './logistic.ts';
import { readTimeMlLinks } from './timeml-links.ts';

const FOLDS = 5;
/** Least confidence of the events that the curve is fitted on. */
const LEAST_ON_CURVE = 0.1;
const THRESHOLDS = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5];
/** Least confidence of the other events while carried ones are measured. */
const SHOWN_FROM = 0.4;
const OPTIONS = {
  l2: 20,
  least: 4,
  trusted: (name: string): boolean => name.startsWith('2:rule=second') || name === '2:',
};

const corpus = process.argv[process.argv.indexOf('--corpus') + 1] ?? '';
const isDry = process.argv.includes('--dry');

interface Document {
  readonly name: string;
  readonly prepared: PreparedArticle;
  /** Of the anchor model. */
  readonly examples: readonly Example[];
  readonly gold?: GoldArticle;
}

/** Name of an article: TimeML documents have the same one in the gold sets. */
const nameOf = (id: string): string => id.replace(/^(?:timebank|aquaint)\//, '');
/** Spreads documents over folds by their name, so that the same article of two sets lies in one fold. */
const foldOf = (name: string): number => {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
};

const held = new Set(readGold(`${corpus}/gold/news`).map(({ article }) => nameOf(article.id)));
const golden: Document[] = ['more', 'dev'].flatMap((set) =>
  readGold(`${corpus}/gold/${set}`).map((gold) => {
    const prepared = prepareArticle(gold.article);
    return { name: nameOf(gold.article.id), prepared, gold, examples: anchorExamples(gold, prepared) };
  }),
);
const timeMl: Document[] = ['timebank', 'aquaint'].flatMap((set) =>
  readTimeMlLinks(`${corpus}/corpora/timex/${set}`)
    .filter(({ article }) => !held.has(article.id))
    .map((document) => {
      const prepared = prepareArticle(document.article);
      return { name: document.article.id, prepared, examples: timeMlExamples(document, prepared) };
    }),
);
const documents = [...golden, ...timeMl];
console.log(
  `${golden.length} gold articles, ${timeMl.length} TimeML documents, ${documents.flatMap((d) => d.examples).length} pairs`,
);

const isCarried = ({ basis }: TimelineEvent['date']): boolean => basis === 'carried';

type EventModels = Omit<TrainedModels, 'curve'>;

const partOf = (name: string): number => foldOf(`${name}#`);

/** Trains a model for each part of the documents on all other parts, so that it has seen none of its own. */
const crossTrain = (of: readonly Document[], trainOn: (documents: readonly Document[]) => LinearModel): LinearModel[] =>
  Array.from({ length: FOLDS }, (_, part) => trainOn(of.filter(({ name }) => partOf(name) !== part)));

/** Trains all models; each sees only scores of models that were trained without the document. */
function train(of: readonly Document[]): EventModels {
  const trainAnchor = (documents: readonly Document[]): LinearModel =>
    trainLogistic(
      documents.flatMap(({ examples }) => examples),
      OPTIONS,
    );
  const anchors = crossTrain(of, trainAnchor);
  const examples = of.flatMap(({ name, prepared, gold }) =>
    gold ? [articleExamples(gold, prepared, anchors[partOf(name)] as LinearModel)] : [],
  );
  return {
    anchor: trainAnchor(of),
    event: trainLogistic(
      examples.flatMap(({ event }) => event),
      OPTIONS,
    ),
    carry: trainLogistic(
      examples.flatMap(({ carry }) => carry),
      OPTIONS,
    ),
  };
}

const folds = Array.from({ length: FOLDS }, (_, fold) => train(documents.filter((one) => foldOf(one.name) !== fold)));
const scaled = calibrate();
let curve: LinearModel = {
  bias: 0,
  weights: new Map([
    [CURVE_FEATURES.low, 1],
    [CURVE_FEATURES.high, 1],
  ]),
};
curve = fitCurve();
for (const threshold of THRESHOLDS) {
  const score: Score = { gold: 0, predicted: 0, found: 0, modality: 0 };
  for (const document of golden) addScore(score, eventsOf(document, threshold), (document.gold as GoldArticle).events);
  console.log(`five folds, from ${threshold}: ${showScore(score)}`);
}
showCarried();
showCalibration();
if (process.argv.includes('--errors')) {
  const counts = new Map<string, number>();
  const log: string[] = [];
  for (const document of golden)
    countErrors(counts, document.gold as GoldArticle, document.prepared, eventsOf(document, 0.4), (kind, text) =>
      log.push(`${kind}\t${document.name}\t${text}`),
    );
  for (const [name, count] of [...counts].sort()) console.log(`${String(count).padStart(4)} ${name}`);
  console.log(log.sort().join('\n'));
}

/** Events of a document by the models of the folds that it is not in. */
function eventsOf({ name, prepared, gold }: Document, emitFrom: number): readonly TimelineEvent[] {
  const models = { ...scaledModels(folds[foldOf(name)] as EventModels), emitFrom };
  return eventsOfPrepared((gold as GoldArticle).article, { ...prepared.context, models }, prepared.sentences);
}

function scaledModels(models: EventModels): TrainedModels {
  return {
    ...models,
    curve,
    event: scaled.event(models.event),
    carry: scaled.carry(models.carry),
  };
}

/**
 * Fits slope and intercept of the models that decide on events on the articles left out (Platt 1999): a model's probabilities are
 * too high on its training data.
 */
function calibrate(): Record<'event' | 'carry', (model: LinearModel) => LinearModel> {
  const scores: Record<'event' | 'carry', Example[]> = { event: [], carry: [] };
  for (const { name, prepared, gold } of golden) {
    const models = folds[foldOf(name)] as EventModels;
    const { event, carry } = articleExamples(gold as GoldArticle, prepared, models.anchor);
    scores.event.push(...event.map((example) => scoredExample(models.event, example)));
    scores.carry.push(...carry.map((example) => scoredExample(models.carry, example)));
  }
  return { event: scalingOf(scores.event), carry: scalingOf(scores.carry) };
}

/** An example whose only feature is the score of a model. */
function scoredExample(model: LinearModel, { features, label, weight }: Example): Example {
  const p = probability(model, features);
  return { features: [String(Math.log(p / (1 - p)))], label, weight };
}

/** Slope and intercept of a logistic regression on one number, by Newton's method. */
function scalingOf(examples: readonly Example[]): (model: LinearModel) => LinearModel {
  let [slope, intercept] = [1, 0];
  for (let step = 0; step < 25; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const { features, label } of examples) {
      const x = Number(features[0]);
      const p = 1 / (1 + Math.exp(-slope * x - intercept));
      const error = p - (label ? 1 : 0);
      g0 += error;
      g1 += error * x;
      h00 += p * (1 - p);
      h01 += p * (1 - p) * x;
      h11 += p * (1 - p) * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    intercept -= (h11 * g0 - h01 * g1) / determinant;
    slope -= (h00 * g1 - h01 * g0) / determinant;
  }
  console.log(`calibration: slope ${slope.toFixed(2)}, intercept ${intercept.toFixed(2)}`);
  return ({ bias, weights }) => ({
    bias: bias * slope + intercept,
    weights: new Map([...weights].map(([name, weight]) => [name, weight * slope])),
  });
}

/** The curve of confidence over all events of articles left out, those included that come out only at a low threshold, by gradient descent. */
function fitCurve(): LinearModel {
  const points = golden.flatMap((document) => {
    const events = eventsOf(document, LEAST_ON_CURVE).filter(({ date }) => date.basis !== 'published');
    const matched = matchEvents(events, (document.gold as GoldArticle).events);
    return events.map((event) => {
      const p = Math.min(0.995, Math.max(0.005, event.confidence));
      return { low: Math.log(p), high: -Math.log(1 - p), right: matched.has(event) ? 1 : 0 };
    });
  });
  let [bias, low, high] = [0, 1, 1];
  for (let step = 0; step < 20_000; step++) {
    let [g0, g1, g2] = [0, 0, 0];
    for (const point of points) {
      const error = 1 / (1 + Math.exp(-bias - low * point.low - high * point.high)) - point.right;
      g0 += error;
      g1 += error * point.low;
      g2 += error * point.high;
    }
    const rate = 0.5 / points.length;
    bias -= rate * g0;
    low = Math.max(0, low - rate * g1);
    high = Math.max(0, high - rate * g2);
  }
  console.log(
    `curve: ${points.length} events, ${bias.toFixed(2)} + ${low.toFixed(2)} log(p) - ${high.toFixed(2)} log(1-p)`,
  );
  return {
    bias,
    weights: new Map([
      [CURVE_FEATURES.low, low],
      [CURVE_FEATURES.high, high],
    ]),
  };
}

/** How many carried events are right, and the score of all events, where carried ones alone come out from another confidence on. */
function showCarried(): void {
  const all = golden.map((document) => ({
    gold: (document.gold as GoldArticle).events,
    events: eventsOf(document, LEAST_ON_CURVE),
  }));
  for (const threshold of THRESHOLDS) {
    const score: Score = { gold: 0, predicted: 0, found: 0, modality: 0 };
    let [out, right] = [0, 0];
    for (const { gold, events } of all) {
      const shown = events.filter(({ date, confidence }) => confidence >= (isCarried(date) ? threshold : SHOWN_FROM));
      const matched = matchEvents(shown, gold);
      const carried = shown.filter(({ date }) => isCarried(date));
      out += carried.length;
      right += carried.filter((event) => matched.has(event)).length;
      addScore(score, shown, gold);
    }
    console.log(`carried from ${threshold}: ${right} of ${out} right; with all others: ${showScore(score)}`);
  }
}

/** Ten bins of confidence on articles left out, and how many of each are right. */
function showCalibration(): void {
  const bins = Array.from({ length: 10 }, () => ({ events: 0, right: 0, confidence: 0 }));
  for (const document of golden) {
    const events = eventsOf(document, 0.2);
    const matched = matchEvents(events, (document.gold as GoldArticle).events);
    for (const event of events) {
      if (event.date.basis === 'published') continue;
      const bin = bins[Math.min(9, Math.floor(event.confidence * 10))] as (typeof bins)[number];
      bin.events++;
      bin.confidence += event.confidence;
      if (matched.has(event)) bin.right++;
    }
  }
  bins.forEach(({ events, right, confidence }, i) => {
    if (events > 0)
      console.log(
        `confidence ${(i / 10).toFixed(1)}: ${events} events, mean ${(confidence / events).toFixed(2)}, right ${(right / events).toFixed(2)}`,
      );
  });
}

if (!isDry) {
  const packed = packAnchoring(scaledModels(train(documents)));
  writeFileSync(
    'shared/events/anchoring/anchor-weights.ts',
    `// Written by bench/extraction/train-anchors.ts. Sources and licences of the texts: NOTICE.\n/** Packed weights, see model.ts. */\nexport const ANCHOR_WEIGHTS =\n  '${packed}';\n`,
  );
}
