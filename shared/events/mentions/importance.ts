import { stem } from '../../text/stem.ts';
import { dayNumber } from '../../time/day.ts';
import type { TimelineEvent } from '../event.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { DESCRIBING } from '../lexicon/state-verbs.ts';
import { verbForm } from '../lexicon/verb-forms.ts';
import { keywordsOf } from '../titles/keywords.ts';
import { IMPORTANCE_BIAS, IMPORTANCE_WEIGHTS } from './importance-weights.ts';

/** Properties of the article that importance depends on. */
export interface ArticleFrame {
  /** UTF-16 code units. */
  readonly length: number;
  /** Stems of the headline; without one, of the first line. */
  readonly headline: ReadonlySet<string>;
  /** Day number of the day of writing. */
  readonly writtenOn?: number;
}

/** Length of a story's first paragraphs in characters. */
export const LEAD = 500;

/** Features of importance, in the order of its weights. */
export const IMPORTANCE_FEATURES = [
  'how early in the article',
  'in the first paragraphs',
  'words of the headline',
  'on the day of writing or the day before',
  'in the week before',
  'in the two months before',
  'in an earlier year',
  'still to come',
  'the event is a noun of events',
  'a noun of events in the title',
  'somebody says something',
  'a state',
  'people and places named',
  'a figure in the title',
  'no fact',
  'dated to the day',
  'dated to a year or wider',
  'told in several sentences',
  'begins with a pronoun',
  'few words',
  'how sure event and date are',
  'length of the title',
  'a place named',
] as const;

/** Characters that the length of a title is counted in. */
const LINE = 60;

type Judged = Pick<TimelineEvent, 'title' | 'date' | 'modality' | 'entities' | 'evidence' | 'confidence'>;

/** The features of one article's event, in the order of {@link IMPORTANCE_FEATURES}. */
export function importanceFeatures(
  { title, date, modality, entities, evidence, confidence }: Judged,
  frame: ArticleFrame,
): readonly number[] {
  const words = keywordsOf(title).map(stem);
  const start = Math.min(...evidence.map((one) => one.start));
  const trigger = evidence[0]?.trigger.text.toLowerCase() ?? '';
  const lemma = verbForm(trigger)?.lemma ?? trigger;
  const lag = frame.writtenOn === undefined ? undefined : frame.writtenOn - dayNumber(date.end);
  const within = (from: number, to: number) => (lag !== undefined && lag >= from && lag <= to ? 1 : 0);
  return [
    1 - start / Math.max(1, frame.length),
    start < LEAD ? 1 : 0,
    words.filter((word) => frame.headline.has(word)).length / Math.max(3, words.length),
    within(0, 1),
    within(2, 7),
    within(8, 60),
    within(366, Number.POSITIVE_INFINITY),
    lag !== undefined && lag < 0 ? 1 : 0,
    eventNounStrength(trigger) === 2 ? 1 : 0,
    words.some((word) => eventNounStrength(word) === 2) ? 1 : 0,
    isReporting(lemma) ? 1 : 0,
    DESCRIBING.has(lemma) ? 1 : 0,
    Math.min(3, entities.length),
    /\d/.test(title) ? 1 : 0,
    modality === 'asserted' ? 0 : 1,
    date.precision === 'day' ? 1 : 0,
    dayNumber(date.end) - dayNumber(date.start) > 100 ? 1 : 0,
    evidence.length > 1 ? 1 : 0,
    /^(?:He|She|It|They|This|That|There|These|We|I|You)\b/.test(title) ? 1 : 0,
    words.length <= 3 ? 1 : 0,
    confidence,
    title.length / LINE,
    entities.some(({ kind }) => kind === 'place') ? 1 : 0,
  ];
}

/**
 * 0…1: the probability that an editor wants the event on a full timeline, judged by one article alone. Fitted;
 * bench/merging/train-importance.ts prints the weight of each feature.
 */
export function importanceOf(event: Judged, frame: ArticleFrame): number {
  const features = importanceFeatures(event, frame);
  const odds = features.reduce((sum, value, i) => sum + value * (IMPORTANCE_WEIGHTS[i] as number), IMPORTANCE_BIAS);
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
}

/** The frame of an article. */
export function frameOf(text: string, headline: string | undefined, writtenOn: string | undefined): ArticleFrame {
  const first = headline ?? text.slice(0, 160).split('\n')[0] ?? '';
  return {
    length: text.length,
    headline: new Set(keywordsOf(first).map(stem)),
    ...(writtenOn !== undefined && { writtenOn: dayNumber(writtenOn) }),
  };
}
