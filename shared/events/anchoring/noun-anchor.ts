import type { DatePhrase } from '../dates/date-phrase.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { adjectiveAttitude, isPlanning, isPredicting, isReporting, nounAttitude } from '../lexicon/factuality-verbs.ts';
import { STATIVE } from '../lexicon/state-verbs.ts';
import { isBoundary, type VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { Anchor } from './anchor.ts';
import { crossing } from './verb-anchor.ts';

const PERIOD_NOUNS = new Set(
  'period quarter year half season month week decade session term fiscal weekend day days morning evening night edition issue level levels figure figures total average date deadline'.split(
    ' ',
  ),
);

const CONTEXT_PREPOSITIONS = new Set(
  'since after before following until from despite of over for about by to amid with than as ahead like compared against'.split(
    ' ',
  ),
);

const nominal = (word: Word | undefined): boolean =>
  word !== undefined &&
  (word.tag === 'noun' || word.tag === 'name' || word.tag === 'adjective' || word.tag === 'number');

/** "the 1994 Winter Olympics", "World War II": a name that is both a date and an event. */
export function namedEvent(words: readonly Word[], range: DatePhrase): Anchor | undefined {
  if (range.until || range.ended || range.since) return undefined;
  for (let i = range.last; i >= range.first; i--) {
    const word = words[i] as Word;
    if (word.capital && eventNounStrength(word.lower) === 2 && !/^(?:fall|may|march)$/.test(word.lower))
      return { range, noun: i, presupposed: true };
  }
  return undefined;
}

/** "the 2008 Beijing Olympics", "its June 4, 1989, bloody crackdown", "last year's talks". */
export function inNounPhrase(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  range: DatePhrase,
): Anchor | undefined {
  if (range.until || range.ended) return undefined;
  let at = range.last + 1;
  const before = words[range.first - 1];
  let possessive = words[range.last]?.lower === "'s";
  if (!possessive && (words[at]?.lower === "'s" || words[at]?.lower === "'")) {
    possessive = true;
    at++;
  }
  const introduced =
    words[range.first]?.lower === 'the' ||
    (before !== undefined &&
      (before.tag === 'determiner' ||
        before.tag === 'possessive' ||
        ((before.tag === 'adjective' || isQuality(words, range.first - 1)) && nominal(words[at]))));
  const bareYear =
    /^\d{4}$/.test(words[range.first]?.text ?? '') && range.first === range.last && words[at]?.tag !== 'mark';
  if (!possessive && !introduced && !bareYear) return undefined;
  if (words[at]?.text === ',' && introduced && nominal(words[at + 1])) at++;
  let head = -1;
  let strongest = -1;
  let strength = 0;
  for (let i = at; i < words.length && i < at + 9; i++) {
    const word = words[i] as Word;
    const participleAdjective = word.tag === 'verb' && nominal(words[i + 1]) && head < 0;
    if (!nominal(word) && !participleAdjective) {
      if (word.tag === 'adverb' || (word.lower === "'s" && i > at)) continue;
      break;
    }
    head = i;
    const s =
      word.tag === 'name' && i < words.length - 1 && words[i + 1]?.tag === 'name' ? 0 : eventNounStrength(word.lower);
    if (s > 0 && s >= strength) {
      strength = s;
      strongest = i;
    }
  }
  if (head < 0) return undefined;
  if (bareYear && !introduced && !possessive) {
    // "In 1992 protesters marched": a bare year without determiner needs a name that ends in an event ("at 2008 Beijing Olympics")
    if (strength < 2 || words[strongest]?.tag !== 'name') return undefined;
  }
  const headWord = words[head] as Word;
  if (PERIOD_NOUNS.has(headWord.lower)) return undefined;
  // a near date inside an object or an adverbial dates its clause: "attended a Sunday memorial service", "In his Sunday
  // sermon, he called"
  if (!range.timex.explicit || strength === 0) {
    const intro = introOf(words, range.first);
    const contextual = intro !== undefined && CONTEXT_PREPOSITIONS.has(intro.lower) && intro.tag !== 'name';
    const verb = clauseVerb(words, groups, range.first);
    if (!contextual && verb && isEventful(verb) && (!isReporting(verb.lemma) || strength === 0)) return undefined;
  }
  if (strongest < 0 || (strength === 1 && strongest !== head)) return { range, presupposed: true };
  return { range, noun: strongest, presupposed: true };
}

/** "the disastrous 1979 spill": an adjective by its ending, between an article and the date. */
const isQuality = (words: readonly Word[], at: number): boolean =>
  /(?:ous|ful|ive|ible|able|less|[^aeiou]ic|[rnt]al)$/.test(words[at]?.lower ?? '') &&
  /^(?:determiner|possessive)$/.test(words[at - 1]?.tag ?? '');

/** The word that introduces the noun phrase around a time expression. */
function introOf(words: readonly Word[], first: number): Word | undefined {
  for (let i = first - 1; i >= 0 && i >= first - 5; i--) {
    const word = words[i] as Word;
    const owner = word.tag === 'name' && words[i + 1]?.lower === "'s";
    if (word.tag !== 'determiner' && word.tag !== 'possessive' && word.tag !== 'adjective' && !owner) return word;
  }
  return undefined;
}

const isEventful = (group: VerbGroup): boolean =>
  group.kind === 'finite' &&
  (group.tense === 'past' || group.perfect || group.modal !== undefined) &&
  !STATIVE.has(group.lemma);

function clauseVerb(words: readonly Word[], groups: readonly VerbGroup[], at: number): VerbGroup | undefined {
  let best: VerbGroup | undefined;
  let bestCost = 1.2;
  for (const group of groups) {
    if (group.kind !== 'finite') continue;
    const cost = group.last < at ? crossing(words, group.last + 1, at) : crossing(words, at, group.first);
    if (cost < bestCost) {
      best = group;
      bestCost = cost;
    }
  }
  return best;
}

/** "since the explosion on April 20", "condemned the bombing in 1998": the date belongs to the noun directly before it, not to the verb. */
export function afterNoun(words: readonly Word[], groups: readonly VerbGroup[], range: DatePhrase): Anchor | undefined {
  let i = range.first - 1;
  if (words[i]?.tag === 'preposition' && /^(?:in|on|of|during|at|from)$/.test((words[i] as Word).lower)) i--;
  let noun = -1;
  let pps = 0;
  let k = i;
  for (; k >= 0 && i - k < 10; k--) {
    const word = words[k] as Word;
    if (nominal(word) || word.tag === 'possessive' || word.tag === 'determiner') {
      if (
        word.tag === 'noun' &&
        eventNounStrength(word.lower) === 2 &&
        !(nominal(words[k + 1]) && words[k + 1]?.tag !== 'number')
      )
        noun = k;
      if (noun >= 0 && (word.tag === 'determiner' || (word.tag === 'possessive' && word.lower !== "'s")) && k < noun) {
        k--;
        break;
      }
      continue;
    }
    if (word.tag === 'preposition' && noun < 0 && pps < 3) {
      pps++;
      continue;
    }
    break;
  }
  if (noun < 0) return undefined;
  const intro = words[k];
  const group = nearestFinite(groups, range.first);
  const contextual =
    intro !== undefined &&
    (intro.tag === 'preposition' || intro.tag === 'subordinator') &&
    CONTEXT_PREPOSITIONS.has(intro.lower);
  const nearest = groups.findLast((x) => x.last < noun);
  const told =
    nearest !== undefined && (isEventful(nearest) || nearest.kind === 'infinitive') && !isReporting(nearest.lemma);
  const deep =
    nearest !== undefined &&
    (words.slice(nearest.last + 1, noun).filter((w) => w.tag === 'preposition').length >= 2 ||
      words.slice(nearest.last + 1, noun).some((w) => w.tag === 'noun' && nounAttitude(w.lower) !== undefined));
  const telling = told && !deep && !/^(?:since|after|before|following|until|despite|ahead)$/.test(intro?.lower ?? '');
  if (contextual && !telling) return { range, noun, presupposed: true };
  if (nearest?.kind === 'infinitive' || telling) return undefined;
  if (subjectNoun(words, groups, k, range) && hedgesNoun(words, k, noun)) return { range, noun, presupposed: false };
  if (intro?.tag === 'preposition') return undefined;
  if (!group) return { range, noun, presupposed: false };
  if (
    group.tense === 'present' &&
    !group.perfect &&
    !group.modal &&
    !isPlanning(group.lemma) &&
    !isPredicting(group.lemma)
  )
    return { range, noun, presupposed: true };
  if (isReporting(group.lemma) && group.last < noun && range.timex.explicit) return { range, noun, presupposed: true };
  return undefined;
}

/** The noun phrase with its date is the subject of the verb that follows. */
const subjectNoun = (
  words: readonly Word[],
  groups: readonly VerbGroup[],
  before: number,
  range: DatePhrase,
): boolean =>
  (before < 0 || isBoundary(words[before] as Word)) && groups.some((group) => group.first === range.last + 1);

/** "the planned visit", "the alleged theft". */
const hedgesNoun = (words: readonly Word[], from: number, noun: number): boolean => {
  for (let i = Math.max(0, from); i < noun; i++) if (adjectiveAttitude((words[i] as Word).lower)) return true;
  return false;
};

function nearestFinite(groups: readonly VerbGroup[], at: number): VerbGroup | undefined {
  let best: VerbGroup | undefined;
  for (const group of groups) if (group.kind === 'finite' && group.last < at) best = group;
  return best ?? groups.find((group) => group.kind === 'finite');
}

export function nearestEventNoun(words: readonly Word[], range: DatePhrase): number | undefined {
  let best: number | undefined;
  words.forEach((word, i) => {
    if (
      (word.tag === 'noun' || word.tag === 'name') &&
      eventNounStrength(word.lower) === 2 &&
      (best === undefined || Math.abs(i - range.first) < Math.abs(best - range.first))
    )
      best = i;
  });
  return best;
}
