import { PART_OF_TIME } from '../dates/date-in-name.ts';
import { type DatePhrase, LAW } from '../dates/date-phrase.ts';
import { isBoundary, type VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { EventCandidate } from './candidates.ts';

/**
 * "Had not spoken of the events of 1 April", "marked a return to the larger marches of early May": a date behind "of" is that of the noun before it, and
 * neither of the verb above nor of any other noun. A phrase of time passes its date on ("fell ill during the outbreak of 2003", "in the early hours of Sunday"),
 * and so does a subject ("The campaign of 1948 secured the coast").
 */
export function isOfOtherNoun(
  { noun: own }: EventCandidate,
  { words, groups }: { readonly words: readonly Word[]; readonly groups: readonly VerbGroup[] },
  { first, last }: DatePhrase,
): boolean {
  const of = words[first - 1]?.tag === 'determiner' ? first - 2 : first - 1;
  const at = of - 1;
  const noun = words[at];
  if (own === at || words[of]?.lower !== 'of' || (noun?.tag !== 'noun' && noun?.tag !== 'name')) return false;
  if (PART_OF_TIME.test(noun.lower) || SPAN.test(noun.lower) || LAW.test(noun.lower)) return false;
  let before = at - 1;
  while (before >= 0 && IN_NOUN_PHRASE.has((words[before] as Word).tag)) before--;
  // "the victims of last week's |explosion|"
  if (own !== undefined && own > last && words.slice(last + 1, own).every(({ tag }) => IN_NOUN_PHRASE.has(tag)))
    return false;
  if (LEADS_TIME.test(words[before]?.lower ?? '')) return false;
  return groups.some((group) => group.last <= before && !words.slice(group.last + 1, at).some(isBoundary));
}

const IN_NOUN_PHRASE: ReadonlySet<Word['tag']> = new Set([
  'adjective',
  'noun',
  'name',
  'number',
  'time',
  'determiner',
  'possessive',
]);
/** Prepositions of a time. */
const LEADS_TIME = /^(?:during|in|at|on|after|before|since|until|till|by|following|amid|throughout|close)$/;
/** Nouns that measure or place a time. */
const SPAN =
  /^(?:ahead|instead|because|date|deadline|day|night|morning|evening|afternoon|eve|season|summer|spring|autumn|fall|winter|minutes?|hour|seconds?|years?|decades?|period|close|dawn|height|run-up)$/;
