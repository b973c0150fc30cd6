import type { DatePhrase } from '../dates/date-phrase.ts';
import { isPlanning, isPredicting, isReporting, isWishing } from '../lexicon/factuality-verbs.ts';
import { STATIVE } from '../lexicon/state-verbs.ts';
import { isBoundary, type VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';

export function bestGroup(words: readonly Word[], groups: readonly VerbGroup[], range: DatePhrase): number | undefined {
  let best = -1;
  let bestScore = -10;
  const fronted = isFronted(words, groups, range);
  let frontedTaken = false;
  groups.forEach((group, k) => {
    let score = 0;
    if (group.first >= range.first && group.last <= range.last) return; // "the quarter ended Sept. 30"
    if (group.last < range.first) {
      // "In a response filed on Wednesday, BP called": the fronted phrase dates the clause that it opens
      if (group.kind === 'participle' && openingPhrase(words, groups, k)) score -= 0.9;
      const distance = range.first - group.last - 1;
      // of two groups, the one that is much nearer
      score -= 0.06 * Math.min(12, distance) + 0.001 * distance + crossing(words, group.last + 1, range.first);
      // "40 days since the rig exploded" counts back to the event after "since"
      if (words[range.last + 1]?.lower === 'since' && range.timex.type === 'DURATION') score -= 2;
    } else if (group.first > range.last) {
      if (
        group.kind === 'finite' &&
        onlyAdverbs(words, range.last + 1, group.first) &&
        !closeBefore(words, groups, range)
      ) {
        score = fronted ? 0.6 : 0.4;
        frontedTaken = true;
      } else {
        score -= 0.06 * Math.min(12, group.first - range.last - 1) + crossing(words, range.last + 1, group.first);
        if (fronted && group.kind === 'finite' && !frontedTaken && !inRelativeClause(words, group)) {
          score = 0.6;
          frontedTaken = true;
        } else score -= group.kind === 'finite' ? (isReporting(group.lemma) ? 1 : 0.6) : 1;
      }
    } else score = 0.5; // inside the group: "had on Friday refused"
    // "considered moving", "began pouring", "having sold": as near as a finite verb
    const hangsOn = groups[k - 1]?.last === group.first - 1 || group.perfect;
    // "restrictions imposed last month"
    const adjacent =
      group.kind === 'participle' && group.last === range.first - 1 && words[group.first - 1]?.tag === 'noun';
    if ((group.kind === 'participle' || group.kind === 'gerund') && !hangsOn && !adjacent) score -= 0.4;
    if (group.kind === 'infinitive') score -= 0.05;
    if (group.kind === 'participle' && isClosedAside(words, group, range)) score -= 0.6;
    // "says it has no intention of selling him in January"
    if (
      group.kind === 'finite' &&
      group.tense === 'present' &&
      !group.perfect &&
      isReporting(group.lemma) &&
      range.first - group.last > 2
    )
      score -= 0.5;
    if (
      group.kind === 'participle' &&
      /^(?:plan|schedule|slate|set|propose|intend)$/.test(group.lemma) &&
      range.first - group.last <= 2 &&
      range.first > group.last
    )
      score += 0.6;
    if (STATIVE.has(group.lemma) && !group.modal) score -= 0.35;
    // "said in a letter published Wednesday that …": the saying is the news
    const next = groups[k + 1];
    if (
      group.kind === 'finite' &&
      isReporting(group.lemma) &&
      next?.kind === 'participle' &&
      next.last < range.first &&
      DOCUMENTS.test(next.lemma) &&
      crossing(words, group.last + 1, range.first) === 0
    )
      score += 0.9;
    if (score > bestScore) {
      bestScore = score;
      best = k;
    }
  });
  if (best < 0) return undefined;
  return best;
}

const DOCUMENTS = /^(?:publish|release|issue|file|post|broadcast|air|date|generate|obtain|send|print|deliver|sign)$/;

/** A participle inside a phrase that a preposition opens at the beginning of the sentence. */
const openingPhrase = (words: readonly Word[], groups: readonly VerbGroup[], k: number): boolean => {
  if (groups.slice(0, k).some((group) => group.kind === 'finite')) return false;
  if (!groups.slice(k + 1).some((group) => group.kind === 'finite')) return false;
  return words[0]?.tag === 'preposition' || words[0]?.tag === 'time';
};

/** "the company, which is owned by …,": a fronted date does not date a relative clause. */
const inRelativeClause = (words: readonly Word[], group: VerbGroup): boolean => {
  for (let i = group.first - 1; i >= 0 && i >= group.first - 4; i--) {
    const word = words[i] as Word;
    if (word.tag === 'relative' || (word.lower === 'that' && i === group.first - 1)) return true;
    if (word.tag === 'mark' || word.tag === 'verb') return false;
  }
  return false;
};

/** A verb whose phrase may end with the date: "that the queen had abdicated in March proved …". */
const closeBefore = (words: readonly Word[], groups: readonly VerbGroup[], range: DatePhrase): boolean =>
  groups.some(
    (group) =>
      group.last < range.first &&
      range.first - group.last < 8 &&
      crossing(words, group.last + 1, range.first) === 0 &&
      !bareClauseBetween(words, group, range),
  );

/** "said the blast on Monday was": another subject stands between the verb of saying and the date. */
function bareClauseBetween(words: readonly Word[], group: VerbGroup, range: DatePhrase): boolean {
  const next = words[group.last + 1];
  return (
    isReporting(group.lemma) &&
    next !== undefined &&
    group.last + 1 < range.first &&
    /^(?:determiner|possessive|name|noun|adjective|pronoun)$/.test(next.tag)
  );
}

/** "a dose of propofol, a drug administered in hospitals, on 25 June": the date is after the apposition that contains the verb. */
function isClosedAside(words: readonly Word[], group: VerbGroup, range: DatePhrase): boolean {
  const comma = words[range.first - 1]?.tag === 'preposition' ? range.first - 2 : range.first - 1;
  if (words[comma]?.text !== ',' || comma <= group.last) return false;
  let i = group.first - 1;
  while (i > 0 && words[i]?.tag !== 'mark' && words[i]?.tag !== 'verb') i--;
  return words[i]?.text === ',' && /^an?$/.test(words[i + 1]?.lower ?? '');
}

function onlyAdverbs(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if ((words[i] as Word).tag !== 'adverb' && (words[i] as Word).tag !== 'time') return false;
  return true;
}

/** Only a preposition, an adverb or a conjunction precedes it in its clause. */
function isFronted(words: readonly Word[], groups: readonly VerbGroup[], range: DatePhrase): boolean {
  // ", Friday she had …": a clause of its own begins with the date
  const comma = words[range.first - 1]?.tag === 'preposition' ? range.first - 2 : range.first - 1;
  const after = words[range.last + 1];
  if (words[comma]?.text === ',' && after && /^(?:pronoun|determiner|possessive)$/.test(after.tag)) return true;
  for (let i = range.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    const over = groups.findIndex((group) => group.first <= i && i <= group.last);
    if (over >= 0 && !(groups[over]?.kind === 'participle' && openingPhrase(words, groups, over))) return false;
    if (word.tag === 'mark' || word.tag === 'subordinator' || word.tag === 'coordinator') {
      if (word.text === ',') continue;
      return true;
    }
  }
  // "In the third quarter of last year", "During a court hearing last month": a phrase opened by a preposition; "Shares on Monday" is not
  const first = words[0];
  return (
    first !== undefined &&
    (range.first === 0 ||
      ['preposition', 'adverb', 'time', 'subordinator', 'coordinator', 'mark', 'adjective'].includes(first.tag))
  );
}

export function crossing(words: readonly Word[], from: number, to: number): number {
  let cost = 0;
  for (let i = from; i < to; i++) {
    const word = words[i] as Word;
    if (!isBoundary(word)) continue;
    if (word.tag === 'coordinator') cost += 0.2;
    else if (word.tag === 'mark') cost += word.text === ',' ? 0.3 : 0.8;
    else cost += 0.6;
  }
  return cost;
}

/** "refused to take … last year" is dated by its finite verb, unless the date is in the future and the finite verb only plans. */
export function toGovernor(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  at: number,
  range: DatePhrase,
  dct: string | undefined,
): number {
  const group = groups[at] as VerbGroup;
  if (group.kind !== 'infinitive') return at;
  for (let k = at - 1; k >= 0; k--) {
    const over = groups[k] as VerbGroup;
    if (
      /^(?:due|likely|unlikely|set|ready|bound|certain|sure|about)$/.test(
        words[(groups[k + 1] as VerbGroup).first - 1]?.lower ?? '',
      )
    )
      return at;
    for (let i = over.last + 1; i < (groups[k + 1] as VerbGroup).first; i++)
      if (isBoundary(words[i] as Word)) return at;
    if (over.kind !== 'finite') continue;
    if (dct !== undefined && (range.timex.span?.end ?? '') > dct) return at;
    if (over.modal || (over.lemma === 'be' && over.last + 1 === (groups[k + 1] as VerbGroup).first)) return at;
    const attitude = isPlanning(over.lemma) || isPredicting(over.lemma) || isWishing(over.lemma);
    if (over.tense === 'past') return attitude && over.passive ? at : k;
    return attitude || over.lemma === 'be' || over.lemma === 'have' || over.passive ? at : k;
  }
  return at;
}
