import type { Timex } from '../../tagging/timex.ts';
import type { Sentence } from '../../text/sentences.ts';
import { stem } from '../../text/stem.ts';
import type { DateSpan } from '../../time/date-span.ts';
import { dayNumber } from '../../time/day.ts';
import type { Anchor } from '../anchoring/anchor.ts';
import { onCurve, probability } from '../anchoring/linear-model.ts';
import { anchorPairs, eventProbability, type SentencePairs } from '../anchoring/pairs.ts';
import type { DatePhrase } from '../dates/date-phrase.ts';
import { dateOf, isPostponement, mayDate } from '../dates/dating.ts';
import { comesLater } from '../dates/later-clause.ts';
import type { Modality } from '../event.ts';
import { attributionOf } from '../factuality/attribution.ts';
import { embeddingEffect } from '../factuality/embedding-effect.ts';
import { embeddingVerbOf } from '../factuality/embedding-verb.ts';
import { modalityOfNoun } from '../factuality/noun-modality.ts';
import { modalityOfVerb } from '../factuality/verb-modality.ts';
import { isCancelling, isPlanning, isPredicting, isReporting } from '../lexicon/factuality-verbs.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { keywordsOf } from '../titles/keywords.ts';
import { saysEnough, type TitleQuality, titleOf } from '../titles/title.ts';
import type { ArticleMention } from './article-mention.ts';
import type { ArticleSentence } from './article-sentence.ts';
import { type ArticleContext, overlapping, type ReadSentence, viewOf } from './read-sentence.ts';

/** Most dates of one sentence that are examined: more occur only in tables and in texts made to be slow. */
const MOST_DATES = 24;

/** A parsed sentence, and every pair of a candidate event and a date phrase in it. */
export interface ReadPairs extends SentencePairs {
  readonly view: ReadSentence;
  /** Some phrase of it may date an event. */
  readonly isDated: boolean;
}

/**
 * Parses a sentence and pairs its candidate events with its time expressions.
 *
 * @param position Index among the article's sentences.
 * @param undated Whether phrases that give no days to any event also get pairs, for training and explanations.
 * @param apart Time expressions that are already used and date nothing else.
 */
export function pairsOfSentence(
  context: ArticleContext,
  sentence: Sentence,
  earlier: readonly Sentence[],
  timexes: readonly Timex[],
  position: number,
  undated: boolean,
  apart?: ReadonlySet<Timex>,
): ReadPairs | undefined {
  const near = overlapping(context.furniture, sentence.start, sentence.end);
  const usable = timexes.filter(
    (timex) => !apart?.has(timex) && !near.some((f) => timex.start >= f.start && timex.end <= f.end),
  );
  if (usable.length === 0) return undefined;
  const view = viewOf(context, sentence, earlier, timexes);
  const phrases = view.ranges
    .filter((range) => usable.some(({ start }) => start === range.timex.start))
    .slice(0, MOST_DATES);
  const { words, groups } = view;
  const dating = phrases.filter((phrase) => mayDate(words, phrase, context.dct, context.reportedQuarter));
  const paired = new Set(undated ? phrases : dating);
  const question = context.text[sentence.end - 1] === '?';
  return {
    view,
    isDated: dating.length > 0,
    ...anchorPairs({
      words,
      groups,
      phrases,
      paired,
      dct: context.lastDay,
      position,
      question,
      parse: view.isEntry ? () => undefined : view.parse,
    }),
  };
}

/** The dated events of one sentence: those of its own dates, or that of a date that carries over to it. */
export function eventsOfSentence(context: ArticleContext, { view, own, carried }: ArticleSentence): ArticleMention[] {
  const { models } = context;
  const mentions: ArticleMention[] = [];
  for (const pair of own) {
    const confidence = eventProbability(models.event, models.curve, pair);
    if (confidence < models.emitFrom) continue;
    const mention = mentionOf(context, view, pair.anchor, confidence);
    if (mention) mentions.push(mention);
  }
  const told = mentions.filter((mention) => !isRefined(mention, mentions));
  if (!carried) return told;
  const confidence = onCurve(models.curve, probability(models.carry, carried.features));
  if (confidence < models.emitFrom) return told;
  const mention = mentionOf(context, view, carried.anchor, confidence, { date: carried.date, basis: 'carried' });
  return mention ? [...told, mention] : told;
}

/** "launched their summer offensive in June 1942", "next month on August 2": of two dates of one verb, the wider one is redundant. */
const isRefined = ({ trigger, date }: ArticleMention, all: readonly ArticleMention[]): boolean =>
  all.some(
    (other) =>
      other.trigger.start === trigger.start &&
      dayNumber(other.date.start) >= dayNumber(date.start) &&
      dayNumber(other.date.end) <= dayNumber(date.end) &&
      dayNumber(other.date.end) - dayNumber(other.date.start) < dayNumber(date.end) - dayNumber(date.start),
  );

