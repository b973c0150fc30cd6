import { VOICE_BY_LAG } from './lag-weights.ts';

/**
 * All fitted numbers of the digest. Fitted by hand over the eleven news timelines of four public subjects, one number
 * at a time and only if most subjects improved: a free search over all of them scored worse on a subject left out.
 * `bench/digest` prints the effect of each signal.
 */
export interface DigestWeights {
  /** An article with this many query words per root of its sentences counts as fully relevant. */
  readonly fullDensity: number;

  /** A day's mentions are divided by how much was published within this many days. */
  readonly volumeDays: number;
  readonly volumePower: number;
  /** Weight of a past date in an article that is a chronology, relative to a mention in any other article. */
  readonly chronologyWeight: number;
  /** Weight of the articles published on a day, added to its mentions. */
  readonly busyShare: number;
  /** Penalty for mentions of the day before, which articles still report. */
  readonly echoCost: number;
  /** Weight of agreement between articles. */
  readonly agreementShare: number;
  /** Weight of a month or year relative to a day with as many mentions. */
  readonly coarseWorth: number;

  /** Sentences at the front of an article that may tell of its publication day without naming it. */
  readonly headSentences: number;
  /** Days after an event in which the fronts of articles still tell of it. */
  readonly leadDays: number;
  /** Fewest words of a sentence that can stand alone. */
  readonly shortestWords: number;
  readonly longestWords: number;
  /** Weight in the event's centroid of an article published 0, 1, 2 … days after the event; the last applies to all later ones. */
  readonly lagWeights: readonly number[];
  /** Weight of a sentence near the day that does not name it, relative to one that does. */
  readonly unnamedWeight: number;
  /** Distinct terms added to every sentence's length, so that the shortest does not always win. */
  readonly lengthOffset: number;
  /** Factor for sentences of off-subject articles. */
  readonly offSubject: number;
  /** Penalty for words that chosen sentences already contain. */
  readonly redundancyCost: number;
  /** Sentences of one entry that share more of the shorter one's terms count as repetitions. */
  readonly sameInEntry: number;
  /** The same limit for entries within `acrossDays` of each other. */
  readonly sameAcross: number;
  readonly acrossDays: number;
}

export const WEIGHTS: DigestWeights = {
  fullDensity: 1.5,
  volumeDays: 30,
  volumePower: 0.7,
  chronologyWeight: 7,
  busyShare: 0.1,
  echoCost: 0.4,
  agreementShare: 0.1,
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
