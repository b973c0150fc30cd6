import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { BASE, THIRD, type VerbForm, verbForm } from '../lexicon/verb-forms.ts';
import type { VerbGroup } from './verb-group.ts';
import type { Word } from './word.ts';

const DASHES = /^(?:[-–—:]|--)$/;
const PLURAL = /(?:[^s]s|men|women|people|police|children)$/;
const ENDS_CLAUSE: ReadonlySet<Word['tag']> = new Set(['relative', 'subordinator', 'wh']);
/** Number of words at the beginning of an entry among which its verb is searched. */
const LONGEST_SUBJECT = 16;

/**
 * Reads an entry of a chronicle ("17 March – The council votes to …", "1968: Troops land in …"): the words after the date are in the present tense,
 * so the first possible verb is its verb, even if it mostly is a noun elsewhere ("votes", "issues", "win", "land").
 *
 * @returns The words, unchanged if the sentence is no such entry or has an unambiguous verb.
 */
export function readDatedEntry(words: readonly Word[], groups: readonly VerbGroup[]): readonly Word[] {
  const from = afterLabel(words);
  if (from === undefined) return words;
  const clauseEnd = words.findIndex((word, i) => i >= from && ENDS_CLAUSE.has(word.tag));
  const upTo = clauseEnd < 0 ? words.length : clauseEnd;
  const own = groups.find((group) => group.first >= from && group.first < upTo && group.kind === 'finite');
  if (own && isPlain(words, own, from)) return words;
  const at = verbOf(words, from, own?.first ?? upTo);
  if (at === undefined) return words;
  const form = presentOf(words[at] as Word);
  // The supposed verb of this clause is a noun: "issues arrest warrants".
  const noun = own && own.first === own.last && isNominal(words[own.first - 1]) ? own.first : undefined;
  return words.map((word, i) =>
    i === at ? { ...word, tag: 'verb', form } : i === noun ? { ...word, tag: 'noun', form: undefined } : word,
  );
}

/** Index of the first word after a date and a dash at the beginning of a sentence. */
function afterLabel(words: readonly Word[]): number | undefined {
  let i = words[0]?.tag === 'mark' ? 1 : 0;
  const timex = words[i]?.timex ?? -1;
  if (timex < 0) return undefined;
  while (words[i]?.timex === timex) i++;
  if (!DASHES.test(words[i]?.text ?? '')) return undefined;
  const next = words[i + 1];
  return next && next.timex < 0 && (next.capital || next.kind === 'number') ? i + 1 : undefined;
}

/** An unambiguous verb of the first clause: with an auxiliary, in the past tense, or without an earlier word that could be the verb. */
const isPlain = (words: readonly Word[], group: VerbGroup, from: number): boolean =>
  group.first < group.last ||
  group.tense === 'past' ||
  (words.slice(from, group.first).every((word) => !presentOf(word)) &&
    !words.slice(from, group.first).some((word) => word.text === ','));

/** The present form that a lower-case word can be. */
function presentOf(word: Word): VerbForm | undefined {
  if (word.kind !== 'word' || word.capital || word.timex >= 0) return undefined;
  const form = verbForm(word.lower);
  return form && form.forms & (BASE | THIRD) ? form : undefined;
}

const isNominal = (word: Word | undefined): boolean =>
  word !== undefined && (word.tag === 'noun' || word.tag === 'name' || word.tag === 'number');

/** The first word that agrees with a subject before it, and is followed by an object, a place or "to". */
function verbOf(words: readonly Word[], from: number, before: number): number | undefined {
  for (let i = from + 1; i < before && i < from + LONGEST_SUBJECT; i++) {
    const word = words[i] as Word;
    const form = word.tag === 'noun' || word.tag === 'adjective' ? presentOf(word) : undefined;
    if (form && agrees(words, from, i, form) && goesOn(words, i)) return i;
  }
  return undefined;
}

function agrees(words: readonly Word[], from: number, at: number, form: VerbForm): boolean {
  const subject = words[at - 1] as Word;
  // "The minister, arrives in …": a comma that should not be there, or one that closes an aside
  if (subject.text === ',') return (form.forms & THIRD) !== 0 && eventNounStrength(words[at]?.lower ?? '') === 0;
  if (!isNominal(subject)) return false;
  const plural =
    (subject.tag === 'noun' && PLURAL.test(subject.lower)) ||
    words.slice(from, at).some((word) => word.tag === 'coordinator');
  return (form.forms & (plural ? BASE : THIRD)) !== 0;
}

const GOES_ON: ReadonlySet<Word['tag']> = new Set([
  'determiner',
  'possessive',
  'adjective',
  'to',
  'preposition',
  'number',
]);

function goesOn(words: readonly Word[], at: number): boolean {
  const [next, after] = [words[at + 1], words[at + 2]];
  if (!next || next.tag === 'verb') return false;
  if (GOES_ON.has(next.tag) || next.tag === 'name') return true;
  // "talks collapse in": the second of two possible verbs, if a place or no word follows it
  const second = presentOf(next) !== undefined && (!after || after.tag === 'preposition' || after.tag === 'mark');
  return next.tag === 'noun' && !second;
}
