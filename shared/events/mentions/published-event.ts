import type { Timex } from '../../tagging/timex.ts';
import { stem } from '../../text/stem.ts';
import { type DateSpan, exactDay } from '../../time/date-span.ts';
import { dayNumber } from '../../time/day.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { FARING, STATIVE } from '../lexicon/state-verbs.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { ArticleMention } from './article-mention.ts';
import { mentionOf } from './mention.ts';
import { type ArticleContext, overlapping, type StorySentence, viewOf } from './read-sentence.ts';

/**
 * Of 95 past events of the week before, with a day of their own in the first 350 characters of annotated articles, 43 % were on the day of
 * writing and 23 % on the day before.
 */
const CONFIDENCE = 0.43;

/** Sentences at the beginning that may report the main event. */
const LEAD = 2;
/** Sentences after a lead in the simple past that may show its day. */
const NEXT = 4;

/**
 * The main event of a news report that gives it no date: that of one of the first complete sentences, dated by the day of
 * writing. The present perfect tells what is new ("has lowered a cap"); the simple past does so only in the first complete sentence and if
 * a date close behind lies on the day of writing or the day before, since portraits and histories begin in the simple past too. `undefined` if the
 * article's dates do not show that it is current news, or if the event has a date further down.
 *
 * @param told Events dated by the article.
 */
export function publishedEvent(
  context: ArticleContext,
  sentences: readonly StorySentence[],
  told: readonly ArticleMention[],
): ArticleMention | undefined {
  const { dct, text } = context;
  if (dct === undefined || !isNews(sentences, dct)) return undefined;
  const isWhole = ({ sentence: { start, end } }: StorySentence): boolean =>
    /[.!]["'”’)]*$/.test(text.slice(start, end)) && /^["“‘'(]*[\p{Lu}\d]/u.test(text.slice(start, end));
  const first = sentences.slice(0, LEAD).findIndex(isWhole);
  for (let i = first; i >= 0 && i < first + LEAD && i < sentences.length; i++) {
    const story = sentences[i] as StorySentence;
    if (!isWhole(story) || isFurniture(context, story)) continue;
    const isPastNews =
      i === first && story.timexes.length === 0 && isTheseDays(sentences.slice(i + 1, i + 1 + NEXT), dct);
    const mention = leadEvent(context, story, isPastNews, dct);
    if (mention && !told.some((other) => isSame(mention, other))) return mention;
  }
  return undefined;
}

/** Whether a day that is named in the sentences is the day of writing or the day before. */
const isTheseDays = (sentences: readonly StorySentence[], dct: string): boolean =>
  sentences.some(({ timexes }) =>
    timexes.some(({ span }) => span?.precision === 'day' && [0, 1].includes(dayNumber(dct) - dayNumber(span.start))),
  );

/** The main clause's event of a sentence, on the day of writing; `undefined` if it is not told as news. */
function leadEvent(
  context: ArticleContext,
  lead: StorySentence,
  isPastNews: boolean,
  dct: string,
): ArticleMention | undefined {
  const view = viewOf(context, lead.sentence, lead.earlier, lead.timexes);
  const { words, groups } = view;
  const group = mainVerb(words, groups, isPastNews);
  const verb = group === undefined ? undefined : groups[group];
  if (group === undefined || !verb) return undefined;
  const head = words[verb.head] as Word;
  const day: DateSpan = exactDay(dct);
  const timex: Timex = {
    start: head.start,
    end: head.start,
    text: '',
    type: 'DATE',
    value: dct,
    span: day,
    explicit: false,
    stated: { year: false, month: false, day: false, weekday: false },
  };
  const range = { timex, first: words.length, last: words.length };
  const mention = mentionOf(context, view, { range, group, presupposed: false }, CONFIDENCE, {
    date: day,
    basis: 'published',
  });
  return mention?.modality === 'asserted' ? mention : undefined;
}

/** Whether a time expression of the article is within the week before the day of writing, which shows that it is current news. */
const isNews = (sentences: readonly StorySentence[], dct: string): boolean =>
  sentences.some(({ timexes }) =>
    timexes.some(({ span, explicit }) => {
      if (!span || (span.precision !== 'day' && explicit)) return false;
      const lag = dayNumber(dct) - dayNumber(span.end);
      return lag >= 0 && lag <= 7 && span.precision === 'day';
    }),
  );

const isFurniture = ({ furniture }: ArticleContext, { sentence }: StorySentence): boolean =>
  overlapping(furniture, sentence.start, sentence.end).some(({ kind }) => kind === 'caption' || kind === 'notice');

/**
 * The first finite verb of the main clause, if it reports what is new: in the present perfect, or in the simple past of past news; no verb of
 * state. A date, or a word for a stretch of time, would say when.
 */
function mainVerb(words: readonly Word[], groups: readonly VerbGroup[], isPastNews: boolean): number | undefined {
  const at = groups.findIndex(({ kind }) => kind === 'finite');
  const group = groups[at];
  if (!group || group.modal || group.negated || group.progressive || STATIVE.has(group.lemma)) return undefined;
  const isNew = group.perfect && group.tense === 'present';
  if (!isNew && !(isPastNews && group.tense === 'past' && !group.perfect && !isReporting(group.lemma)))
    return undefined;
  if (words.some(({ lower, tag }) => tag === 'time' || LASTS.test(lower))) return undefined;
  if (FARING.has(group.lemma) || /^(?:before|after|until|earlier)$/.test(words[0]?.lower ?? '')) return undefined;
  const before = words.slice(0, group.first);
  // "the spill has hammered tourism" says what an event did since, not what is new
  if (eventNounStrength(before.findLast(({ tag }) => tag === 'noun')?.lower ?? '') === 2) return undefined;
  const isEmbedded = before.some(
    ({ tag, text }) =>
      tag === 'relative' || tag === 'subordinator' || tag === 'wh' || tag === 'pronoun' || /^["“”`]/.test(text),
  );
  return isEmbedded ? undefined : at;
}

/** Words that stretch a perfect over time: "has long fought", "has grown since". */
const LASTS =
  /^(?:since|long|ever|never|always|often|repeatedly|already|previously|once|ago|years?|months?|weeks?|decades?|so)$/;

/** The same verb or most of the same words: the event has a date elsewhere in the article. */
function isSame(mention: ArticleMention, other: ArticleMention): boolean {
  const own = [...mention.stems];
  const common = own.filter((word) => other.stems.has(word)).length;
  return (stem(mention.lemma) === stem(other.lemma) && common >= 2) || common * 2 >= Math.max(4, own.length);
}
