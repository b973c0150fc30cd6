import { EXTREME } from '../dates/date-phrase.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isGathering } from '../lexicon/event-references.ts';
import type { ArticleMention } from '../mentions/article-mention.ts';
import {
  type ArticleContext,
  overlapping,
  type ReadSentence,
  type StorySentence,
  viewOf,
} from '../mentions/read-sentence.ts';
import { isDash, opensAnew } from '../sentence/clause.ts';
import type { Word } from '../sentence/word.ts';
import { behindMain, behindNews } from './comes-after.ts';
import { type EventReference, eventReference } from './event-reference.ts';
import { type Attachment, attachmentOf, clauseBehind } from './main-clause.ts';
import { partsOfGathering } from './planned-part.ts';
import { isPresentPerfect, REFERENCE_RULES } from './reference-rules.ts';
import { type ReferredEvent, referred } from './referred-mention.ts';
import { type TimeMark, timeMarks } from './time-mark.ts';
import { eventMeant } from './told-events.ts';

/** The words that may relate one event to another; sentences without them are not read. */
const MARKED =
  /\b(?:since|after|before|following|prior to|during|(?:morning|day|night|evening|afternoon|time|wake|aftermath) of|response to)\b/i;

/** Whether a sentence has such a word, or an "at" with a gathering: most of its other uses name a place or an hour. */
const mayRefer = (sentence: string): boolean =>
  MARKED.test(sentence) ||
  (/\bat\b/i.test(sentence) &&
    sentence
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .some(isGathering));

/** A text with more dated events is a chronicle or a list, where "the attack" may mean any of them; comparing all pairs would also be slow. */
const MOST_TOLD = 300;

/**
 * Events that get their date from another event of the article: "the mayor has not appeared since the announcement".
 *
 * @param told The events that the article dates by time expressions.
 */
export function referredEvents(
  context: ArticleContext,
  sentences: readonly StorySentence[],
  told: readonly ArticleMention[],
): ReferredEvent[] {
  if (told.length > MOST_TOLD || !told.some(({ basis }) => basis === 'stated')) return [];
  const found: ReferredEvent[] = [];
  for (const { sentence, earlier, timexes } of sentences) {
    if (!mayRefer(context.text.slice(sentence.start, sentence.end))) continue;
    if (overlapping(context.furniture, sentence.start, sentence.end).length > 0) continue;
    const view = viewOf(context, sentence, earlier, timexes);
    const here = told.filter((mention) => mention.sentence.start === sentence.start && mention.basis !== 'carried');
    for (const mark of timeMarks(view.words)) {
      const behind = behindNews(context, view, mark, here) ?? behindMain(context, view, mark, here);
      found.push(...(behind ? [behind] : byMark(context, view, mark, here, told)));
    }
  }
  found.push(...partsOfGathering(context, sentences, told));
  return found.filter(
    ({ mention }, i) => !found.some((other, k) => k < i && other.mention.trigger.start === mention.trigger.start),
  );
}

/** The mentions of an article with those dated by other events, which take the place of dates carried over to the same verb. */
export function withReferences(
  context: ArticleContext,
  sentences: readonly StorySentence[],
  told: readonly ArticleMention[],
): ArticleMention[] {
  const referred = referredEvents(context, sentences, told).map(({ mention }) => mention);
  const dated = new Set(referred.map(({ trigger }) => trigger.start));
  return [...told.filter(({ basis, trigger }) => basis !== 'carried' || !dated.has(trigger.start)), ...referred];
}

