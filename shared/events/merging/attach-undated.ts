import { remembered } from '../../kernel/remembered.ts';
import { dayNumber } from '../../time/day.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { classesOf, DISASTER } from '../lexicon/trigger-classes.ts';
import { concentrationAmong } from './concentration.ts';
import type { Mention } from './mention.ts';
import type { Surroundings } from './pair-features.ts';
import { PAIR_WEIGHTS, type PairWeights, undatedLogOdds } from './pair-model.ts';
import { rarityAmong } from './rarity.ts';
import { type Sketch, sketchOf, type TitleSketch, titleSketchOf, triggerStem, widthOf } from './sketch.ts';

/** Least log odds, as if both had the same day, for an undated mention to join an event; higher for an event dated by a single article. */
const LEAST_ODDS = 0.5;
const SINGLE_ARTICLE = 1.5;
/** Number of possible events from which the least odds rise, and the rise per factor e: among 5,000 events some are similar by chance. */
const PER_MORE_EVENTS = 0.5;
const FEW_EVENTS = 50;
/** Least lead of the event over any other, in log odds. */
const LEAST_LEAD = 0.4;
/** Least sum of the rarities of shared title words, and least share of a trigger's mentions on the event's days; either makes a pair specific. */
const RARE_WORDS = 0.3;
const CONCENTRATED = 0.5;
/** Penalty of an event, relative to a later one, for each doubling of the days since. */
const PER_DOUBLING = 0.2;
/** Days for which an event dated by a single article is still mentioned; grows with the square of the number of articles. */
const REMEMBERED = 7;
/** Days after which an undated mention must share a name with the event. */
const LONG_AGO = 100;
/** Most days after the day of writing, because of time zones. */
const LOOKS_AHEAD = 1;
/** Most mentions of an event that are compared: more repeat the same words. */
const MOST_COMPARED = 5;
/** Widest event in days: events of weeks and months mostly lasted. */
const LONGEST = 2;
/** Least share of an event's mentions with a trigger for the trigger to name the event. */
const LEAST_SHARE = 0.02;
/** Log odds in a mean for a mention that cannot be the same event. */
const APART = -6;

/** The data of an event for comparison with undated mentions. */
interface Known<Event> {
  readonly event: Event;
  readonly compared: readonly Sketch[];
  readonly keys: readonly Key[];
  readonly start: number;
  readonly end: number;
  readonly isPlan: boolean;
  readonly articles: number;
}

/** Data for comparing pairs. */
interface Comparison extends Surroundings {
  readonly model: PairWeights;
}

/** The stem of a trigger, or a class of triggers. */
type Key = string | number;

/**
 * Assigns undated mentions to events: "the explosion", "the rig exploded two hours later". A mention joins the one event of its day of writing or
 * before that has its trigger or one of its class, fits its words, and fits clearly better than any other; most join none. Never makes an event.
 * Depends on the sets alone.
 *
 * @param events Each with its dated mentions.
 * @returns The undated mentions that join an event, by event.
 */
export function attachUndated<Event>(
  events: readonly { readonly event: Event; readonly mentions: readonly Mention[] }[],
  undated: readonly Mention[],
  model: PairWeights = PAIR_WEIGHTS,
): ReadonlyMap<Event, readonly Mention[]> {
  const attached = new Map<Event, Mention[]>();
  if (undated.length === 0) return attached;
  const sketches = events.flatMap(({ mentions }) => mentions.map(sketchOf));
  const comparison = { rarity: rarityAmong(sketches), concentration: concentrationAmong(sketches), model };
  const index = new Map<Key, Known<Event>[]>();
  for (const one of events.map(knownOf)) {
    if (one.end - one.start >= LONGEST) continue;
    for (const key of one.keys) {
      const before = index.get(key);
      if (before) before.push(one);
      else index.set(key, [one]);
    }
  }
  const relatedTo = remembered((trigger) => relatedIn(index, trigger));
  const leastOdds = LEAST_ODDS + PER_MORE_EVENTS * Math.log(Math.max(1, events.length / FEW_EVENTS));
  for (const mention of undated) {
    const event = eventOf(mention, relatedTo, comparison, leastOdds);
    if (event === undefined) continue;
    const before = attached.get(event);
    if (before) before.push(mention);
    else attached.set(event, [mention]);
  }
  return attached;
}

function knownOf<Event>({
  event,
  mentions,
}: {
  readonly event: Event;
  readonly mentions: readonly Mention[];
}): Known<Event> {
  const sketches = mentions
    .map(sketchOf)
    .sort((a, b) => widthOf(a) - widthOf(b) || a.start - b.start || (a.mention.id < b.mention.id ? -1 : 1));
  const [closest] = sketches;
  if (!closest) throw new RangeError('an event needs a mention');
  const times = new Map<string, number>();
  for (const { triggers } of sketches)
    for (const trigger of triggers) times.set(trigger, (times.get(trigger) ?? 0) + 1);
  const triggers = [...times].flatMap(([trigger, count]) => (count < LEAST_SHARE * sketches.length ? [] : [trigger]));
  return {
    event,
    compared: sketches.slice(0, MOST_COMPARED),
    keys: [...new Set(triggers.flatMap(keysOf))],
    start: closest.start,
    end: closest.end,
    isPlan: mentions.every((mention) => mention.event.modality !== 'asserted'),
    articles: new Set(mentions.map(({ articleId }) => articleId)).size,
  };
}

