import { isBoundary, type VerbGroup } from './verb-groups.ts';
import type { Word } from './words.ts';

/** Word indices, `to` exclusive. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

const OPENS_FRONT = new Set(['preposition', 'subordinator', 'adverb', 'time', 'to', 'coordinator']);

/** The subject of a finite verb as a range of words; empty where the clause has none of its own. */
export function subjectOf(words: readonly Word[], groups: readonly VerbGroup[], g: number): WordRange {
  const group = groups[g] as VerbGroup;
  let end = group.first;
  while (
    end > 0 &&
    ((words[end - 1] as Word).tag === 'adverb' ||
      (words[end - 1] as Word).tag === 'negation' ||
      (words[end - 1] as Word).tag === 'time')
  )
    end--;
  if ((words[end - 1] as Word | undefined)?.tag === 'relative') return antecedent(words, end - 1);
  let start = end;
  // a comma right before the verb closes an apposition or a relative clause: look before its opening comma
  if ((words[end - 1] as Word | undefined)?.text === ',' || (words[end - 1] as Word | undefined)?.text === ')') {
    const closer = (words[end - 1] as Word).text;
    let open = end - 2;
    if (closer === ')') while (open >= 0 && (words[open] as Word).text !== '(') open--;
    else {
      // the first comma after the clause's beginning
      const opening = clauseStart(words, groups, g, end - 1, true);
      let firstComma = -1;
      for (let i = opening; i < end - 1; i++)
        if ((words[i] as Word).text === ',' && i > opening) {
          if (
            OPENS_FRONT.has((words[opening] as Word).tag) &&
            firstComma < 0 &&
            opening === 0 &&
            i < end - 2 &&
            hasNominalAfter(words, i + 1, end - 1)
          ) {
            const rest = subjectAfterFront(words, i + 1, end - 1);
            if (rest) return rest;
          }
          firstComma = i;
          break;
        }
      if (firstComma < 0) return { from: end, to: end };
      return trimFront(words, opening, firstComma);
    }
    end = open;
    start = open;
  }
  const opening = clauseStart(words, groups, g, end, false);
  start = opening;
  return trimFront(words, start, end);
}

