import { VOICE_BY_LAG } from './lag-weights.ts';

/**
 * Every number of the digest that was fitted, in one place. Fitted by hand over the eleven news timelines of four public subjects, one
 * number at a time and only where most subjects agreed: a free search over all of them scored worse on a subject left out than these do.
 * `bench/digest` prints what each signal is worth.
 */
export interface DigestWeights {
  /** An article with this many query words per root of its sentences is wholly on the subject. */
  readonly fullDensity: number;

  /** A day's mentions are weighed against how much was published around it. */
  readonly volumeDays: number;
  readonly volumePower: number;
  /** What a day's own publications add, beside its mentions. */
  readonly busyShare: number;
  /** What the mentions of the day before cost: articles still tell of it. */
  readonly echoCost: number;
  /** What agreement on what happened adds. */
  readonly agreementShare: number;
  /** What a month or a year is worth beside a day with as many mentions. */
  readonly coarseWorth: number;

  /** Sentences at the front of an article that may tell of its publication day without naming it. */
  readonly headSentences: number;
  /** Days after an event in which the fronts of articles still tell of it. */
  readonly leadDays: number;
  /** Words of a sentence that can stand alone. */
  readonly shortestWords: number;
  readonly longestWords: number;
  /** What an article published 0, 1, 2 … days after the event counts for the event's centroid; the last stands for all later ones. */
  readonly lagWeights: readonly number[];
  /** A sentence that stands near the day but does not name it, beside one that does. */
  readonly unnamedWeight: number;
  /** Distinct terms that every sentence is given for free, so that the shortest does not always win. */
  readonly lengthOffset: number;
  /** What is left of an off-subject article's sentence. */
  readonly offSubject: number;
  /** What words already told cost a further sentence. */
  readonly redundancyCost: number;
  /** Sentences of one entry that share more of the shorter one's terms tell the same. */
  readonly sameInEntry: number;
  /** The same across entries that lie within `acrossDays` of each other. */
  readonly sameAcross: number;
  readonly acrossDays: number;
}

export const WEIGHTS: DigestWeights = {
  fullDensity: 1.5,
  volumeDays: 30,
  volumePower: 0.25,
  busyShare: 0.1,
  echoCost: 0.3,
  agreementShare: 0.2,
  coarseWorth: 0.15,
  headSentences: 8,
  leadDays: 1,
  shortestWords: 7,
  longestWords: 60,
  lagWeights: VOICE_BY_LAG,
  unnamedWeight: 0.7,
  lengthOffset: 4,
  offSubject: 0.1,
  redundancyCost: 0.8,
  sameInEntry: 0.6,
  sameAcross: 0.7,
  acrossDays: 3,
};
