import { type DateSpan, exactDay } from '../../time/date-span.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import type { ArticleMention } from '../mentions/article-mention.ts';
import type { ArticleContext, ReadSentence } from '../mentions/read-sentence.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { type EventReference, eventReference } from './event-reference.ts';
import { attachmentOf } from './main-clause.ts';
import { counted } from './reference-rules.ts';
import { type ReferredEvent, type RuleName, referred } from './referred-mention.ts';
import type { TimeMark } from './time-mark.ts';

/** Most words between "comes" and the count. */
const FARTHEST = 2;

/**
 * The event that the news comes a while after or before: "The order comes five months after the board closed the pit". It is counted from the day of
 * writing, since the verb is in the present.
 *
 * @returns `undefined` if a mark has no count, or no such verb before it.
 */
function countedFromNews(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  mark: TimeMark,
): EventReference | undefined {
  if (mark.count === undefined) return undefined;
  const verb = groups.find(({ last }) => last < mark.first && mark.first - last - 1 <= FARTHEST);
  if (verb?.lemma !== 'come' || verb.modal || verb.perfect || verb.negated) return undefined;
  const isPresent = (verb.kind === 'finite' && verb.tense === 'present') || words[verb.head]?.lower === 'coming';
  // "began coming ashore", "is coming": no news that comes
  if (!isPresent || verb.progressive || groups.some(({ last }) => last === verb.first - 1)) return undefined;
  const event = eventReference(words, groups, mark.opens);
  if (!event?.group) return event && mark.kind === 'before' ? event : undefined;
  const isPast = event.group.tense === 'past' && !event.group.perfect;
  return mark.kind === 'after' && isPast ? event : undefined;
}

/** Words behind an event in which its own date may stand. */
const FARTHEST_DATE = 8;

const hasOwnDate = ({ ranges }: ReadSentence, mark: TimeMark, { last }: EventReference): boolean =>
  ranges.some(({ first }) => first >= mark.opens && first <= last + FARTHEST_DATE);

const NEWS: RuleName = { name: 'news-comes-after', confidence: 0.8 };

/** The event that the news comes a while after: "The order comes five months after the board closed the pit". */
export function behindNews(
  context: ArticleContext,
  view: ReadSentence,
  mark: TimeMark,
  here: readonly ArticleMention[],
): ReferredEvent | undefined {
  const { dct } = context;
  const { words, groups } = view;
  const event = dct === undefined || mark.count === undefined ? undefined : countedFromNews(words, groups, mark);
  if (!event || dct === undefined || mark.count === undefined) return undefined;
  if (here.some(({ trigger }) => trigger.start === event.start)) return undefined;
  if (hasOwnDate(view, mark, event)) return undefined;
  const day: DateSpan = exactDay(dct);
  const date = counted(day, mark.count, mark.kind === 'after' ? -1 : 1);
  const phrase = { start: (words[mark.first] as Word).start, end: (words[mark.at] as Word).end };
  const at = event.group ? groups.indexOf(event.group) : undefined;
  const mention = date && referred(context, view, at ?? { noun: event.head }, date, phrase, NEWS.confidence);
  return mention && { mention, base: undefined, rule: NEWS };
}

const FROM_MAIN: RuleName = { name: 'counted-from-main', confidence: 0.7 };

/** The event that a dated verb comes a while after or before: "She was sworn in on Tuesday in a ceremony, hours after the council confirmed her". */
export function behindMain(
  context: ArticleContext,
  view: ReadSentence,
  mark: TimeMark,
  here: readonly ArticleMention[],
): ReferredEvent | undefined {
  const { words, groups } = view;
  const parse = mark.count && here.length > 0 ? view.parse() : undefined;
  const attached = parse && attachmentOf(parse, words, groups, words[mark.at] as Word, false);
  if (!attached) return undefined;
  const event = eventReference(words, groups, mark.opens);
  const group = groups[attached.group];
  const main = group && words[group.head];
  // a tree that takes the verb of the phrase for the main verb is wrong: the last dated verb before it
  const isWrong = group !== undefined && group === event?.group;
  const base = here.findLast(({ trigger }) =>
    isWrong ? trigger.end < (words[mark.first] as Word).start : trigger.start === main?.start,
  );
  // "less than two weeks before the ship sailed" only bounds a day that is told elsewhere
  if (mark.count?.stretch && mark.kind === 'before') return undefined;
  if (!mark.count || base?.basis !== 'stated' || base.modality !== 'asserted') return undefined;
  if (!event || hasOwnDate(view, mark, event) || here.some(({ trigger }) => trigger.start === event.start))
    return undefined;
  if (event.group ? event.group.tense !== 'past' || event.group.perfect : eventNounStrength(event.lemma) < 2)
    return undefined;
  const date = counted(base.date, mark.count, mark.kind === 'after' ? -1 : 1);
  const phrase = { start: (words[mark.first] as Word).start, end: (words[mark.at] as Word).end };
  const at = event.group ? groups.indexOf(event.group) : undefined;
  const mention = date && referred(context, view, at ?? { noun: event.head }, date, phrase, FROM_MAIN.confidence);
  return mention && { mention, base, rule: FROM_MAIN };
}
