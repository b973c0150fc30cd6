import type { Modality, PlainArticle, TimelineEvent } from '../event.ts';
import { modalityOfNoun } from '../factuality/noun-modality.ts';
import { modalityOfVerb } from '../factuality/verb-modality.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { isTooGeneral } from '../lexicon/light-verbs.ts';
import { STATIVE } from '../lexicon/state-verbs.ts';
import type { Word } from '../sentence/word.ts';
import { type ArticleContext, overlapping, readSentence, type StorySentence } from './read-sentence.ts';
import { evidenceOf } from './to-event.ts';

/** Most words on either side of a trigger that are taken into its title, up to the next mark. */
const REACH = 12;
const BREAK = /^[,;:()"“”—–]$|^--+$/;
/** Words that present an event as known: "the explosion", "his death". */
const KNOWN = new Set(['the', 'this', 'that', 'these', 'those', 'his', 'her', 'its', 'their', "'s"]);
const DETERMINER_REACH = 4;
/** Modalities of mentions that may be evidence; negated and hypothetical ones prove nothing. */
const PROVING: ReadonlySet<Modality> = new Set(['asserted', 'planned', 'predicted']);
/** More occur only in long chronicles and in hostile texts. */
const MOST = 100;

/**
 * Mentions of events without a date in an article ("after the explosion", "the rig exploded two hours later"), as events dated by the day of
 * writing with the basis `published`. They create no entry: merging adds them as evidence to an existing entry that matches.
 *
 * The title is the clause around the trigger and is never shown. None for an article without a day of writing.
 *
 * @param told The events that the article dates: their triggers are left out.
 */
export function undatedEvents(
  article: PlainArticle,
  context: ArticleContext,
  sentences: readonly StorySentence[],
  told: readonly TimelineEvent[],
): readonly TimelineEvent[] {
  const { text, dct, entities } = context;
  if (dct === undefined) return [];
  const dated = new Set(told.flatMap(({ evidence }) => evidence.map(({ trigger }) => trigger.start)));
  const events: TimelineEvent[] = [];
  const add = (words: readonly Word[], at: number, sentence: StorySentence['sentence'], modality: Modality): void => {
    const { start, end } = words[at] as Word;
    if (dated.has(start) || !PROVING.has(modality) || events.length === MOST) return;
    const clause = clauseAround(words, at);
    events.push({
      id: '',
      collection: article.collection ?? 'main',
      title: text.slice(clause.start, clause.end).replace(/\s+/g, ' '),
      date: {
        start: dct,
        end: dct,
        edtf: dct,
        precision: 'day',
        approximate: false,
        basis: 'published',
        text: '',
        display: '',
      },
      modality,
      entities: entities.within(clause.start, clause.end),
      keywords: [],
      importance: 0,
      confidence: 0,
      mentions: 1,
      sources: article.source === undefined ? [] : [article.source],
      otherDates: [],
      evidence: [
        evidenceOf(
          article,
          {
            sentence,
            trigger: { start, end },
            timex: { text: '', start, end: start, type: 'DATE', value: dct },
          },
          text,
        ),
      ],
    });
  };
  for (const { sentence, timexes } of sentences) {
    if (overlapping(context.furniture, sentence.start, sentence.end).some(({ kind }) => kind === 'notice')) continue;
    const { words, groups } = readSentence(context, sentence, timexes);
    const isQuestion = text[sentence.end - 1] === '?';
    groups.forEach(({ lemma, negated, head }, index) => {
      if (negated || STATIVE.has(lemma) || isTooGeneral(lemma) || isReporting(lemma)) return;
      add(words, head, sentence, modalityOfVerb(words, groups, index, isQuestion));
    });
    const heads = new Set(groups.map(({ head }) => head));
    words.forEach(({ tag, lower }, index) => {
      if ((tag !== 'noun' && tag !== 'name') || heads.has(index) || eventNounStrength(lower) < 2) return;
      // "the blowout preventer", "the blast site": the next noun is the head of the phrase
      if (words[index + 1]?.tag === 'noun') return;
      const isKnown = words.slice(Math.max(0, index - DETERMINER_REACH), index).some((word) => KNOWN.has(word.lower));
      add(words, index, sentence, modalityOfNoun(words, index, groups, isQuestion, isKnown));
    });
  }
  return events;
}

/** The stretch of words around one, up to the next mark on either side. */
function clauseAround(words: readonly Word[], at: number): { readonly start: number; readonly end: number } {
  const isBreak = (index: number): boolean => words[index]?.tag === 'mark' && BREAK.test((words[index] as Word).text);
  let [first, last] = [at, at];
  while (first > 0 && at - first < REACH && !isBreak(first - 1)) first--;
  while (last < words.length - 1 && last - at < REACH && !isBreak(last + 1)) last++;
  return { start: (words[first] as Word).start, end: (words[last] as Word).end };
}
