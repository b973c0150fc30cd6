import type { Modality } from './event.ts';
import {
  ADJECTIVE_ATTITUDES,
  DOUBTING_ADVERBS,
  isCancelling,
  isDenying,
  isPlanning,
  isPredicting,
  isReporting,
  isWishing,
  nounAttitude,
} from './lexicon/attitudes.ts';
import { isBoundary, type VerbGroup } from './verb-groups.ts';
import type { Word } from './words.ts';

/** From the surest to the least sure: where two speak, the less sure one is heard. */
const DOUBT: Readonly<Record<Modality, number>> = {
  asserted: 0,
  planned: 1,
  predicted: 2,
  negated: 3,
  hypothetical: 4,
};
const lessSure = (a: Modality, b: Modality): Modality => (DOUBT[b] > DOUBT[a] ? b : a);

const CONDITIONAL = new Set([
  'if',
  'unless',
  'whether',
  'lest',
  'supposing',
  'assuming',
  'provided',
  'suppose',
  'imagine',
]);
const NOBODY = new Set(['nobody', 'neither', 'nothing', 'none']);

/**
 * How sure a sentence is of one of its verbs.
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
  while (at >= 0 && !seen.has(at)) {
    seen.add(at);
    const group = groups[at] as VerbGroup;
    modality = lessSure(modality, own(words, groups, at, first));
    const governor = governorOf(words, groups, at);
    if (governor === undefined) break;
    if (governor.noun) {
      modality = lessSure(modality, governor.noun);
      break;
    }
    const over = groups[governor.group as number] as VerbGroup;
    modality = lessSure(modality, governed(over, group, words));
    at = governor.group as number;
    first = false;
  }
  return modality;
}

/** What the verb's own words and its own clause say. */
function own(words: readonly Word[], groups: readonly VerbGroup[], g: number, isTrigger: boolean): Modality {
  const group = groups[g] as VerbGroup;
  const subjectNegative = subjectIsNobody(words, group);
  let modality: Modality = 'asserted';
  if (group.modal) modality = lessSure(modality, ofModal(group, words));
  if (conditionOver(words, groups, g)) modality = 'hypothetical';
  if (isInverted(words, group)) modality = 'hypothetical';
  if (inConsequence(words, groups, g)) modality = lessSure(modality, 'hypothetical');
  // adverbs of doubt inside the group or next to it
  for (let i = Math.max(0, group.first - 2); i <= Math.min(words.length - 1, group.last + 1); i++) {
    const word = words[i] as Word;
    if (i < group.first && isBoundary(words[group.first - 1] as Word) && i < group.first - 1) continue;
    if (DOUBTING_ADVERBS.has(word.lower) && !(word.lower === 'likely' && i > group.last))
      modality = lessSure(modality, group.tense === 'past' || !group.modal ? 'hypothetical' : 'predicted');
  }
  if (group.tense !== 'past' || group.perfect) {
    const after = words[group.last + 1];
    if (after && (after.lower === 'likely' || after.lower === 'unlikely')) modality = lessSure(modality, 'predicted');
  }
  if (clauseAdverb(words, group)) modality = lessSure(modality, 'hypothetical');
  if (isTrigger && group.kind === 'finite' && group.tense === 'present' && !group.modal && !group.perfect) {
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
  if (isTrigger && group.passive && /^(?:schedule|slate|plan|expect|predict|forecast|intend)$/.test(group.lemma))
    modality = lessSure(modality, /^(?:expect|predict|forecast)$/.test(group.lemma) ? 'predicted' : 'planned');
  if (isTrigger && group.kind === 'participle' && /^(?:schedule|slate|plan|set|intend|due|propose)$/.test(group.lemma))
    modality = lessSure(modality, 'planned');
  if (isTrigger && group.kind === 'participle' && isPredicting(group.lemma)) modality = lessSure(modality, 'predicted');
  if (
    isTrigger &&
    isCancelling(group.lemma) &&
    group.passive &&
    modality === 'asserted' &&
    /^(?:cancel|scrap|shelve|abort)$/.test(group.lemma)
  )
    modality = 'negated';
  if (group.negated || subjectNegative) modality = modality === 'hypothetical' ? modality : 'negated';
  return modality;
}

function ofModal(group: VerbGroup, words: readonly Word[]): Modality {
  switch (group.modal) {
    case 'will':
    case 'shall':
      return isAgentive(group, words) ? 'planned' : 'predicted';
    case 'would':
      return group.perfect ? 'hypothetical' : isAgentive(group, words) ? 'planned' : 'predicted';
    case 'should':
    case 'ought':
      return group.perfect ? 'hypothetical' : 'predicted';
    case 'may':
    case 'might':
    case 'could':
      return group.perfect ? 'hypothetical' : 'predicted';
    case 'must':
      return group.perfect ? 'hypothetical' : 'planned';
    default:
      return 'hypothetical';
  }
}

const AGENTLESS = new Set(
  `be become rise fall grow increase decrease decline drop shrink happen occur take reach exceed remain last continue cost need improve worsen
  recover rebound slow accelerate double triple collapse cause hurt suffer lose face eclipse surpass hit weigh affect reunite die lead result see come`.split(
    /\s+/,
  ),
);

/** Somebody who can mean to do it, doing something that can be meant. */
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

/** The subordinator that opens the verb's clause, if it puts a condition. */
function conditionOver(words: readonly Word[], groups: readonly VerbGroup[], g: number): boolean {
  const group = groups[g] as VerbGroup;
  for (let i = group.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (CONDITIONAL.has(word.lower)) {
      // an earlier finite verb between closes the condition: "if he wins, taxes fell"
      const closed = groups.some(
        (x, k) =>
          k < g &&
          x.kind === 'finite' &&
          x.first > i &&
          x.last < group.first &&
          !sameClauseList(words, x.last, group.first),
      );
      if (closed) return false;
      if (
        word.lower === 'assuming' ||
        word.lower === 'provided' ||
        word.lower === 'suppose' ||
        word.lower === 'imagine'
      )
        return i < 2 || (words[i - 1] as Word).text === ',';
      if (word.lower === 'if' && words[i - 1]?.lower === 'even' && group.tense === 'past' && !group.modal) return true;
      return true;
    }
    if (word.lower === 'case' && words[i - 1]?.lower === 'in') return true;
    if (word.text === ';' || word.text === '"' || word.text === '”') return false;
    if (word.tag === 'subordinator' && word.lower !== 'that') return false;
  }
  return false;
}

const sameClauseList = (words: readonly Word[], from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++) {
    const word = words[i] as Word;
    if (word.text === ',' && words[i + 1]?.tag !== 'coordinator') return false;
  }
  return true;
};

