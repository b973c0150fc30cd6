import type { LinearModel } from '../../shared/events/anchoring/linear-model.ts';
import { type AnchorPair, eventFeatures, type RankedPair } from '../../shared/events/anchoring/pairs.ts';
import type { PreparedArticle } from '../../shared/events/extract.ts';
import { type AnchorReading, pairsOfSentence, readAnchor } from '../../shared/events/mentions/mention.ts';
import { readArticle } from '../../shared/events/mentions/read-article.ts';
import type { ArticleContext, ReadSentence } from '../../shared/events/mentions/read-sentence.ts';
import type { Sentence } from '../../shared/text/sentences.ts';
import { type GoldArticle, type GoldEvent, sameDays } from './gold.ts';
import type { Example } from './logistic.ts';
import type { TimeMlDocument } from './timeml-links.ts';

/** TimeML annotates every event, states and reports included, so its links only show which word of a sentence a date belongs to. */
const TIMEML_FEATURE = 'timeml';
const TIMEML_WEIGHT = 0.4;

/** A sentence of a gold article: its pairs, and the gold events in it. */
interface GoldSentence {
  readonly events: readonly GoldEvent[];
  readonly here: readonly GoldEvent[];
  readonly text: string;
}

const goldSentence = ({ events }: GoldArticle, context: ArticleContext, { start, end }: Sentence): GoldSentence => ({
  events,
  here: events.filter((one) => start <= one.triggerStart && one.triggerStart < end),
  text: context.text.slice(start, end).toLowerCase(),
});

/** True if a pair repeats an event that the gold has at another sentence. */
const repeats = ({ events, here, text }: GoldSentence, { date }: AnchorReading): boolean =>
  events.some((gold) => !here.includes(gold) && sameDays(gold, date) && isToldIn(gold, text));

interface PairReading<P> {
  readonly pair: P;
  readonly reading: AnchorReading;
}

const readPairs = <P extends AnchorPair>(
  context: ArticleContext,
  view: ReadSentence,
  pairs: readonly P[],
): PairReading<P>[] =>
  pairs.flatMap((pair) => {
    const reading = readAnchor(context, view, pair.anchor);
    return reading ? [{ pair, reading }] : [];
  });

/** Features of a pair for a ranking model. */
const rankingFeatures = ({ features, tree }: AnchorPair): string[] => [...features, ...tree];

/** Pairs for a ranking model: correct if the date is a gold event's and the trigger is the nearest to its trigger. */
function rankingExamples(options: readonly PairReading<AnchorPair>[], sentence: GoldSentence): Example[] {
  const right = assign(options, sentence.here);
  return options.flatMap(({ pair, reading }, i) =>
    right.has(i) || !repeats(sentence, reading)
      ? [{ features: rankingFeatures(pair), label: right.has(i), weight: 1 }]
      : [],
  );
}

/**
 * Ranked pairs for an event model: correct if they match a gold event that no earlier pair matched.
 *
 * @param open Unmatched gold events; matched ones are removed.
 */
function eventExamples(
  ranked: readonly PairReading<RankedPair>[],
  sentence: GoldSentence,
  open: Set<GoldEvent>,
): Example[] {
  const examples: Example[] = [];
  const readings = ranked.map(({ reading }) => reading);
  for (const first of [true, false])
    for (const { pair, reading } of ranked) {
      if (isFirst(pair) !== first) continue;
      const gold = [...open]
        .filter((one) => sameDays(one, reading.date))
        .sort((a, b) => apart(a, reading) - apart(b, reading))[0];
      // further pairs count only for the gold event that they name
      const isRight = gold !== undefined && (first || nearest(readings, gold) === reading);
      if (isRight) open.delete(gold);
      else if (repeats(sentence, reading)) continue;
      examples.push({ features: eventFeatures(pair), label: isRight, weight: 1 });
    }
  return examples;
}

const isFirst = ({ prefix }: RankedPair): boolean => prefix === '1:';

/** Examples of an article for the anchor model. */
export const anchorExamples = (gold: GoldArticle, { context, sentences }: PreparedArticle): Example[] =>
  sentences.flatMap(({ sentence, earlier, timexes, position }) => {
    const read = timexes.length > 0 ? pairsOfSentence(context, sentence, earlier, timexes, position, true) : undefined;
    if (!read) return [];
    return rankingExamples(readPairs(context, read.view, read.pairs.flat()), goldSentence(gold, context, sentence));
  });

export interface ArticleExamples {
  readonly event: Example[];
  readonly carry: Example[];
}

/** Examples of an article for the event model and for the model that says whether a date carries over. */
export function articleExamples(
  gold: GoldArticle,
  { context, sentences }: PreparedArticle,
  anchorModel: LinearModel,
): ArticleExamples {
  const examples: ArticleExamples = { event: [], carry: [] };
  for (const { story, view, own, carried } of readArticle(context, sentences, anchorModel)) {
    const sentence = goldSentence(gold, context, story.sentence);
    examples.event.push(...eventExamples(readPairs(context, view, own), sentence, new Set(sentence.here)));
    if (!carried) continue;
    const { date, features } = carried;
    examples.carry.push({ features, label: sentence.here.some((one) => sameDays(one, date)), weight: 1 });
  }
  return examples;
}

const apart = (gold: GoldEvent, { trigger }: AnchorReading): number => Math.abs(trigger.start - gold.triggerStart);

const nearest = (readings: readonly AnchorReading[], gold: GoldEvent): AnchorReading | undefined =>
  readings.filter(({ date }) => sameDays(gold, date)).sort((a, b) => apart(gold, a) - apart(gold, b))[0];

/** Indices of the readings matched to gold events, one to one, the nearest trigger first. */
function assign(readings: readonly PairReading<AnchorPair>[], here: readonly GoldEvent[]): Set<number> {
  const options = readings.flatMap(({ reading }, index) =>
    here
      .filter((gold) => sameDays(gold, reading.date))
      .map((gold) => ({ index, gold, distance: apart(gold, reading) })),
  );
  const taken = new Set<GoldEvent>();
  const right = new Set<number>();
  for (const { index, gold } of options.sort((a, b) => a.distance - b.distance)) {
    if (taken.has(gold) || right.has(index)) continue;
    taken.add(gold);
    right.add(index);
  }
  return right;
}

/** A sentence with most of an event's key words repeats the event. */
const isToldIn = ({ keywords }: GoldEvent, text: string): boolean =>
  keywords.filter((word) => text.includes(word.toLowerCase())).length * 2 >= keywords.length;

const overlap = (
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean => a.start < b.end && b.start < a.end;

/** Pairs of a TimeML document, of time expressions that at least one event of their sentence is linked to. */
export function timeMlExamples({ links }: TimeMlDocument, { context, sentences }: PreparedArticle): Example[] {
  const examples: Example[] = [];
  for (const { sentence, earlier, timexes, position } of sentences) {
    const read = timexes.length > 0 ? pairsOfSentence(context, sentence, earlier, timexes, position, true) : undefined;
    if (!read) continue;
    const { words, groups } = read.view;
    for (const pair of read.pairs.flat()) {
      const { anchor } = pair;
      const linked = links.filter((link) => overlap(link.timex, anchor.range.timex) && overlap(link.event, sentence));
      if (linked.length === 0) continue;
      const trigger = words[anchor.noun ?? groups[anchor.group as number]?.head ?? 0];
      const label = trigger !== undefined && linked.some((link) => overlap(link.event, trigger));
      examples.push({ features: [...rankingFeatures(pair), TIMEML_FEATURE], label, weight: TIMEML_WEIGHT });
    }
  }
  return examples;
}
