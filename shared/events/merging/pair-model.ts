import { dateLogOdds } from './date-relation.ts';
import { isEffect } from './event-kind.ts';
import { areOfOneSentence } from './one-sentence.ts';
import { featuresOf, type Surroundings } from './pair-features.ts';
import { hasAny, meets } from './sets.ts';
import { type Sketch, widthOf } from './sketch.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** Weights of the pair model, one a feature, and its bias. */
export interface PairWeights {
  readonly weights: readonly number[];
  readonly bias: number;
}

export const PAIR_WEIGHTS: PairWeights = { weights: WEIGHTS, bias: BIAS };

/**
 * Score from which mentions of one day count as one event: at this score a pair is two to three times as likely to
 * share its day as not (bench/merging/train.ts).
 */
const THRESHOLD = 0.8;
/** Two actions of one person on one day are two events unless they share words. */
const ONLY_NAMES = -1.5;
/** Two statements on one day are two events, unless one person makes them in similar words. */
const OTHER_SPEECH = -2;
/** A collection rarely has two disasters on one day, unless they are in different places. */
const ONE_DISASTER = 1.2;
/** The same, weaker, for one month, if both share a name. */
const ONE_DISASTER_OF_MONTH = 0.6;
/** Widest date of a disaster in days ("in April"), which is then that of a day within it. */
const LONGEST_DISASTER = 31;
/** The same for two epidemics in one year. */
const ONE_EPIDEMIC = 2.5;
/** Narrowest date of an epidemic, in days. */
const SHORTEST_EPIDEMIC = 365;
/** An event of condemning an attack is not the attack. */
const REACTION = -1;
/** One article rarely reports one event twice in sentences that extraction did not join. */
const SAME_ARTICLE = -1;

/**
 * Log odds that two mentions are one event: more likely than not above 0. `undefined` if that is impossible: dates
 * apart, incompatible modalities, two statements of one sentence. Symmetric.
 */
export function pairLogOdds(
  a: Sketch,
  b: Sketch,
  surroundings: Surroundings,
  model: PairWeights = PAIR_WEIGHTS,
): number | undefined {
  const date = dateLogOdds(a, b);
  const undated = date === undefined ? undefined : undatedLogOdds(a, b, surroundings, model);
  return date === undefined || undated === undefined ? undefined : undated + date;
}

/** The log odds by the words alone, as if both mentions had the same day. */
export function undatedLogOdds(
  a: Sketch,
  b: Sketch,
  surroundings: Surroundings,
  model: PairWeights = PAIR_WEIGHTS,
): number | undefined {
  const modality = modalityLogOdds(a, b);
  if (modality === undefined) return undefined;
  if (areOfOneSentence(a, b)) return undefined;
  const article = a.mention.articleId === b.mention.articleId ? SAME_ARTICLE : 0;
  const disaster = areOneDisaster(a, b) ? ONE_DISASTER : areOneDisasterOfMonth(a, b) ? ONE_DISASTER_OF_MONTH : 0;
  const told =
    (saysAlike(a, b) || disaster > 0 ? 0 : ONLY_NAMES) +
    (areOtherSpeeches(a, b) ? OTHER_SPEECH : 0) +
    disaster +
    (areOneEpidemic(a, b) ? ONE_EPIDEMIC : 0) +
    (isReaction(a, b) || isReaction(b, a) ? REACTION : 0);
  const features = featuresOf(a, b, surroundings);
  let sum = model.bias;
  for (let i = 0; i < features.length; i++) sum += (features[i] as number) * (model.weights[i] as number);
  return sum + modality + article + told - THRESHOLD;
}

/** Whether two mentions share a word that is not a name, or a class of triggers. */
function saysAlike(a: Sketch, b: Sketch): boolean {
  if (meets(a.classes, b.classes)) return true;
  for (const word of a.context) if (b.context.has(word) && !a.names.has(word) && !b.names.has(word)) return true;
  return false;
}

/**
 * Whether `b` only refers to the event of `a`: it names that event, and its own trigger is neither of the same kind nor
 * an effect of such an event.
 */
const isReaction = (a: Sketch, b: Sketch): boolean =>
  hasAny(a.triggers, (trigger) => b.title.has(trigger) && !b.triggers.has(trigger)) &&
  !hasAny(b.triggers, (trigger) => isEffect(trigger) || a.title.has(trigger)) &&
  !meets(a.classes, b.classes);

/** Whether two mentions report the one sudden disaster of their day: not in different places, and not with different names. */
export const areOneDisaster = (a: Sketch, b: Sketch): boolean =>
  areOfOneTime(a, b) && a.isDisaster && b.isDisaster && agree(a.titlePlaces, b.titlePlaces) && nameAlike(a, b);

/** Whether two mentions share a name, or neither contradicts the other: "off Ostrava" and "of the Northern Star" may refer to one explosion. */
const nameAlike = (a: Sketch, b: Sketch): boolean =>
  agree(a.names, b.names) || (agree(a.otherNames, b.otherNames) && agree(a.placeNames, b.placeNames));

/** As {@link areOneDisaster}, for two mentions with a date of a week or month only; both must share a name. */
const areOneDisasterOfMonth = (a: Sketch, b: Sketch): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  widthOf(a) <= LONGEST_DISASTER &&
  a.isDisaster &&
  b.isDisaster &&
  agree(a.titlePlaces, b.titlePlaces) &&
  meets(a.names, b.names);

const areOneEpidemic = (a: Sketch, b: Sketch): boolean =>
  a.start === b.start && a.end === b.end && widthOf(a) >= SHORTEST_EPIDEMIC && a.isEpidemic && b.isEpidemic;

/** The same day, or a day in a date of a month at most. */
const areOfOneTime = (a: Sketch, b: Sketch): boolean => {
  const [narrow, wide] = widthOf(a) <= widthOf(b) ? [a, b] : [b, a];
  return (
    widthOf(narrow) === 1 && widthOf(wide) <= LONGEST_DISASTER && narrow.start >= wide.start && narrow.end <= wide.end
  );
};

/** Two sets do not contradict each other: one is empty, or they overlap. */
const agree = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => a.size === 0 || b.size === 0 || meets(a, b);

const areOtherSpeeches = (a: Sketch, b: Sketch): boolean =>
  a.reports && b.reports && !meets(a.titleNames, b.titleNames);

const OPEN: ReadonlySet<string> = new Set(['asserted', 'planned', 'predicted']);

/** A plan and the report of its completion may be one event; a negated or hypothetical event only matches one of the same modality. */
function modalityLogOdds(a: Sketch, b: Sketch): number | undefined {
  const [left, right] = [a.mention.event.modality, b.mention.event.modality];
  if (left === right) return 0;
  return OPEN.has(left) && OPEN.has(right) ? -0.3 : undefined;
}
