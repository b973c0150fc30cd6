import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isDenying, isPlanning, isPredicting, isReporting, isWishing } from '../lexicon/factuality-verbs.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { EventCandidate } from './candidates.ts';
import { bucket, type PairContext } from './pair-context.ts';

/** Class of a verb in the factuality lexicon. */
const lemmaClass = (lemma: string): string =>
  lemma === 'be' || lemma === 'have' || lemma === 'do'
    ? lemma
    : isReporting(lemma)
      ? 'report'
      : isPredicting(lemma)
        ? 'predict'
        : isDenying(lemma)
          ? 'deny'
          : isPlanning(lemma)
            ? 'plan'
            : isWishing(lemma)
              ? 'wish'
              : 'other';

const modalClass = (modal: string): string =>
  /^(?:will|shall)$/.test(modal)
    ? 'will'
    : /^(?:would|could|might|should)$/.test(modal)
      ? 'would'
      : modal === 'may'
        ? 'would'
        : 'can';

/** Kind of a verb group in one word: "past", "past-passive", "present-perfect", "infinitive" … */
export function groupKind(group: VerbGroup): string {
  if (group.kind !== 'finite')
    return `${group.kind}${group.passive ? '-passive' : ''}${group.perfect ? '-perfect' : ''}`;
  if (group.modal) return modalClass(group.modal);
  return `${group.tense}${group.perfect ? '-perfect' : ''}${group.passive ? '-passive' : ''}${group.progressive ? '-ing' : ''}`;
}

/** Last word before a verb's subject or verb that links its clause to another: "who", "when", "that", "and"; at most twelve words back. */
function markerOf(words: readonly Word[], groups: readonly VerbGroup[], first: number): string {
  for (let i = first - 1; i >= 0 && i >= first - 12; i--) {
    const word = words[i] as Word;
    if (word.tag === 'relative' || word.tag === 'subordinator' || word.tag === 'wh') return word.lower;
    if (word.tag === 'coordinator') return first - i <= 3 ? `${word.lower}-near` : word.lower;
    if (word.tag === 'mark' && word.text !== ',' && !/^["“”'`]+$/.test(word.text)) return word.text;
    if (word.tag === 'mark' && word.text === ',') {
      if (first - i === 1) return ',';
      continue;
    }
    if (groups.some((group) => group.first <= i && i <= group.last)) return first - i === 1 ? 'verb-near' : 'verb';
  }
  return first <= 12 ? 'start' : 'far';
}

/** The word before a verb, which is roughly its subject. */
function subjectClass(words: readonly Word[], first: number): string {
  let i = first - 1;
  while (i >= 0 && (words[i]?.tag === 'adverb' || words[i]?.tag === 'negation')) i--;
  const word = words[i];
  if (!word) return 'none';
  if (word.tag === 'pronoun') return /^(?:i|we|you)$/.test(word.lower) ? 'speaker' : word.lower;
  return word.tag;
}

/** Features of one candidate that do not depend on a date. */
export interface CandidateFeatures {
  readonly features: readonly string[];
  readonly kind: string;
  readonly lemma: string;
}

/** Computes the features of one candidate that do not depend on a date. */
export function candidateFeatures(context: PairContext, c: number): CandidateFeatures {
  const { words, groups, candidates } = context;
  const candidate = candidates[c] as EventCandidate;
  const head = words[candidate.head] as Word;
  const features: string[] = [];
  const group = candidate.group === undefined ? undefined : (groups[candidate.group] as VerbGroup);
  const lemma = group ? group.lemma : head.lower.replace(/(?<=[^s])s$/, '');
  let kind: string;
  if (group) {
    kind = groupKind(group);
    const marker = markerOf(words, groups, group.first);
    const subject = subjectClass(words, group.first);
    features.push(
      `marker=${marker}`,
      `marker=${marker}/${group.kind}`,
      `subject=${subject}`,
      `class=${lemmaClass(lemma)}`,
      `class=${lemmaClass(lemma)}/${kind}`,
    );
    if (group.negated) features.push('negated');
    const next = words[group.last + 1];
    features.push(`next=${next?.tag === 'mark' ? next.text : (next?.tag ?? 'end')}`);
    if (next?.lower === 'that' || next?.tag === 'to') features.push(`next=${next.lower}/${lemmaClass(lemma)}`);
    const firstFinite = groups.findIndex((one) => one.kind === 'finite') === candidate.group;
    if (firstFinite) features.push('first-finite', `first-finite/${marker}`);
    if (context.question) features.push('question');
  } else {
    const strength = eventNounStrength(head.lower);
    kind = `noun${strength}`;
    let i = candidate.head - 1;
    while (i >= 0 && /^(?:adjective|noun|name|number|time)$/.test(words[i]?.tag ?? '')) i--;
    const intro = words[i];
    const determiner = intro?.tag === 'determiner' ? intro.lower : (intro?.tag ?? 'start');
    const before = intro?.tag === 'determiner' || intro?.tag === 'possessive' ? words[i - 1] : intro;
    features.push(
      `det=${determiner}`,
      `intro=${before?.tag === 'preposition' || before?.tag === 'subordinator' ? before.lower : (before?.tag ?? 'start')}`,
    );
    features.push(
      `intro=${before?.tag === 'preposition' || before?.tag === 'subordinator' ? before.lower : (before?.tag ?? 'start')}/${kind}`,
    );
    const next = words[candidate.head + 1];
    features.push(
      `after-noun=${next?.tag === 'preposition' ? next.lower : next?.tag === 'mark' ? next.text : (next?.tag ?? 'end')}`,
    );
    features.push(`suffix=${head.lower.slice(-4)}`);
    if (head.capital) features.push('capital');
    if (!groups.some((one) => one.kind === 'finite')) features.push('no-finite');
  }
  features.push(`lemma=${lemma}`, `kind=${kind}`);
  if (context.quoted[candidate.head]) features.push('quoted', `quoted/${group ? 'verb' : 'noun'}`);
  features.push(`position=${bucket(context.position)}`);
  return { features, kind, lemma };
}
