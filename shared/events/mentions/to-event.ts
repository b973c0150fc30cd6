import { displayDate } from '../dates/display.ts';
import type { Evidence, PlainArticle, TimelineEvent } from '../event.ts';
import { keywordsOf } from '../titles/keywords.ts';
import type { ArticleMention } from './article-mention.ts';
import { eventId } from './event-id.ts';
import { type ArticleFrame, frameOf, importanceOf } from './importance.ts';
import type { ArticleContext } from './read-sentence.ts';

/** Computed once per article. */
const frames = new WeakMap<ArticleContext, ArticleFrame>();

/** Converts a mention to the public shape of an event. */
export function toEvent(article: PlainArticle, mention: ArticleMention, context: ArticleContext): TimelineEvent {
  const { sentence, trigger, timex, date } = mention;
  const { text } = context;
  const told = distinctSentences([mention, ...mention.also]);
  const frame = frames.get(context) ?? frameOf(text, article.title, context.dct);
  frames.set(context, frame);
  const entities = context.entities.within(sentence.start, sentence.end);
  const event = {
    title: mention.title,
    date: { ...date, basis: mention.basis, text: timex.text, display: displayDate(date) },
    modality: mention.modality,
    entities,
    evidence: told.map((one) => evidenceOf(article, one, text)),
    confidence: Math.round(mention.confidence * 100) / 100,
  };
  return {
    id: eventId(article.id, trigger.start, date.edtf),
    collection: article.collection ?? 'main',
    ...event,
    keywords: keywordsOf(mention.title),
    importance: importanceOf(event, frame),
    mentions: told.length,
    sources: article.source === undefined ? [] : [article.source],
    otherDates: [],
  };
}

/** One mention for each sentence. */
function distinctSentences(mentions: readonly ArticleMention[]): ArticleMention[] {
  const seen = new Set<number>();
  return mentions.filter(({ sentence }) => !seen.has(sentence.start) && seen.add(sentence.start));
}

/** The parts of a mention that its evidence contains. */
type Shown = Pick<ArticleMention, 'sentence' | 'trigger' | 'attribution'> & {
  readonly timex: Pick<ArticleMention['timex'], 'text' | 'start' | 'end' | 'type' | 'value'>;
};

/** The evidence of a mention; positions count UTF-16 code units of `text`. */
export function evidenceOf(article: PlainArticle, mention: Shown, text: string): Evidence {
  const { sentence, trigger, timex } = mention;
  return {
    articleId: article.id,
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(article.publishedAt === undefined ? {} : { publishedAt: article.publishedAt }),
    sentence: text.slice(sentence.start, sentence.end),
    start: sentence.start,
    end: sentence.end,
    trigger: { text: text.slice(trigger.start, trigger.end), ...trigger },
    timex: { text: timex.text, start: timex.start, end: timex.end, type: timex.type, value: timex.value },
    ...(mention.attribution === undefined ? {} : { attribution: mention.attribution }),
  };
}