const hasNominalAfter = (words: readonly Word[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (['noun', 'name', 'pronoun'].includes((words[i] as Word).tag)) return true;
  return false;
};

/** After a fronted phrase, "Kamm, founder of …," : the part up to the next comma. */
function subjectAfterFront(words: readonly Word[], from: number, to: number): WordRange | undefined {
  for (let i = from; i < to; i++)
    if ((words[i] as Word).text === ',') return i > from ? trimFront(words, from, i) : undefined;
  return undefined;
}

/** Where the words of the clause that ends in this verb's subject begin. */
function clauseStart(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  g: number,
  end: number,
  acrossCommas: boolean,
): number {
  const group = groups[g] as VerbGroup;
  let nounsAfterComma = false;
  for (let i = end - 1; i >= 0; i--) {
    const word = words[i] as Word;
    const inGroup = groups.find((x, k) => k !== g && x.first <= i && i <= x.last);
    if (inGroup) {
      if (inGroup.kind === 'finite' || inGroup.last < group.first - 12)
        return acrossCommas && inGroup.kind !== 'finite' ? continueFrom(i) : i + 1;
      if (inGroup.kind === 'infinitive' && !acrossCommas && !hasNominalBetween(words, 0, inGroup.first)) return i + 1;
      continue;
    }
    if (word.tag === 'subordinator')
      return word.lower === 'before' ||
        word.lower === 'after' ||
        word.lower === 'since' ||
        word.lower === 'until' ||
        word.lower === 'as'
        ? prepositional(words, groups, g, i)
          ? continueFrom(i)
          : i + 1
        : i + 1;
    if (word.tag === 'wh') return i + 1;
    if (word.tag === 'relative' && !acrossCommas) return i + 1;
    if (word.tag === 'mark') {
      if (word.text === ',') {
        if (acrossCommas) continue;
        // a list of subjects ("Poland, Hungary and …") goes on; a fronted phrase ends here
        if (listGoesOn(words, i, end)) continue;
        return i + 1;
      }
      if (word.text === '-' || word.text === "'" || word.text === '/') continue;
      if (word.text === '.' && i < end - 1) continue;
      return i + 1;
    }
    if (word.tag === 'coordinator' && !acrossCommas) {
      const earlierFinite = groups.some(
        (x, k) => k < g && x.kind === 'finite' && x.last < i && !(words[i - 1]?.text === ',' && false),
      );
      if (earlierFinite && !nounsAfterComma && finiteOpenBefore(words, groups, i)) return i + 1;
    }
    if (word.tag === 'noun' || word.tag === 'name') nounsAfterComma = false;
  }
  return 0;

  function continueFrom(i: number): number {
    return i + 1;
  }
}

const hasNominalBetween = (words: readonly Word[], from: number, to: number): boolean =>
  hasNominalAfter(words, from, to);

/** "after" as a preposition inside a subject ("the day after the vote saw …") is rare: taken for one only without a verb of its own. */
function prepositional(words: readonly Word[], groups: readonly VerbGroup[], g: number, at: number): boolean {
  const group = groups[g] as VerbGroup;
  return (
    at > 0 &&
    (words[at - 1] as Word).tag === 'noun' &&
    !groups.some((x, k) => k !== g && x.kind === 'finite' && x.first > at && x.last < group.first) &&
    false
  );
}

/** The finite verb before a coordinator: is the coordinator joining clauses (true) or nouns of the subject (false)? */
function finiteOpenBefore(words: readonly Word[], groups: readonly VerbGroup[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (groups.some((x) => x.kind === 'finite' && x.first <= i && i <= x.last)) return true;
    if (word.tag === 'subordinator' || word.tag === 'relative' || word.text === ';') return false;
  }
  return false;
}

function listGoesOn(words: readonly Word[], comma: number, end: number): boolean {
  let conjunction = false;
  for (let i = comma + 1; i < end; i++) {
    const word = words[i] as Word;
    if (word.lower === 'and' || word.lower === 'or') conjunction = true;
    else if (word.tag === 'verb' || (word.tag === 'preposition' && !conjunction && i === comma + 1)) return false;
  }
  if (!conjunction) return false;
  // what stands before the comma must be a noun phrase without verb or opening preposition
  for (let i = comma - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.tag === 'verb' || word.tag === 'modal' || word.tag === 'be') return false;
    if (i === 0 || isBoundary(words[i - 1] as Word))
      return word.tag !== 'preposition' && word.tag !== 'adverb' && word.tag !== 'time' && word.tag !== 'subordinator';
  }
  return true;
}

/** A subject without the conjunctions, adverbs, times and marks that stand before it. */
function trimFront(words: readonly Word[], from: number, to: number): WordRange {
  let start = from;
  while (start < to) {
    const word = words[start] as Word;
    if (
      word.tag === 'coordinator' ||
      word.tag === 'adverb' ||
      word.tag === 'mark' ||
      word.tag === 'negation' ||
      (word.tag === 'subordinator' && start < to - 1)
    )
      start++;
    else if (
      word.tag === 'time' &&
      !(words[start + 1] && /^(?:noun|name|adjective|possessive)$/.test((words[start + 1] as Word).tag))
    )
      start++;
    else break;
  }
  // "On Monday police …": a fronted phrase without a comma
  if (start < to && (words[start] as Word).tag === 'preposition') {
    let i = start + 1;
    while (i < to && ['determiner', 'adjective', 'time', 'number', 'possessive'].includes((words[i] as Word).tag)) i++;
    if (i < to && (words[i - 1] as Word).tag === 'time') return { from: i, to };
    for (let k = start; k < to; k++)
      if (
        (words[k] as Word).tag === 'time' &&
        k + 1 < to &&
        (words[k + 1] as Word).tag !== 'time' &&
        (words[k + 1] as Word).tag !== 'possessive'
      )
        return { from: k + 1, to };
  }
  let end = to;
  while (
    end > start &&
    ((words[end - 1] as Word).tag === 'mark' ||
      (words[end - 1] as Word).tag === 'adverb' ||
      (words[end - 1] as Word).tag === 'coordinator')
  )
    end--;
  return { from: start, to: end };
}

