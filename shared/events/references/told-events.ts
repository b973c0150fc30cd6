import { stem } from '../../text/stem.ts';
import type { DateSpan } from '../../time/date-span.ts';
import { isVerbAndItsNoun } from '../lexicon/derived-nouns.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isDeath, isLastingDisaster, takesPlace } from '../lexicon/event-references.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { isTooGeneral } from '../lexicon/light-verbs.ts';
import { STATIVE } from '../lexicon/state-verbs.ts';
import { classesOf, SINGLE_EVENTS } from '../lexicon/trigger-classes.ts';
import type { ArticleMention } from '../mentions/article-mention.ts';

/** The words of a reference to an event: "the announcement", "Quill was killed", "the strike began". */
export interface EventWords {
  /** Lower-case noun, or lemma of the verb. */
  readonly lemma: string;
  readonly isNoun: boolean;
  /** Lower-case nouns and names that belong to it: subject, modifiers, what follows "of". */
  readonly things: readonly string[];
  /** Those of the things that are names. */
  readonly names: readonly string[];
  /** Offset of the word that names the event. */
  readonly start: number;
}

/** Least confidence of a mention that another date is counted from. */
const SURE = 0.5;

/**
 * The event of an article that a reference means: one of the same verb or noun, otherwise one of the same class. The
 * sentence of the event has to name one of the things that the reference names.
 *
 * @param told The events that the article dates.
 * @returns `undefined` if none fits, or if events with different dates fit.
 */
export function eventMeant(
  words: EventWords,
  told: readonly ArticleMention[],
  text: string,
): ArticleMention | undefined {
  if (!words.isNoun && (STATIVE.has(words.lemma) || isTooGeneral(words.lemma) || isReporting(words.lemma)))
    return undefined;
  const usable = told.filter(
    (mention) =>
      mention.confidence >= SURE &&
      (mention.basis === 'stated' || mention.basis === 'derived') &&
      mention.modality !== 'negated' &&
      mention.modality !== 'hypothetical' &&
      mention.trigger.start !== words.start &&
      sharesThings(words, mention, text),
  );
  const named = usable.filter((mention) => isNamed(words, mention, text));
  return onlyOne(named.length > 0 ? named : usable.filter((mention) => isOfOneClass(words, mention, text)));
}

/** The event whose date all fitting ones share, wider dates around it aside. */
function onlyOne(fitting: readonly ArticleMention[]): ArticleMention | undefined {
  const finest = fitting.filter(({ date }) => !fitting.some((other) => isFiner(other.date, date)));
  const [first] = finest;
  return first && finest.every(({ date }) => date.start === first.date.start && date.end === first.date.end)
    ? first
    : undefined;
}

const isFiner = (fine: DateSpan, wide: DateSpan): boolean =>
  fine.start >= wide.start && fine.end <= wide.end && (fine.start > wide.start || fine.end < wide.end);

function isNamed({ lemma, isNoun }: EventWords, mention: ArticleMention, text: string): boolean {
  if (namesOf(mention, text).some((name) => isOneAct(lemma, name))) return true;
  // "the festival takes place on 8 October"
  return isNoun && takesPlace(mention.lemma) && isBeside(lemma, mention, text);
}

/** Whether a noun is the subject or the object of a mention's verb: "the festival takes place", "will hold a summit". */
function isBeside(noun: string, { sentence, trigger }: ArticleMention, text: string): boolean {
  const root = stem(noun);
  const near = text.slice(Math.max(sentence.start, trigger.start - FARTHEST_SUBJECT), trigger.start).toLowerCase();
  const subjects = [...near.matchAll(/(?<!\p{L})\p{L}+/gu)].filter(
    ({ index }) => !APART.test(near.slice(index)) && !GOVERNED.test(near.slice(0, index)),
  );
  if (subjects.some(({ 0: word }) => stem(word) === root)) return true;
  const object = OBJECT.exec(text.slice(trigger.end, sentence.end).toLowerCase());
  return object?.[0].split(/[^\p{L}]+/u).some((word) => stem(word) === root) === true;
}

/** The words behind a verb, up to the first preposition or mark; four at most. */
const OBJECT = /^(?:\s+(?!(?:at|in|on|of|by|for|with|from|to|and|or|as)\b)[\p{L}’'-]+){1,4}/u;

function isOfOneClass({ lemma, isNoun, things }: EventWords, mention: ArticleMention, text: string): boolean {
  if (things.length > 0 && isDeath(lemma) && isDeath(mention.lemma)) return true;
  // "the spill" is not the explosion before it, "the BP spill" is as good as it
  if (!isNoun || (things.length === 0 && isLastingDisaster(lemma))) return false;
  const own = classesOf(stem(lemma)).filter((one) => SINGLE_EVENTS.includes(one));
  return namesOf(mention, text).some(
    (name) => !isLastingDisaster(name) && classesOf(stem(name)).some((one) => own.includes(one)),
  );
}

/** Most characters between an event noun and its verb. */
const FARTHEST_SUBJECT = 40;
const ENDS = /^(?:halt|end|stop|cease|finish|cap|plug|seal|contain|close|cancel|postpone|delay|suspend)$/;
const APART = /[,;:"“”—–()]|--|\b(?:that|which|who|after|before|since|and|said|says)\b/;

/** "A ship from the BP |spill| began tests": a noun behind a preposition is no subject. */
const GOVERNED = /\b(?:from|to|of|in|at|by|for|with|on|over|about|against|into|near)\s+(?:[\p{L}'’-]+\s+){0,2}$/u;

/** Verb or noun of a mention, and the noun for an event that is the subject of the verb: "An explosion at the mill killed six". */
function namesOf({ lemma, isNoun, sentence, trigger }: ArticleMention, text: string): string[] {
  // "the leak was halted": the date of its end is no date of the leak
  if (isNoun || ENDS.test(lemma)) return [lemma];
  const near = text.slice(Math.max(sentence.start, trigger.start - FARTHEST_SUBJECT), trigger.start).toLowerCase();
  const subject = [...near.matchAll(/(?<!\p{L})\p{L}+/gu)].findLast(
    ({ 0: word, index }) =>
      eventNounStrength(word) === 2 && !APART.test(near.slice(index)) && !GOVERNED.test(near.slice(0, index)),
  );
  return subject ? [lemma, subject[0]] : [lemma];
}

/** One verb, one noun, or a verb and its noun: "explode" and "explosion". */
const isOneAct = (a: string, b: string): boolean => {
  if (stem(a) === stem(b) || isVerbAndItsNoun(a, b)) return true;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 5 && same >= Math.min(a.length, b.length) - 2;
};

/** Whether the sentence of the event names one of the things of a reference, if it has any: one of its names, if it has names. */
function sharesThings({ things, names }: EventWords, { sentence }: ArticleMention, text: string): boolean {
  const wanted = names.length > 0 ? names : things;
  if (wanted.length === 0) return true;
  const told = text
    .slice(sentence.start, sentence.end)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return wanted.some((thing) => {
    const root = thing.slice(0, Math.max(4, thing.length - 2));
    return told.some((word) => word.startsWith(root));
  });
}
