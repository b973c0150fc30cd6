import type { Modality } from '../event.ts';
import {
  DOUBTING_ADVERBS,
  isCancelling,
  isDenying,
  isFactive,
  isPlanning,
  isPredicting,
  isReporting,
} from '../lexicon/factuality-verbs.ts';
import { isBoundary, type VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { conditionOver, inConsequence, isInverted } from './conditions.ts';
import { embeddingEffect } from './embedding-effect.ts';
import { embeddingVerbOf } from './embedding-verb.ts';

/** From most to least certain: of two modalities, the less certain one applies. */
const DOUBT: Readonly<Record<Modality, number>> = {
  asserted: 0,
  planned: 1,
  predicted: 2,
  negated: 3,
  hypothetical: 4,
};

export const lessSure = (a: Modality, b: Modality): Modality => (DOUBT[b] > DOUBT[a] ? b : a);

const NOBODY = new Set(['nobody', 'neither', 'nothing', 'none']);

/**
 * The modality of one verb of a sentence.
 *
 * @param groups All verb groups of the sentence.
 * @param g Index of the verb's group.
 */
export function modalityOfVerb(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  g: number,
  question: boolean,
): Modality {
  let modality: Modality = question ? 'hypothetical' : 'asserted';
  const seen = new Set<number>();
  let at = g;
  let first = true;
  /** What a negation above a reported clause makes of it: "did not say that" leaves it open, "did not disclose that" leaves it true. */
  let unsaid: Modality = 'negated';
  const under = (above: Modality): Modality => (above === 'negated' ? unsaid : above);
  while (at >= 0 && !seen.has(at)) {
    seen.add(at);
    const group = groups[at] as VerbGroup;
    // "we can say that the epidemic has begun" says so
    const isOwnWord = !first || /^(?:i|we)$/.test(words[group.first - 1]?.lower ?? '');
    const isSaying = group.modal === 'can' && isOwnWord && !group.negated && isReporting(group.lemma);
    if (!isSaying) modality = lessSure(modality, under(own(words, groups, at, first)));
    const governor = embeddingVerbOf(words, groups, at);
    if (governor === undefined) break;
    if (governor.noun) {
      modality = lessSure(modality, governor.noun);
      break;
    }
    const over = groups[governor.group as number] as VerbGroup;
    // "may recall that he left in May": what is recalled happened, however unsure the recalling is
    if (isTold(group) && isFactive(over.lemma) && !over.negated && over.modal !== undefined) break;
    const effect = embeddingEffect(over, group, words);
    modality = lessSure(modality, under(effect));
    // "do not believe that it happened" says that it did not
    if (group.kind === 'finite' && effect !== 'negated' && !isDenying(over.lemma)) {
      if (isFactive(over.lemma)) unsaid = 'asserted';
      else if (isReporting(over.lemma) && unsaid === 'negated') unsaid = 'hypothetical';
    }
    at = governor.group as number;
    first = false;
  }
  return modality;
}

const isTold = ({ kind, tense, modal }: VerbGroup): boolean =>
  kind === 'finite' && tense === 'past' && modal === undefined;

/** The modality by the verb's own words and its own clause. */
export function own(words: readonly Word[], groups: readonly VerbGroup[], g: number, isTrigger: boolean): Modality {
  const group = groups[g] as VerbGroup;
  let modality: Modality = 'asserted';
  if (group.modal) {
    const isTold = groups.some(
      (x, k) => k !== g && x.tense === 'past' && (isReporting(x.lemma) || isPlanning(x.lemma) || isPredicting(x.lemma)),
    );
    modality = ofModal(group, words, isTold);
  }
  if (conditionOver(words, groups, g) || isInverted(words, group)) modality = 'hypothetical';
  if (inConsequence(words, groups, g)) modality = lessSure(modality, 'hypothetical');
  modality = lessSure(modality, byAdverbs(words, group));
  if (isTrigger) modality = byTrigger(words, group, modality);
  const isNegated = group.negated || subjectIsNobody(words, group) || isNotThere(words, group);
  if (isNegated && !undoesItself(words, groups, g)) return lessSure(modality, 'negated');
  return modality;
}

/** The modality by adverbs of doubt inside the verb group, next to it, or at the head of its clause: "likely", "allegedly". */
function byAdverbs(words: readonly Word[], group: VerbGroup): Modality {
  let modality: Modality = 'asserted';
  for (let i = Math.max(0, group.first - 2); i <= Math.min(words.length - 1, group.last + 1); i++) {
    const word = words[i] as Word;
    if (i < group.first && isBoundary(words[group.first - 1] as Word) && i < group.first - 1) continue;
    if (DOUBTING_ADVERBS.has(word.lower) && !(word.lower === 'likely' && i > group.last))
      modality = lessSure(
        modality,
        /^(?:un)?likely$|^hopefully$/.test(word.lower) || (group.modal !== undefined && !group.perfect)
          ? 'predicted'
          : 'hypothetical',
      );
  }
  if (group.tense !== 'past' || group.perfect) {
    const after = words[group.last + 1];
    if (after && (after.lower === 'likely' || after.lower === 'unlikely')) modality = lessSure(modality, 'predicted');
  }
  return clauseAdverb(words, group) ? lessSure(modality, 'hypothetical') : modality;
}

/** The modality of an event that is the verb itself, by what the verb means: "plans", "is scheduled", "failed to", "was cancelled". */
function byTrigger(words: readonly Word[], group: VerbGroup, before: Modality): Modality {
  let modality = before;
  if (group.kind === 'finite' && group.tense === 'present' && !group.modal && !group.perfect) {
    if (group.passive && (isPlanning(group.lemma) || isPredicting(group.lemma)))
      modality = lessSure(modality, isPredicting(group.lemma) ? 'predicted' : 'planned');
    else if (isPredicting(group.lemma) && group.lemma !== 'look') modality = lessSure(modality, 'predicted');
    else if (
      isPlanning(group.lemma) &&
      /^(?:plan|intend|aim|propose|prepare|hope|want|promise|pledge|vow|threaten|schedule)$/.test(group.lemma)
    )
      modality = lessSure(modality, 'planned');
    else if (group.lemma === 'want' || group.lemma === 'wish') modality = lessSure(modality, 'hypothetical');
  }
  if (
    group.passive &&
    (/^(?:schedule|slate|plan|expect|predict|forecast|intend)$/.test(group.lemma) ||
      (/^(?:set|arrange|book|fix|time|earmark)$/.test(group.lemma) && words[group.last + 1]?.lower === 'for'))
  )
    modality = lessSure(modality, /^(?:expect|predict|forecast)$/.test(group.lemma) ? 'predicted' : 'planned');
  const isSetUp =
    group.lemma === 'set' && /^(?:up|off|out|aside|down|ablaze|free|in)$/.test(words[group.last + 1]?.lower ?? '');
  if (group.kind === 'participle' && !isSetUp && /^(?:schedule|slate|plan|set|intend|due|propose)$/.test(group.lemma))
    modality = lessSure(modality, 'planned');
  if (group.kind === 'participle' && isPredicting(group.lemma)) modality = lessSure(modality, 'predicted');
  if (
    /^(?:refrain|desist)$/.test(group.lemma) ||
    (group.lemma === 'fail' && words[group.last + 1]?.tag === 'to' && !group.negated)
  )
    modality = lessSure(modality, 'negated');
  if (group.lemma === 'be' && group.kind === 'finite' && isDue(words, group.last + 1))
    modality = lessSure(modality, 'planned');
  if (group.passive && isCalledOff(words, group)) modality = lessSure(modality, 'negated');
  if (
    isCancelling(group.lemma) &&
    group.passive &&
    modality === 'asserted' &&
    /^(?:cancel|scrap|shelve|abort)$/.test(group.lemma)
  )
    modality = 'negated';
  return modality;
}

/** "did not stop her from signing", "did not fail to sign": the negated verb is itself a negation, so the event happened. */
function undoesItself(words: readonly Word[], groups: readonly VerbGroup[], g: number): boolean {
  const group = groups[g] as VerbGroup;
  const next = groups[g + 1];
  if (!next || !isDenying(group.lemma) || group.modal !== undefined) return false;
  if (next.kind === 'infinitive') return group.lemma === 'fail' && next.first === group.last + 1;
  return next.kind === 'gerund' && words[next.first - 1]?.lower === 'from' && next.first - group.last < FARTHEST_FROM;
}

/** Words between "stop" and its "from …ing". */
const FARTHEST_FROM = 12;

/** "are due in court on Thursday"; "was due to heavy rain" gives a cause. */
const isDue = (words: readonly Word[], at: number): boolean =>
  words[at]?.lower === 'due' &&
  (words[at + 1]?.tag === 'time' || /^(?:in|at|on|back|out|before|for|next)$/.test(words[at + 1]?.lower ?? ''));

/** "There was no word on Tuesday". */
const isNotThere = (words: readonly Word[], { lemma, first, last }: VerbGroup): boolean =>
  lemma === 'be' && words[first - 1]?.lower === 'there' && words[last + 1]?.lower === 'no';

/** "was called off", "were put off". */
const isCalledOff = (words: readonly Word[], group: VerbGroup): boolean =>
  (group.lemma === 'call' || group.lemma === 'put') && words[group.last + 1]?.lower === 'off';

/** "Gunfire could be heard on Monday", "she could smell the oil": what the senses could notice was there. */
const SENSING = /^(?:see|hear|smell)$/;

function ofModal(group: VerbGroup, words: readonly Word[], reported: boolean): Modality {
  switch (group.modal) {
    case 'will':
    case 'shall':
      return isAgentive(group, words) ? 'planned' : 'predicted';
    case 'would':
      return group.perfect || !reported ? 'hypothetical' : isAgentive(group, words) ? 'planned' : 'predicted';
    case 'should':
    case 'ought':
      return group.perfect ? 'hypothetical' : 'predicted';
    case 'may':
    case 'might':
    case 'could':
      if (group.modal === 'could' && !group.perfect && SENSING.test(group.lemma)) return 'asserted';
      return group.perfect ? 'hypothetical' : 'predicted';
    case 'must':
      return group.perfect ? 'hypothetical' : 'planned';
    default:
      if (group.modal === 'can' && group.passive && !group.perfect && SENSING.test(group.lemma)) return 'asserted';
      return 'hypothetical';
  }
}

const AGENTLESS = new Set(
  `be become rise fall grow increase decrease decline drop shrink happen occur take reach exceed remain last continue cost need improve worsen
  recover rebound slow accelerate double triple disappear vanish run fail collapse cause hurt suffer lose face eclipse surpass hit weigh affect reunite die lead result see come linger feel look seem amount
  total persist evolve unfold`.split(/\s+/),
);

/** An agent that can intend an action that can be intended. */
function isAgentive(group: VerbGroup, words: readonly Word[]): boolean {
  if (AGENTLESS.has(group.lemma))
    return group.lemma === 'take' || group.lemma === 'come' || group.lemma === 'lead'
      ? words
          .slice(group.last + 1, group.last + 3)
          .some(
            (w) =>
              w.lower === 'place' ||
              w.lower === 'part' ||
              w.lower === 'office' ||
              w.lower === 'effect' ||
              w.lower === 'over' ||
              w.lower === 'into' ||
              w.tag === 'determiner',
          )
      : false;
  return true;
}

function subjectIsNobody(words: readonly Word[], group: VerbGroup): boolean {
  for (let i = group.first - 1; i >= 0 && i >= group.first - 8; i--) {
    const word = words[i] as Word;
    if (isBoundary(word) || word.tag === 'verb') return false;
    if (NOBODY.has(word.lower)) return true;
    if (word.lower === 'no' && words[i + 1]?.tag !== 'mark') return true;
  }
  return false;
}

/** "Perhaps", "allegedly" at the head of the clause. */
function clauseAdverb(words: readonly Word[], group: VerbGroup): boolean {
  for (let i = group.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (DOUBTING_ADVERBS.has(word.lower) && (i === 0 || isBoundary(words[i - 1] as Word))) return true;
    if (isBoundary(word) && !(word.text === ',' && i < 4)) return false;
    if (word.tag === 'verb') return false;
  }
  return false;
}