/** The reading of an anchor before it has a title: verb or noun, modality and days. */
export interface AnchorReading {
  readonly anchor: Anchor;
  readonly group: VerbGroup | undefined;
  readonly trigger: Word;
  readonly modality: Modality;
  readonly date: DateSpan;
}

/**
 * Determines modality and date of an anchor; `undefined` if the date cannot be placed on the calendar or contradicts
 * the tense.
 *
 * @param carried The date, if it comes from an earlier sentence.
 */
export function readAnchor(
  context: ArticleContext,
  view: ReadSentence,
  anchor: Anchor,
  carried?: DateSpan,
  known?: Modality,
): AnchorReading | undefined {
  const { words, groups, text, sentence } = view;
  const question = text[sentence.end - 1] === '?';
  const { timex, first } = anchor.range;
  const cancelling = carried ? undefined : cancellingVerb(words, groups, anchor.group);
  if (cancelling !== undefined)
    return readAnchor(context, view, { ...anchor, group: cancelling }, undefined, 'negated');
  const group = anchor.group === undefined ? undefined : groups[anchor.group];
  const trigger = words[group ? group.head : (anchor.noun as number)] as Word;
  let modality =
    known ??
    (anchor.group !== undefined
      ? modalityOfVerb(words, groups, anchor.group, question)
      : modalityOfNoun(words, anchor.noun as number, groups, question, anchor.presupposed));
  // "a deadline of 30 June": the event of a deadline is in the future
  const deadline =
    /^(?:deadline|date)$/.test(words[first - 2]?.lower ?? '') && /^(?:of|for)$/.test(words[first - 1]?.lower ?? '');
  if (modality === 'asserted' && (deadline || isPostponement(words[first - 1]?.lower ?? '', group)))
    modality = 'planned';
  const turned = !carried && group !== undefined ? afterTurningPoint(modality, view, anchor, group) : modality;
  // "is not expected to open until July" is told of July, as "will not open until July" is
  const dated = group && turned !== modality ? { ...group, negated: true } : group;
  modality = turned;
  const date =
    carried ??
    dateOf({
      words,
      phrase: anchor.range,
      phrases: view.ranges,
      group: dated,
      groups,
      head: words.indexOf(trigger),
      modality,
      dct: context.dct,
      reached: view.reached,
      reportedQuarter: context.reportedQuarter,
    });
  if (!date) return undefined;
  if (modality === 'asserted' && liesAhead(date, context.lastDay)) {
    // a past event cannot be after the day of writing, so the date was misread
    if (group && isTold(group) && !timex.explicit) return undefined;
    modality = 'planned';
  }
  // "it will be what the board proposed last year", "rules imposed last year will …": a past form under a plan, dated to the past, is no plan
  if (modality === 'planned' && group && isDone(group) && context.dct !== undefined && date.end < context.dct)
    modality = 'asserted';
  if (modality === 'asserted' && group && isTonight(group, timex, date, context.dct)) modality = 'planned';
  return { anchor, group, trigger, modality, date };
}

/**
 * "The channel is airing a film Monday night", written on Monday; "the council meets tonight": the present tense with the evening of the day
 * of writing looks ahead. "Crews are fighting a fire tonight" does not.
 */
const isTonight = (
  { kind, tense, perfect, progressive }: VerbGroup,
  { value, text }: Timex,
  { start }: DateSpan,
  dct: string | undefined,
): boolean =>
  kind === 'finite' &&
  tense === 'present' &&
  !perfect &&
  start === dct &&
  /T(?:EV|NI)$/.test(value) &&
  !(progressive && /^tonight$/i.test(text));

/** The modality after a "not … until"; unchanged without one. */
function afterTurningPoint(modality: Modality, view: ReadSentence, anchor: Anchor, group: VerbGroup): Modality {
  const { words, groups } = view;
  const { first } = anchor.range;
  if (isTurningPoint(words, anchor.range, group)) {
    // "would not reach the town until May": the narrator looks ahead to what came
    const isLookingAhead =
      group.negated &&
      group.modal === 'would' &&
      !group.perfect &&
      !words.some(({ lower }) => lower === 'if' || lower === 'unless');
    if (modality === 'negated' || (modality === 'hypothetical' && isLookingAhead)) return 'asserted';
  }
  // "is not expected to open until July": expected for July
  const over = anchor.group === undefined ? undefined : embeddingVerbOf(words, groups, anchor.group)?.group;
  const governor = over === undefined ? undefined : groups[over];
  if (
    modality === 'negated' &&
    group.kind === 'infinitive' &&
    governor?.negated &&
    !group.negated &&
    isUntil(words, first)
  )
    return embeddingEffect(governor, group, words);
  return modality;
}