/** "Had China lost …", "Were it to fall", "Should he win": an auxiliary before its subject at the clause's beginning, and no question mark. */
function isInverted(words: readonly Word[], group: VerbGroup): boolean {
  const first = words[group.first] as Word;
  if (/^(?:had|were|should)$/.test(first.lower) && group.first === group.head && opensClause(words, group.first)) {
    const next = words[group.first + 1];
    return (
      next !== undefined &&
      ['name', 'noun', 'determiner', 'possessive', 'pronoun', 'adjective', 'number'].includes(next.tag)
    );
  }
  // the main verb after an inverted auxiliary: "Had China lost": lost is read as a group of its own
  for (let i = group.first - 1; i >= 0 && i >= group.first - 12; i--) {
    const word = words[i] as Word;
    if (/^(?:had|were|should)$/.test(word.lower) && opensClause(words, i)) {
      const next = words[i + 1];
      return (
        next !== undefined &&
        next.tag !== 'verb' &&
        next.tag !== 'negation' &&
        next.tag !== 'adverb' &&
        next.tag !== 'be'
      );
    }
    if (isBoundary(word) && word.text !== ',') return false;
    if (word.tag === 'verb' || word.tag === 'modal') return false;
  }
  return false;
}

const opensClause = (words: readonly Word[], i: number): boolean => {
  if (i === 0) return true;
  const before = words[i - 1] as Word;
  if (before.tag === 'mark') return before.text !== ')' && !(before.text === ',' && hasSubjectBefore(words, i - 1));
  return before.tag === 'coordinator' || (before.tag === 'subordinator' && before.lower === 'that');
};

