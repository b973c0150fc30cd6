import type { Evidence, Modality, TimelineEvent } from '../event.ts';
import { byAge } from './cluster.ts';
import { byFace } from './face.ts';
import { mergedImportance } from './importance.ts';
import type { Mention } from './mention.ts';
import { mergedDate } from './merged-date.ts';

/** Limits for an event with thousands of mentions: each of these values is a list that contains the event, and a write whenever it changes. */
const MOST_ENTITIES = 12;
const MOST_KEYWORDS = 8;
const MOST_SOURCES = 50;
const MOST_TAGS = 50;

/** An event merged from mentions, with all its evidence (the piece that gives the title first) and the tags of those articles. */
export interface MergedEvent extends TimelineEvent {
  readonly tags: readonly string[];
}

/**
 * Merges mentions of one event; a pure function of the set, in any order.
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
  const fits = (mention: Mention) => mention.event.modality === modality;
  const faces = byFace(ordered, dated);
  const ranked = [...faces.filter(fits), ...faces.filter((mention) => !fits(mention))];
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
    importance: mergedImportance(ordered, date.end),
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
 * Adds undated mentions to an event as evidence after that with a date, each sentence once. Title, date and modality do not
 * change.
 */
export function withUndated(event: MergedEvent, dated: readonly Mention[], undated: readonly Mention[]): MergedEvent {
  if (undated.length === 0) return event;
  const places = new Set(event.evidence.map(placeOf));
  const ordered = [...undated].sort(byAge).filter(({ event: { evidence } }) => {
    const isNew = evidence.every((piece) => !places.has(placeOf(piece)));
    for (const piece of evidence) places.add(placeOf(piece));
    return isNew;
  });
  if (ordered.length === 0) return event;
  const evidence = [...event.evidence, ...ordered.flatMap((mention) => mention.event.evidence)];
  return {
    ...event,
    evidence,
    mentions: evidence.length,
    importance: mergedImportance([...dated, ...ordered], event.date.end),
    sources: [...new Set([...event.sources, ...ordered.flatMap((mention) => mention.event.sources)])]
      .slice(0, MOST_SOURCES)
      .sort(),
  };
}

/**
 * A plan is asserted once an article of that day or later reports it; otherwise it stays planned. If some articles plan
 * and some predict, the majority decides, and on a tie the less certain modality.
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

const placeOf = ({ articleId, start }: Evidence): string => `${articleId}@${start}`;
const max = (numbers: readonly number[]): number => Math.max(...numbers);
const rounded = (x: number): number => Math.round(Math.min(1, Math.max(0, x)) * 1000) / 1000;

/** Each item once, most frequently named first, then in the given order. */
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
