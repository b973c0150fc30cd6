import { isReporting } from '../lexicon/factuality-verbs.ts';
import { isBoundary, type VerbGroup } from './verb-group.ts';
import type { Word } from './word.ts';

/** No boundary between two word indices (exclusive of both). */
function joined(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (isBoundary(words[i] as Word)) return false;
  return true;
}

/** Distinguishes "prisoners released last year were …" from "China released prisoners". */
export function settleAmbiguous(words: readonly Word[], groups: VerbGroup[]): void {
  for (let g = 0; g < groups.length; g++) {
    const group = groups[g] as VerbGroup;
    if (!group.ambiguous) continue;
    let at = group.first - 1;
    while (at >= 0 && ((words[at] as Word).tag === 'adverb' || (words[at] as Word).tag === 'negation')) at--;
    const before = words[at];
    const earlier = lastFinite(groups, g);
    const later = groups.slice(g + 1).find((x) => x.kind === 'finite');
    const next = words[group.last + 1];
    // "the clerk who spoke on condition of anonymity said": "said" is hardly ever a participle
    if (words[group.head]?.lower === 'said' && before?.tag === 'noun' && !/^(?:to|by)$/.test(next?.lower ?? ''))
      continue;
    if (NEVER_PASSIVE.test(group.lemma)) continue;
    if (
      before === undefined ||
      isPassiveTail(words, group) ||
      isAside(words, groups, g) ||
      inFrontPhrase(words, group, later)
    ) {
      group.kind = 'participle';
    } else if (opensOwnClause(words, groups, g) && next?.lower !== 'by') {
    } else if (before.tag === 'mark') {
      if (before.text === ',') {
        const commaLater = later && words[later.first - 1]?.text === ',' && !takesObject(next);
        if (later && hasSubjectBetween(words, group, later)) continue;
        if (earlier && !betweenHasOpenSubject(words, earlier, group)) group.kind = 'participle';
        else if (later && (next?.lower === 'by' || commaLater) && at > 0) group.kind = 'participle';
      } else if (before.text === '(' || before.text === '--') group.kind = 'participle';
    } else if (before.tag === 'subordinator' || before.tag === 'preposition') {
      if (before.lower !== 'that') group.kind = 'participle';
    } else if (before.tag === 'coordinator') {
      const sibling = groups[g - 1];
      if (sibling?.kind === 'participle') group.kind = 'participle';
    } else if (before.tag === 'verb' || before.tag === 'be' || before.tag === 'have') {
      if (!isReporting(before.form?.lemma ?? '')) group.kind = 'participle';
    } else if (before.tag !== 'relative' && before.tag !== 'pronoun' && contactSubject(words, at) === undefined) {
      if (
        later &&
        joined(words, group.last, later.first) &&
        !hasSubjectBetween(words, group, later) &&
        !(later.ambiguous && takesObject(next))
      )
        group.kind = 'participle';
      else if (
        earlier &&
        joined(words, earlier.last, group.first) &&
        !mainAfterRelative(words, groups, earlier) &&
        (!isReporting(earlier.lemma) || saidInA(words, earlier, group))
      )
        group.kind = 'participle';
      else if (
        next?.lower === 'by' &&
        earlier &&
        !isReporting(earlier.lemma) &&
        !clauseOpensBetween(words, earlier.last, group.first)
      )
        group.kind = 'participle';
    }
  }
}

/** "In a response filed on Wednesday, BP called": the noun before it depends on the preposition that opens the clause. */
function inFrontPhrase(words: readonly Word[], group: VerbGroup, later: VerbGroup | undefined): boolean {
  let from = group.first;
  while (from > 0 && !isBoundary(words[from - 1] as Word)) from--;
  const object = words[from + 1]?.lower === 'to' ? words[from + 2] : words[from + 1];
  if (words[from]?.tag !== 'preposition' || !/^(?:determiner|possessive|adjective)$/.test(object?.tag ?? ''))
    return false;
  for (let i = from; i < group.first; i++) if ((words[i] as Word).tag === 'time') return false;
  if (!later) return from > 0;
  for (let i = group.last + 1; i < later.first; i++) if ((words[i] as Word).text === ',') return true;
  return false;
}

const NEVER_PASSIVE =
  /^(?:arrive|die|happen|occur|appear|disappear|emerge|erupt|collapse|remain|stay|travel|vanish|exist|resign|apologi[sz]e)$/;

/** ", a drug typically administered in hospitals,": an aside after the verb of the clause that begins with "a" has no finite verb. */
function isAside(words: readonly Word[], groups: readonly VerbGroup[], g: number): boolean {
  const group = groups[g] as VerbGroup;
  if (isReporting(group.lemma) || words[group.last + 1]?.tag !== 'preposition' || !lastFinite(groups, g)) return false;
  let i = group.first - 1;
  while (i > 0 && words[i]?.tag !== 'mark' && words[i]?.tag !== 'verb') {
    if (/^(?:relative|subordinator|pronoun)$/.test((words[i] as Word).tag)) return false;
    i--;
  }
  return words[i]?.text === ',' && /^an?$/.test(words[i + 1]?.lower ?? '');
}

