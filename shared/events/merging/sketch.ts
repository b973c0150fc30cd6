import { stem } from '../../text/stem.ts';
import { STOP_WORDS } from '../../text/stop-words.ts';
import { dayNumber } from '../../time/day.ts';
import type { Entity } from '../event.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { isNamedByNoun } from '../lexicon/light-verbs.ts';
import { classesOf } from '../lexicon/trigger-classes.ts';
import { verbForm } from '../lexicon/verb-forms.ts';
import type { Mention } from './mention.ts';

/** Features of a mention for comparison. */
export interface Sketch {
  readonly mention: Mention;
  /** Day numbers, inclusive. */
  readonly start: number;
  readonly end: number;
  /** Stems of the title's content words, names among them. */
  readonly title: ReadonlySet<string>;
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
  /** Stems of the trigger words. */
  readonly triggers: ReadonlySet<string>;
  /** Classes of the triggers. */
  readonly classes: ReadonlySet<number>;
  /** Classes of all words of the title. */
  readonly titleClasses: ReadonlySet<number>;
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
  const words = text.toLowerCase().match(WORD) ?? [];
  return words
    .filter((word) => word.length > 2 && !STOP_WORDS.has(word) && !/^\d+$/.test(word))
    .map((word) => stem(word.replace(/['’]s$/, '')));
}

const sketches = new WeakMap<Mention, Sketch>();

/** The sketch of a mention, cached as long as the mention exists. */
export function sketchOf(mention: Mention): Sketch {
  const drawn = sketches.get(mention) ?? drawSketch(mention);
  sketches.set(mention, drawn);
  return drawn;
}

function drawSketch(mention: Mention): Sketch {
  const { event } = mention;
  const evidence = event.evidence.slice(0, MOST_SENTENCES);
  const sentences = evidence.map(({ sentence, start, timex }) =>
    withoutDate(sentence, timex.start - start, timex.text),
  );
  const title = new Set(stemsOf(event.title).filter((word) => !CALENDAR.has(word)));
  const triggers = new Set(evidence.flatMap(({ trigger }) => triggerStems(trigger.text, event.title)));
  const names = new Set([...event.entities.flatMap(namesOf), ...[event.title, ...sentences].flatMap(namesIn)]);
  const places = new Set(event.entities.filter(({ kind }) => kind === 'place').flatMap(namesOf));
  return {
    mention,
    start: dayNumber(event.date.start),
    end: dayNumber(event.date.end),
    title,
    context: new Set([...title, ...sentences.flatMap(stemsOf).filter((word) => !CALENDAR.has(word))]),
    names,
    placeNames: places,
    otherNames: new Set([...names].filter((name) => !places.has(name))),
    titleNames: new Set([...namesIn(event.title), ...nameStems(/^\p{Lu}[\p{L}'’-]+/u.exec(event.title)?.[0] ?? '')]),
    titlePlaces: new Set(
      event.entities.filter(({ kind, name }) => kind === 'place' && event.title.includes(name)).map(({ id }) => id),
    ),
    numbers: new Set(sentences.flatMap(numbersIn)),
    triggers,
    classes: new Set([...triggers].flatMap(classesOf)),
    titleClasses: new Set([...title].flatMap(classesOf)),
    reports: evidence.some(({ trigger }) => isReporting(verbForm(trigger.text.toLowerCase())?.lemma ?? '')),
    places: new Set(event.evidence.map(({ articleId, start }) => `${articleId}@${start}`)),
  };
}

const withoutDate = (sentence: string, at: number, text: string): string =>
  at >= 0 && sentence.startsWith(text, at) ? `${sentence.slice(0, at)} ${sentence.slice(at + text.length)}` : sentence;

/** The stems of the trigger words; for a light verb, those of the event nouns in the title. */
function triggerStems(text: string, title: string): readonly string[] {
  const word = text.toLowerCase().split(/\s+/)[0] ?? '';
  const lemma = verbForm(word)?.lemma ?? word;
  if (!isNamedByNoun(lemma)) return [triggerStem(text)];
  const words: readonly string[] = title.toLowerCase().match(WORD) ?? [];
  const at = words.indexOf(word);
  const takesPlace = words[at + 1] === 'place';
  if (at < 0 || (lemma === 'take' && !takesPlace)) return [triggerStem(text)];
  const nouns = words.filter((one, i) => i !== at && eventNounStrength(one) === 2).map((one) => stem(one));
  return takesPlace && nouns.length > 0 ? nouns : [triggerStem(text), ...nouns];
}

/** The stem of the lemma: "struck" and "strikes" are one. */
export function triggerStem(text: string): string {
  const word = text.toLowerCase().split(/\s+/)[0] ?? '';
  return stem(verbForm(word)?.lemma ?? word);
}

/** Capitalised words that do not begin the sentence. */
function namesIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(/(?<=[\p{Ll}\p{N},'’"“)] )["“'‘(]?(\p{Lu}[\p{L}'’-]+)/gu)].flatMap(([, word]) =>
    nameStems(word ?? ''),
  );
}

const namesOf = ({ name }: Entity): readonly string[] => name.split(/[\s-]+/).flatMap(nameStems);

const nameStems = (word: string): readonly string[] =>
  word.length < 2 ? [] : stemsOf(word).map((one) => one.replace(/dh/g, 'd').replace(/(.)\1+/g, '$1'));

const numbersIn = (sentence: string): readonly string[] =>
  (sentence.match(/(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-])/g) ?? [])
    .map((figure) => figure.replace(/,/g, ''))
    .filter((figure) => !/^(?:1[5-9]|20)\d\d$/.test(figure));

/** Width of a date in days, at least 1. */
export const widthOf = ({ start, end }: Pick<Sketch, 'start' | 'end'>): number => end - start + 1;