/** A comma that closes an apposition of a subject ("Kamm, a businessman, had won") opens no clause. */
const hasSubjectBefore = (words: readonly Word[], comma: number): boolean => {
  for (let i = comma - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.tag === 'verb' || word.tag === 'modal' || word.tag === 'be') return false;
    if (word.tag === 'subordinator') return false;
  }
  return true;
};

/** The main clause of a counterfactual: a "would have" or "could have" elsewhere while this clause holds the condition. */
function inConsequence(words: readonly Word[], groups: readonly VerbGroup[], g: number): boolean {
  const group = groups[g] as VerbGroup;
  return (
    group.modal === 'would' &&
    !group.perfect &&
    words.some((w, i) => (w.lower === 'if' || w.lower === 'unless') && Math.abs(i - group.first) < 40)
  );
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

/** The verb or noun that this verb depends on: "plans to …", "predicted that …", "a proposal to …". */
function governorOf(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  g: number,
): { group?: number; noun?: Modality } | undefined {
  const group = groups[g] as VerbGroup;
  if (group.kind === 'infinitive') {
    for (let i = group.first - 1; i >= 0; i--) {
      const word = words[i] as Word;
      const owner = groups.findIndex((x) => x.first <= i && i <= x.last);
      if (owner >= 0 && owner !== g) return { group: owner };
      if (word.tag === 'noun') {
        const attitude = nounAttitude(word.lower);
        if (attitude && i >= group.first - 4) return { noun: attitude };
      }
      if (word.lower === 'due' || word.lower === 'ready' || word.lower === 'set') return { noun: 'planned' };
      if (word.lower === 'likely' || word.lower === 'unlikely' || word.lower === 'certain' || word.lower === 'sure')
        return { noun: 'predicted' };
      if (word.text === ';' || word.text === '"' || (word.tag === 'subordinator' && word.lower !== 'that'))
        return undefined;
    }
    return undefined;
  }
  if (group.kind === 'gerund' || group.kind === 'participle') {
    const before = words[group.first - 1];
    const owner = groups[g - 1];
    if (owner && before && owner.last === group.first - 1) return { group: g - 1 };
    if (before?.tag === 'preposition' && group.kind === 'gerund') {
      const two = words[group.first - 2];
      if (owner && owner.last === group.first - 2) return { group: g - 1 };
      if (two?.tag === 'noun' && (before.lower === 'of' || before.lower === 'for')) {
        const attitude = nounAttitude(two.lower);
        if (attitude) return { noun: attitude };
      }
      if (
        before.lower === 'without' ||
        before.lower === 'from' ||
        before.lower === 'against' ||
        (before.lower === 'of' && two?.lower === 'instead')
      )
        return { noun: 'negated' };
      if (owner && isWishing(owner.lemma) && joinedTo(words, owner, group)) return { group: g - 1 };
      if (before.lower === 'for' && owner && joinedTo(words, owner, group)) return undefined;
    }
    if (owner && joinedTo(words, owner, group) && (owner.kind === 'infinitive' || owner.modal)) return { group: g - 1 };
    return undefined;
  }
  // a finite verb: under "that", under a bare clause after a verb of saying, or in a list with the verb before
  let through = false;
  for (let i = group.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.tag === 'subordinator' && word.lower === 'that') {
      const noun = words[i - 1];
      const owner = lastGroupBefore(groups, i);
      if (noun?.tag === 'noun') {
        const attitude = nounAttitude(noun.lower);
        if (attitude) return { noun: attitude };
      }
      return owner === undefined ? undefined : { group: owner };
    }
    if (word.tag === 'relative' && word.lower === 'that') {
      const attitude = nounAttitude(words[i - 1]?.lower ?? '');
      return attitude ? { noun: attitude } : undefined;
    }
    if (word.tag === 'relative') return undefined;
    if (word.tag === 'subordinator' || word.text === ';' || word.text === '"' || word.text === '”' || word.text === ':')
      return undefined;
    if (word.text === ',') through = true;
    if (word.tag === 'coordinator') {
      const owner = lastGroupBefore(groups, i);
      // "may resign and leave": the second verb without a subject shares the modal
      if (owner !== undefined && i >= group.first - 2 && !hasNominal(words, i + 1, group.first)) {
        const shared = groups[owner] as VerbGroup;
        return shared.modal && group.tense !== 'past'
          ? { group: owner }
          : (governorOf(words, groups, owner) ?? undefined);
      }
      through = true;
    }
    const owner = groups.findIndex((x) => x.first <= i && i <= x.last);
    if (owner >= 0) {
      const over = groups[owner] as VerbGroup;
      if (through) return undefined;
      if (
        isReporting(over.lemma) ||
        isPredicting(over.lemma) ||
        isWishing(over.lemma) ||
        isDenying(over.lemma) ||
        isPlanning(over.lemma)
      )
        return { group: owner };
      return undefined;
    }
  }
  return undefined;
}

