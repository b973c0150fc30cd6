import { dayNumber } from '../../time/day.ts';
import type { DatePhrase } from '../dates/date-phrase.ts';
import { embeddingEffect } from '../factuality/embedding-effect.ts';
import { embeddingVerbOf } from '../factuality/embedding-verb.ts';
import { isThing } from '../lexicon/event-nouns.ts';
import { isPlanning, isReporting } from '../lexicon/factuality-verbs.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { EventCandidate } from './candidates.ts';
import { isOfOtherNoun } from './noun-of-date.ts';
import type { PairContext } from './pair-context.ts';

/** What the rules need of a sentence. */
type Sentence = Pick<PairContext, 'words' | 'groups' | 'dct' | 'quoted'>;

/** Whether grammar rules out that a phrase dates an event, whatever the models say. */
export const isExcluded = (candidate: EventCandidate, sentence: Sentence, phrase: DatePhrase): boolean =>
  isInside(candidate, sentence, phrase) ||
  isOutside(candidate, phrase) ||
  isDeniedUntil(candidate, sentence, phrase) ||
  isThingAt(candidate, sentence) ||
  isHeldAgainst(candidate, sentence) ||
  isBeforeLimit(candidate, sentence, phrase) ||
  isPurpose(candidate, sentence, phrase) ||
  isOfOtherNoun(candidate, sentence, phrase) ||
  isOutOfTense(candidate, sentence, phrase) ||
  isInsideQuotation(candidate, sentence, phrase) ||
  isUnderway(candidate, sentence, phrase);

/** "the quarter ended Sept. 30", "Starting next year, …": a verb inside the phrase or that introduces it is part of the date. */
const isInside = ({ group: index }: EventCandidate, { words, groups }: Sentence, phrase: DatePhrase): boolean => {
  const group = index === undefined ? undefined : groups[index];
  if (!group) return false;
  const introduces = group.last === phrase.first - 1 && (group.first === 0 || words[group.first - 1]?.text === ',');
  if (introduces && group.kind === 'gerund' && /^(?:start|begin)$/.test(group.lemma)) return true;
  // "will take 40 days to rebuild": the rebuilding is dated
  const taken = group.lemma === 'take' && phrase.timex.type === 'DURATION' && phrase.first - group.last <= 2;
  if (taken && group.last < phrase.first && groups.some((one) => one.kind === 'infinitive' && one.first > phrase.last))
    return true;
  return group.first >= phrase.first && group.last <= phrase.last;
};

/** A date counted from another event dates only one side of the count. */
const isOutside = ({ head }: EventCandidate, { derived }: DatePhrase): boolean =>
  derived !== undefined && (head < derived.from || head >= derived.to);

/** "did not concede the defeat until 1987": the concession is dated, not its object. */
function isDeniedUntil({ noun }: EventCandidate, { words, groups }: Sentence, { first }: DatePhrase): boolean {
  if (noun === undefined || noun > first || !/^(?:until|till)$/.test(words[first - 1]?.lower ?? '')) return false;
  return groups.findLast(({ last }) => last < noun)?.negated === true;
}

const isThingAt = ({ noun }: EventCandidate, { words }: Sentence): boolean =>
  noun !== undefined && isThing(words[noun]?.lower ?? '');

/** "better than expected", "went on as planned": what was thought of a thing is no event. */
function isHeldAgainst({ group: index }: EventCandidate, { words, groups }: Sentence): boolean {
  const group = index === undefined ? undefined : groups[index];
  if (group === undefined || group.first !== group.last || !/^(?:than|as)$/.test(words[group.first - 1]?.lower ?? ''))
    return false;
  return /^(?:expect|plan|fear|think|anticipate|schedule|hope|estimate|forecast|promise)$/.test(group.lemma);
}

/** "the flow of oil as of May", "fighting since February": the date says from or up to when, and dates a verb or nothing. */
function isBeforeLimit({ noun }: EventCandidate, { words }: Sentence, { first, derived }: DatePhrase): boolean {
  if (noun === undefined || noun > first || derived) return false;
  const lead = words[first - 1]?.lower ?? '';
  return /^(?:since|until|till)$/.test(lead) || (lead === 'of' && words[first - 2]?.lower === 'as');
}

/**
 * "deploys a boom to absorb oil on 8 May", "costs jumped to 900 crowns to insure the ship, from 40 in April": a date of the past is that of the deed, not of its
 * purpose. "Was due to open in May" is a plan with its date.
 */
function isPurpose({ group: index }: EventCandidate, { words, groups, dct }: Sentence, phrase: DatePhrase): boolean {
  const group = index === undefined ? undefined : groups[index];
  const { span } = phrase.timex;
  if (index === undefined || group?.kind !== 'infinitive' || group.last > phrase.first) return false;
  if (span === undefined || dct === undefined || span.end >= dct) return false;
  const over = embeddingVerbOf(words, groups, index);
  const governor = over?.group === undefined ? undefined : groups[over.group];
  if (governor === undefined || governor.modal !== undefined || isPlanning(governor.lemma)) return false;
  if (/^(?:be|have|go)$/.test(governor.lemma) || governor.last === group.first - 1) return false;
  return embeddingEffect(governor, group, words) === 'planned';
}