function byMark(
  context: ArticleContext,
  view: ReadSentence,
  mark: TimeMark,
  here: readonly ArticleMention[],
  told: readonly ArticleMention[],
): ReferredEvent[] {
  const { words, groups } = view;
  const marker = words[mark.at];
  const opens = words[mark.opens];
  if (!marker || !opens || isComparison(words, mark)) return [];
  const reference = eventReference(words, groups, mark.opens);
  const dated = datedBehind(words, mark, here);
  const base = dated ?? (reference && isEvent(reference, mark) ? eventMeant(reference, told, context.text) : undefined);
  if (!base) return [];
  const attached = attachment(view, mark, reference);
  if (!attached || (dated && Math.max(dated.trigger.end, dated.timex.end) > attached.end)) return [];
  const end = dated ? Math.max(dated.trigger.end, dated.timex.end) : (words[reference?.last ?? mark.at] as Word).end;
  const phrase = { start: (words[mark.first] as Word).start, end };
  const isNamedByNoun = reference?.isNoun === true && reference.group === undefined;
  return sharers(view, mark, attached).flatMap((index): ReferredEvent[] => {
    const group = groups[index];
    const head = group && words[group.head];
    if (!head || here.some(({ trigger }) => trigger.start === head.start)) return [];
    if (head.start >= phrase.start && head.end <= attached.end) return [];
    for (const rule of REFERENCE_RULES) {
      const date = rule.read({
        mark,
        group,
        base: base.date,
        noun: isNamedByNoun && (!dated || dated.trigger.start === reference.start) ? reference.lemma : undefined,
        isSameSentence: dated !== undefined,
        isFronted: mark.at < group.first,
        sharesPerfect: sharesPerfect(view, index),
        isPlanned: base.modality === 'planned',
        dct: context.dct,
      });
      const mention = date && referred(context, view, index, date, phrase, rule.confidence);
      if (date) return mention ? [{ mention, base, rule }] : [];
    }
    return [];
  });
}

/** Most words between a mark and the event behind it that has its own date. */
const FARTHEST = 14;

/** The event behind a mark in its sentence whose date stands behind the mark, too: "since it opened in May". */
function datedBehind(
  words: readonly Word[],
  mark: TimeMark,
  here: readonly ArticleMention[],
): ArticleMention | undefined {
  const from = (words[mark.opens] as Word).start;
  return here.find(({ trigger, timex, basis }) => {
    if (basis !== 'stated' || trigger.start < from || timex.start < from) return false;
    const at = words.findIndex(({ start }) => start >= trigger.start);
    const last = words.findLastIndex(({ start }) => start < timex.end);
    if (at - mark.opens > FARTHEST) return false;
    for (let i = mark.opens; i <= Math.max(at, last); i++) if (endsClause(words, i)) return false;
    return true;
  });
}

/** A mark that ends a clause, or the beginning of a sentence that runs on from a headline. */
const endsClause = (words: readonly Word[], i: number): boolean =>
  /^[;:|]$/.test((words[i] as Word).text) || isDash(words, i) || opensAnew(words, i);

/** "The worst since the crash", "more than a week after the vote": a comparison or a bound. */
function isComparison(words: readonly Word[], { kind, at, first }: TimeMark): boolean {
  const before = words.slice(Math.max(0, first - 8), first);
  if (kind === 'since') return before.some(({ lower }) => EXTREME.test(lower));
  return /^(?:than|until|till)$/.test(before.at(-1)?.lower ?? '') || words[at + 1]?.lower === 'and';
}

const isEvent = ({ isNoun, lemma }: EventReference, { kind }: TimeMark): boolean =>
  !isNoun || kind === 'since' || eventNounStrength(lemma) > (kind === 'during' || kind === 'at' ? 1 : 0);

/** The verb that a mark's phrase modifies: that of the dependency tree, or the first behind the comma of a phrase that opens the sentence. */
function attachment(
  { words, groups, parse }: ReadSentence,
  mark: TimeMark,
  reference: EventReference | undefined,
): Attachment | undefined {
  const parsed = parse();
  const toNouns = mark.kind === 'since' || mark.count !== undefined;
  const marker = words[mark.at] as Word;
  const found = parsed && attachmentOf(parsed, words, groups, marker, toNouns);
  // a tree that takes the verb of the phrase for the main verb is wrong
  if (found && groups[found.group] !== reference?.group) return found;
  return reference && mark.first <= 1 ? clauseBehind(words, groups, reference.last + 1) : undefined;
}

/** The verb groups that a mark's phrase dates: "has been renamed …, and a director has been appointed", "have bombed … and fired". */
function sharers({ words, groups }: ReadSentence, { kind }: TimeMark, { group, further }: Attachment): number[] {
  if (kind !== 'since') return [group];
  return sharesPerfect({ words, groups }, group) ? [group - 1, group] : [group, ...further];
}

/** "have bombed two towns and fired at a station": the second verb has the auxiliary of the first. */
function sharesPerfect({ words, groups }: Pick<ReadSentence, 'words' | 'groups'>, index: number): boolean {
  const own = groups[index];
  const before = groups[index - 1];
  return (
    own !== undefined &&
    before !== undefined &&
    !own.perfect &&
    !own.progressive &&
    own.modal === undefined &&
    isPresentPerfect(before) &&
    /^(?:and|or)$/.test(words[own.first - 1]?.lower ?? '')
  );
}
