import type { TimelineEvent } from '../../events/event.ts';
import { extractEvents } from '../../events/extract.ts';
import type { Mention } from '../../events/merging/mention.ts';
import { mentionsOf } from '../../events/merging/mentions-of.ts';
import { timelineOf } from '../../events/merging/timeline-of.ts';
import type { IsoDay } from '../../time/date-span.ts';
import { dayNumber, isoDay } from '../../time/day.ts';
import { keyDates } from '../key-dates.ts';
import type { Digest, DigestArticle, DigestEntry, DigestOptions, KeptSentence, ReadArticle } from './article.ts';
import { scoreSpans } from './choose-dates.ts';
import { type ChosenSentence, chooseSentences, indexSentences } from './choose-sentences.ts';
import { readArticle } from './read-article.ts';
import { relevanceOf } from './relevance.ts';
import { Vocabulary } from './terms.ts';
import { type DigestWeights, WEIGHTS } from './weights.ts';

const COLLECTION = 'digest';

const boundOf = (day: IsoDay | undefined, open: number): number => (day === undefined ? open : dayNumber(day));

/**
 * Makes the digest of a stream of articles: important dates, each with sentences chosen from the articles. Sentences
 * are never generated, and each refers to its article.
 */
export class DigestMaker {
  readonly #options: DigestOptions;
  readonly #weights: DigestWeights;
  readonly #query: readonly string[];
  readonly #range: { readonly from: number; readonly to: number };
  readonly #vocabulary = new Vocabulary();
  readonly #articles: ReadArticle[] = [];
  readonly #sentences: KeptSentence[] = [];
  readonly #mentions: Mention[] = [];

  /** @throws RangeError if `dates` or `sentences` is not a positive integer. */
  constructor(options: DigestOptions, weights: DigestWeights = WEIGHTS) {
    for (const name of ['dates', 'sentences'] as const)
      if (!Number.isInteger(options[name]) || options[name] < 1)
        throw new RangeError(`${name} must be a whole number from 1 on`);
    this.#options = options;
    this.#weights = weights;
    this.#query = (options.query ?? []).map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
    this.#range = {
      from: boundOf(options.from, Number.NEGATIVE_INFINITY),
      to: boundOf(options.to, Number.POSITIVE_INFINITY),
    };
  }

  /**
   * Reads one article and keeps only its usable sentences and events.
   *
   * @param events The article's events, if already extracted.
   * @throws DatelineError `article.bad-date` if `publishedAt` is not a date; nothing is added then.
   */
  add(article: DigestArticle, events?: readonly TimelineEvent[]): void {
    const read = readArticle(article, this.#vocabulary, this.#query, this.#range, this.#weights);
    this.#articles.push(read.article);
    this.#sentences.push(...read.sentences);
    // Two articles with the same id count as two.
    const source = { id: `${this.#articles.length} ${article.id}`, collection: COLLECTION, tags: [] };
    this.#mentions.push(...mentionsOf(source, events ?? extractEvents(article).events, (name) => name));
  }

  /** The digest of all articles added so far. */
  make(): Digest {
    const relevance = relevanceOf(this.#articles, this.#sentences, this.#query.length > 0, this.#weights);
    const index = indexSentences(this.#sentences);
    const spans = scoreSpans(this.#articles, this.#sentences, index, relevance, this.#range, this.#weights);
    const edtf = new Map(spans.map((span) => [`${span.start}/${span.end}`, span.edtf]));
    const events = timelineOf(COLLECTION, this.#mentions).filter(
      ({ date }) => dayNumber(date.start) >= this.#range.from && dayNumber(date.end) <= this.#range.to,
    );
    const chosen: ChosenSentence[] = [];
    const entries: (DigestEntry & { readonly order: number })[] = [];
    for (const { first, last, score } of keyDates(events, spans)) {
      const span = { start: first, end: last, edtf: edtf.get(`${first}/${last}`) ?? '' };
      if (entries.length === this.#options.dates) break;
      const sentences = chooseSentences(span, index, relevance, this.#options.sentences, chosen, this.#weights);
      if (sentences.length === 0) continue;
      entries.push({
        order: span.start,
        date: span.edtf,
        start: isoDay(span.start),
        end: isoDay(span.end),
        importance: Math.round(score * 1000) / 1000,
        sentences: sentences.map((sentence) => sentence.text),
        sources: sentences.map(({ article, start, end }) => ({
          articleId: article.id,
          ...(article.url === undefined ? {} : { url: article.url }),
          ...(article.source === undefined ? {} : { source: article.source }),
          ...(Number.isFinite(article.day) ? { publishedAt: isoDay(article.day) } : {}),
          start,
          end,
        })),
      });
    }
    entries.sort((a, b) => a.order - b.order || (a.end < b.end ? -1 : 1));
    return { entries: entries.map(({ order: _, ...entry }) => entry) };
  }
}
