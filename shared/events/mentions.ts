import type { Timex } from '../tagging/timex.ts';
import type { Furniture } from '../text/furniture.ts';
import type { Sentence } from '../text/sentences.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import type { DateSpan } from '../time/date-span.ts';
import { type Attachment, attach, type TimexRange } from './attachment.ts';
import { attributionOf } from './attribution.ts';
import { dateOf } from './dating.ts';
import type { EntityIndex } from './entities.ts';
import type { Modality } from './event.ts';
import { keywordsOf } from './keywords.ts';
import { modalityOfNoun, modalityOfVerb } from './modality.ts';
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
  const near = context.furniture.filter((f) => f.start < sentence.end && f.end > sentence.start);
  const hidden = (index: number): boolean => {
    const word = words[index];
    return word !== undefined && near.some((f) => word.start >= f.start && word.end <= f.end);
  };
  return { sentence, text, words, groups, ranges, hidden, nameFor: () => undefined };
}

/** The dated events that one sentence tells of, given its time expressions. */
export function eventsOfSentence(
  context: ArticleContext,
  sentence: Sentence,
  previous: Sentence | undefined,
  timexes: readonly Timex[],
): Mention[] {
  const usable = timexes.filter(
    (timex) => !context.furniture.some((f) => timex.start >= f.start && timex.end <= f.end),
  );
  if (usable.length === 0) return [];
  const read = readSentence(context, sentence, timexes);
  const from = previous?.start ?? sentence.start;
  const view: ReadSentence = {
    ...read,
    nameFor: (word) =>
      (
        personFor(word.lower, context.entities, from, word.start) ??
        organizationFor(word.lower, context.entities, from, word.start)
      )?.name,
  };
  const ranges = view.ranges.filter((range) => usable.includes(range.timex));
  const mentions: Mention[] = [];
  for (const attachment of attach(view.words, view.groups, ranges, context.dct)) {
    const mention = toMention(context, view, attachment);
    if (mention) mentions.push(mention);
  }
  return mentions;
}

function toMention(context: ArticleContext, view: ReadSentence, attachment: Attachment): Mention | undefined {
  const { words, groups, text, sentence } = view;
  const question = text[sentence.end - 1] === '?';
  const { timex } = attachment.range;
  const group = attachment.group === undefined ? undefined : groups[attachment.group];
  const trigger = words[group ? group.head : (attachment.noun as number)] as Word;
  let modality =
    attachment.group !== undefined
      ? modalityOfVerb(words, groups, attachment.group, question)
      : modalityOfNoun(words, attachment.noun as number, groups, question, attachment.presupposed);
  // "a deadline of 30 June": what it is for is still to come
  if (
    modality === 'asserted' &&
    /^(?:deadline|date)$/.test(words[attachment.range.first - 2]?.lower ?? '') &&
    /^(?:of|for)$/.test(words[attachment.range.first - 1]?.lower ?? '')
  )
    modality = 'planned';
  const date = dateOf(words, attachment.range, group, modality, context.dct, context.reportedQuarter);
  if (!date) return undefined;
  // what lies wholly after the day of writing has not happened yet
  if (
    modality === 'asserted' &&
    context.dct !== undefined &&
    (date.start > context.dct || (date.start === context.dct && date.end > context.dct))
  )
    modality = 'planned';
  const title = titleOf(view, attachment);
  if (title.length < 3 || !saysEnough(title, group ? group.lemma : trigger.lower)) return undefined;
  const attribution = attributionOf(view, attachment);
  return {
    sentence,
    trigger: { start: trigger.start, end: trigger.end },
    lemma: group ? group.lemma : trigger.lower,
    isNoun: group === undefined,
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
