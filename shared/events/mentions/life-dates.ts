import type { Timex } from '../../tagging/timex.ts';
import type { Sentence } from '../../text/sentences.ts';
import { stem } from '../../text/stem.ts';
import { dayNumber } from '../../time/day.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { ORGANIZATION_WORDS } from '../lexicon/name-words.ts';
import { keywordsOf } from '../titles/keywords.ts';
import type { ArticleMention } from './article-mention.ts';

/** Life dates in brackets after a person's name, as in an encyclopaedia: "Ann Quill (12 May 1812 – 3 June 1877)", "(b. 1877, d. 1940)". */
export interface LifeDates {
  /** Birth and death, if words or a full date state the day; years alone ("1812–1877") are not events. */
  readonly mentions: readonly ArticleMention[];
  /** All time expressions in the brackets: they date nothing else in the sentence. */
  readonly timexes: ReadonlySet<Timex>;
}

const NONE: LifeDates = { mentions: [], timexes: new Set() };

const BORN = /^\s*(?:born|b\.?|\*)(?:\s+on)?\s*$/i;
const DIED = /^\s*(?:died|d\.?|†)(?:\s+on)?\s*$/i;
const NO_LABEL = /^\s*$/;
/** A place of birth or death after the day: "born 4 May 1901 in Leeds; died …". */
const PLACE = String.raw`(?:,?\s+(?:in|at|near)\s+[^()\[\]\d;–—]{2,40}?)?`;
const BETWEEN = new RegExp(
  String.raw`^${PLACE}\s*(?:[,;–—-]|to|and)?\s*(?<label>born|died|[bd]\.?|[*†])?(?:\s+on)?\s*$`,
  'i',
);
const AFTER = new RegExp(String.raw`^${PLACE}(?:,?\s+aged\s+\d{1,3})?\s*$`, 'i');

