import { type VisibleText, withoutInvisible } from '../tagging/invisible.ts';
import { tag } from '../tagging/tag.ts';
import type { Timex } from '../tagging/timex.ts';
import { findFurniture } from '../text/furniture.ts';
import { detectLanguage } from '../text/language.ts';
import { publicationDateOf } from '../text/publication-date.ts';
import type { Sentence } from '../text/sentences.ts';
import { storySentences } from '../text/story.ts';
import { shippedModels } from './anchoring/model.ts';
import { reportedQuarterIn } from './dates/dating.ts';
import type { Evidence, Extraction, ExtractionWithUndated, PlainArticle, TimelineEvent } from './event.ts';
import { isReadLanguage } from './languages.ts';
import type { ArticleMention } from './mentions/article-mention.ts';
import { withDayAhead } from './mentions/day-ahead.ts';
import { type Decision, explainSentences } from './mentions/explain.ts';
import { lifeDatesOf } from './mentions/life-dates.ts';
import { eventsOfSentence } from './mentions/mention.ts';
import { publishedEvent } from './mentions/published-event.ts';
import { readArticle } from './mentions/read-article.ts';
import type { ArticleContext, StorySentence } from './mentions/read-sentence.ts';
import { joinMentions } from './mentions/same-event.ts';
import { toEvent } from './mentions/to-event.ts';
import { undatedEvents } from './mentions/undated.ts';
import { type EntityIndex, indexEntities } from './names/entities.ts';
import { explainReferences } from './references/explain-references.ts';
import { referredEvents, withReferences } from './references/referred-events.ts';
import { parsesOf } from './sentence/parses.ts';

/** Longest text that is processed; the rest of a longer one is ignored (the API rejects texts of more than 1 MB anyway). */
const LONGEST_TEXT = 4_000_000;

/** An article prepared for the stages of extraction. */
export interface PreparedArticle {
  readonly context: ArticleContext;
  readonly sentences: readonly StorySentence[];
  readonly extraction: Omit<Extraction, 'events'>;
}

/** Determines language, publication day, furniture, time expressions and names of an article, and splits it into sentences. */
export function prepareArticle(article: PlainArticle, models = shippedModels()): PreparedArticle {
  const text = article.text.length > LONGEST_TEXT ? article.text.slice(0, LONGEST_TEXT) : article.text;
  const language = detectLanguage(text);
  const furniture = findFurniture(text);
  const published = publicationDateOf(article, text, furniture);
  const dct = published?.day;
  const timexes = tag(text, {
    ...(dct === undefined ? {} : { dct }),
    language: language === 'und' ? 'en' : language,
  });
  const extraction = {
    language,
    ...(published === undefined ? {} : { publishedAt: published.publishedAt, publishedAtSource: published.source }),
  };
  const context = (entities: EntityIndex): ArticleContext => ({
    text,
    dct,
    lastDay: dct,
    language,
    entities,
    furniture,
    reportedQuarter: reportedQuarterIn(text, timexes),
    models,
    parses: parsesOf(text),
  });
  if (timexes.length === 0 || !isReadLanguage(language))
    return { context: context(indexEntities('', [])), sentences: [], extraction };
  const entities = indexEntities(text, furniture);
  const isPerson = (start: number, end: number): boolean | undefined => {
    const named = entities.within(start, end);
    return named.length === 0 ? undefined : named.some(({ kind }) => kind === 'person');
  };
  const sentences: StorySentence[] = [];
  let t = 0;
  let earlier: readonly Sentence[] = [];
  for (const sentence of storySentences(text, furniture)) {
    while (t < timexes.length && (timexes[t] as Timex).start < sentence.start) t++;
    const inside: Timex[] = [];
    while (t < timexes.length && (timexes[t] as Timex).end <= sentence.end) inside.push(timexes[t++] as Timex);
    const lives = lifeDatesOf(text, sentence, inside, isPerson);
    sentences.push({ sentence, earlier, timexes: inside, lives, position: sentences.length });
    earlier = [sentence, ...earlier.slice(0, MOST_EARLIER - 1)];
  }
  const told = withDayAhead(context(entities), sentences);
  return { context: { ...context(entities), lastDay: told.lastDay }, sentences: told.sentences, extraction };
}

