import { isAttending, isGathering, isPerforming, isShow } from '../lexicon/event-references.ts';
import type { ArticleMention } from '../mentions/article-mention.ts';
import { type ArticleContext, type StorySentence, viewOf } from '../mentions/read-sentence.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { type ReferredEvent, type RuleName, referred } from './referred-mention.ts';

/** The one gathering to come that an article dates to a day. */
interface ComingGathering {
  readonly mention: ArticleMention;
  /** The nouns for gatherings in its titles, in lower case. */
  readonly nouns: readonly string[];
}

/** Least confidence of the mention that dates a gathering. */
const SURE = 0.5;

/** @returns `undefined` if an article dates no gathering to come to a day, or several to different days. */
function comingGathering(told: readonly ArticleMention[], dct: string): ComingGathering | undefined {
  const coming = told.flatMap((mention): ComingGathering[] => {
    const { date, modality, basis, confidence, title } = mention;
    const isComing = (modality === 'planned' || modality === 'predicted') && date.start >= dct;
    if (!isComing || basis !== 'stated' || confidence < SURE || date.precision !== 'day') return [];
    const nouns = title
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .filter(isGathering);
    return nouns.length === 0 ? [] : [{ mention, nouns }];
  });
  const [first] = coming;
  if (!first || coming.some(({ mention }) => mention.date.start !== first.mention.date.start)) return undefined;
  return { mention: first.mention, nouns: coming.flatMap(({ nouns }) => nouns) };
}

/** Words in front of an infinitive that make it a plan: "are due to perform". */
const DUE = /^(?:due|set|scheduled|expected)$/;

/** "Two choirs will also sing", "is not due to attend": a verb of taking part in a gathering that is told as coming, whose place or object is no other. */
function takesPart(words: readonly Word[], group: VerbGroup, gathering: ComingGathering): boolean {
  const { lemma, modal, kind, passive, perfect, first, last } = group;
  const performs = isPerforming(lemma) && gathering.nouns.some(isShow);
  if (passive || perfect || !(performs || isAttending(lemma))) return false;
  const isPlan =
    kind === 'infinitive' && words.slice(Math.max(0, first - 3), first).some(({ lower }) => DUE.test(lower));
  if (modal !== 'will' && !isPlan) return false;
  return performs
    ? !namesOther(words, last + 1, /^at$/, gathering)
    : !namesOther(words, last + 1, /^(?:at|in|to)$/, gathering);
}

/** Nouns for a gathering of any kind. */
const ANY = /^(?:event|gathering|show|ceremony|occasion|gig)$/;
/** Words behind a verb in which its object or place may stand. */
const REACH = 6;

/** "will attend the funeral", "will speak at the university": an object, or a place, that is no gathering. */
function namesOther(words: readonly Word[], from: number, places: RegExp, { nouns }: ComingGathering): boolean {
  const next = words[from];
  const takesObject = next !== undefined && /^(?:determiner|possessive|noun|name|adjective|number)$/.test(next.tag);
  if (!takesObject && !places.test(next?.lower ?? '')) return false;
  const end = words.findIndex(
    ({ tag }, i) => i > from && /^(?:mark|coordinator|subordinator|relative|verb)$/.test(tag),
  );
  const phrase = words.slice(from, Math.min(from + REACH, end < 0 ? words.length : end));
  return !phrase.some(({ lower }) => ANY.test(lower) || nouns.includes(lower));
}

/** The words of which one stands in a sentence that tells who will take part. */
const TAKING_PART = /\b(?:perform|sing|appear|headlin|co-host|attend|speak|participat)/i;

const PART: RuleName = { name: 'part-of-gathering', confidence: 0.75 };

/** Who will take part in the one gathering to come that an article dates: "Two choirs will also sing". */
export function partsOfGathering(
  context: ArticleContext,
  sentences: readonly StorySentence[],
  told: readonly ArticleMention[],
): ReferredEvent[] {
  const gathering = context.dct === undefined ? undefined : comingGathering(told, context.dct);
  if (!gathering) return [];
  return sentences.flatMap(({ sentence, earlier, timexes }): ReferredEvent[] => {
    if (!TAKING_PART.test(context.text.slice(sentence.start, sentence.end))) return [];
    if (told.some((mention) => mention.sentence.start === sentence.start && mention.basis === 'stated')) return [];
    const view = viewOf(context, sentence, earlier, timexes);
    return view.groups.flatMap((group, index): ReferredEvent[] => {
      if (!takesPart(view.words, group, gathering)) return [];
      const base = gathering.mention;
      const mention = referred(context, view, index, base.date, base.timex, PART.confidence);
      return mention ? [{ mention, base, rule: PART }] : [];
    });
  });
}
