import type { Timex } from '../tagging/timex.ts';
import type { Furniture } from '../text/furniture.ts';
import type { Sentence } from '../text/sentences.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import type { DateSpan } from '../time/date-span.ts';
import { type Attachment, attach, type TimexRange } from './attachment.ts';
import { attributionOf } from './attribution.ts';
import { subjectOf } from './clause.ts';
import { dateOf } from './dating.ts';
import type { EntityIndex } from './entities.ts';
import type { Modality } from './event.ts';
import { keywordsOf } from './keywords.ts';
import { isCancelling, isPlanning } from './lexicon/attitudes.ts';
import { modalityOfNoun, modalityOfVerb } from './modality.ts';
import { piece } from './phrase.ts';
import { organizationFor, personFor } from './reference.ts';
import { stem } from './stem.ts';
import { timexRanges } from './timex-ranges.ts';
import { type SentenceView, saysEnough, titleOf } from './title.ts';
import { findVerbGroups, settlePrepositions, type VerbGroup } from './verb-groups.ts';
import { readWords, type Word } from './words.ts';

/** What is known of the article while its sentences are read. */
export interface ArticleContext {
  readonly text: string;
  readonly dct: string | undefined;
  readonly language: string;
  readonly entities: EntityIndex;
  readonly furniture: readonly Furniture[];
  /** The quarter that a company's report is about. */
  readonly reportedQuarter: DateSpan | undefined;
}

/** One event as one sentence tells it. */
export interface Mention {
  readonly sentence: Sentence;
  readonly trigger: { readonly start: number; readonly end: number };
  readonly lemma: string;
  readonly isNoun: boolean;
  /** The noun phrase takes the event for granted. */
  readonly presupposed: boolean;
  readonly timex: Timex;
  readonly date: DateSpan;
  readonly modality: Modality;
  readonly title: string;
  /** Stems of the title's content words. */
  readonly stems: ReadonlySet<string>;
  readonly attribution?: string;
  /** 0…1: how plainly the date stands at the event. */
  readonly strength: number;
  /** Other mentions of the same event in the article. */
  readonly also: readonly Mention[];
}

/** A sentence read as words and verb groups, with its time expressions as word ranges. */
export interface ReadSentence extends SentenceView {
  readonly sentence: Sentence;
  readonly ranges: readonly TimexRange[];
}

/** Reads one sentence. */
export function readSentence(context: ArticleContext, sentence: Sentence, timexes: readonly Timex[]): ReadSentence {
  const { text } = context;
  const tokens: Token[] = tokenize(text, sentence.start, sentence.end);
  let t = 0;
  const rough: Word[] = readWords(tokens, (token) => {
    while (t < timexes.length && (timexes[t] as Timex).end <= token.start) t++;
    const timex = timexes[t];
    return timex && token.start >= timex.start - 1 && token.end <= timex.end ? t : -1;
  });
  const groups: VerbGroup[] = findVerbGroups(rough);
  const words = settlePrepositions(rough, groups);
  const ranges = timexRanges(words, timexes);
  const near = overlapping(context.furniture, sentence.start, sentence.end);
  const hidden = (index: number): boolean => {
    const word = words[index];
    return word !== undefined && near.some((f) => word.start >= f.start && word.end <= f.end);
  };
  return { sentence, text, words, groups, ranges, hidden, nameFor: () => undefined, topic: () => undefined };
}

/** Dates of one sentence that are looked at: more stand only in tables and in texts made to be slow. */
const MOST_DATES = 24;

/** What a sentence is about, for the "It" or "They" that opens the next: the subject of its first verb, if that is a thing and short. */
function topicOf(context: ArticleContext, sentence: Sentence): string | undefined {
  if (sentence.end - sentence.start > 400) return undefined;
  const view = readSentence(context, sentence, []);
  const { words, groups } = view;
  const g = groups.findIndex(
    (group) =>
      group.kind === 'finite' &&
      !words
        .slice(0, group.first)
        .some(
          (word, i) =>
            word.tag === 'relative' && !groups.some((x) => x.kind === 'finite' && x.first > i && x.last < group.first),
        ),
  );
  if (g < 0) return undefined;
  const subject = subjectOf(words, groups, g);
  const first = words[subject.from];
  const last = words[subject.to - 1];
  if (
    !first ||
    !last ||
    subject.to <= subject.from ||
    subject.to - subject.from > 6 ||
    subject.from > 3 ||
    first.tag === 'pronoun' ||
    view.hidden(subject.from)
  )
    return undefined;
  if (
    context.entities.within(first.start, last.end).some((entity) => entity.kind === 'person')
  )
    return undefined;
  const text = piece(view, subject.from, subject.to, undefined).join(' ');
  return /[,:;]/.test(text) ? undefined : text.replace(/^(?:A|An) /, 'The ');
}

const isPlural = (phrase: string): boolean =>
  /(?:[^s]s|men|people|police|children)$/.test(phrase.split(/ (?:of|in|at|for|from|on|to|with) /)[0] ?? '') &&
  !/^\p{Lu}\S*$/u.test(phrase);

