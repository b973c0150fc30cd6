import { isBeginning } from '../lexicon/event-references.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { EventWords } from './told-events.ts';

/** A phrase or clause that names an event, behind a word such as "after". Word indices, `last` inclusive. */
export interface EventReference extends EventWords {
  /** Index of the noun or verb that names the event. */
  readonly head: number;
  /** The verb of a clause; `undefined` for a noun phrase. */
  readonly group: VerbGroup | undefined;
  /** Last word read: the head, or what belongs to it. */
  readonly last: number;
}

/** Most words between the marker and the word that names the event. */
const REACH = 12;
/** Determiners of something known: "the strike", "this attack", "his death". */
const DEFINITE = /^(?:the|this|that|these|those|his|her|its|their|our|my|your|such|'s|’s)$/;

const isNominal = ({ tag }: Word): boolean => tag === 'noun' || tag === 'name' || tag === 'number';

/** What has been read of a phrase. */
interface Reading {
  /** Index of the noun that may be its head. */
  noun: number | undefined;
  isDefinite: boolean;
  /** A preposition has closed the head's part of the phrase: what follows belongs to it. */
  isClosed: boolean;
  readonly things: string[];
  readonly names: string[];
}

/**
 * The event that a phrase or clause names.
 *
 * @param from Index of its first word, behind the marker.
 * @returns `undefined` for an indefinite noun ("after an attack"), a bare date, a gerund, and whatever names no event.
 */
export function eventReference(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  from: number,
): EventReference | undefined {
  const read: Reading = { noun: undefined, isDefinite: false, isClosed: false, things: [], names: [] };
  for (let i = from; i < words.length && i < from + REACH; i++) {
    const word = words[i] as Word;
    const group = groups.find(({ first }) => first === i);
    if (group?.kind === 'finite') return clauseOf(words, group, read);
    if (group || STOPS.has(word.tag)) break;
    // "Since the strike | the town has changed": the phrase has ended
    const ends = /^(?:determiner|pronoun)$/.test(word.tag) && words[i - 1]?.tag !== 'preposition';
    if (read.noun !== undefined && ends) break;
    if (word.tag === 'determiner' && !DEFINITE.test(word.lower) && read.noun === undefined)
      return clauseBehindSubject(words, groups, i, from);
    if (word.tag === 'preposition') {
      if (read.noun === undefined) return undefined;
      read.isClosed = true;
      // "after troops in the capital fired": a clause, otherwise the noun has its complement
      const verb = word.lower === 'of' ? undefined : verbBehind(words, groups, i, from);
      if (verb) return clauseOf(words, verb, read);
      if (word.lower !== 'of') break;
    } else addWord(words, i, read);
  }
  return read.noun !== undefined && read.isDefinite ? phraseOf(words, read.noun, read) : undefined;
}

/** Adds a determiner, a noun or a name to what has been read. */
function addWord(words: readonly Word[], i: number, read: Reading): void {
  const word = words[i] as Word;
  const head = read.noun === undefined ? undefined : (words[read.noun] as Word);
  if (DEFINITE.test(word.lower) || word.tag === 'possessive') {
    read.isDefinite = true;
    // "the singer's death": the singer belongs to it
    if (head && /^['’]s?$/.test(word.lower)) {
      addThing(read, head);
      read.noun = undefined;
    }
  } else if (isNominal(word)) {
    if (read.isClosed) addThing(read, word);
    else {
      if (head) addThing(read, head);
      if (word.tag === 'name' || /['’]s?$/.test(head?.lower ?? '')) read.isDefinite = true;
      read.noun = i;
    }
  }
}

function addThing({ things, names }: Reading, word: Word): void {
  const thing = bare(word);
  if (thing.length < 2) return;
  things.push(thing);
  if (word.tag === 'name') names.push(thing);
}

const phraseOf = (words: readonly Word[], noun: number, { things, names }: Reading): EventReference => {
  const { lower, start } = words[noun] as Word;
  return { head: noun, group: undefined, lemma: lower, isNoun: true, things, names, start, last: noun };
};

/** The finite verb behind a word of the phrase, if nothing between them ends the clause. */
function verbBehind(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  at: number,
  from: number,
): VerbGroup | undefined {
  const verb = groups.find(({ first, kind }) => first > at && first < from + REACH && kind === 'finite');
  return verb && !words.slice(at, verb.first).some(({ tag }) => STOPS.has(tag)) ? verb : undefined;
}

/** "an earthquake hit": an indefinite noun refers to nothing, but its clause may. */
function clauseBehindSubject(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  at: number,
  from: number,
): EventReference | undefined {
  const verb = verbBehind(words, groups, at, from);
  if (!verb) return undefined;
  const noun = words.findLastIndex(({ tag }, i) => i < verb.first && i > at && (tag === 'noun' || tag === 'name'));
  return noun < 0
    ? undefined
    : clauseOf(words, verb, { noun, isDefinite: false, isClosed: false, things: [], names: [] });
}

const STOPS: ReadonlySet<Word['tag']> = new Set(['mark', 'relative', 'subordinator', 'wh', 'coordinator']);

const bare = ({ lower }: Word): string => lower.replace(/['’]s?$/, '');

function clauseOf(words: readonly Word[], group: VerbGroup, read: Reading): EventReference | undefined {
  if (group.modal || group.negated) return undefined;
  const { noun, isDefinite, things, names } = read;
  const subject = noun === undefined ? undefined : (words[noun] as Word);
  const { last } = group;
  if (subject && noun !== undefined && isDefinite && isBeginning(group.lemma))
    return { head: noun, group, lemma: bare(subject), isNoun: true, things, names, start: subject.start, last };
  if (subject) addThing(read, subject);
  return {
    head: group.head,
    group,
    lemma: group.lemma,
    isNoun: false,
    things,
    names,
    start: (words[group.head] as Word).start,
    last,
  };
}