/** A name: capitalised words with initials and small particles between them, right before the bracket. */
const NAME =
  /(?:^|[\s"“(])((?:\p{Lu}[\p{L}'’.-]*\s+(?:(?:de|da|di|du|del|van|von|der|den|la|le|bin|ibn|al|of)\s+){0,2}){0,4}\p{Lu}[\p{L}'’-]+)\s*$/u;
const BRACKET = /\([^()]{4,120}\)/g;
const LONGEST_NAME = 80;

/** Years of a life, in days. */
const SHORTEST_LIFE = 5 * 365;
const LONGEST_LIFE = 115 * 366;

/**
 * Reads the life dates of a sentence. A bracket without "born" or "died" counts if it follows a name of at least two
 * words and contains two dates a lifetime apart.
 *
 * @param isPerson Whether a name is known to be a person's; `undefined` if unknown.
 */
export function lifeDatesOf(
  text: string,
  sentence: Sentence,
  timexes: readonly Timex[],
  isPerson: (start: number, end: number) => boolean | undefined,
): LifeDates {
  if (timexes.length === 0) return NONE;
  const mentions: ArticleMention[] = [];
  const taken = new Set<Timex>();
  for (const { index, 0: bracket } of text.slice(sentence.start, sentence.end).matchAll(BRACKET)) {
    const open = sentence.start + index;
    const close = open + bracket.length - 1;
    const inside = timexes.filter(({ start, end, span }) => span && start > open && end <= close);
    const life = inside.length === 0 ? undefined : readBracket(text, open, close, inside);
    const name = life && nameBefore(text, sentence.start, open);
    if (!life || !name) continue;
    const known = isPerson(name.start, name.end);
    if (known === false || (!life.labelled && known === undefined && !mayBePerson(text, name))) continue;
    for (const timex of inside) taken.add(timex);
    for (const one of life.dates)
      if (one.labelled || one.timex.span?.precision === 'day') mentions.push(mentionOf(sentence, name.text, one));
  }
  return taken.size === 0 ? NONE : { mentions, timexes: taken };
}

interface LifeDate {
  readonly kind: 'born' | 'died';
  readonly labelled: boolean;
  readonly timex: Timex;
  readonly trigger: { readonly start: number; readonly end: number };
}

function readBracket(
  text: string,
  open: number,
  close: number,
  inside: readonly Timex[],
): { readonly dates: readonly LifeDate[]; readonly labelled: boolean } | undefined {
  const [first, second, third] = inside;
  if (!first || third || !AFTER.test(text.slice((second ?? first).end, close))) return undefined;
  const before = text.slice(open + 1, first.start);
  const kind = BORN.test(before) ? 'born' : DIED.test(before) ? 'died' : undefined;
  if (kind === undefined && !(second && NO_LABEL.test(before))) return undefined;
  const dates = [lifeDate(kind ?? 'born', first, text, kind === undefined ? first.start : open + 1)];
  if (second) {
    const label = BETWEEN.exec(text.slice(first.end, second.start));
    const said = label?.groups?.label;
    if (kind === 'died' || !label || (said !== undefined && !DIED.test(said)) || !isLife(first, second))
      return undefined;
    dates.push(
      lifeDate(
        'died',
        second,
        text,
        said === undefined ? second.start : second.start - lengthFrom(text, first.end, second.start, said),
      ),
    );
  }
  return { dates, labelled: kind !== undefined };
}

const lengthFrom = (text: string, from: number, to: number, label: string): number =>
  to - from - text.slice(from, to).lastIndexOf(label);

/** @param labelFrom Where the label begins; without a label, where the date begins. */
function lifeDate(kind: LifeDate['kind'], timex: Timex, text: string, labelFrom: number): LifeDate {
  const label = text.slice(labelFrom, timex.start);
  const start = labelFrom + label.length - label.trimStart().length;
  const word = /^\S+/.exec(label.trimStart())?.[0] ?? timex.text;
  const labelled = label.trim() !== '';
  return {
    kind,
    labelled,
    timex,
    trigger: labelled ? { start, end: start + word.length } : { start: timex.start, end: timex.end },
  };
}

function isLife(from: Timex, to: Timex): boolean {
  if (!from.span || !to.span) return false;
  const days = dayNumber(to.span.end) - dayNumber(from.span.start);
  return days >= SHORTEST_LIFE && days <= LONGEST_LIFE;
}

function nameBefore(
  text: string,
  from: number,
  open: number,
): { text: string; start: number; end: number } | undefined {
  const piece = text.slice(Math.max(from, open - LONGEST_NAME), open);
  const name = NAME.exec(piece)?.[1];
  if (name === undefined) return undefined;
  const end = open - (piece.length - piece.trimEnd().length);
  return { text: name.replace(/\s+/g, ' '), start: end - name.length, end };
}

/** A name of two words or more without an article, and without a word for what happens or for a company in it. */
function mayBePerson(text: string, name: { readonly text: string; readonly start: number }): boolean {
  const words = name.text.toLowerCase().split(' ');
  if (
    words.length < 2 ||
    words[0] === 'the' ||
    /\b(?:the|an?)\s+$/i.test(text.slice(Math.max(0, name.start - 6), name.start))
  )
    return false;
  return !words.some((word) => eventNounStrength(word) > 0 || ORGANIZATION_WORDS.has(word));
}

/** Statements in brackets are certain; the only doubt is whether they are life dates. */
const CONFIDENCE = { labelled: 0.95, bare: 0.9 } as const;

function mentionOf(sentence: Sentence, name: string, { kind, labelled, timex, trigger }: LifeDate): ArticleMention {
  const title = kind === 'born' ? `${name} was born` : `${name} died`;
  return {
    sentence,
    trigger,
    lemma: kind === 'born' ? 'bear' : 'die',
    isNoun: false,
    presupposed: false,
    timex,
    date: timex.span as NonNullable<Timex['span']>,
    basis: 'stated',
    modality: 'asserted',
    title,
    stems: new Set(keywordsOf(title).map(stem)),
    confidence: labelled ? CONFIDENCE.labelled : CONFIDENCE.bare,
    also: [],
  };
}
