import { remembered } from '../../kernel/remembered.ts';
import { stem } from '../../text/stem.ts';
import { STOP_WORDS } from '../../text/stop-words.ts';
import { dayNumber } from '../../time/day.ts';
import type { Entity } from '../event.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { isNamedByNoun } from '../lexicon/light-verbs.ts';
import { classesOf } from '../lexicon/trigger-classes.ts';
import { verbForm } from '../lexicon/verb-forms.ts';
import { tellsOfDisaster, tellsOfEpidemic } from './event-kind.ts';
import type { Mention } from './mention.ts';

/** The features of a mention that need no more than its date, title and triggers. */
export interface TitleSketch {
  /** Day numbers, inclusive. */
  readonly start: number;
  readonly end: number;
  /** Stems of the title's content words, names among them. */
  readonly title: ReadonlySet<string>;
  /** Stems of the trigger words. */
  readonly triggers: ReadonlySet<string>;
}

/** Features of a mention for comparison. */
export interface Sketch extends TitleSketch {
  readonly mention: Mention;
  /** Stems of title and evidence sentences. */
  readonly context: ReadonlySet<string>;
  /** Names in title, sentences and entities, split into words, with spelling variants normalised. */
  readonly names: ReadonlySet<string>;
  /** Names that belong to places, and names that do not. */
  readonly placeNames: ReadonlySet<string>;
  readonly otherNames: ReadonlySet<string>;
  /** The names of the title, including its first word if that is a name. */
  readonly titleNames: ReadonlySet<string>;
  /** Ids of the places that the title names. */
  readonly titlePlaces: ReadonlySet<string>;
  /** Numbers of the sentences except years and days. */
  readonly numbers: ReadonlySet<string>;
  /** Classes of the triggers. */
  readonly classes: ReadonlySet<number>;
  /** Classes of all words of the title. */
  readonly titleClasses: ReadonlySet<number>;
  /** Title and triggers tell of a sudden disaster, or of an epidemic. */
  readonly isDisaster: boolean;
  readonly isEpidemic: boolean;
  /** The trigger is a verb or noun of saying. */
  readonly reports: boolean;
  /** Articles and sentences of the evidence: two events of one sentence are two. */
  readonly places: ReadonlySet<string>;
}

/** Calendar words, which are covered by the date. */
const CALENDAR = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight week month year day morning afternoon evening night'
    .split(' ')
    .map((word) => stem(word)),
);

/** Most sentences used for a sketch: more repeat the same words. */
const MOST_SENTENCES = 4;

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** Stems of content words. */
export function stemsOf(text: string): readonly string[] {
  const stems: string[] = [];
  for (const word of text.toLowerCase().match(WORD) ?? []) {
    const stemmed = contentStemOf(word);
    if (stemmed !== '') stems.push(stemmed);
  }
  return stems;
}