/** The noun phrase before a relative pronoun. */
export function antecedent(words: readonly Word[], relative: number): WordRange {
  let end = relative;
  while (end > 0 && ((words[end - 1] as Word).tag === 'mark' || (words[end - 1] as Word).tag === 'preposition')) end--;
  let start = end;
  let pps = 0;
  while (start > 0) {
    const word = words[start - 1] as Word;
    if (
      word.tag === 'noun' ||
      word.tag === 'name' ||
      word.tag === 'adjective' ||
      word.tag === 'number' ||
      (word.tag === 'possessive' && start > 1)
    )
      start--;
    else if (word.tag === 'determiner') {
      start--;
      break;
    } else if (word.tag === 'preposition' && word.lower === 'of' && pps === 0) {
      pps++;
      start--;
    } else break;
  }
  return { from: start, to: end };
}

/**
 * Where the clause of a verb ends: at a mark that closes it, before a conjunction that opens another clause, before a subordinate clause.
 * Index exclusive.
 */
export function clauseEnd(words: readonly Word[], groups: readonly VerbGroup[], g: number): number {
  const group = groups[g] as VerbGroup;
  for (let i = group.last + 1; i < words.length; i++) {
    const word = words[i] as Word;
    const next = words[i + 1];
    if (word.tag === 'mark') {
      if (/^(?:;|:|--|—|–|\(|\)|"|”|“|\?|!|\.\.\.|…|\[|\])$/.test(word.text))
        return i > group.last + 1 || word.text !== '"' ? i : i;
      if (word.text === '.' && i === words.length - 1) return i;
      if (word.text === ',') {
        if (!next) return i;
        // a comma inside a number of times ("June 4, 1989,") or a list goes on
        if (next.tag === 'time' || words[i - 1]?.tag === 'time') continue;
        if (enumerates(words, i)) continue;
        return i;
      }
      continue;
    }
    if (word.tag === 'subordinator') {
      if (word.lower === 'that' && i <= group.last + 4) continue;
      const opensClause = groups.some((x) => x.kind === 'finite' && x.first > i && x.first < i + 14);
      if (
        word.lower === 'as' ||
        word.lower === 'after' ||
        word.lower === 'before' ||
        word.lower === 'since' ||
        word.lower === 'until' ||
        word.lower === 'once'
      ) {
        if (!opensClause) continue;
      }
      return i;
    }
    if (word.tag === 'coordinator' && next) {
      const finite = groups.find((x) => x.kind === 'finite' && x.first > i);
      if (finite) {
        let apart = true;
        for (let k = i + 1; k < finite.first; k++)
          if (
            (words[k] as Word).text === ',' ||
            (words[k] as Word).tag === 'relative' ||
            ((words[k] as Word).tag === 'preposition' && k > i + 6)
          )
            apart = false;
        if (apart && finite.first - i < 10) return i;
      }
    }
  }
  return words.length;
}

/** Does the comma stand in "A, B and C"? */
function enumerates(words: readonly Word[], comma: number): boolean {
  for (let i = comma + 1; i < words.length && i < comma + 9; i++) {
    const word = words[i] as Word;
    if (
      word.tag === 'verb' ||
      word.tag === 'relative' ||
      word.tag === 'modal' ||
      word.tag === 'be' ||
      word.tag === 'have' ||
      word.tag === 'subordinator' ||
      word.tag === 'pronoun'
    )
      return false;
    if ((word.lower === 'and' || word.lower === 'or') && i > comma + 1) {
      const after = words[i + 1];
      return after !== undefined && after.tag !== 'verb' && after.tag !== 'pronoun' && after.tag !== 'adverb';
    }
    if (word.tag === 'mark' && word.text !== ',') return false;
  }
  return false;
}
