import { eventNounStrength } from '../lexicon/event-nouns.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';

/** A word that may name an event: the head of a verb group, or a noun. Exactly one of `group` and `noun` is set. */
export interface EventCandidate {
  /** Index into the sentence's verb groups. */
  readonly group?: number;
  /** Index of the noun's word. */
  readonly noun?: number;
  /** Index of the word that names the event. */
  readonly head: number;
}

/** More candidates occur only in lists and in texts made to be slow. */
const MOST_CANDIDATES = 60;

/** Every word of a sentence that may name an event, in order. */
export function eventCandidates(words: readonly Word[], groups: readonly VerbGroup[]): EventCandidate[] {
  const candidates: EventCandidate[] = groups.map((group, index) => ({ group: index, head: group.head }));
  words.forEach((word, index) => {
    if ((word.tag === 'noun' || word.tag === 'name' || word.tag === 'time') && mayBeEvent(word, words[index + 1]))
      candidates.push({ noun: index, head: index });
  });
  return candidates.sort((a, b) => a.head - b.head).slice(0, MOST_CANDIDATES);
}

/** Endings of nouns that name an action. */
const DEVERBAL = /(?:tion|sion|ment|ance|ence|ings?|al|ure|ery|tions|sions|ments)$/;

function mayBeEvent(word: Word, next: Word | undefined): boolean {
  if (word.tag === 'time')
    return word.capital && eventNounStrength(word.lower) === 2 && !/^(?:fall|may|march)$/.test(word.lower);
  if (eventNounStrength(word.lower) > 0) return true;
  if (word.tag === 'name' || word.capital) return false;
  return word.lower.length > 6 && DEVERBAL.test(word.lower) && next?.tag !== 'noun';
}
