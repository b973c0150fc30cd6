import type { Attachment } from './attachment.ts';
import { clauseEnd, subjectOf, type WordRange } from './clause.ts';
import { isReporting } from './lexicon/attitudes.ts';
import { SMALL_WORDS } from './lexicon/closed-class.ts';
import { pastOf } from './lexicon/verb-forms.ts';
import { contentWords, type Dropped, finish, piece, type SentenceView } from './phrase.ts';
import { contactSubject, isBoundary, type VerbGroup } from './verb-groups.ts';
import type { Word } from './words.ts';

export type { SentenceView } from './phrase.ts';

const isSmall = (word: string): boolean => {
  const kind = SMALL_WORDS.get(word);
  return kind !== undefined && kind !== 'adjective';
};

/** A title of at most 90 characters for what a time expression dates, in the text's own words; empty where there are none to say it. */
export function titleOf(view: SentenceView, attachment: Attachment): string {
  const { range } = attachment;
  const dropped: Dropped = { first: range.first, last: range.last };
  if (attachment.group !== undefined) return titleOfVerb(view, attachment.group, dropped);
  const noun = attachment.noun as number;
  // a named event is its own date: "1994 Winter Olympics"
  if (noun >= range.first && noun <= range.last) return titleOfNoun(view, noun, undefined);
  const title = titleOfNoun(view, noun, dropped);
  // "Protests" says too little alone: with its date it is a name, "1992 protests"
  return contentWords(title, isSmall) >= 3 ? title : titleOfNoun(view, noun, undefined);
}

/** From the clause of a verb: its subject, the verb, what follows, without who says so. */
function titleOfVerb(view: SentenceView, g: number, dropped: Dropped): string {
  const { words, groups } = view;
  const group = groups[g] as VerbGroup;
  const due = dueSubject(words, group);
  if (due)
    return finish([
      ...piece(view, due.from, due.to, dropped),
      ...piece(view, group.first - 1, clauseEnd(words, groups, g), dropped),
    ]);
  const subject = subjectFor(view, g);
  const reporting = isReporting(group.lemma) && group.kind === 'finite';
  const end = reporting ? reportEnd(words, groups, g) : clauseEnd(words, groups, g);
  const parts: string[] = [];
  if (subject.whole) parts.push(...piece(view, subject.from, subject.to, dropped));
  else if (subject.to > subject.from) parts.push(...subjectWords(view, subject, dropped));
  const ownSubject = group.kind === 'gerund' && subject.to === group.first && subject.to > subject.from;
  const from =
    group.kind === 'finite' || group.kind === 'participle' || ownSubject
      ? group.first
      : governorStart(groups, g, words);
  const lead = invertedLead(words, subject, from);
  if (lead) parts.unshift(lead);
  const said = reporting ? fronted(view, g, subject, dropped) : undefined;
  const stop = said ? firstComma(words, group.last + 1, end) : end;
  const body = piece(view, subject.from < from ? Math.max(subject.to, from) : from, stop, dropped);
  if (group.kind === 'gerund' && subject.to <= group.first && subject.to > subject.from && !subject.whole) {
    // "Murray, having closed his clinic" → "Murray closed his clinic"
    if (from === group.head && body.length > 0) body[0] = pastOf(group.lemma);
    else if (/^having$/i.test(body[0] ?? '') && body.length > 1) body.splice(0, 2, pastOf(group.lemma));
  }
  // "Born in Haugesund in 1926, she …": its capital was the sentence's
  if (subject.from > group.first && body[0] && parts.length > 0)
    body[0] = body[0].charAt(0).toLowerCase() + body[0].slice(1);
  const object = contactObject(words, group);
  if (object) parts.push(body[0] ?? '', ...piece(view, object.from, object.to, dropped), ...body.slice(1));
  else parts.push(...body);
  if (said && body.length < 9) parts.push(...said);
  return finish(parts);
}

