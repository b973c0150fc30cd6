import { isoDayIn } from '../../text/publication-date.ts';
import { dayNumber } from '../../time/day.ts';
import type { Modality, TimelineEvent } from '../event.ts';
import { byAge } from './cluster.ts';
import { voiceOf } from './lag-weight.ts';
import type { Mention } from './mention.ts';
import { mergedDate } from './merged-date.ts';

/**
 * An event told a thousand times keeps what most tell of it: each of these is a list that the event stands in, and a write whenever it
 * changes.
 */
const MOST_ENTITIES = 12;
const MOST_KEYWORDS = 8;
const MOST_SOURCES = 50;
const MOST_TAGS = 50;

/** An event made of mentions, with all its evidence, best piece first, and the tags of the articles that give it. */
export interface MergedEvent extends TimelineEvent {
  readonly tags: readonly string[];
}

/**
 * The one event that mentions of it make up: a pure function of the set, whatever the order.
 *
 * @param mentions At least one.
 * @throws RangeError for none.
 */
export function mergeMentions(id: string, collection: string, mentions: readonly Mention[]): MergedEvent {
  const ordered = [...mentions].sort(byAge);
  const first = ordered[0];
  if (!first) throw new RangeError('an event needs a mention');
  const { date, otherDates } = mergedDate(ordered.map(({ event, articleId }) => ({ date: event.date, articleId })));
  const dated = (mention: Mention) => mention.event.date.start === date.start && mention.event.date.end === date.end;
  const modality = mergedModality(ordered, date.start);
  const fits = (mention: Mention) => Number(mention.event.modality === modality);
  const ranked = [...ordered].sort((a, b) => fits(b) - fits(a) || score(b, dated(b)) - score(a, dated(a)));
  const best = ranked[0] ?? first;
  const articles = new Set(ordered.map(({ articleId }) => articleId)).size;
  const evidence = ranked.flatMap(({ event }) => event.evidence);
  return {
    id,
    collection,
    title: best.event.title,
    date,
    modality,
    entities: mostNamed(
      ranked.flatMap(({ event }) => event.entities),
      (entity) => entity.id,
      MOST_ENTITIES,
    ),
    keywords: mostNamed(
      ranked.flatMap(({ event }) => event.keywords),
      (word) => word,
      MOST_KEYWORDS,
    ),
    importance: rounded(
      1 -
        (1 - max(ordered.map(({ event }) => event.importance))) *
          0.93 ** Math.max(0, Math.log2(voices(ordered, date.end))),
    ),
    confidence: rounded(1 - (1 - max(ordered.map(({ event }) => event.confidence))) * 0.85 ** Math.log2(articles)),
    mentions: evidence.length,
    sources: mostNamed(
      ranked.flatMap(({ event }) => event.sources),
      (source) => source,
      MOST_SOURCES,
    ).sort(),
    otherDates,
    evidence,
    tags: mostNamed(
      ordered.flatMap(({ tags }) => tags),
      (tag) => tag,
      MOST_TAGS,
    ).sort(),
  };
}

/**
 * A plan has come true when an article of the day or later says so; a plan that only earlier articles tell stays one. Where some plan and some
 * predict, most decide, and the weaker word where they are as many.
 */
function mergedModality(mentions: readonly Mention[], start: string): Modality {
  const all = mentions.map(({ event }) => event.modality);
  const [one] = all;
  if (one !== undefined && all.every((other) => other === one)) return one;
  const cameTrue = mentions.some(
    ({ event }) => event.modality === 'asserted' && (event.evidence[0]?.publishedAt ?? '9999') >= start,
  );
  if (cameTrue) return 'asserted';
  const planned = all.filter((modality) => modality !== 'predicted').length;
  return planned * 2 > all.length ? 'planned' : 'predicted';
}

/**
 * How many articles speak of it, each by how long after the event: those that look back count more than those that report the day. One
 * whose publication day is not known counts as one. A single article that reports the day adds nothing.
 */
function voices(mentions: readonly Mention[], end: string): number {
  const byArticle = new Map<string, number>();
  for (const { articleId, event } of mentions) {
    const published = event.evidence[0]?.publishedAt;
    const day = published === undefined ? undefined : isoDayIn(published);
    byArticle.set(articleId, day === undefined ? 1 : voiceOf(dayNumber(day) - dayNumber(end)));
  }
  return [...byArticle.values()].reduce((sum, voice) => sum + voice, 0);
}

/** Titles of a good length and sure mentions first; the date that was agreed on breaks what is left. */
function score({ event }: Mention, agreed: boolean): number {
  const length = event.title.length;
  const shape = length < 25 ? length / 25 : length > 90 ? 0.5 : 1;
  return event.confidence + 0.3 * shape + (agreed ? 0.25 : 0) + 0.1 * event.importance;
}

const max = (numbers: readonly number[]): number => Math.max(...numbers);
const rounded = (x: number): number => Math.round(Math.min(1, Math.max(0, x)) * 1000) / 1000;

/** Each once, those that most mentions name first, then in the order given. */
function mostNamed<T>(items: readonly T[], key: (item: T) => string, most: number): T[] {
  const named = new Map<string, { item: T; times: number }>();
  for (const item of items) {
    const seen = named.get(key(item));
    if (seen) seen.times++;
    else named.set(key(item), { item, times: 1 });
  }
  return [...named.values()]
    .sort((a, b) => b.times - a.times)
    .slice(0, most)
    .map(({ item }) => item);
}
