import { DatelineError } from '../../kernel/dateline-error.ts';
import { tag } from '../../tagging/tag.ts';
import { findComments } from '../../text/comments.ts';
import { findFurniture } from '../../text/furniture.ts';
import { isoDayIn, publicationDateOf } from '../../text/publication-date.ts';
import { splitSentences } from '../../text/sentences.ts';
import { dayNumber } from '../../time/day.ts';
import type { DigestArticle, KeptSentence, MentionedSpan, ReadArticle } from './article.ts';
import { isLongPast } from './chronology.ts';
import { isTellable, leadLength } from './tellable.ts';
import type { Vocabulary } from './terms.ts';
import type { DigestWeights } from './weights.ts';

/** Day numbers, inclusive. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** Counts occurrences of the query's words, also inside longer words; `text` and `query` are in lower case. */
function occurrences(text: string, query: readonly string[]): number {
  let count = 0;
  for (const word of query)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count++;
  return count;
}

const NO_TERMS = { terms: [], words: 0 } as const;

/** A part of a year wider than this is too vague for an entry of its own. */
const WIDEST_SPAN_DAYS = 366;
/** A sentence that names a time further than this from its publication day does not report that day. */
const NEAR_DAYS = 31;

/**
 * Reads one article: the days it mentions, and the sentences usable in the digest. Nothing else is kept, so memory is
 * linear in the kept sentences.
 *
 * @throws DatelineError `article.bad-date` if `publishedAt` is given and is not a date.
 * @param query Lower-case words of the subject, possibly none.
 */
export function readArticle(
  article: DigestArticle,
  vocabulary: Vocabulary,
  query: readonly string[],
  range: DayRange,
  weights: DigestWeights,
): { readonly article: ReadArticle; readonly sentences: readonly KeptSentence[] } {
  const published =
    article.publishedAt === undefined
      ? publicationDateOf(article, article.text, findFurniture(article.text))?.day
      : isoDayIn(article.publishedAt);
  if (article.publishedAt !== undefined && published === undefined)
    throw new DatelineError('article.bad-date', `publishedAt is no date: ${article.publishedAt.slice(0, 40)}`, {
      detail: { field: 'publishedAt', id: article.id },
    });
  const day = published === undefined ? Number.POSITIVE_INFINITY : dayNumber(published);
  const sentences = splitSentences(article.text);
  const comments = findComments(article.text);
  const timexes = tag(article.text, { ...(published === undefined ? {} : { dct: published }), domain: 'news' });
  const pastDays = new Set<number>();
  for (const { type, span } of timexes) {
    if (!span || (type !== 'DATE' && type !== 'TIME') || span.start !== span.end) continue;
    const named = dayNumber(span.start);
    if (isLongPast(named, day) && named >= range.from && named <= range.to) pastDays.add(named);
  }
  const read: ReadArticle = {
    id: article.id,
    day,
    pastDays: pastDays.size,
    density: occurrences(article.text.toLowerCase(), query) / Math.sqrt(sentences.length + 1),
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(article.source === undefined ? {} : { source: article.source }),
  };
  const kept: KeptSentence[] = [];
  let next = 0;
  sentences.forEach((sentence, position) => {
    const spans: MentionedSpan[] = [];
    let elsewhere = false;
    while (next < timexes.length && (timexes[next]?.start ?? 0) < sentence.end) {
      const timex = timexes[next++];
      if (!timex?.span || (timex.type !== 'DATE' && timex.type !== 'TIME')) continue;
      const start = dayNumber(timex.span.start);
      const end = dayNumber(timex.span.end);
      if (end === start || end < day - NEAR_DAYS || start > day + NEAR_DAYS) elsewhere = true;
      if (end - start > WIDEST_SPAN_DAYS || start < range.from || end > range.to) continue;
      if (!spans.some((span) => span.start === start && span.end === end))
        spans.push({ start, end, edtf: timex.span.edtf });
    }
    const leads = !elsewhere && position < weights.headSentences;
    if (spans.length === 0 && !leads) return;
    const lead =
      position === 0 || article.text[sentence.start - 1] === '\n'
        ? leadLength(article.text.slice(sentence.start, sentence.end))
        : 0;
    const text = article.text.slice(sentence.start + lead, sentence.end);
    // Dates in reader comments count; their sentences are not used.
    const isComment = comments !== undefined && sentence.end > comments.start && sentence.start < comments.end;
    const readable = !isComment && isTellable(text);
    const { terms, words } = readable ? vocabulary.read(text) : NO_TERMS;
    kept.push({
      article: read,
      text,
      start: sentence.start + lead,
      end: sentence.end,
      position,
      terms,
      spans,
      leads,
      tellable: readable && words >= weights.shortestWords && words <= weights.longestWords,
    });
  });
  return { article: read, sentences: kept };
}