const hasNominal = (words: readonly Word[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (['noun', 'name', 'pronoun'].includes((words[i] as Word).tag)) return true;
  return false;
};

const joinedTo = (words: readonly Word[], owner: VerbGroup, group: VerbGroup): boolean => {
  for (let i = owner.last + 1; i < group.first; i++) if (isBoundary(words[i] as Word)) return false;
  return true;
};

function lastGroupBefore(groups: readonly VerbGroup[], index: number): number | undefined {
  for (let k = groups.length - 1; k >= 0; k--) if ((groups[k] as VerbGroup).last < index) return k;
  return undefined;
}

/** What a governing verb makes of the verb under it. */
function governed(over: VerbGroup, under: VerbGroup, words: readonly Word[]): Modality {
  const { lemma } = over;
  if (under.kind === 'infinitive') {
    if (lemma === 'be' && over.head + 1 === under.first)
      return over.tense === 'past' && under.perfect ? 'negated' : 'planned';
    if (lemma === 'have' && over.head + 1 === under.first) return over.tense === 'past' ? 'asserted' : 'planned';
    if (lemma === 'go' && over.progressive) return 'planned';
    if (over.passive && /^(?:say|report|know|find|see|hear|confirm|understand|show)$/.test(lemma) && under.perfect)
      return /^(?:say|report|understand)$/.test(lemma) ? 'hypothetical' : 'asserted';
    if (isDenying(lemma)) return over.negated ? 'asserted' : 'negated';
    if (isPredicting(lemma)) return 'predicted';
    if (isPlanning(lemma)) return 'planned';
    if (isWishing(lemma) || isReporting(lemma)) return 'hypothetical';
    if (
      /^(?:manage|begin|start|continue|go|come|help|proceed|force|compel|lead|cause|use|prompt|send|bring|happen|return|rush|move|travel|gather|meet|join|stop|turn|persuade|prove|get|make|enter|fly|leave|stay|remain|take|resume|dare|decide)$/.test(
        lemma,
      )
    )
      return 'asserted';
    // purpose: "sent troops to secure": meant, not told as done
    return under.perfect
      ? 'asserted'
      : joinedTo(words, over, under) && over.last + 1 === under.first
        ? 'hypothetical'
        : 'planned';
  }
  if (under.kind === 'gerund' || under.kind === 'participle') {
    if (isDenying(lemma)) return over.negated ? 'asserted' : 'negated';
    if (
      /^(?:consider|discuss|mull|contemplate|propose|suggest|recommend|advocate|risk|imagine|accuse|suspect|resist)$/.test(
        lemma,
      )
    )
      return lemma === 'propose' ? 'planned' : 'hypothetical';
    if (isPredicting(lemma) && lemma !== 'look') return 'predicted';
    if (lemma === 'plan' || lemma === 'intend') return 'planned';
    return 'asserted';
  }
  if (isDenying(lemma)) return over.negated ? 'asserted' : 'negated';
  if (isPredicting(lemma)) return 'predicted';
  if (
    lemma === 'doubt' ||
    lemma === 'wonder' ||
    lemma === 'wish' ||
    lemma === 'imagine' ||
    lemma === 'suppose' ||
    lemma === 'suspect' ||
    lemma === 'pretend' ||
    lemma === 'assume' ||
    lemma === 'speculate' ||
    lemma === 'suggest' ||
    lemma === 'allege' ||
    lemma === 'believe' ||
    lemma === 'think' ||
    lemma === 'seem' ||
    lemma === 'appear' ||
    lemma === 'demand' ||
    lemma === 'ask' ||
    lemma === 'urge' ||
    lemma === 'recommend' ||
    lemma === 'propose' ||
    lemma === 'claim' ||
    lemma === 'fear' ||
    lemma === 'question' ||
    lemma === 'dispute' ||
    lemma === 'accuse' ||
    lemma === 'rumor' ||
    lemma === 'rumour'
  )
    return lemma === 'claim' || lemma === 'suggest' || lemma === 'believe' || lemma === 'think'
      ? over.negated
        ? 'negated'
        : lemma === 'claim'
          ? 'asserted'
          : 'hypothetical'
      : 'hypothetical';
  if (over.negated && isReporting(lemma))
    return lemma === 'say' || lemma === 'confirm' || lemma === 'tell' ? 'hypothetical' : 'asserted';
  if (isPlanning(lemma) && (under.modal || under.tense === 'present')) return 'planned';
  return 'asserted';
}

/** What the words before an event noun and the verb around it make of it. */
export function modalityOfNoun(
  words: readonly Word[],
  noun: number,
  groups: readonly VerbGroup[],
  question: boolean,
  presupposed: boolean,
): Modality {
  let modality: Modality = 'asserted';
  for (let i = noun - 1; i >= 0 && i >= noun - 6; i--) {
    const word = words[i] as Word;
    if (word.tag === 'preposition' || word.tag === 'verb' || (isBoundary(word) && word.tag !== 'coordinator')) {
      if (word.lower === 'without') modality = lessSure(modality, 'negated');
      if (word.lower === 'of' || word.lower === 'for') {
        const attitude = nounAttitude(words[i - 1]?.lower ?? '');
        if (attitude) modality = lessSure(modality, attitude);
      }
      break;
    }
    if (word.lower === 'no') modality = lessSure(modality, 'negated');
    const attitude = Object.hasOwn(ADJECTIVE_ATTITUDES, word.lower) ? ADJECTIVE_ATTITUDES[word.lower] : undefined;
    if (attitude) modality = lessSure(modality, attitude);
  }
  if (presupposed) return modality;
  if (question) modality = lessSure(modality, 'hypothetical');
  const g = nearestGroup(groups, noun);
  if (g !== undefined) {
    const group = groups[g] as VerbGroup;
    modality = lessSure(modality, modalityOfVerb(words, groups, g, question));
    if (group.last < noun) {
      if (isDenying(group.lemma)) modality = lessSure(modality, group.negated ? 'asserted' : 'negated');
      else if (isPredicting(group.lemma)) modality = lessSure(modality, 'predicted');
      else if (isWishing(group.lemma)) modality = lessSure(modality, 'hypothetical');
      else if (isPlanning(group.lemma)) modality = lessSure(modality, 'planned');
      else if (isCancelling(group.lemma)) modality = lessSure(modality, 'negated');
    }
  }
  return modality;
}

function nearestGroup(groups: readonly VerbGroup[], at: number): number | undefined {
  let best: number | undefined;
  let distance = Number.POSITIVE_INFINITY;
  groups.forEach((group, k) => {
    const d = group.last < at ? at - group.last : group.first - at + 2;
    if (d < distance) {
      distance = d;
      best = k;
    }
  });
  return best;
}
