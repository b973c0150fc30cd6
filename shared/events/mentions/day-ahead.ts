import type { Timex } from '../../tagging/timex.ts';
import { exactDay } from '../../time/date-span.ts';
import { addDays, dayNumber, weekdayOf } from '../../time/day.ts';
import type { DatePhrase } from '../dates/date-phrase.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { type ArticleContext, readSentence, type StorySentence } from './read-sentence.ts';

/** Sentences at the beginning whose weekday is that of the news. */
const LEAD = 6;
/** Most words between a verb and its weekday, for verbs of saying and for those of the lead. */
const FARTHEST = 4;
const FARTHEST_IN_LEAD = 10;

/**
 * The last day of which an article may tell as past, and its sentences with the weekdays that name that day. It is the day after the day of
 * writing where a dispatch tells in the past of a weekday that is tomorrow by that day: it was written in another time zone, or went on after midnight.
 * "Said Tuesday" in news of a Monday means a day to come; six days back is what such news calls "last Tuesday".
 */
export function withDayAhead(
  context: ArticleContext,
  sentences: readonly StorySentence[],
): { readonly lastDay: string | undefined; readonly sentences: readonly StorySentence[] } {
  const { dct } = context;
  if (dct === undefined) return { lastDay: dct, sentences };
  const ahead = addDays(dct, 1);
  if (ahead === undefined) return { lastDay: dct, sentences };
  const named = (timex: Timex): boolean => isBareWeekday(timex, ahead);
  let isLead = true;
  const isTold = sentences.some((story) => {
    if (!story.timexes.some(({ stated }) => stated.weekday)) return false;
    const lead = isLead && story.position < LEAD;
    isLead = false;
    if (!story.timexes.some(named)) return false;
    const { words, groups, ranges } = readSentence(context, story.sentence, story.timexes);
    return ranges.some((range) => named(range.timex) && isToldDay(words, groups, range, lead));
  });
  if (!isTold) return { lastDay: dct, sentences };
  const onDay = (timex: Timex): Timex => (named(timex) ? dayAhead(timex, ahead) : timex);
  return {
    lastDay: ahead,
    sentences: sentences.map((story) =>
      story.timexes.some(named) ? { ...story, timexes: story.timexes.map(onDay) } : story,
    ),
  };
}

/** A weekday that the words place in no week, and that is the weekday of a given day. */
const isBareWeekday = ({ anchor, stated, span, text }: Timex, day: string): boolean =>
  anchor === 'nearest' &&
  stated.weekday &&
  !stated.month &&
  !stated.day &&
  span?.precision === 'day' &&
  weekdayOf(dayNumber(span.start)) === weekdayOf(dayNumber(day)) &&
  !/\b(?:last|next|this|that|previous|following)\b/i.test(text);

const dayAhead = (timex: Timex, day: string): Timex => ({
  ...timex,
  anchor: 'text',
  value: day + timex.value.slice(day.length),
  span: exactDay(day),
});

/**
 * "The ministry said on Friday", "on Friday told reporters"; in the lead any past verb in front of its weekday, as American agencies write it: "sailed
 * Tuesday", not "began on Friday".
 */
function isToldDay(words: readonly Word[], groups: readonly VerbGroup[], range: DatePhrase, isLead: boolean): boolean {
  const { first, last } = range;
  const lead = words[first - 1];
  const on = lead?.lower === 'on' ? first - 1 : first;
  if (on === first && lead?.tag === 'preposition') return false;
  const before = groups.findLast((group) => group.last < first);
  if (before && isPlainPast(before) && words.slice(before.last + 1, on).every(isInside)) {
    const inRelative = words.slice(Math.max(0, before.first - 2), before.first).some(({ tag }) => tag === 'relative');
    const apart = on - before.last - 1;
    if (!inRelative && isReporting(before.lemma) && !before.passive && apart <= FARTHEST) return true;
    if (!inRelative && isLead && on === first && apart <= FARTHEST_IN_LEAD) return true;
  }
  const after = groups.find((group) => group.first > last);
  return after !== undefined && on > 0 && after.first === last + 1 && isPlainPast(after) && isReporting(after.lemma);
}

const isPlainPast = ({ kind, tense, perfect, modal, negated }: VerbGroup): boolean =>
  kind === 'finite' && tense === 'past' && !perfect && modal === undefined && !negated;

const isInside = ({ tag }: Word): boolean => tag !== 'mark' && tag !== 'subordinator' && tag !== 'relative';
