import { isoDayIn } from '../../text/publication-date.ts';
import { dayNumber } from '../../time/day.ts';
import type { Evidence, TimelineEvent } from '../event.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { LEAD } from '../mentions/importance.ts';
import type { Mention } from './mention.ts';

/** Log odds of importance for twice as many articles, and for twice as many retrospective ones. */
const ARTICLES_WEIGHT = 1;
const LATER_WEIGHT = 0.3;

/**
 * 0…1: the best mention's own importance, raised by the number of articles on the event and of those published after
 * its day. Both weights were chosen on the days of Timeline17's timelines, four subjects (bench/merging/importance.ts).
 *
 * @param mentions At least one.
 * @param end The event's last day.
 */
export function mergedImportance(mentions: readonly Mention[], end: string): number {
  const lags = new Map(
    mentions.map(({ articleId, event }) => [
      articleId,
      event.evidence[0] === undefined ? 0 : lagOf(event.evidence[0], end),
    ]),
  );
  const later = [...lags.values()].reduce((sum, lag) => sum + (lag > 1 ? 1 : lag > 0 ? 0.5 : 0), 0);
  const own = Math.min(0.99, Math.max(0.01, ...mentions.map(({ event }) => event.importance)));
  const odds = Math.log(own / (1 - own)) + ARTICLES_WEIGHT * Math.log2(lags.size) + LATER_WEIGHT * Math.log2(1 + later);
  return Math.round(10_000 / (1 + Math.exp(-odds))) / 10_000;
}

/** Days from the event to the article; 0 if the day of writing is unknown. */
function lagOf({ publishedAt }: Pick<Evidence, 'publishedAt'>, end: string): number {
  const day = publishedAt === undefined ? undefined : isoDayIn(publishedAt);
  return day === undefined ? 0 : dayNumber(day) - dayNumber(end);
}

/** A day after which an article no longer reports the event but looks back on it. */
const REPORTED_DAYS = 1;

/**
 * Reasons for and against an event's importance, in phrases for an editor, most important first: "told by 9 articles of
 * 4 sources", "6 of them look back on it". They are the inputs of {@link mergedImportance} and of a mention's
 * importance.
 *
 * @param event With all its evidence.
 */
export function importanceReasons(event: TimelineEvent): readonly string[] {
  const first = new Map<string, Evidence>();
  for (const piece of event.evidence) {
    const known = first.get(piece.articleId);
    if (known === undefined || piece.start < known.start) first.set(piece.articleId, piece);
  }
  const pieces = [...first.values()];
  if (pieces.length === 0) return ['added by an editor'];
  const later = pieces.filter((piece) => lagOf(piece, event.date.end) > REPORTED_DAYS).length;
  const early = pieces.filter(({ start }) => start < LEAD).length;
  const noun = event.evidence
    .map(({ trigger }) => trigger.text.toLowerCase())
    .find((one) => eventNounStrength(one) === 2);
  const sources = event.sources.length > 1 ? ` of ${event.sources.length} sources` : '';
  const all = pieces.length > 1;
  return [
    all ? `told by ${pieces.length} articles${sources}` : 'told by one article only',
    later > 0 ? (all ? `${later} of them ${later === 1 ? 'looks' : 'look'} back on it` : 'which looks back on it') : '',
    early > 0
      ? all
        ? `in the first paragraphs of ${early}`
        : 'in its first paragraphs'
      : all
        ? 'in the first paragraphs of none'
        : 'far down in it',
    noun === undefined ? '' : `named by a noun for events, “${noun}”`,
    event.modality === 'asserted' ? '' : 'not told as a fact',
    event.date.precision === 'day' ? '' : 'dated to no day',
  ].filter((reason) => reason !== '');
}