const INTRANSITIVE =
  /^(?:rise|fall|drop|increase|decrease|grow|stand|decline|come|go|climb|slip|gain|jump|live|die|pass|stop|swear)$/;

/** "rented by Dr Murray", "a company based in Basel": a form that modifies the noun before it. */
function isPassiveTail(words: readonly Word[], group: VerbGroup): boolean {
  const next = words[group.last + 1];
  const after = words[group.last + 2];
  if (
    next?.lower === 'by' &&
    after &&
    after.tag !== 'number' &&
    after.tag !== 'time' &&
    after.tag !== 'verb' &&
    !INTRANSITIVE.test(group.lemma)
  )
    return true;
  return (
    /^(?:base|locate|situate|headquarter|dedicate|entitle|title|bear)$/.test(group.lemma) && next?.tag === 'preposition'
  );
}

/** "The bomb that exploded on Friday killed four": the verb before belongs to a relative clause, so the main verb is still to come. */
const mainAfterRelative = (words: readonly Word[], groups: readonly VerbGroup[], earlier: VerbGroup): boolean =>
  words[earlier.first - 1]?.tag === 'relative' && !groups.some((x) => x.kind === 'finite' && x.last < earlier.first);

/** "said in a letter published …": the noun before the verb depends on the preposition after the verb of saying. */
function saidInA(words: readonly Word[], saying: VerbGroup, group: VerbGroup): boolean {
  if (words[saying.last + 1]?.tag !== 'preposition') return false;
  for (let i = saying.last + 1; i < group.first; i++) if ((words[i] as Word).tag === 'time') return false;
  return (
    /^(?:determiner|possessive|adjective|noun)$/.test(words[saying.last + 2]?.tag ?? '') &&
    group.first - saying.last < 8
  );
}

/** The first verb after "that", "when" and similar words, with a subject in between: the verb of that clause. */
function opensOwnClause(words: readonly Word[], groups: readonly VerbGroup[], g: number): boolean {
  const group = groups[g] as VerbGroup;
  for (let i = group.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.tag === 'mark' || word.tag === 'coordinator') return false;
    if (groups.some((x, k) => k < g && x.first <= i && i <= x.last)) return false;
    if (
      word.tag === 'relative' ||
      word.tag === 'wh' ||
      (word.tag === 'subordinator' && !/^(?:as|than|since|after|before|until|once)$/.test(word.lower))
    )
      return i < group.first - 1;
  }
  return false;
}

/** A noun phrase begins right after the verb. */
const takesObject = (next: Word | undefined): boolean =>
  next !== undefined && /^(?:determiner|possessive|name|noun|number|adjective|object-pronoun|pronoun)$/.test(next.tag);

function lastFinite(groups: readonly VerbGroup[], before: number): VerbGroup | undefined {
  for (let k = before - 1; k >= 0; k--) if (groups[k]?.kind === 'finite') return groups[k];
  return undefined;
}

/** "He said BP filed": after a reporting verb a bare clause follows. */
function hasSubjectBetween(words: readonly Word[], group: VerbGroup, later: VerbGroup): boolean {
  if (!isReporting(group.lemma)) return false;
  for (let i = group.last + 1; i < later.first; i++) {
    const tag = (words[i] as Word).tag;
    if (tag === 'noun' || tag === 'name' || tag === 'pronoun') return true;
  }
  return false;
}

/** "…, who, with …, said": the verb before the comma belongs to a relative clause, so the subject still lacks its verb. */
function betweenHasOpenSubject(words: readonly Word[], earlier: VerbGroup, group: VerbGroup): boolean {
  for (let i = earlier.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.tag === 'relative') return true;
    if (word.tag === 'subordinator' && word.lower !== 'that') return true;
    if (word.tag === 'mark' && word.text === ',') {
      // a comma before the earlier verb with no subject of its own: an apposition with a clause
      break;
    }
    if (word.tag === 'verb' && i < earlier.first) break;
  }
  // "when the rig, leased by a firm, exploded": the subject after the conjunction is separated from its verb by an aside
  let commas = 0;
  for (let i = group.first - 1; i > earlier.last; i--) {
    const word = words[i] as Word;
    if (word.text === ',') commas++;
    else if (
      commas > 1 &&
      /^(?:when|after|because|while|where|as|since)$/.test(word.lower) &&
      word.tag === 'subordinator'
    )
      return true;
  }
  // a quotation ends with the comma: '"…," Kamm, founder of …, said'
  for (let i = earlier.last + 1; i < group.first; i++) {
    const text = (words[i] as Word).text;
    if (text === '"' || text === '”' || text === "''" || text === '’') return true;
  }
  return false;
}

function clauseOpensBetween(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    const tag = (words[i] as Word).tag;
    if (tag === 'subordinator' || tag === 'coordinator' || tag === 'relative') return true;
  }
  return false;
}

/**
 * "the 28,000 systems Sun shipped", "the plan Congress passed": a name right after a noun is the subject of a clause without "that".
 *
 * @returns Index of the name's first word, or `undefined`.
 */
export function contactSubject(words: readonly Word[], last: number): number | undefined {
  if (words[last]?.tag !== 'name') return undefined;
  let first = last;
  while (first > 0 && words[first - 1]?.tag === 'name') first--;
  return words[first - 1]?.tag === 'noun' ? first : undefined;
}
