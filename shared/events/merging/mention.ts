import { stem } from '../../text/stem.ts';
import { STOP_WORDS } from '../../text/stop-words.ts';
import { dayNumber } from '../../time/day.ts';
import type { TimelineEvent } from '../event.ts';

/** One article's word on an event: what its extraction found, with that article's evidence alone. */
export interface Mention {
  /** Same article, same place in the text: same id. */
  readonly id: string;
  readonly articleId: string;
  readonly event: TimelineEvent;
  /** Tags of the article. */
  readonly tags: readonly string[];
}

/** What likeness is judged by. */
export interface Sketch {
  readonly mention: Mention;
  /** Day numbers, inclusive. */
  readonly start: number;
  readonly end: number;
  readonly entities: ReadonlySet<string>;
  /** Stems of title and keywords, without the names of people and places. */
  readonly stems: ReadonlySet<string>;
  /** The same with those names: for want of recognised ones, names are words. */
  readonly allStems: ReadonlySet<string>;
  /** Stems of the sentences that prove it, without those names. */
  readonly context: ReadonlySet<string>;
  /** Stems of the words that name the happening itself. */
  readonly actions: ReadonlySet<string>;
  /** Article and sentences it stands in: two events of one sentence are two. */
  readonly places: ReadonlySet<string>;
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** Stems of the words that carry meaning. */
export function stemsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  return words
    .filter((word) => word.length > 2 && !STOP_WORDS.has(word) && !/^\d+$/.test(word))
    .map((word) => stem(word));
}

const sketches = new WeakMap<Mention, Sketch>();

/** The same mention has the same sketch: it is drawn once, for as long as the mention is kept. */
export function sketchOf(mention: Mention): Sketch {
  const drawn = sketches.get(mention) ?? drawSketch(mention);
  sketches.set(mention, drawn);
  return drawn;
}

function drawSketch(mention: Mention): Sketch {
  const { event } = mention;
  const names = new Set(event.entities.flatMap(({ name }) => stemsOf(name)));
  const plain = (texts: readonly string[]) => new Set(texts.flatMap(stemsOf).filter((word) => !names.has(word)));
  return {
    mention,
    start: dayNumber(event.date.start),
    end: dayNumber(event.date.end),
    entities: new Set(event.entities.map(({ id }) => id)),
    stems: plain([event.title, ...event.keywords]),
    allStems: new Set([event.title, ...event.keywords, ...event.entities.map(({ name }) => name)].flatMap(stemsOf)),
    context: plain(event.evidence.map(({ sentence }) => sentence)),
    actions: new Set(event.evidence.flatMap(({ trigger }) => stemsOf(trigger.text))),
    places: new Set(event.evidence.map(({ articleId, start }) => `${articleId}@${start}`)),
  };
}

/** How many days a date is wide, at least 1. */
export const widthOf = ({ start, end }: Pick<Sketch, 'start' | 'end'>): number => end - start + 1;