/** A trigger and its classes, except the class of all disasters: "spill" is not a word for an explosion. */
const keysOf = (trigger: string): readonly Key[] => [
  trigger,
  ...classesOf(trigger).filter((kind) => kind !== DISASTER),
];

const isEventNoun = (trigger: string): boolean => eventNounStrength(trigger) === 2;

/** The events that have a trigger or, if it is a noun, one of its classes. */
function relatedIn<Event>(index: ReadonlyMap<Key, readonly Known<Event>[]>, trigger: string): readonly Known<Event>[] {
  const stemmed = triggerStem(trigger);
  const keys = isEventNoun(trigger) ? keysOf(stemmed) : [stemmed];
  return [...new Set(keys.flatMap((key) => index.get(key) ?? []))];
}

function eventOf<Event>(
  mention: Mention,
  relatedTo: (trigger: string) => readonly Known<Event>[],
  comparison: Comparison,
  leastOdds: number,
): Event | undefined {
  const trigger = mention.event.evidence[0]?.trigger.text.toLowerCase() ?? '';
  const day = dayNumber(mention.event.date.end);
  const timely = relatedTo(trigger).filter((one) => isTimely(mention, day, one));
  if (timely.length === 0) return undefined;
  // Few mentions are specific to an event; the others need no further comparison.
  const isNoun = isEventNoun(trigger);
  const title = titleSketchOf(mention);
  const specific = timely.filter((one) => isSpecific(title, one, isNoun, comparison));
  if (specific.length === 0) return undefined;
  const own = sketchOf(mention);
  const fitOf = (one: Known<Event>): Fit | undefined => {
    if (day - one.end > daysRemembered(one) && !sharesName(own, one)) return undefined;
    const odds = oddsOf({ ...own, start: Math.min(day, one.start) }, one.compared, comparison);
    return { odds, rank: odds - PER_DOUBLING * Math.log2(1 + Math.max(0, day - one.end)) };
  };
  const fits = new Map(specific.map((one) => [one, fitOf(one)]));
  let [best, most]: [Known<Event> | undefined, number] = [undefined, -Infinity];
  for (const [one, fit] of fits) {
    if (!fit || fit.rank <= most || fit.odds < leastOdds + (one.articles > 1 ? 0 : SINGLE_ARTICLE)) continue;
    [best, most] = [one, fit.rank];
  }
  if (!best) return undefined;
  for (const one of timely) {
    const rank = (fits.has(one) ? fits.get(one) : fitOf(one))?.rank ?? -Infinity;
    if (one !== best && most - rank < LEAST_LEAD) return undefined;
  }
  return best.event;
}

/** How well a mention fits an event, in log odds; `rank` counts the days since against it. */
interface Fit {
  readonly odds: number;
  readonly rank: number;
}

/** Whether the event is before the day of writing or, if planned, after it. */
function isTimely<Event>({ event }: Mention, day: number, { start, end, isPlan, articles }: Known<Event>): boolean {
  if (event.modality === 'planned' || event.modality === 'predicted') return isPlan && end >= day;
  if (event.modality !== 'asserted' || start > day + LOOKS_AHEAD) return false;
  return articles > 1 || day - end <= REMEMBERED;
}

/** Most days from an event to an undated mention without a name of it; more for events of more articles. */
const daysRemembered = <Event>({ articles }: Known<Event>): number => Math.min(LONG_AGO, REMEMBERED * articles ** 2);

const sharesName = <Event>({ names }: Sketch, { compared }: Known<Event>): boolean =>
  compared.some(({ titleNames }) => [...titleNames].some((name) => names.has(name)));

/** Mean of the best and the average log odds with an event's mentions. */
function oddsOf(sketch: Sketch, mentions: readonly Sketch[], comparison: Comparison): number {
  let [most, sum] = [APART, 0];
  for (const mention of mentions) {
    const odds = undatedLogOdds(sketch, mention, comparison, comparison.model) ?? APART;
    most = Math.max(most, odds);
    sum += odds;
  }
  return (most + sum / mentions.length) / 2;
}

/** Whether a mention shares rare words with an event's titles, or at least half of the mentions of its trigger have the event's days. */
function isSpecific<Event>(
  own: TitleSketch,
  { compared, start, end }: Known<Event>,
  isNoun: boolean,
  { rarity, concentration }: Surroundings,
): boolean {
  if (isNoun && concentration({ ...own, start, end }, own) >= CONCENTRATED) return true;
  return compared.some(({ title }) => {
    let shared = 0;
    for (const word of own.title) if (title.has(word) && !own.triggers.has(word)) shared += rarity.of(word);
    return shared >= RARE_WORDS;
  });
}
