import type { Attachment } from './attachment.ts';
import { clauseEnd } from './clause.ts';
import { DOUBTING_ADVERBS, isReporting } from './lexicon/attitudes.ts';
import { SMALL_WORDS } from './lexicon/closed-class.ts';
import { pastOf } from './lexicon/verb-forms.ts';
import { contentWords, type Dropped, finish, piece, type SentenceView } from './phrase.ts';
import { firstComma, fronted, reportEnd } from './title-report.ts';
import { contactObject, dueSubject, governorStart, invertedLead, subjectFor, subjectWords } from './title-subject.ts';
import type { VerbGroup } from './verb-group.ts';
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
  let from =
    group.kind === 'finite' || group.kind === 'participle' || ownSubject
      ? group.first
      : governorStart(groups, g, words);
  const lead = invertedLead(words, subject, from);
  // what takes certainty from the verb stays with it: "nearly went to war", "never signed"
  while (from > subject.to && keepsDoubt(words[from - 1])) from--;
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

const keepsDoubt = (word: Word | undefined): boolean =>
  word !== undefined &&
  (word.tag === 'negation' || DOUBTING_ADVERBS.has(word.lower) || /^(?:nearly|almost|hardly)$/.test(word.lower));

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