/** "the 28,000 systems Sun shipped": what a clause without "that" is said of stands before its subject. */
function contactObject(words: readonly Word[], group: VerbGroup): WordRange | undefined {
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
function dueSubject(words: readonly Word[], group: VerbGroup): WordRange | undefined {
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
function invertedLead(words: readonly Word[], subject: WordRange, verb: number): string | undefined {
  const before = words[subject.from - 1];
  if (!before || subject.to > verb) return undefined;
  if (/^(?:if|unless|whether)$/.test(before.lower)) return before.text;
  const earlier = words[subject.from - 2];
  const opens = earlier === undefined || earlier.tag === 'mark' || earlier.tag === 'coordinator';
  return opens && /^(?:had|were|should)$/.test(before.lower) ? before.text : undefined;
}

function subjectWords(view: SentenceView, subject: WordRange, dropped: Dropped): string[] {
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

/** From a noun phrase: "Bloody crackdown on democracy protests in Tiananmen Square". */
function titleOfNoun(view: SentenceView, noun: number, dropped: Dropped | undefined): string {
  const { words } = view;
  let start = noun;
  while (start > 0) {
    const before = words[start - 1] as Word;
    const inside = ['noun', 'name', 'adjective', 'number', 'time'].includes(before.tag);
    const owned = before.lower === "'s" || before.lower === "'" || before.lower === '’';
    const datesComma = before.text === ',' && words[start - 2]?.tag === 'time';
    if (
      !inside &&
      !owned &&
      !datesComma &&
      !(before.tag === 'verb' && words[start]?.tag === 'noun' && words[start - 2]?.tag === 'determiner')
    )
      break;
    start--;
  }
  const before = words[start - 1];
  const owner = before?.tag === 'possessive' && before.lower !== "'s" ? view.nameFor(before) : undefined;
  const lead = owner ? [`${owner}${owner.endsWith('s') ? "'" : "'s"}`] : [];
  const parts = piece(view, start, nounEnd(words, noun), dropped);
  if (!dropped && /^the$/i.test(parts[0] ?? '')) parts.shift();
  return finish([...lead, ...parts]);
}

/** Through the prepositional phrases that follow the noun. */
function nounEnd(words: readonly Word[], noun: number): number {
  for (let i = noun + 1; i < words.length; i++) {
    const word = words[i] as Word;
    if (['preposition', 'noun', 'name', 'adjective', 'determiner', 'possessive', 'number', 'time'].includes(word.tag)) {
      if (/^(?:since|according|despite|including|like|than|as|before|after|until)$/.test(word.lower)) return i;
      continue;
    }
    if (
      word.tag === 'coordinator' &&
      ['name', 'noun'].includes(words[i + 1]?.tag ?? '') &&
      !verbSoonAfter(words, i + 1)
    )
      continue;
    return i;
  }
  return words.length;
}

const verbSoonAfter = (words: readonly Word[], from: number): boolean => {
  for (let i = from; i < words.length && i < from + 6; i++)
    if (['verb', 'be', 'have', 'modal'].includes((words[i] as Word).tag)) return true;
  return false;
};

/** The verb's subject; that of an earlier verb for "and reduced its stake"; what a participle is said of; the governing verb's. */
function subjectFor(view: SentenceView, g: number): WordRange & { readonly whole?: boolean } {
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
function governorStart(groups: readonly VerbGroup[], g: number, words: readonly Word[]): number {
  const group = groups[g] as VerbGroup;
  for (let k = g - 1; k >= 0; k--) {
    const over = groups[k] as VerbGroup;
    for (let i = over.last + 1; i < group.first; i++)
      if (isBoundary(words[i] as Word) && (words[i] as Word).tag !== 'coordinator') return group.first;
    if (over.kind === 'finite') return over.first;
  }
  return group.first;
}

/** What is said belongs to the saying: up to the end of the sentence or to a mark that closes it. */
function reportEnd(words: readonly Word[], groups: readonly VerbGroup[], g: number): number {
  const group = groups[g] as VerbGroup;
  for (let i = group.last + 1; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.tag !== 'mark') {
      if (
        word.tag === 'coordinator' &&
        i > group.last + 6 &&
        groups.some((x) => x.kind === 'finite' && x.first > i && x.first < i + 5)
      )
        return i;
      continue;
    }
    if (/^(?:;|:|--|—|–|\(|\?|!|\.\.\.|…)$/.test(word.text)) return i;
    if (/^(?:"|”|'')$/.test(word.text) && i > group.last + 10) return i;
    if (word.text === '.' && i === words.length - 1) return i;
    if (word.text === ',' && i > group.last + 6 && words[i + 1]?.tag !== 'time') return i;
  }
  return words.length;
}

const firstComma = (words: readonly Word[], from: number, to: number): number => {
  for (let i = from; i < to; i++) if (words[i]?.text === ',') return i;
  return to;
};

/** What was said, where it stands before the verb of saying: '"A decision was made," Kamm said'. */
function fronted(view: SentenceView, g: number, subject: WordRange, dropped: Dropped): string[] | undefined {
  const { words, groups } = view;
  if (subject.from < 4) return undefined;
  let from = 0;
  for (let i = 0; i < subject.from; i++) if (view.hidden(i)) from = i + 1;
  const verb = groups.findIndex(
    (x, k) => k < g && x.kind === 'finite' && x.first >= from && x.last < subject.from && !isReporting(x.lemma),
  );
  if (verb < 0) return undefined;
  const own = subjectOf(words, groups, verb);
  const end = Math.min(clauseEnd(words, groups, verb), subject.from);
  const parts = [
    ...(own.to > own.from ? piece(view, Math.max(own.from, from), own.to, dropped) : []),
    ...piece(view, (groups[verb] as VerbGroup).first, end, dropped),
  ];
  return parts.length > 2 ? [':', ...parts] : undefined;
}

/** Does a title say enough to stand on a timeline? */
export function saysEnough(title: string, lemma: string): boolean {
  const n = contentWords(title, isSmall);
  return (
    n >= 2 ||
    (n === 1 &&
      !isSmall(title.toLowerCase().split(' ').at(-1) ?? '') &&
      !/^(?:be|do|have|go|get|make|it)$/.test(lemma) &&
      !/^(?:it|there|this|that) /i.test(title))
  );
}
