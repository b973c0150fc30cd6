import type { Timex } from '../../tagging/timex.ts';
import type { Sentence } from '../../text/sentences.ts';
import type { DateSpan } from '../../time/date-span.ts';
import { type Anchor, anchorDates } from '../anchoring/anchor.ts';
import { dateOf, isPostponement } from '../dates/dating.ts';
import type { Modality } from '../event.ts';
import { attributionOf } from '../factuality/attribution.ts';
import { modalityOfNoun } from '../factuality/noun-modality.ts';
import { modalityOfVerb } from '../factuality/verb-modality.ts';
import { isCancelling, isPlanning } from '../lexicon/factuality-verbs.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/words.ts';
import { stem } from '../stem.ts';
import { keywordsOf } from '../titles/keywords.ts';
import { saysEnough, titleOf } from '../titles/title.ts';
import { type ArticleContext, overlapping, type ReadSentence, viewOf } from './read-sentence.ts';

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

/** Dates of one sentence that are looked at: more stand only in tables and in texts made to be slow. */
const MOST_DATES = 24;

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
  for (const anchor of anchorDates(view.words, view.groups, ranges, context.dct)) {
    const mention = mentionOf(context, view, anchor);
    if (mention) mentions.push(mention);
  }
  return mentions.filter((mention) => !isOnlySeason(mention, mentions));
}

/** "launched their summer offensive in June 1942": the year that is stated is the season's, too. */
const isOnlySeason = (mention: Mention, all: readonly Mention[]): boolean =>
  /^(?:spring|summer|autumn|fall|winter)$/i.test(mention.timex.text) &&
  all.some((other) => other.trigger.start === mention.trigger.start && other.timex.explicit);

/**
 * What an anchor makes: date, modality, title, attribution; nothing where the date has no place on the calendar or the words say too
 * little.
 *
 * @param carried The date, where it comes from a sentence before.
 */
export function mentionOf(
  context: ArticleContext,
  view: ReadSentence,
  anchor: Anchor,
  carried?: DateSpan,
  known?: Modality,
): Mention | undefined {
  const { words, groups, text, sentence } = view;
  const question = text[sentence.end - 1] === '?';
  const { timex, first } = anchor.range;
  const cancelling = carried ? undefined : cancellingVerb(words, groups, anchor.group);
  if (cancelling !== undefined) return mentionOf(context, view, { ...anchor, group: cancelling }, undefined, 'negated');
  const group = anchor.group === undefined ? undefined : groups[anchor.group];
  const trigger = words[group ? group.head : (anchor.noun as number)] as Word;
  let modality =
    known ??
    (anchor.group !== undefined
      ? modalityOfVerb(words, groups, anchor.group, question)
      : modalityOfNoun(words, anchor.noun as number, groups, question, anchor.presupposed));
  // "a deadline of 30 June": what it is for is still to come
  const deadline =
    /^(?:deadline|date)$/.test(words[first - 2]?.lower ?? '') && /^(?:of|for)$/.test(words[first - 1]?.lower ?? '');
  if (modality === 'asserted' && (deadline || isPostponement(words[first - 1]?.lower ?? '', group)))
    modality = 'planned';
  const date = carried ?? dateOf(words, anchor.range, group, modality, context.dct, context.reportedQuarter);
  if (!date) return undefined;
  if (modality === 'asserted' && liesAhead(date, context.dct)) {
    // what is told as past was not after the day of writing: the date is not what it seems
    if (group && isTold(group) && !timex.explicit) return undefined;
    modality = 'planned';
  }
  const title = titleOf(view, anchor);
  if (title.length < 3 || !saysEnough(title, group ? group.lemma : trigger.lower)) return undefined;
  const attribution = attributionOf(view, anchor);
  return {
    sentence,
    trigger: { start: trigger.start, end: trigger.end },
    lemma: group ? group.lemma : trigger.lower,
    isNoun: group === undefined,
    presupposed: anchor.presupposed,
    timex,
    date,
    modality,
    title,
    stems: new Set(keywordsOf(title).map(stem)),
    ...(attribution === undefined ? {} : { attribution }),
    strength: anchor.strength,
    also: [],
  };
}

const isTold = (group: VerbGroup): boolean =>
  group.kind === 'finite' && group.tense === 'past' && group.modal === undefined;

/** "exams planned for Monday have been cancelled": the verb that undoes what a participle planned. */
function cancellingVerb(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  g: number | undefined,
): number | undefined {
  if (g === undefined || groups[g]?.kind !== 'participle' || !isPlanning(groups[g]?.lemma ?? '')) return undefined;
  const next = groups[g + 1];
  if (next?.kind === 'finite' && next.negated) return g + 1; // "talks scheduled for Monday did not take place"
  if (next?.kind !== 'finite' || !next.passive) return undefined;
  const off = /^(?:call|put)$/.test(next.lemma) && words[next.last + 1]?.lower === 'off';
  return isCancelling(next.lemma) || off ? g + 1 : undefined;
}

/** What lies wholly after the day of writing has not happened yet. */
const liesAhead = (date: DateSpan, dct: string | undefined): boolean =>
  dct !== undefined && (date.start > dct || (date.start === dct && date.end > dct));
