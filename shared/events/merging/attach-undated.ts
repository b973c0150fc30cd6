import { dayNumber } from '../../time/day.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { classesOf, DISASTER } from '../lexicon/trigger-classes.ts';
import { concentrationAmong } from './concentration.ts';
import type { Mention } from './mention.ts';
import type { Surroundings } from './pair-features.ts';
import { PAIR_WEIGHTS, type PairWeights, undatedLogOdds } from './pair-model.ts';
import { rarityAmong } from './rarity.ts';
import { type Sketch, sketchOf, triggerStem, widthOf } from './sketch.ts';

/** Log odds, as if both had one day, from which an undated mention tells of an event; more where a single article dates that event. */
const LEAST_ODDS = 0.5;
const SINGLE_ARTICLE = 1.5;
/** What each e-fold of events that a mention may mean adds to the odds, from this many on: of 5,000 events some are alike by chance. */
const PER_MORE_EVENTS = 0.5;
const FEW_EVENTS = 50;
/** By how much the event must fit better than any other. */
const LEAST_LEAD = 0.4;
/** What shared words of two titles weigh together, by rarity, and the share of a trigger's mentions on the event's days, either of which makes a pair specific. */
const RARE_WORDS = 0.3;
const CONCENTRATED = 0.5;
/** Penalty of an event, relative to a later one, for each doubling of the days since. */
const PER_DOUBLING = 0.2;
/** Days after which few articles look back on what a single article dates; it grows with the square of the articles. */
const REMEMBERED = 7;
/** Days after which an undated mention must share a name with the event. */
const LONG_AGO = 100;
/** Days ahead of the day of writing that time zones make. */
const LOOKS_AHEAD = 1;
/** Mentions of an event that one is compared with: more repeat the same words. */
const MOST_COMPARED = 5;
/** Days that an event may be wide: what is told of weeks and months mostly lasted. */
const LONGEST = 2;
/** A trigger names an event where so large a share of its mentions have it. */
const LEAST_SHARE = 0.02;
/** Log odds in a mean for a mention that cannot be the same event. */
const APART = -6;

/** An event as undated mentions are compared with it. */
interface Known<Event> {
  readonly event: Event;
  readonly compared: readonly Sketch[];
  readonly keys: readonly Key[];
  readonly start: number;
  readonly end: number;
  readonly isPlan: boolean;
  readonly articles: number;
}

/** What pairs are compared by. */
interface Comparison extends Surroundings {
  readonly model: PairWeights;
}

/** The stem of a trigger, or a class of triggers. */
type Key = string | number;

/**
 * Which events undated mentions tell of: "the explosion", "the rig exploded two hours later". A mention joins the one event of its day of writing or
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
  const leastOdds = LEAST_ODDS + PER_MORE_EVENTS * Math.log(Math.max(1, events.length / FEW_EVENTS));
  for (const mention of undated) {
    const event = eventOf(mention, index, comparison, leastOdds);
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

function eventOf<Event>(
  mention: Mention,
  index: ReadonlyMap<Key, readonly Known<Event>[]>,
  comparison: Comparison,
  leastOdds: number,
): Event | undefined {
  const text = mention.event.evidence[0]?.trigger.text ?? '';
  const trigger = triggerStem(text);
  const isNoun = eventNounStrength(text.toLowerCase()) === 2;
  const related = new Set((isNoun ? keysOf(trigger) : [trigger]).flatMap((key) => index.get(key) ?? []));
  if (related.size === 0) return undefined;
  const day = dayNumber(mention.event.date.end);
  const timely = [...related].filter((one) => isTimely(mention, day, one));
  if (timely.length === 0) return undefined;
  const own = sketchOf(mention);
  let [best, lead, most, fit]: [Known<Event> | undefined, number, number, number] = [undefined, 0, -Infinity, 0];
  for (const one of timely) {
    if (day - one.end > remembered(one) && !sharesName(own, one)) continue;
    const sketch = { ...own, start: Math.min(day, one.start) };
    const odds = oddsOf(sketch, one.compared, comparison);
    const rank = odds - PER_DOUBLING * Math.log2(1 + Math.max(0, day - one.end));
    if (rank > most) [best, lead, most, fit] = [one, rank - most, rank, odds];
    else lead = Math.min(lead, most - rank);
  }
  if (!best || lead < LEAST_LEAD || fit < leastOdds + (best.articles > 1 ? 0 : SINGLE_ARTICLE)) return undefined;
  return isSpecific(own, best, isNoun, comparison) ? best.event : undefined;
}

/** What happened lies behind the day of writing, what is planned ahead of it. */
function isTimely<Event>({ event }: Mention, day: number, { start, end, isPlan, articles }: Known<Event>): boolean {
  if (event.modality === 'planned' || event.modality === 'predicted') return isPlan && end >= day;
  if (event.modality !== 'asserted' || start > day + LOOKS_AHEAD) return false;
  return articles > 1 || day - end <= REMEMBERED;
}

/** Days that undated mentions look back on an event without a name of it: the more articles tell of it, the more. */
const remembered = <Event>({ articles }: Known<Event>): number => Math.min(LONG_AGO, REMEMBERED * articles ** 2);

const sharesName = <Event>({ names }: Sketch, { compared }: Known<Event>): boolean =>
  compared.some(({ titleNames }) => [...titleNames].some((name) => names.has(name)));

/** Half the best and half the mean fit with an event's mentions. */
function oddsOf(sketch: Sketch, mentions: readonly Sketch[], comparison: Comparison): number {
  let [most, sum] = [APART, 0];
  for (const mention of mentions) {
    const odds = undatedLogOdds(sketch, mention, comparison, comparison.model) ?? APART;
    most = Math.max(most, odds);
    sum += odds;
  }
  return (most + sum / mentions.length) / 2;
}

/** Whether a mention shares rare words with an event's titles, or its trigger hardly has other days than the event's. */
function isSpecific<Event>(
  own: Sketch,
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
