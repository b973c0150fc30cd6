import type { Modality } from '../event.ts';
import {
  isDenying,
  isFactive,
  isPlanning,
  isPredicting,
  isReporting,
  isWeighing,
  isWishing,
} from '../lexicon/factuality-verbs.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';

/** The modality that an embedding verb gives to the verb under it. */
export function embeddingEffect(over: VerbGroup, under: VerbGroup, words: readonly Word[]): Modality {
  if (over.lemma === 'be' && under.kind === 'finite') return ofPredicate(over, under, words);
  if (under.kind === 'finite' && isFactive(over.lemma)) return 'asserted';
  if (isDenying(over.lemma)) return over.negated ? 'asserted' : 'negated';
  if (under.kind === 'infinitive') return ofAbility(over, under, words) ?? ofInfinitive(over, under);
  if (under.kind === 'gerund' || under.kind === 'participle') return ofGerund(over, under);
  return ofClause(over, under);
}

/** "was able to speak to her" is what came about, "is able to" what may, "was unable to" what did not. */
function ofAbility(over: VerbGroup, under: VerbGroup, words: readonly Word[]): Modality | undefined {
  if (over.lemma !== 'be') return undefined;
  const ability = words.slice(over.last + 1, under.first).find(({ lower }) => /^(?:un)?able$/.test(lower))?.lower;
  if (ability === undefined) return undefined;
  if (ability === 'unable') return over.negated ? 'asserted' : 'negated';
  return over.tense === 'past' || over.perfect || over.modal !== undefined ? 'asserted' : 'hypothetical';
}

/** "plans to …", "is to …", "is said to have …", "sent troops to …". */
function ofInfinitive(over: VerbGroup, under: VerbGroup): Modality {
  const { lemma } = over;
  if (lemma === 'be' && over.head + 1 === under.first) return under.perfect ? 'negated' : 'planned';
  if (lemma === 'have' && over.head + 1 === under.first) return over.tense === 'past' ? 'asserted' : 'planned';
  if (lemma === 'go' && over.progressive) return 'planned';
  // "hopes to seal the well": an aim of the subject, in contrast to "hopes that"
  if (lemma === 'hope' && !over.passive && over.last + 1 === under.first) return 'planned';
  if (isPredicting(lemma) || (lemma === 'bind' && over.passive)) return 'predicted';
  if (over.passive && (isReporting(lemma) || isWishing(lemma)) && under.perfect)
    return /^(?:know|find|see|show|confirm|prove)$/.test(lemma) ? 'asserted' : 'hypothetical';
  if (isPlanning(lemma)) return 'planned';
  // "are supposed to end in May" is planned; "were supposed to" suggests that it did not happen
  if (lemma === 'suppose' && over.passive && over.tense === 'present' && !over.negated) return 'planned';
  if (isWishing(lemma) || isReporting(lemma)) return 'hypothetical';
  if (ACHIEVING.has(lemma)) return 'asserted';
  // a purpose ("sent troops to secure") is intended, not reported as done
  if (under.perfect) return 'asserted';
  return 'planned';
}

/** Verbs whose infinitive is a fact: "managed to open". */
const ACHIEVING = new Set(
  `manage begin start continue go come help proceed force compel lead cause use prompt bring happen return rush move travel gather meet join stop turn
  persuade prove get make enter fly leave stay remain take resume dare serve combine conspire gang unite`.split(/\s+/),
);

/** "considered moving", "is seen shrinking", "began pouring". */
function ofGerund(over: VerbGroup, under: VerbGroup): Modality {
  const { lemma } = over;
  if (isWeighing(lemma)) return 'hypothetical';
  if (/^(?:advocate|recommend|suggest|accuse|suspect|imagine|risk|resist|allege)$/.test(lemma)) return 'hypothetical';
  if (lemma === 'see' && over.passive && over.tense === 'present' && under.kind === 'gerund') return 'predicted';
  if (isPredicting(lemma) && lemma !== 'look') return 'predicted';
  return lemma === 'plan' || lemma === 'intend' ? 'planned' : 'asserted';
}

const DOUBTFUL_CLAUSE = new Set(
  `doubt wonder wish imagine suppose suspect pretend assume speculate suggest allege seem appear demand ask urge recommend propose question dispute accuse
  rumor rumour insist-on hypothesise hypothesize ponder believe think contend`.split(/\s+/),
);

const PREDICATES: Readonly<Record<string, Modality>> = {
  likely: 'predicted',
  unlikely: 'predicted',
  probable: 'predicted',
  improbable: 'hypothetical',
  expected: 'predicted',
  possible: 'hypothetical',
  impossible: 'negated',
  doubtful: 'hypothetical',
  conceivable: 'hypothetical',
  uncertain: 'hypothetical',
  unclear: 'hypothetical',
  plausible: 'hypothetical',
  questionable: 'hypothetical',
  false: 'negated',
  untrue: 'negated',
  wrong: 'negated',
  myth: 'negated',
  lie: 'negated',
  rumour: 'hypothetical',
  rumor: 'hypothetical',
  essential: 'hypothetical',
  vital: 'hypothetical',
  important: 'asserted',
  hope: 'predicted',
  fear: 'predicted',
  idea: 'hypothetical',
  plan: 'planned',
};

/** "it is not true that …", "it is possible that …", "the fear is that …". */
function ofPredicate(over: VerbGroup, under: VerbGroup, words: readonly Word[]): Modality {
  if (over.negated) return 'negated';
  for (let i = Math.max(0, over.first - 2); i < under.first; i++) {
    const { lower } = words[i] as Word;
    if (Object.hasOwn(PREDICATES, lower)) return PREDICATES[lower] as Modality;
    if (i > over.last && lower === 'that') break;
  }
  return 'asserted';
}

/** "said that …", "predicted that …", "doubts that …". */
function ofClause(over: VerbGroup, under: VerbGroup): Modality {
  const { lemma } = over;
  if (isPredicting(lemma)) return 'predicted';
  if (lemma === 'believe' || lemma === 'think')
    return over.negated ? 'negated' : under.modal ? 'predicted' : 'hypothetical';
  if (DOUBTFUL_CLAUSE.has(lemma)) return 'hypothetical';
  if (over.negated && isReporting(lemma))
    return /^(?:say|confirm|tell|admit|acknowledge)$/.test(lemma) ? 'hypothetical' : 'asserted';
  // "means that the ferry has stopped": a consequence
  if (lemma === 'mean' && under.modal === undefined) return 'asserted';
  if (isPlanning(lemma) && (under.modal !== undefined || under.tense === 'present')) return 'planned';
  return 'asserted';
}
