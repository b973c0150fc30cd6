import { stem } from '../../text/stem.ts';
import { STOP_WORDS } from '../../text/stop-words.ts';
import { dayNumber } from '../../time/day.ts';
import { type IndexedEvent, modalityNumber } from '../event-payload.ts';
import { type EventFacet, facetsOf } from '../lists/facet-lists.ts';
import type { Facet } from '../store.ts';

/** The index entry of an event, under each of its terms. */
export interface Posting {
  readonly id: string;
  /** Day numbers, inclusive. */
  readonly start: number;
  readonly end: number;
  /** Number of the modality. */
  readonly modality: number;
  /** The leaf of the event's merge bucket that holds its head. */
  readonly leaf: number;
  /** Importance in steps of a thirty-second, and 64 more for a pinned event: what overviews choose by. */
  readonly rank: number;
}

const RANK_STEPS = 32;
const PINNED = 64;
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
/** Words of one event that are indexed: an event told a thousand times has no end of them. */
const MOST_WORDS = 400;

/** Longer words are cut: no key grows with them. */
const MOST_LETTERS = 60;

/** Stems of the words that a search may ask for: all but stop words, accents taken off. */
export function searchWords(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = (plain.match(WORD) ?? []).filter((word) => !STOP_WORDS.has(word));
  return [...new Set(words.map((word) => stem(word.slice(0, MOST_LETTERS))))];
}

/** The term of a facet. */
export const facetTerm = ({ kind, id }: Pick<EventFacet, 'kind' | 'id'>): string => `f|${kind}|${id}`;
/** The term of a stemmed word. */
export const wordTerm = (word: string): string => `w|${word}`;
/** Where a facet is found by its name, or by the name from a later word on. */
export const nameTerm = (kind: Facet['kind'], beginning: string, id: string): string =>
  `n|${kind}|${beginning}\u0002${id}`;
/** Where the most frequent facets of a kind are. */
export const topTerm = (kind: Facet['kind']): string => `t|${kind}`;

/** What prefix search compares: lower case, no accents. */
export const searchable = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Words of a name that a search may begin with. */
const MOST_BEGINNINGS = 4;

/** A name from each of its words on: "Neil Armstrong" is found by "neil" and by "arms". */
export function beginningsOf(name: string): readonly string[] {
  const words = searchable(name).split(' ');
  return words.slice(0, MOST_BEGINNINGS).map((_, i) => words.slice(i).join(' ').slice(0, 100));
}

/** The terms that an event is found by, with the facet behind each that has one. @param words Stems of its title and evidence. */
export function termsOf(event: IndexedEvent, words: readonly string[]): ReadonlyMap<string, EventFacet | undefined> {
  const terms = new Map<string, EventFacet | undefined>();
  for (const facet of facetsOf(event)) terms.set(facetTerm(facet), facet);
  for (const word of words) terms.set(wordTerm(word), undefined);
  return terms;
}

/** Stems of the words of an event's title, of an editor's text and of the sentences that prove it. */
export const wordsOf = ({
  title,
  note,
  evidence,
}: Pick<IndexedEvent, 'title' | 'note' | 'evidence'>): readonly string[] =>
  searchWords([title, note?.text ?? '', ...new Set(evidence.map(({ sentence }) => sentence))].join(' ')).slice(
    0,
    MOST_WORDS,
  );

/** The posting of an event. @param leaf Where its head is in its bucket. */
export const postingOf = (event: IndexedEvent, leaf: number): Posting => ({
  leaf,
  id: event.id,
  start: dayNumber(event.date.start),
  end: dayNumber(event.date.end),
  modality: modalityNumber(event.modality),
  rank: Math.round(event.importance * RANK_STEPS) + (event.pinned ? PINNED : 0),
});