/** The stem of a lower-case word; empty for stop words, figures and words of one or two letters. */
const contentStemOf = remembered((word) =>
  word.length > 2 && !STOP_WORDS.has(word) && !/^\d+$/.test(word) ? stem(word.replace(/['’]s$/, '')) : '',
);

const sketches = new WeakMap<Mention, Sketch>();

/** The sketch of a mention, cached as long as the mention exists. */
export function sketchOf(mention: Mention): Sketch {
  const drawn = sketches.get(mention) ?? drawSketch(mention);
  sketches.set(mention, drawn);
  return drawn;
}

/** The part of a mention's sketch that is quick to draw. */
export function titleSketchOf({ event }: Mention): TitleSketch {
  return {
    start: dayNumber(event.date.start),
    end: dayNumber(event.date.end),
    title: new Set(stemsOf(event.title).filter((word) => !CALENDAR.has(word))),
    triggers: new Set(
      event.evidence.slice(0, MOST_SENTENCES).flatMap(({ trigger }) => triggerStems(trigger.text, event.title)),
    ),
  };
}

function drawSketch(mention: Mention): Sketch {
  const { event } = mention;
  const { title, triggers, start, end } = titleSketchOf(mention);
  const evidence = event.evidence.slice(0, MOST_SENTENCES);
  const sentences = evidence.map(({ sentence, start, timex }) =>
    withoutDate(sentence, timex.start - start, timex.text),
  );
  const context = new Set(title);
  const names = new Set(event.entities.flatMap(namesOf));
  for (const name of namesIn(event.title)) names.add(name);
  for (const sentence of sentences) {
    for (const word of stemsOf(sentence)) if (!CALENDAR.has(word)) context.add(word);
    for (const name of namesIn(sentence)) names.add(name);
  }
  const places = event.entities.filter(({ kind }) => kind === 'place');
  const placeNames = setOf(places.flatMap(namesOf));
  return {
    mention,
    start,
    end,
    title,
    context,
    names,
    placeNames,
    otherNames: placeNames.size === 0 ? names : setOf([...names].filter((name) => !placeNames.has(name))),
    titleNames: setOf([...namesIn(event.title), ...nameStems(/^\p{Lu}[\p{L}'’-]+/u.exec(event.title)?.[0] ?? '')]),
    titlePlaces: setOf(places.filter(({ name }) => event.title.includes(name)).map(({ id }) => id)),
    numbers: setOf(sentences.flatMap(numbersIn)),
    triggers,
    classes: setOf([...triggers].flatMap(classesOf)),
    titleClasses: setOf([...title].flatMap(classesOf)),
    isDisaster: tellsOfDisaster(triggers, title),
    isEpidemic: tellsOfEpidemic(triggers, title),
    reports: evidence.some(({ trigger }) => isReporting(verbForm(trigger.text.toLowerCase())?.lemma ?? '')),
    places: new Set(event.evidence.map(({ articleId, start }) => `${articleId}@${start}`)),
  };
}

const EMPTY: ReadonlySet<never> = new Set<never>();

/** Most sets of a sketch are empty; they share one. */
const setOf = <T>(members: readonly T[]): ReadonlySet<T> => (members.length === 0 ? EMPTY : new Set(members));

const withoutDate = (sentence: string, at: number, text: string): string =>
  at >= 0 && sentence.startsWith(text, at) ? `${sentence.slice(0, at)} ${sentence.slice(at + text.length)}` : sentence;

/** The stems of the trigger words; for a light verb, those of the event nouns in the title. */
function triggerStems(text: string, title: string): readonly string[] {
  const word = firstWordOf(text);
  const lemma = lemmaOf(text);
  if (!isNamedByNoun(lemma)) return [triggerStem(text)];
  const words: readonly string[] = title.toLowerCase().match(WORD) ?? [];
  const at = words.indexOf(word);
  const takesPlace = words[at + 1] === 'place';
  if (at < 0 || (lemma === 'take' && !takesPlace)) return [triggerStem(text)];
  const nouns = words.filter((one, i) => i !== at && eventNounStrength(one) === 2).map((one) => stem(one));
  return takesPlace && nouns.length > 0 ? nouns : [triggerStem(text), ...nouns];
}

/** The stem of the lemma: "struck" and "strikes" are one. */
export const triggerStem = remembered((text) => stem(lemmaOf(text)));

/** The lemma of the first word of a trigger; the word itself if it is no verb. */
const lemmaOf = remembered((text) => {
  const word = firstWordOf(text);
  return verbForm(word)?.lemma ?? word;
});

const firstWordOf = (text: string): string => text.toLowerCase().split(/\s+/)[0] ?? '';

/** Capitalised words that do not begin the sentence. */
function namesIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(/(?<=[\p{Ll}\p{N},'’"“)] )["“'‘(]?(\p{Lu}[\p{L}'’-]+)/gu)].flatMap(([, word]) =>
    nameStems(word ?? ''),
  );
}

const namesOf = ({ name }: Entity): readonly string[] => name.split(/[\s-]+/).flatMap(nameStems);

const nameStems = remembered((word): readonly string[] =>
  word.length < 2 ? [] : stemsOf(word).map((one) => one.replace(/dh/g, 'd').replace(/(.)\1+/g, '$1')),
);

const numbersIn = (sentence: string): readonly string[] =>
  (sentence.match(/(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-])/g) ?? [])
    .map((figure) => figure.replace(/,/g, ''))
    .filter((figure) => !/^(?:1[5-9]|20)\d\d$/.test(figure));

/** Width of a date in days, at least 1. */
export const widthOf = ({ start, end }: Pick<Sketch, 'start' | 'end'>): number => end - start + 1;
