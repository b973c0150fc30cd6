import { groupKind } from '../anchoring/candidate-features.ts';
import { carriedPairs, type Scene } from '../anchoring/carried-pairs.ts';
import type { LinearModel } from '../anchoring/linear-model.ts';
import { dateForm } from '../anchoring/pair-features.ts';
import { type RankedPair, rankPairs } from '../anchoring/pairs.ts';
import type { ArticleSentence } from './article-sentence.ts';
import { pairsOfSentence, readAnchor } from './mention.ts';
import { type ArticleContext, type ReadSentence, type StorySentence, viewOf } from './read-sentence.ts';

/** A date carries over no further than this many sentences. */
const FARTHEST = 12;
/** Least score of a pair whose date later sentences may go on with. */
const LEAST_SCENE_SCORE = 0.3;

/**
 * Reads an article sentence by sentence, each with the dates that earlier ones leave behind.
 *
 * @param undated Whether pairs are made of phrases that give no days to any event.
 */
export function* readArticle(
  context: ArticleContext,
  sentences: readonly StorySentence[],
  anchorModel: LinearModel,
  undated = false,
): Generator<ArticleSentence> {
  let first: Scene | undefined;
  let last: Scene | undefined;
  for (const story of sentences) {
    const { sentence, earlier, timexes, position } = story;
    const read =
      timexes.length > 0
        ? pairsOfSentence(context, sentence, earlier, timexes, position, undated, story.lives.timexes)
        : undefined;
    const open = [last, first].filter(
      (scene, index, all): scene is Scene =>
        scene !== undefined &&
        position - scene.position <= FARTHEST &&
        (index === 0 || scene.date.edtf !== all[0]?.date.edtf),
    );
    if (!read && open.length === 0) continue;
    const view = read?.view ?? viewOf(context, sentence, earlier, timexes);
    const own = read ? rankPairs(read, anchorModel) : [];
    const carried =
      open.length === 0
        ? undefined
        : carriedPairs(
            {
              words: view.words,
              groups: view.groups,
              own: view.ranges,
              dct: context.dct,
              position,
              paragraph: sentence.paragraph,
              question: context.text[sentence.end - 1] === '?',
            },
            open,
          );
    yield { story, view, own, carried };
    const scene = sceneOf(context, story, view, own);
    if (scene) {
      last = scene;
      first ??= { ...scene, option: 'first' };
    }
  }
}

/** The date that a sentence leaves behind: the one of its last event that is told plainly. */
function sceneOf(
  context: ArticleContext,
  { sentence, position }: StorySentence,
  view: ReadSentence,
  own: readonly RankedPair[],
): Scene | undefined {
  for (const pair of [...own].reverse()) {
    if (pair.score < LEAST_SCENE_SCORE || pair.anchor.presupposed) continue;
    const reading = readAnchor(context, view, pair.anchor);
    if (!reading || reading.modality === 'hypothetical' || reading.date.precision === 'decade') continue;
    const { group, trigger, date } = reading;
    return {
      option: 'last',
      phrase: pair.anchor.range,
      date,
      kind: group ? groupKind(group) : 'noun',
      lemma: group ? group.lemma : trigger.lower,
      form: dateForm(pair.anchor.range),
      position,
      paragraph: sentence.paragraph,
      names: new Set(view.words.filter(({ tag }) => tag === 'name').map(({ lower }) => lower)),
    };
  }
  return undefined;
}
