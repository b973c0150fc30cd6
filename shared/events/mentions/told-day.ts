import type { Timex } from '../../tagging/timex.ts';
import { type DateSpan, exactDay } from '../../time/date-span.ts';
import { addDays } from '../../time/day.ts';
import { quotedWords } from '../anchoring/pair-context.ts';
import type { RankedPair } from '../anchoring/pairs.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { readAnchor } from './mention.ts';
import { type ArticleContext, type ReadSentence, readSentence, type StorySentence } from './read-sentence.ts';

/** Lowest score of a pair whose date may carry over to later sentences. */
export const LEAST_SCENE_SCORE = 0.3;

/** The days that a narrative has reached, after some of its sentences. */
export interface ToldDays {
  /** That of the last asserted event outside quotations and reported speech. */
  readonly told: string | undefined;
  /** That of the last statement, or of what was told after it. */
  readonly said: string | undefined;
  /** Month or year of the last event, if the text knows no day of it. */
  readonly wide: { readonly span: DateSpan; readonly position: number } | undefined;
}

export const NO_DAYS: ToldDays = { told: undefined, said: undefined, wide: undefined };

/** The latest time that the narrative has reached: a day, or the month or year of an event without a day. */
export function reachedTime({ told, said, wide }: ToldDays): DateSpan | undefined {
  const day = told === undefined || (said !== undefined && said > told) ? said : told;
  if (wide && (day === undefined || wide.span.start > day)) return wide.span;
  return day === undefined ? undefined : exactDay(day);
}

/** Sentences over which "that same day" reaches back to an event without a day. */
const FARTHEST_WIDE = 2;

/** What may stand between a clock and its day. */
const BESIDE = /^\)?\s*(?:local time\s*)?(?:\([^)]{1,20}\)\s*)?(?:on\s)?$/;

const AFTER = /^(?:the )?(?:next|following)\s(?:day|morning|afternoon|evening|night)$/i;
const SAME = /^(?:(?:later )?(?:that|(?:that|the) (?:same|very))\s\w+)$/i;
const ZONED = /\b(?:GMT|UTC|[CEMP][SD]?T|BST)\b/;

/**
 * The expressions of a sentence that count from the day which the narrative has reached: "that day", "the same night", "at 6:14", "the next day". A day that the
 * sentence itself names before them stays the one they count from.
 */
export function leaningOn(context: ArticleContext, days: ToldDays, story: StorySentence): StorySentence {
  const named = story.timexes.findIndex(
    ({ span, anchor }, i) =>
      // "the report of today on that night": what is called "today" is not called "that"
      span?.precision === 'day' &&
      !(anchor === 'writing' && span.start === context.dct) &&
      leanOf(story.timexes[i] as Timex) === undefined,
  );
  const leans = story.timexes.map((timex, i) => (named < 0 || i < named) && leanOf(timex) !== undefined);
  if (!leans.includes(true)) return story;
  const own = named < 0 ? undefined : story.timexes[named];
  const timexes = story.timexes.map((timex, i) => {
    if (!leans[i]) return timex;
    // "shortly after 4:00 (0300 UTC) on Wednesday"
    return own?.span && leanOf(timex) === 'clock' && BESIDE.test(context.text.slice(timex.end, own.start))
      ? onDay(timex, own.span.start)
      : leaning(context, days, story, timex);
  });
  return { ...story, timexes };
}

type Lean = 'after' | 'same' | 'clock';

/** How an expression counts from the current day; `undefined` if it does not. */
function leanOf({ anchor, stated, span, text, type, value }: Timex): Lean | undefined {
  if (anchor !== 'text' || span?.precision !== 'day' || Object.values(stated).some(Boolean)) return undefined;
  if (AFTER.test(text)) return 'after';
  if (SAME.test(text)) return 'same';
  return type === 'TIME' && /T\d/.test(value) ? 'clock' : undefined;
}

function leaning(context: ArticleContext, days: ToldDays, story: StorySentence, timex: Timex): Timex {
  const lean = leanOf(timex);
  const { wide } = days;
  if (lean === 'same' && wide && story.position - wide.position <= FARTHEST_WIDE && timex.type === 'DATE')
    return { ...timex, value: wide.span.edtf, span: wide.span };
  const day =
    lean === 'clock' && isOfRunningNews(context, story, timex) ? context.dct : dayOf(context, days, story, timex);
  if (day === undefined) return timex;
  return onDay(timex, lean === 'after' ? (addDays(day, 1) ?? day) : day);
}

/** The same words on another day. */
function onDay(timex: Timex, day: string): Timex {
  const span = timex.span as DateSpan;
  return {
    ...timex,
    value: day + timex.value.slice(span.start.length),
    span: { ...span, start: day, end: day, edtf: day },
  };
}

/** "The ministry said the same day": a statement is made on the day of the last statement; all else goes on from what has happened. */
function dayOf(
  context: ArticleContext,
  { told, said }: ToldDays,
  story: StorySentence,
  timex: Timex,
): string | undefined {
  if (leanOf(timex) !== 'same' || timex.type !== 'DATE' || said === undefined || said < (told ?? '')) return told;
  return isReporting(verbBeside(context, story, timex)?.lemma ?? '') ? said : told;
}

/** "Shares were up 2 % by 1351 GMT": a past or present of news with the zone of its clock is of the day of writing. */
function isOfRunningNews(context: ArticleContext, story: StorySentence, timex: Timex): boolean {
  if (!ZONED.test(timex.text)) return false;
  const verb = verbBeside(context, story, timex);
  return (
    verb !== undefined && verb.kind === 'finite' && verb.modal === undefined && !(verb.perfect && verb.tense === 'past')
  );
}

/** The verb that a time expression stands behind, or in front of if it opens its sentence. */
function verbBeside(context: ArticleContext, { sentence, timexes }: StorySentence, timex: Timex) {
  const { groups, words } = readSentence(context, sentence, timexes);
  const at = words.findIndex(({ start }) => start >= timex.start);
  return (
    groups.findLast(({ last, kind }) => last < at && kind === 'finite') ??
    groups.find(({ first, kind }) => first > at && kind === 'finite')
  );
}

/** The days that a narrative has reached after one more sentence. */
export function daysAfter(
  days: ToldDays,
  context: ArticleContext,
  { position }: StorySentence,
  view: ReadSentence,
  own: readonly RankedPair[],
): ToldDays {
  const quoted = quotedWords(view.words);
  let told: string | undefined;
  let stated: string | undefined;
  let wide: DateSpan | undefined;
  for (const { prefix, score, anchor } of own.toReversed()) {
    if (prefix !== '1:' || score < LEAST_SCENE_SCORE || anchor.presupposed || quoted[anchor.range.first]) continue;
    const reading = readAnchor(context, view, anchor);
    if (reading?.modality !== 'asserted') continue;
    const { group, date } = reading;
    if (group && isReporting(group.lemma)) {
      if (date.precision === 'day') stated ??= date.start;
    } else if (date.precision === 'day') told ??= date.start;
    else if (/^(?:month|year)$/.test(date.precision)) wide ??= date;
  }
  if (told === undefined && stated === undefined && !wide) return days;
  return {
    told: told ?? days.told,
    // the statement is later than what it tells
    said: stated ?? told ?? days.said,
    wide: told !== undefined ? undefined : wide ? { span: wide, position } : days.wide,
  };
}
