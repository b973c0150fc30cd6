import { DOUBTING_ADVERBS, isReporting } from '../lexicon/factuality-verbs.ts';
import { opensAnew, type WordRange } from '../sentence/clause.ts';
import { contactSubject } from '../sentence/participles.ts';
import type { SentenceView } from '../sentence/render-words.ts';
import { subjectOf } from '../sentence/subject.ts';
import { isBoundary, type VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';

/** "the 28,000 systems Sun shipped": what a clause without "that" is said of stands before its subject. */
export function contactObject(words: readonly Word[], group: VerbGroup): WordRange | undefined {
  const subject =
    group.kind === 'finite' && group.first === group.last ? contactSubject(words, group.first - 1) : undefined;
  // "the lawyer Ann Lee said" is who she is, "the time Ann arrived" when
  if (subject === undefined || isReporting(group.lemma)) return undefined;
  if (/^(?:time|day|way|moment|year|week|reason)$/.test(words[subject - 1]?.lower ?? '')) return undefined;
  const next = words[group.last + 1];
  if (next && /^(?:determiner|possessive|noun|name|number|adjective|subordinator|object-pronoun)$/.test(next.tag))
    return undefined;
  let from = subject;
  while (from > 0 && /^(?:noun|adjective|number|determiner)$/.test((words[from - 1] as Word).tag)) from--;
  // "have the then Prince Ali killed" has no such object: what was shipped is counted or known
  return from < subject && /^(?:determiner|number)$/.test((words[from] as Word).tag)
    ? { from, to: subject }
    : undefined;
}

/** "its bid, due to expire": the noun phrase that "due to …" is said of. */
export function dueSubject(words: readonly Word[], group: VerbGroup): WordRange | undefined {
  if (group.kind !== 'infinitive' || words[group.first - 1]?.lower !== 'due') return undefined;
  let to = group.first - 1;
  if (words[to - 1]?.tag === 'be') return undefined;
  while (to > 0 && words[to - 1]?.text === ',') to--;
  let from = to;
  while (from > 0 && /^(?:noun|name|adjective|number|possessive|determiner)$/.test((words[from - 1] as Word).tag))
    from--;
  return to > from ? { from, to } : undefined;
}

/** "Had China lost …": the auxiliary that stands before the subject opens the title, or it would read as a fact. */
export function invertedLead(words: readonly Word[], subject: WordRange, verb: number): string | undefined {
  const before = words[subject.from - 1];
  if (!before || subject.to > verb) return undefined;
  // "if he served his term, but was pardoned": the condition ends before "but"
  const turnsAway = words
    .slice(subject.to, verb)
    .some((word, i, all) => word.text === ',' && all[i + 1]?.lower === 'but');
  if ((/^(?:if|unless|whether)$/.test(before.lower) && !turnsAway) || DOUBTING_ADVERBS.has(before.lower))
    return before.text;
  const earlier = words[subject.from - 2];
  const opens = earlier === undefined || earlier.tag === 'mark' || earlier.tag === 'coordinator';
  // "Most of them, meanwhile, were …" has its subject before the adverb
  if (earlier?.text === ',' && words[subject.from - 3]?.tag === 'adverb') return undefined;
  return opens && /^(?:had|were|should)$/.test(before.lower) ? before.text : undefined;
}

/** A subject as word indices. */
export interface TitleSubject extends WordRange {
  /** It is a clause of its own, told as it stands: "The firm holds 500 shares, including 200 bought …". */
  readonly whole?: boolean;
  /** Where the subject of that clause ends. */
  readonly clauseSubjectTo?: number;
}

/** The verb's subject; that of an earlier verb for "and reduced its stake"; what a participle is said of; the governing verb's. */
export function subjectFor(view: SentenceView, g: number): TitleSubject {
  const { words, groups } = view;
  const group = groups[g] as VerbGroup;
  if (group.kind === 'finite') {
    const own = subjectOf(words, groups, g);
    // "holds 504,200 shares, including 254,200 bought …": a number alone says nothing of what
    const share =
      own.to - own.from === 1 && words[own.from]?.tag === 'number' && words[own.from - 1]?.lower === 'including';
    const holder = share ? wholeClauseBefore(view, g) : undefined;
    if (holder) return holder;
    if (own.to > own.from) return own;
  }
  if (group.kind === 'participle' || group.kind === 'gerund') {
    let end = group.first;
    if (group.kind === 'gerund' && words[end - 1]?.tag === 'preposition') end--;
    if (group.kind === 'gerund' && (words[end - 1]?.text === ',' || end < group.first)) {
      // "Murray, who …, having closed": the doer is the subject of the clause
      const finite = groups.findLastIndex((x, k) => k < g && x.kind === 'finite');
      const doer = finite < 0 ? undefined : subjectOf(words, groups, finite);
      if (doer && doer.to > doer.from) return (CONSEQUENCE.test(group.lemma) && wholeClauseBefore(view, g)) || doer;
    }
    while (end > 0 && ((words[end - 1] as Word).text === ',' || (words[end - 1] as Word).tag === 'adverb')) end--;
    let start = end;
    let named = false;
    while (
      start > 0 &&
      !opensAnew(words, start) &&
      (['noun', 'name', 'adjective', 'number', 'possessive', 'determiner'].includes((words[start - 1] as Word).tag) ||
        // "Secretary of State"
        (words[start - 1]?.lower === 'of' && words[start]?.tag === 'name' && words[start - 2]?.capital))
    ) {
      start--;
      if (['noun', 'name'].includes((words[start] as Word).tag)) named = true;
    }
    if (named) return { from: start, to: end };
    const clause = wholeClauseBefore(view, g);
    if (clause) return clause;
  }
  // "dividends scheduled to be paid"
  if (group.kind === 'infinitive' && groups[g - 1]?.kind === 'participle' && groups[g - 1]?.last === group.first - 1)
    return subjectFor(view, g - 1);
  for (let k = g - 1; k >= 0; k--) {
    if (groups[k]?.kind !== 'finite') continue;
    const shared = subjectOf(words, groups, k);
    if (shared.to > shared.from) return shared;
  }
  for (let k = g + 1; k < groups.length; k++)
    if (groups[k]?.kind === 'finite' && group.kind !== 'finite') return subjectOf(words, groups, k);
  return { from: 0, to: 0 };
}

/** "two more died, raising the toll": these follow from all that is told before, not from its subject. */
const CONSEQUENCE = /^(?:result|cause|prompt|bring|raise|leave|mean|force|push|lower|reduce|reflect)$/;

/** "holds 504,200 shares, including 254,200 bought": the whole clause before the verb says whose they are. */
function wholeClauseBefore(view: SentenceView, g: number): TitleSubject | undefined {
  const { words, groups } = view;
  const group = groups[g] as VerbGroup;
  for (let k = g - 1; k >= 0; k--) {
    if (groups[k]?.kind !== 'finite') continue;
    const subject = subjectOf(words, groups, k);
    if (subject.to > subject.from && group.first - subject.from < 22)
      return { from: subject.from, to: group.first, whole: true, clauseSubjectTo: subject.to };
  }
  return undefined;
}

/** The finite verb that an infinitive hangs on, when both stand in one clause, else the verb itself. */
export function governorStart(groups: readonly VerbGroup[], g: number, words: readonly Word[]): number {
  const group = groups[g] as VerbGroup;
  for (let k = g - 1; k >= 0; k--) {
    const over = groups[k] as VerbGroup;
    if (over.kind === 'participle' && over.last === group.first - 1) return over.first;
    for (let i = over.last + 1; i < group.first; i++)
      if (isBoundary(words[i] as Word) && (words[i] as Word).tag !== 'coordinator') return group.first;
    if (over.kind === 'finite') return over.first;
  }
  return group.first;
}