/** Previous sentences in which the antecedent of a pronoun is searched. */
const MOST_EARLIER = 4;

/**
 * Extracts the dated events of one article: what happened, when, how certain the text is, and in which sentence. Pure
 * and deterministic. Never throws; time is linear in the length. Offsets refer to `article.text` as given.
 */
export function extractEvents(article: PlainArticle): Extraction {
  const visible = withoutInvisible(article.text);
  if (visible) return inGivenText(article.text, visible, extractEvents({ ...article, text: visible.text }));
  const { context, sentences, extraction } = prepareArticle(article);
  return { ...extraction, events: eventsOfPrepared(article, context, sentences) };
}

/** Extracts the dated events of one article, and its mentions of events without a date. Pure, like {@link extractEvents}. */
export function extractWithUndated(article: PlainArticle): ExtractionWithUndated {
  const visible = withoutInvisible(article.text);
  if (visible) {
    const { undated, ...rest } = extractWithUndated({ ...article, text: visible.text });
    const given = (extraction: Extraction) => inGivenText(article.text, visible, extraction);
    return { ...given(rest), undated: given({ ...rest, events: undated }).events };
  }
  const { context, sentences, extraction } = prepareArticle(article);
  const events = eventsOfPrepared(article, context, sentences);
  return { ...extraction, events, undated: undatedEvents(article, context, sentences, events) };
}

/** Moves offsets from an article without its soft hyphens to the text with them. */
function inGivenText(given: string, { startOf, endOf }: VisibleText, extraction: Extraction): Extraction {
  const at = <T extends { readonly start: number; readonly end: number }>(stretch: T): T => ({
    ...stretch,
    start: startOf(stretch.start),
    end: endOf(stretch.end),
  });
  const said = <T extends { readonly text: string; readonly start: number; readonly end: number }>(stretch: T): T => {
    const placed = at(stretch);
    return { ...placed, text: given.slice(placed.start, placed.end) };
  };
  const evidenceIn = (evidence: Evidence): Evidence => {
    const placed = at(evidence);
    return {
      ...placed,
      sentence: given.slice(placed.start, placed.end),
      trigger: said(evidence.trigger),
      timex: said(evidence.timex),
    };
  };
  return {
    ...extraction,
    events: extraction.events.map((event) => ({ ...event, evidence: event.evidence.map(evidenceIn) })),
  };
}

/** What an article tells with time expressions of the same or of earlier sentences. */
function statedIn(context: ArticleContext, sentences: readonly StorySentence[]): ArticleMention[] {
  const told: ArticleMention[] = [];
  for (const sentence of readArticle(context, sentences, context.models.anchor))
    told.push(...eventsOfSentence(context, sentence));
  for (const { lives } of sentences) told.push(...lives.mentions);
  return told;
}

/** Explains each event of an article, and the rejected candidates of its sentences. */
export function explainEvents(article: PlainArticle): readonly Decision[] {
  const { context, sentences } = prepareArticle(article);
  const referred = referredEvents(context, sentences, statedIn(context, sentences));
  return [...explainSentences(context, sentences), ...explainReferences(context.text, referred)];
}

/** The events of a prepared article, optionally with other models. */
export function eventsOfPrepared(
  article: PlainArticle,
  context: ArticleContext,
  sentences: readonly StorySentence[],
): TimelineEvent[] {
  const mentions = withReferences(context, sentences, statedIn(context, sentences));
  const main = publishedEvent(context, sentences, mentions);
  if (main) mentions.unshift(main);
  return joinMentions(mentions, context.text).map((mention) => toEvent(article, mention, context));
}
