import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import type { DatePhrase } from '../dates/date-phrase.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { Anchor } from './anchor.ts';
import { type CandidateFeatures, candidateFeatures } from './candidate-features.ts';
import { type EventCandidate, eventCandidates } from './candidates.ts';
import { isExcluded } from './excluded-pairs.ts';
import { type LinearModel, modelUnder, onCurve, probability } from './linear-model.ts';
import { misreadVerbs } from './misread-verbs.ts';
import { groupsByWord, type PairContext, quotedWords } from './pair-context.ts';
import { pairFeatures, relationFeatures } from './pair-features.ts';
import { ruleAnchors } from './rule-anchors.ts';
import { tokensByWord, treeFeatures } from './tree-features.ts';

/** A candidate event and a date phrase of its sentence, with the features that decide whether the phrase dates it. */
export interface AnchorPair {
  readonly anchor: Anchor;
  /** Index of the candidate. */
  readonly candidate: number;
  readonly features: readonly string[];
  /** Further features, used only for ranking the candidates of one date. */
  readonly tree: readonly string[];
}

/** The pairs of a sentence, one list per phrase, and the context of their features. */
export interface SentencePairs {
  readonly context: PairContext;
  readonly pairs: readonly (readonly AnchorPair[])[];
}

/** The parts of a sentence that anchoring needs. */
export interface SentenceForAnchoring {
  readonly words: readonly Word[];
  readonly groups: readonly VerbGroup[];
  readonly phrases: readonly DatePhrase[];
  /** The phrases that get pairs. */
  readonly paired: ReadonlySet<DatePhrase>;
  readonly dct: string | undefined;
  readonly position: number;
  readonly question: boolean;
  readonly parse: () => ParsedSentence | undefined;
}

/** Pairs the candidate events of a sentence with its date phrases; one list a phrase. */
export function anchorPairs(sentence: SentenceForAnchoring): SentencePairs {
  const { words, groups, phrases } = sentence;
  const candidates = eventCandidates(words, groups);
  const choices = phrases.map((phrase) => ruleAnchors(words, groups, phrase, sentence.dct));
  for (const anchor of choices.flat())
    if (anchor.noun !== undefined && !candidates.some((one) => one.noun === anchor.noun))
      candidates.push({ noun: anchor.noun, head: anchor.noun });
  candidates.sort((a, b) => a.head - b.head);
  const indexOf = (anchor: Anchor): number =>
    candidates.findIndex((one) => one.group === anchor.group && one.noun === anchor.noun);
  const context = {
    ...sentence,
    candidates,
    chosen: choices.map((anchors) => anchors.map(indexOf)),
    quoted: quotedWords(words),
    headed: groupsByWord(words, groups),
  };
  const own = new Map<number, CandidateFeatures>();
  const ownOf = (c: number): CandidateFeatures => {
    const known = own.get(c) ?? candidateFeatures(context, c);
    own.set(c, known);
    return known;
  };
  const parse = sentence.paired.size > 0 ? sentence.parse() : undefined;
  const tokenAt = parse ? tokensByWord(parse, words) : [];
  const treeOf = treeFeatures(parse, tokenAt, groups, candidates, phrases);
  const misread = misreadVerbs(parse, tokenAt, groups);
  const pairs = phrases.map((phrase, p) => {
    if (!sentence.paired.has(phrase)) return [];
    return nearest(candidates, phrase.first, context.chosen[p] ?? []).flatMap((c) => {
      const candidate = candidates[c] as EventCandidate;
      if (isExcluded(candidate, context, phrase) || misread.has(candidate.group ?? -1)) return [];
      const anchor = anchorOf(candidate, phrase, choices[p] ?? []);
      return [{ anchor, candidate: c, features: pairFeatures(context, c, p, ownOf(c)), tree: treeOf(c, p) }];
    });
  });
  return { context, pairs };
}

