import type { Timex } from '../../tagging/timex.ts';
import { dayNumber, isoDay } from '../../time/day.ts';
import { groupKind } from '../anchoring/candidate-features.ts';
import { carriedEvent, type Scene } from '../anchoring/carried-date.ts';
import type { LinearModel } from '../anchoring/linear-model.ts';
import { quotedWords } from '../anchoring/pair-context.ts';
import { dateForm } from '../anchoring/pair-features.ts';
import { type RankedPair, rankPairs } from '../anchoring/pairs.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import type { Word } from '../sentence/word.ts';
import { articleFeatures } from './article-features.ts';
import type { ArticleSentence } from './article-sentence.ts';
import { pairsOfSentence, readAnchor } from './mention.ts';
import { type ArticleContext, overlapping, type ReadSentence, type StorySentence, viewOf } from './read-sentence.ts';

/** Most sentences over which a date carries over. */
const FARTHEST = 6;
/** Lowest score of a pair whose date may carry over to later sentences. */
const LEAST_SCENE_SCORE = 0.3;

/**
 * Reads an article sentence by sentence; a sentence without a date gets the one passed on by earlier sentences.
 *
 * @param undated Whether pairs include phrases that give no days to any event.
 */
export function* readArticle(
  context: ArticleContext,
  sentences: readonly StorySentence[],
  anchorModel: LinearModel,
  undated = false,
): Generator<ArticleSentence> {
  const article = articleFeatures(sentences, context.dct);
  let scene: Scene | undefined;
  let day: string | undefined;
  for (const [index, given] of sentences.entries()) {
    const story =
      day === undefined ? given : { ...given, timexes: given.timexes.map((timex) => leaningOn(day as string, timex)) };
    const { sentence, earlier, timexes, position } = story;
    const read =
      timexes.length > 0
        ? pairsOfSentence(context, sentence, earlier, timexes, position, undated, story.lives.timexes)
        : undefined;
    const open = !read?.isDated && scene && position - scene.position <= FARTHEST ? scene : undefined;
    if (!read && !open) continue;
    const view = read?.view ?? viewOf(context, sentence, earlier, timexes);
    const own = read ? rankPairs(read, anchorModel) : [];
    const carried =
      open &&
      carriedEvent(
        {
          words: view.words,
          groups: view.groups,
          own: view.ranges,
          dct: context.dct,
          position,
          paragraph: sentence.paragraph,
          question: context.text[sentence.end - 1] === '?',
          furniture: overlapping(context.furniture, sentence.start, sentence.end).map(({ kind }) => kind),
          beforeDated: (sentences[index + 1]?.timexes.length ?? 0) > 0,
          article,
          modalityOf: (anchor) => readAnchor(context, view, anchor, open.date)?.modality,
        },
        open,
      );
    yield { story, view, own, carried };
    scene = sceneOf(context, story, view, own) ?? scene;
    day = toldDay(context, view, own) ?? day;
  }
}

/** "That day", "the same night", "at 6:14": the current day of the narrative; "the next day" the one after it. */
function leaningOn(day: string, timex: Timex): Timex {
  const { anchor, stated, span, text, type, value } = timex;
  if (anchor !== 'text' || span?.precision !== 'day' || Object.values(stated).some(Boolean)) return timex;
  const after = /^(?:the )?(?:next|following)\s(?:day|morning|afternoon|evening|night)$/i.test(text);
  const same =
    /^(?:(?:later )?(?:that|(?:that|the) (?:same|very))\s\w+)$/i.test(text) || (type === 'TIME' && /T\d/.test(value));
  if (!after && !same) return timex;
  const on = after ? isoDay(dayNumber(day) + 1) : day;
  return { ...timex, value: on + value.slice(span.start.length), span: { ...span, start: on, end: on, edtf: on } };
}

/** The current day of the narrative after a sentence: that of its last asserted event outside quotations and reported speech. */
function toldDay(context: ArticleContext, view: ReadSentence, own: readonly RankedPair[]): string | undefined {
  const quoted = quotedWords(view.words);
  for (const { prefix, score, anchor } of own.toReversed()) {
    if (prefix !== '1:' || score < LEAST_SCENE_SCORE || anchor.presupposed || quoted[anchor.range.first]) continue;
    const reading = readAnchor(context, view, anchor);
    if (reading?.modality !== 'asserted' || reading.date.precision !== 'day') continue;
    if (reading.group && isReporting(reading.group.lemma)) continue;
    return reading.date.start;
  }
  return undefined;
}

/** The date that a sentence passes on: that of its last event that is asserted. */
function sceneOf(
  context: ArticleContext,
  { sentence, position }: StorySentence,
  view: ReadSentence,
  own: readonly RankedPair[],
): Scene | undefined {
  for (const pair of [...own].reverse()) {
    if (pair.prefix !== '1:' || pair.score < LEAST_SCENE_SCORE || pair.anchor.presupposed) continue;
    const reading = readAnchor(context, view, pair.anchor);
    if (!reading || reading.modality === 'hypothetical' || reading.date.precision === 'decade') continue;
    const { group, date, modality } = reading;
    const lower = (tag: Word['tag']): ReadonlySet<string> =>
      new Set(view.words.filter((word) => word.tag === tag).map((word) => word.lower));
    return {
      phrase: pair.anchor.range,
      date,
      modality,
      kind: group ? groupKind(group) : 'noun',
      form: dateForm(pair.anchor.range),
      position,
      paragraph: sentence.paragraph,
      names: lower('name'),
      nouns: lower('noun'),
    };
  }
  return undefined;
}
