import { groupKind } from '../anchoring/candidate-features.ts';
import { carriedEvent, type Scene } from '../anchoring/carried-date.ts';
import type { LinearModel } from '../anchoring/linear-model.ts';
import { dateForm } from '../anchoring/pair-features.ts';
import { type RankedPair, rankPairs } from '../anchoring/pairs.ts';
import type { Word } from '../sentence/word.ts';
import { articleFeatures } from './article-features.ts';
import type { ArticleSentence } from './article-sentence.ts';
import { pairsOfSentence, readAnchor } from './mention.ts';
import { type ArticleContext, overlapping, type ReadSentence, type StorySentence, viewOf } from './read-sentence.ts';
import { daysAfter, LEAST_SCENE_SCORE, leaningOn, NO_DAYS, reachedTime } from './told-day.ts';

/** Most sentences over which a date carries over. */
const FARTHEST = 6;

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
  let days = NO_DAYS;
  for (const [index, given] of sentences.entries()) {
    const story = leaningOn(context, days, given);
    const { sentence, earlier, timexes, position } = story;
    const read =
      timexes.length > 0
        ? pairsOfSentence(context, sentence, earlier, timexes, position, undated, story.lives.timexes)
        : undefined;
    const open = !read?.isDated && scene && position - scene.position <= FARTHEST ? scene : undefined;
    if (!read && !open) continue;
    const reached = reachedTime(days);
    const view = {
      ...(read?.view ?? viewOf(context, sentence, earlier, timexes)),
      ...(reached === undefined ? {} : { reached }),
    };
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
    days = daysAfter(days, context, story, view, own);
  }
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