/** A pair with the score of the anchor model, and the features that decide whether it becomes an event. */
export interface RankedPair extends AnchorPair {
  /** Probability that the phrase dates the event, by the anchor model. */
  readonly score: number;
  /** Before the name of each feature of the event model: "1:" for the best pair of its phrase, "2:" for the others. */
  readonly prefix: '1:' | '2:';
  /** How its score compares with those of the other pairs of its phrase. */
  readonly standing: readonly string[];
}

/** Features of a pair for the event model, by their names in it. */
export const eventFeatures = ({ prefix, features, standing }: RankedPair): string[] =>
  [...standing, ...features].map((feature) => prefix + feature);

/** Probability that a pair is a correct event. */
export const eventProbability = (
  model: LinearModel,
  curve: LinearModel,
  { prefix, features, standing }: RankedPair,
): number => onCurve(curve, probability(modelUnder(model, prefix), features, standing));

/** Pairs with a lower score are ignored. */
const LEAST_SCORE = 0.03;
/** Most further events of one phrase that are examined. */
const MOST_FURTHER = 5;

/**
 * Ranks the pairs of each phrase and computes their features for the event model: the best pair by its properties and
 * its lead, the others by their relation to the best one.
 */
export function rankPairs({ context, pairs }: SentencePairs, anchorModel: LinearModel): RankedPair[] {
  return pairs.flatMap((ofPhrase) => {
    const scored = ofPhrase
      .map((pair) => ({ ...pair, score: probability(anchorModel, pair.features, pair.tree) }))
      .sort((a, b) => b.score - a.score || a.candidate - b.candidate);
    const best = scored[0];
    if (!best) return [];
    const lead = best.score - (scored[1]?.score ?? 0);
    const total = scored.reduce((sum, { score }) => sum + score, 0);
    const first: RankedPair = {
      ...best,
      prefix: '1:',
      standing: [...atLeast('score', best.score), ...atLeast('lead', lead), ...atLeast('total', total / 2)],
    };
    const further = scored
      .slice(1, 1 + MOST_FURTHER)
      .filter(({ score }) => score >= LEAST_SCORE)
      .map(
        (pair, rank): RankedPair => ({
          ...pair,
          prefix: '2:',
          standing: [
            '',
            ...atLeast('score', pair.score),
            ...atLeast('share', pair.score / best.score),
            ...atLeast('first', best.score),
            `rank=${rank}`,
            ...relationFeatures(context, pair.candidate, best.candidate, 'first'),
            `first-lemma-class=${best.features.find((feature) => feature.startsWith('class=')) ?? 'noun'}`,
          ],
        }),
      );
    return [first, ...further];
  });
}

/** A number 0…1 as features that hold from each step on, so that the model can learn any monotone curve. */
const atLeast = (name: string, value: number): string[] =>
  STEPS.filter((step) => value >= step).map((step) => `${name}>=${step}`);

const STEPS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Candidates examined on each side of a word. */
const MOST_A_SIDE = 7;

/** Indices of the candidates nearest to a word on both sides, and of those that the rules chose, in order. */
function nearest(candidates: readonly EventCandidate[], at: number, chosen: readonly number[]): number[] {
  const split = candidates.findIndex(({ head }) => head >= at);
  const middle = split < 0 ? candidates.length : split;
  const indices = new Set(chosen);
  for (let i = Math.max(0, middle - MOST_A_SIDE); i < Math.min(candidates.length, middle + MOST_A_SIDE); i++)
    indices.add(i);
  return [...indices].sort((a, b) => a - b);
}

function anchorOf({ group, noun }: EventCandidate, range: DatePhrase, choices: readonly Anchor[]): Anchor {
  const chosen = choices.find((one) => one.group === group && one.noun === noun);
  if (chosen) return chosen;
  return {
    range,
    ...(group === undefined ? {} : { group }),
    ...(noun === undefined ? {} : { noun }),
    presupposed: noun !== undefined,
  };
}