/** Days before the day of writing from which on a definite date does not go with the present tense. */
const LONG_AGO = 7;

/**
 * "Her songs are on a list of 1987", "has charged an officer with the theft in 1987": a present or a perfect is of now, so a definite date of the past belongs to
 * another word. Not at the front ("In 1987 he leaves the band", "May 1987 - The mill opens"), and not a day with a present ("The mayor opens the
 * bridge on 3 May", under a picture).
 */
function isOutOfTense({ group: index }: EventCandidate, { words, groups, dct }: Sentence, phrase: DatePhrase): boolean {
  const { timex, first, since, derived } = phrase;
  const group = index === undefined ? undefined : groups[index];
  if (group?.kind !== 'finite' || group.tense !== 'present' || group.modal !== undefined) return false;
  if (dct === undefined || timex.type !== 'DATE' || timex.span === undefined || since || derived) return false;
  const end = phrase.until?.span?.end ?? timex.span.end;
  if (first < FRONT) return false;
  // "is still weighing a request last week from the owner"
  const isOfNow = group.progressive || isReporting(group.lemma);
  if (isOfNow && !group.perfect && end < dct && PAST_BY_WORDS.test(timex.text)) return true;
  if (dayNumber(dct) - dayNumber(end) <= LONG_AGO) return false;
  if (/^(?:since|until|till|through)$/.test(words[first - 1]?.lower ?? '')) return false;
  if (words[first - 1]?.lower === 'of' && words[first - 2]?.lower === 'as') return false;
  if (/^(?:the )?(?:past|last) /i.test(timex.text) && UP_TO_NOW.test(words[first - 1]?.lower ?? '')) return false;
  return group.perfect || timex.span.precision !== 'day';
}

const PAST_BY_WORDS = /^(?:last|yesterday)\b|\bago$/i;

/** "over the past year": it ends now. */
const UP_TO_NOW = /^(?:over|during|in|for|within|throughout|of)$/;

/** A date that begins before this word is at the front of its sentence. */
const FRONT = 3;

/** "“The ferry sank in 1987,” said the mayor": a date inside a quotation that has a verb of its own is not that of the saying. */
function isInsideQuotation(
  { group: index, head }: EventCandidate,
  { groups, quoted, dct }: Sentence,
  phrase: DatePhrase,
): boolean {
  const group = index === undefined ? undefined : groups[index];
  if (group === undefined || !isReporting(group.lemma) || quoted[head] || !quoted[phrase.first]) return false;
  if (phrase.timex.span === undefined || phrase.timex.span.start === dct) return false;
  const isWithin = ({ kind, head: verb }: VerbGroup): boolean => {
    if (kind !== 'finite' || !quoted[verb]) return false;
    const [from, to] = verb < phrase.first ? [verb, phrase.first] : [phrase.first, verb];
    for (let i = from; i <= to; i++) if (!quoted[i]) return false;
    return true;
  };
  return groups.some(isWithin);
}

/** Disasters that last for weeks: "the spill". An explosion is over on its day. */
const LASTING = /^(?:spill|leak|disaster|crisis|catastrophe|outbreak|epidemic|pandemic|slick)$/;
const INDEFINITE = /^(?:an?|another|no|any|some|new|first|second|third|last|previous|earlier|each|every)$/;

/**
 * "Crews worked on the spill on Tuesday", "aid to the victims of the disaster this week": what readers know as "the spill" is underway, and a day of this week
 * behind it is that of the verb.
 */
function isUnderway({ noun }: EventCandidate, { words, groups, dct }: Sentence, phrase: DatePhrase): boolean {
  if (noun === undefined || noun > phrase.first || dct === undefined || !LASTING.test(words[noun]?.lower ?? ''))
    return false;
  const { span } = phrase.timex;
  if (span === undefined || dayNumber(dct) - dayNumber(span.start) > LONG_AGO + 1) return false;
  let at = noun - 1;
  while (/^(?:noun|name|adjective|number|time)$/.test(words[at]?.tag ?? '') && !INDEFINITE.test(words[at]?.lower ?? ''))
    at--;
  const isDefinite = words[at]?.lower === 'the' || words[at]?.tag === 'possessive' || words[at]?.lower === 'this';
  return isDefinite && groups.some(({ last }) => last < at && noClauseOpens(words, last + 1, at));
}

const noClauseOpens = (words: readonly Word[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (/^(?:subordinator|relative|wh)$/.test(words[i]?.tag ?? '') || /^[;:]$/.test(words[i]?.text ?? '')) return false;
  return true;
};