/** "until May", "until at least May". */
const isUntil = (words: readonly Word[], date: number): boolean => {
  const isHedged = words[date - 2]?.lower === 'at' && words[date - 1]?.lower === 'least';
  return /^(?:until|till)$/.test(words[isHedged ? date - 3 : date - 1]?.lower ?? '');
};

/**
 * "did not admit it until 1989": it happened from then on. "was cancelled on 3 May": the cancellation happened then; if
 * the date precedes the verb ("Saturday's concert was cancelled") it is that of the cancelled event.
 */
function isTurningPoint(words: readonly Word[], range: DatePhrase, group: VerbGroup | undefined): boolean {
  const { first } = range;
  if (group && comesLater(words, range, group)) return isCancelling(group.lemma);
  if (group?.kind !== 'finite' || first < group.last) return false;
  if (group.negated) return isUntil(words, first);
  const off = /^(?:call|put)$/.test(group.lemma) && words[group.last + 1]?.lower === 'off';
  return group.modal === undefined && (off || isCancelling(group.lemma));
}

/** The source of a date that a phrase of the sentence gives: stated, or counted or delimited by another event of it. */
export const ownBasis = (
  words: readonly Word[],
  range: DatePhrase,
  group: VerbGroup | undefined,
): 'derived' | 'stated' => (range.derived || comesLater(words, range, group) ? 'derived' : 'stated');

/** A date that is not stated in the sentence. */
export interface OtherDate {
  readonly date: DateSpan;
  readonly basis: 'carried' | 'published' | 'derived';
}

/** "What did the council decide on Monday?": the sentence tells of no event, but asks for one. */
const asksWhat = ({ text, sentence: { start, end } }: ReadSentence): boolean =>
  text[end - 1] === '?' &&
  /(?:^|[.!?,:;–—"“] ?)(?:[Ww]hat|[Ww]ho|[Ww]hy|[Hh]ow|[Ww]hen|[Ww]here|[Ww]hich)\b/.test(text.slice(start, end));

/** "profits of 9 million, |compared with| 3 million": a participle that only joins two nouns. */
const isPreposition = ({ first, last, lemma }: VerbGroup, next: Word | undefined): boolean =>
  first === last && /^(?:compare|base)$/.test(lemma) && /^(?:with|to|on)$/.test(next?.lower ?? '');

/**
 * Confidence from which an event comes out, by the quality of its title. Of such events of the annotated articles, below it and up to 0.1 above it,
 * these are right: makeshift titles 1 of 16 and 2 of 3; nouns 10 of 32 and 35 of 43; faulty titles 0 of 6 and 6 of 6.
 */
const LEAST_CONFIDENCE: Readonly<Record<TitleQuality, number>> = { whole: 0, faulty: 0.6, noun: 0.7, makeshift: 0.7 };

/** The mention of an anchor: a reading with title and attribution; `undefined` if the words are insufficient. */
export function mentionOf(
  context: ArticleContext,
  view: ReadSentence,
  given: Anchor,
  confidence: number,
  elsewhere?: OtherDate,
): ArticleMention | undefined {
  const reading = readAnchor(context, view, given, elsewhere?.date);
  if (!reading) return undefined;
  const { anchor, group, trigger, modality, date } = reading;
  const { sentence } = view;
  if (asksWhat(view) && !(group && isReporting(group.lemma))) return undefined;
  if (group && isPreposition(group, view.words[group.last + 1])) return undefined;
  const { timex } = anchor.range;
  // "will not open until June": without the date it would say the opposite
  const isAwaited =
    group?.negated === true || (group?.kind === 'infinitive' && isUntil(view.words, anchor.range.first));
  const { title, quality } = titleOf(view, anchor, modality !== 'negated' && isAwaited, modality === 'asserted');
  if (confidence < LEAST_CONFIDENCE[quality]) return undefined;
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
    basis: elsewhere?.basis ?? ownBasis(view.words, anchor.range, group),
    modality,
    title,
    stems: new Set(keywordsOf(title).map(stem)),
    ...(attribution === undefined ? {} : { attribution }),
    confidence,
    also: [],
  };
}

/** A past form of a verb that does not itself speak of plans: "said", "imposed"; not "was scheduled", "is to be opened". */
const isDone = (group: VerbGroup): boolean =>
  (isTold(group) || (group.kind === 'participle' && group.passive)) &&
  !/^(?:be|have)$/.test(group.lemma) &&
  !isPlanning(group.lemma) &&
  !isPredicting(group.lemma);

const isTold = (group: VerbGroup): boolean =>
  group.kind === 'finite' && group.tense === 'past' && group.modal === undefined;

/** "exams planned for Monday have been cancelled": the verb that negates what a participle planned. */
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

/** Events entirely after the last day that the article may tell of have not happened yet. */
const liesAhead = (date: DateSpan, lastDay: string | undefined): boolean =>
  lastDay !== undefined && (date.start > lastDay || (date.start === lastDay && date.end > lastDay));
