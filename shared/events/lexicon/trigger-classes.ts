import { stem } from '../../text/stem.ts';
import { wordsOf } from '../../text/word-list.ts';
import triggerClasses from './trigger-classes.json';

/**
 * Classes by stem: words that different reports use for one kind of event, verbs and nouns. A word may be in several
 * classes. Two mentions whose triggers share a class may be one event although they share no word; the class alone is
 * not sufficient to merge them. A class is its position in trigger-classes.json.
 */
const classOfStem = new Map<string, readonly number[]>();
Object.values(triggerClasses.lists).forEach((list, index) => {
  for (const word of wordsOf(list)) {
    const key = stem(word);
    const known = classOfStem.get(key) ?? [];
    if (!known.includes(index)) classOfStem.set(key, [...known, index]);
  }
});

/** The classes that a stemmed word belongs to; none for most words. */
export const classesOf = (stemmed: string): readonly number[] => classOfStem.get(stemmed) ?? [];

const classNamed = (name: keyof typeof triggerClasses.lists): number => Object.keys(triggerClasses.lists).indexOf(name);

/** The class of sudden disasters: general nouns ("the disaster") and specific ones (an explosion, a quake, a crash). */
export const DISASTER = classNamed('disaster');

/** Classes of single events: an article that says "the blast" means the explosion that it has told. */
export const SINGLE_EVENTS: readonly number[] = (
  ['disaster', 'explosion', 'meeting', 'election', 'announcement', 'resignation'] as const
).map(classNamed);
