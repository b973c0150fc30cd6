import type { Modality } from './event.ts';
import { governed, governorOf } from './governors.ts';
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
    modality = lessSure(modality, governed(over, group));
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
  if (group.modal)
    modality = lessSure(
      modality,
      ofModal(
        group,
        words,
        groups.some(
          (x, k) =>
            k !== g && x.tense === 'past' && (isReporting(x.lemma) || isPlanning(x.lemma) || isPredicting(x.lemma)),
        ),
      ),
    );
  if (conditionOver(words, groups, g)) modality = 'hypothetical';
  if (isInverted(words, group)) modality = 'hypothetical';
  if (inConsequence(words, groups, g)) modality = lessSure(modality, 'hypothetical');
  // adverbs of doubt inside the group or next to it
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
  if (
    isTrigger &&
    group.passive &&
    (/^(?:schedule|slate|plan|expect|predict|forecast|intend)$/.test(group.lemma) ||
      (/^(?:set|arrange|book|fix|time|earmark)$/.test(group.lemma) && words[group.last + 1]?.lower === 'for'))
  )
    modality = lessSure(modality, /^(?:expect|predict|forecast)$/.test(group.lemma) ? 'predicted' : 'planned');
  if (isTrigger && group.kind === 'participle' && /^(?:schedule|slate|plan|set|intend|due|propose)$/.test(group.lemma))
    modality = lessSure(modality, 'planned');
  if (isTrigger && group.kind === 'participle' && isPredicting(group.lemma)) modality = lessSure(modality, 'predicted');
  if (
    isTrigger &&
    (/^(?:refrain|abstain|desist)$/.test(group.lemma) ||
      (group.lemma === 'fail' && words[group.last + 1]?.tag === 'to'))
  )
    modality = lessSure(modality, 'negated');
  if (isTrigger && group.passive && isCalledOff(words, group)) modality = lessSure(modality, 'negated');
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

/** "was called off", "were put off". */
const isCalledOff = (words: readonly Word[], group: VerbGroup): boolean =>
  (group.lemma === 'call' || group.lemma === 'put') && words[group.last + 1]?.lower === 'off';

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
      return group.perfect ? 'hypothetical' : 'predicted';
    case 'must':
      return group.perfect ? 'hypothetical' : 'planned';
    default:
      return 'hypothetical';
  }
}

const AGENTLESS = new Set(
  `be become rise fall grow increase decrease decline drop shrink happen occur take reach exceed remain last continue cost need improve worsen
  recover rebound slow accelerate double triple disappear vanish run fail open-up collapse cause hurt suffer lose face eclipse surpass hit weigh affect reunite die lead result see come`.split(
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
  const own = words[group.first] as Word;
  if (/^(?:had|were|should)$/.test(own.lower)) return group.first === group.head && invertsAt(words, group.first);
  // the main verb after an inverted auxiliary: "Had China lost": "lost" is read as a group of its own
  for (let i = group.first - 1; i >= 0 && i >= group.first - 12; i--) {
    const word = words[i] as Word;
    if (/^(?:had|were|should)$/.test(word.lower)) return invertsAt(words, i);
    if (isBoundary(word) && word.text !== ',') return false;
    if (word.tag === 'verb' || word.tag === 'modal') return false;
  }
  return false;
}

/** An auxiliary that opens its clause, a subject after it, and the rest of the verb after that; inside a sentence only beside a modal. */
function invertsAt(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (
    !next ||
    !/^(?:name|noun|determiner|possessive|pronoun|adjective|number)$/.test(next.tag) ||
    !opensClause(words, at)
  )
    return false;
  // "More than half, meanwhile, were products": "were" inverts only before "to"
  if (words[at]?.lower === 'were' && !words.slice(at + 2, at + 10).some((word) => word.tag === 'to')) return false;
  const before = words[at - 1];
  return before?.text !== ',' || words.some((word) => word.tag === 'modal' && word.lower !== 'should');
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
  if (presupposed && !question) return modality;
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
