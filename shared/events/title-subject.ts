import type { WordRange } from './clause.ts';
import { DOUBTING_ADVERBS, isReporting } from './lexicon/attitudes.ts';
import { contactSubject } from './participles.ts';
import { type Dropped, piece, type SentenceView } from './phrase.ts';
import { subjectOf } from './subject.ts';
import { isBoundary, type VerbGroup } from './verb-group.ts';
import type { Word } from './words.ts';

/** "the 28,000 systems Sun shipped": what a clause without "that" is said of stands before its subject. */
export function contactObject(words: readonly Word[], group: VerbGroup): WordRange | undefined {
  const subject =
    group.kind === 'finite' && group.first === group.last ? contactSubject(words, group.first - 1) : undefined;
  if (subject === undefined) return undefined;
  const next = words[group.last + 1];
  if (next && /^(?:determiner|possessive|noun|name|number|adjective|subordinator|object-pronoun)$/.test(next.tag))
    return undefined;
  let from = subject;
  while (from > 0 && /^(?:noun|adjective|number|determiner)$/.test((words[from - 1] as Word).tag)) from--;
  return from < subject ? { from, to: subject } : undefined;
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
  if (/^(?:if|unless|whether)$/.test(before.lower) || DOUBTING_ADVERBS.has(before.lower)) return before.text;
  const earlier = words[subject.from - 2];
  const opens = earlier === undefined || earlier.tag === 'mark' || earlier.tag === 'coordinator';
  return opens && /^(?:had|were|should)$/.test(before.lower) ? before.text : undefined;
}

export function subjectWords(view: SentenceView, subject: WordRange, dropped: Dropped): string[] {
  const { words } = view;
  let end = subject.to;
  for (let i = subject.from; i < subject.to; i++) {
    const word = words[i] as Word;
    if (word.text !== ',' || (words[i - 1]?.tag === 'time' && words[i + 1]?.tag === 'time')) continue;
    const rest = words.slice(i + 1, subject.to);
    const list =
      rest.some((w) => w.lower === 'and' || w.lower === 'or') &&
      !rest.some((w) => w.tag === 'relative' || w.tag === 'verb');
    if (!list) {
      end = i;
      break;
    }
  }
  const only = words[subject.from];
  // "The company" where the article names it
  if (end - subject.from === 2 && only?.lower === 'the') {
    const name = view.nameFor(words[subject.from + 1] as Word);
    if (name) return [name];
  }
  return brief(piece(view, subject.from, end, dropped, speakerBefore(view, subject)));
}

/** A long subject gives room to what is told of it: its phrases after the name go. */
function brief(parts: readonly string[]): string[] {
  const length = (n: number): number => parts.slice(0, n).join(' ').length;
  if (length(parts.length) <= 45) return [...parts];
  for (let i = 1; i < parts.length; i++)
    if (
      /^(?:of|in|at|for|from|with|on|by|to|who|which|that)$/.test(parts[i] as string) &&
      length(i) >= 8 &&
      (parts[i] !== 'of' || length(parts.length) > 60)
    )
      return parts.slice(0, i);
  return [...parts];
}

/** "Kamm said he …", "Sloan said it …": the pronoun right after a verb of saying is mostly who says it. */
function speakerBefore(view: SentenceView, subject: WordRange): string | undefined {
  const { words, groups } = view;
  if (subject.to - subject.from !== 1) return undefined;
  let at = subject.from - 1;
  if (words[at]?.lower === 'that') at--;
  // "said on Monday that he …"
  while (words[at]?.tag === 'time' || (words[at]?.tag === 'preposition' && words[at + 1]?.tag === 'time')) at--;
  const clause = /^(?:when|after|before|while|because|as|since|until|once)$/.test(words[at]?.lower ?? '');
  const g = clause
    ? groups.findLastIndex((x) => x.last < at && x.kind === 'finite')
    : groups.findIndex((x) => x.last === at && x.kind === 'finite' && isReporting(x.lemma));
  if (g < 0) return undefined;
  const speaker = subjectOf(words, groups, g);
  const first = words[speaker.from];
  const last = words[speaker.to - 1];
  if (!first || !last || speaker.to <= speaker.from || first.tag === 'pronoun') return undefined;
  // "the relatives … since he was rescued": one of them is not meant
  const plural = !last.capital && /[^s]s$|men$|people$/.test(last.lower);
  if (plural !== (words[subject.from]?.lower === 'they')) return undefined;
  return piece(view, speaker.from, speaker.to, undefined).join(' ');
}

/** The verb's subject; that of an earlier verb for "and reduced its stake"; what a participle is said of; the governing verb's. */
export function subjectFor(view: SentenceView, g: number): WordRange & { readonly whole?: boolean } {
  const { words, groups } = view;
  const group = groups[g] as VerbGroup;
  if (group.kind === 'finite') {
    const own = subjectOf(words, groups, g);
    if (own.to > own.from) return own;
  }
  if (group.kind === 'participle' || group.kind === 'gerund') {
    let end = group.first;
    if (group.kind === 'gerund' && words[end - 1]?.tag === 'preposition') end--;
    if (group.kind === 'gerund' && (words[end - 1]?.text === ',' || end < group.first)) {
      // "Murray, who …, having closed": the doer is the subject of the clause
      const finite = groups.findLastIndex((x, k) => k < g && x.kind === 'finite');
      const doer = finite < 0 ? undefined : subjectOf(words, groups, finite);
      if (doer && doer.to > doer.from) return doer;
    }
    while (end > 0 && ((words[end - 1] as Word).text === ',' || (words[end - 1] as Word).tag === 'adverb')) end--;
    let start = end;
    let named = false;
    while (
      start > 0 &&
      ['noun', 'name', 'adjective', 'number', 'possessive', 'determiner'].includes((words[start - 1] as Word).tag)
    ) {
      start--;
      if (['noun', 'name'].includes((words[start] as Word).tag)) named = true;
    }
    if (named) return { from: start, to: end };
    // "holds 504,200 shares, including 254,200 bought": the whole clause before it says it
    for (let k = g - 1; k >= 0; k--) {
      if (groups[k]?.kind !== 'finite') continue;
      const subject = subjectOf(words, groups, k);
      if (subject.to > subject.from && group.first - subject.from < 22)
        return { from: subject.from, to: group.first, whole: true };
    }
  }
  for (let k = g - 1; k >= 0; k--) {
    if (groups[k]?.kind !== 'finite') continue;
    const shared = subjectOf(words, groups, k);
    if (shared.to > shared.from) return shared;
  }
  for (let k = g + 1; k < groups.length; k++)
    if (groups[k]?.kind === 'finite' && group.kind !== 'finite') return subjectOf(words, groups, k);
  return { from: 0, to: 0 };
}

/** The finite verb that an infinitive hangs on, when both stand in one clause, else the verb itself. */
export function governorStart(groups: readonly VerbGroup[], g: number, words: readonly Word[]): number {
  const group = groups[g] as VerbGroup;
  for (let k = g - 1; k >= 0; k--) {
    const over = groups[k] as VerbGroup;
    for (let i = over.last + 1; i < group.first; i++)
      if (isBoundary(words[i] as Word) && (words[i] as Word).tag !== 'coordinator') return group.first;
    if (over.kind === 'finite') return over.first;
  }
  return group.first;
}
