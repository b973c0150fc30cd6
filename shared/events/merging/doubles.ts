import type { TimelineEvent } from '../event.ts';
import { concentrationAmong } from './concentration.ts';
import { pairLogOdds } from './pair-model.ts';
import { rarityAmong } from './rarity.ts';
import { type Sketch, sketchOf, stemsOf } from './sketch.ts';

/** A possible duplicate of an event, with reasons. */
export interface Double<Event extends TimelineEvent> {
  readonly event: Event;
  /** 0…1: probability that both are one event. */
  readonly likeness: number;
  /** Phrases for an editor, the strongest first: "on the same day", "names Marsa". */
  readonly because: readonly string[];
}

/** Most words and names listed in a reason. */
const MOST_TOLD = 3;

/**
 * The most likely duplicates of an event, by the pair model of merging. Pairs that merging would never join (dates too
 * far apart, a fact and a denial, two events of one sentence) are left out.
 *
 * @param others Events of about the same days, each with at least its best evidence.
 */
export function likelyDoubles<Event extends TimelineEvent>(
  of: TimelineEvent,
  others: readonly Event[],
  count: number,
): readonly Double<Event>[] {
  const own = sketched(of);
  const rest = others.filter(({ id }) => id !== of.id).map((event) => ({ event, sketch: sketched(event) }));
  const all = [own, ...rest.map(({ sketch }) => sketch)];
  const surroundings = { rarity: rarityAmong(all), concentration: concentrationAmong(all) };
  return rest
    .flatMap(({ event, sketch }) => {
      const odds = pairLogOdds(own, sketch, surroundings);
      return odds === undefined ? [] : [{ event, odds, because: reasons(of, event, own, sketch) }];
    })
    .filter(({ because }) => because.length > 0)
    .sort((a, b) => b.odds - a.odds || (a.event.id < b.event.id ? -1 : 1))
    .slice(0, count)
    .map(({ event, odds, because }) => ({
      event,
      likeness: Math.round(100 / (1 + Math.exp(-odds))) / 100,
      because,
    }));
}

const sketched = (event: TimelineEvent): Sketch =>
  sketchOf({ id: event.id, articleId: event.evidence[0]?.articleId ?? event.id, event, tags: [] });

function reasons(a: TimelineEvent, b: TimelineEvent, one: Sketch, other: Sketch): readonly string[] {
  const shares = [...one.triggers].some((trigger) => other.triggers.has(trigger) || other.title.has(trigger));
  const kind = [...one.classes].some((each) => other.classes.has(each));
  const names = a.entities.filter(({ id }) => b.entities.some((entity) => entity.id === id)).map(({ name }) => name);
  const words = a.keywords.filter(
    (word) => b.keywords.includes(word) && !names.some((name) => name.toLowerCase().includes(word)),
  );
  // Titles also share words by chance: they count only if the sentences show nothing more.
  const titles = words.length === 0 && names.length === 0 ? wordsOfBoth(a.title, other.title) : [];
  const alike = [
    shares ? 'the same word for what happened' : kind ? 'the same kind of event' : '',
    names.length > 0 ? `names ${names.slice(0, MOST_TOLD).join(', ')}` : '',
    words.length > 0 ? `says ${words.slice(0, MOST_TOLD).join(', ')}` : '',
    titles.length > 1 ? `both titles say ${titles.slice(0, MOST_TOLD).join(', ')}` : '',
  ].filter((reason) => reason !== '');
  if (alike.length === 0) return [];
  return [...alike, datesIn(a, b)];
}

/** Words of a title whose stems another title has. */
const wordsOfBoth = (title: string, other: ReadonlySet<string>): readonly string[] =>
  (title.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => stemsOf(word).some((stem) => other.has(stem)));

function datesIn({ date: a }: TimelineEvent, { date: b }: TimelineEvent): string {
  if (a.start === b.start && a.end === b.end) return a.start === a.end ? 'on the same day' : 'on the same days';
  const holds = (a.start <= b.start && a.end >= b.end) || (b.start <= a.start && b.end >= a.end);
  return holds ? 'one date holds the other' : 'dates close to each other';
}