/** A sentence read, with the names that its pronouns stand for looked up from the sentence before on. */
export function viewOf(
  context: ArticleContext,
  sentence: Sentence,
  previous: Sentence | undefined,
  timexes: readonly Timex[],
): ReadSentence {
  const from = previous?.start ?? sentence.start;
  const { entities } = context;
  let topic: string | undefined | null = null;
  return {
    ...readSentence(context, sentence, timexes),
    topic: (pronoun) => {
      if (topic === null)
        topic = previous && previous.paragraph >= sentence.paragraph - 1 ? topicOf(context, previous) : undefined;
      return topic !== undefined && isPlural(topic) === (pronoun === 'they') ? topic : undefined;
    },
    nameFor: (word) =>
      (personFor(word.lower, entities, from, word.start) ?? organizationFor(word.lower, entities, from, word.start))
        ?.name,
  };
}

/** The dated events that one sentence tells of, given its time expressions. */
export function eventsOfSentence(
  context: ArticleContext,
  sentence: Sentence,
  previous: Sentence | undefined,
  timexes: readonly Timex[],
): Mention[] {
  const near = overlapping(context.furniture, sentence.start, sentence.end);
  const usable = timexes.filter((timex) => !near.some((f) => timex.start >= f.start && timex.end <= f.end));
  if (usable.length === 0) return [];
  const view = viewOf(context, sentence, previous, timexes);
  const ranges = view.ranges.filter((range) => usable.includes(range.timex)).slice(0, MOST_DATES);
  const mentions: Mention[] = [];
  for (const attachment of attach(view.words, view.groups, ranges, context.dct)) {
    const mention = mentionOf(context, view, attachment);
    if (mention) mentions.push(mention);
  }
  return mentions;
}

/**
 * What an attachment makes: date, modality, title, attribution; nothing where the date has no place on the calendar or the words say too
 * little.
 *
 * @param carried The date, where it comes from a sentence before.
 */
export function mentionOf(
  context: ArticleContext,
  view: ReadSentence,
  attachment: Attachment,
  carried?: DateSpan,
  known?: Modality,
): Mention | undefined {
  const { words, groups, text, sentence } = view;
  const question = text[sentence.end - 1] === '?';
  const { timex, first } = attachment.range;
  const cancelling = carried ? undefined : cancellingVerb(words, groups, attachment.group);
  if (cancelling !== undefined)
    return mentionOf(context, view, { ...attachment, group: cancelling }, undefined, 'negated');
  const group = attachment.group === undefined ? undefined : groups[attachment.group];
  const trigger = words[group ? group.head : (attachment.noun as number)] as Word;
  let modality =
    known ??
    (attachment.group !== undefined
      ? modalityOfVerb(words, groups, attachment.group, question)
      : modalityOfNoun(words, attachment.noun as number, groups, question, attachment.presupposed));
  // "a deadline of 30 June": what it is for is still to come
  const deadline =
    /^(?:deadline|date)$/.test(words[first - 2]?.lower ?? '') && /^(?:of|for)$/.test(words[first - 1]?.lower ?? '');
  if (modality === 'asserted' && deadline) modality = 'planned';
  const date = carried ?? dateOf(words, attachment.range, group, modality, context.dct, context.reportedQuarter);
  if (!date) return undefined;
  if (modality === 'asserted' && liesAhead(date, context.dct)) modality = 'planned';
  const title = titleOf(view, attachment);
  if (title.length < 3 || !saysEnough(title, group ? group.lemma : trigger.lower)) return undefined;
  const attribution = attributionOf(view, attachment);
  return {
    sentence,
    trigger: { start: trigger.start, end: trigger.end },
    lemma: group ? group.lemma : trigger.lower,
    isNoun: group === undefined,
    presupposed: attachment.presupposed,
    timex,
    date,
    modality,
    title,
    stems: new Set(keywordsOf(title).map(stem)),
    ...(attribution === undefined ? {} : { attribution }),
    strength: attachment.strength,
    also: [],
  };
}

/** "exams planned for Monday have been cancelled": the verb that undoes what a participle planned. */
function cancellingVerb(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  g: number | undefined,
): number | undefined {
  if (g === undefined || groups[g]?.kind !== 'participle' || !isPlanning(groups[g]?.lemma ?? '')) return undefined;
  const next = groups[g + 1];
  if (next?.kind !== 'finite' || !next.passive) return undefined;
  const off = /^(?:call|put)$/.test(next.lemma) && words[next.last + 1]?.lower === 'off';
  return isCancelling(next.lemma) || off ? g + 1 : undefined;
}

/** What lies wholly after the day of writing has not happened yet. */
const liesAhead = (date: DateSpan, dct: string | undefined): boolean =>
  dct !== undefined && (date.start > dct || (date.start === dct && date.end > dct));

/** Furniture that meets a stretch; furniture is in order and apart. */
function overlapping(furniture: readonly Furniture[], start: number, end: number): readonly Furniture[] {
  let low = 0;
  let high = furniture.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((furniture[middle] as Furniture).end <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < furniture.length && (furniture[last] as Furniture).start < end) last++;
  return furniture.slice(low, last);
}
