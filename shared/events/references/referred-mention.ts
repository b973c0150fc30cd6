import type { Timex } from '../../tagging/timex.ts';
import type { DateSpan } from '../../time/date-span.ts';
import type { ArticleMention } from '../mentions/article-mention.ts';
import { mentionOf } from '../mentions/mention.ts';
import type { ArticleContext, ReadSentence } from '../mentions/read-sentence.ts';

/** A rule, by which an explanation names it. */
export interface RuleName {
  readonly name: string;
  /** Confidence of its events: the share of firings on unseen articles that an editor called right. */
  readonly confidence: number;
}

/** An event dated by another event of its article. */
export interface ReferredEvent {
  readonly mention: ArticleMention;
  /** The event that it is dated by; `undefined` for the day of writing. */
  readonly base: ArticleMention | undefined;
  readonly rule: RuleName;
}

/**
 * The mention of a verb or noun with the date of another event; `undefined` if the words make no title.
 *
 * @param event Index of its verb group, or of its noun.
 * @param phrase UTF-16 offsets of the words that date it.
 */
export function referred(
  context: ArticleContext,
  view: ReadSentence,
  event: number | { readonly noun: number },
  date: DateSpan,
  phrase: { readonly start: number; readonly end: number },
  confidence: number,
): ArticleMention | undefined {
  const timex: Timex = {
    start: phrase.start,
    end: phrase.end,
    text: context.text.slice(phrase.start, phrase.end),
    type: 'DATE',
    value: date.edtf,
    span: date,
    explicit: false,
    stated: { year: false, month: false, day: false, weekday: false },
  };
  const range = { timex, first: view.words.length, last: view.words.length };
  const anchor =
    typeof event === 'number' ? { range, group: event, presupposed: false } : { range, ...event, presupposed: true };
  return mentionOf(context, view, anchor, confidence, { date, basis: 'derived' });
}
