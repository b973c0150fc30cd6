import { isReporting } from '../lexicon/factuality-verbs.ts';
import { antecedent } from './antecedent.ts';
import { isDash, opensAnew, type WordRange } from './clause.ts';
import { contactSubject } from './participles.ts';
import { isFront, trimFront } from './subject-front.ts';
import { isBoundary, type VerbGroup } from './verb-group.ts';
import type { Word } from './word.ts';

/** The subject of a finite verb as a range of words; empty if the clause has none of its own. */
export function subjectOf(words: readonly Word[], groups: readonly VerbGroup[], g: number): WordRange {
  const group = groups[g] as VerbGroup;
  let end = group.first;
  while (end > 0 && ['adverb', 'negation', 'time'].includes((words[end - 1] as Word).tag)) end--;
  // 'Berg "sees no reason"': a quotation that begins with the verb
  if (/^(?:"|“|``)$/.test(words[end - 1]?.text ?? '') && /^(?:noun|name)$/.test(words[end - 2]?.tag ?? '')) end--;
  // "planned for Saturday was cancelled": the preposition goes with the date
  if (
    end > 1 &&
    end < group.first &&
    (words[end] as Word).tag === 'time' &&
    (words[end - 1] as Word).tag === 'preposition'
  )
    end--;
  const before = words[end - 1];
  // "In 1996, that was a fifth": there is no noun before it that it could modify
  const alone =
    before?.lower === 'that' &&
    before.tag !== 'relative' &&
    (end < 2 || words[end - 2]?.tag === 'time' || /^[,"“]$/.test(words[end - 2]?.text ?? ''));
  if (alone) return { from: end - 1, to: end };
  // "to find out who shot the plane down", "asked what caused it": the interrogative word is the subject
  const asking = /^(?:out|him|her|them|us|me)$/.test(words[end - 2]?.lower ?? '') ? end - 3 : end - 2;
  if (/^(?:who|what|which)$/.test(before?.lower ?? '') && words[asking]?.tag === 'verb')
    return { from: end - 1, to: end };
  if (before?.tag === 'relative' || before?.lower === 'that') return antecedent(words, end - 1);
  if (before && isDash(words, end - 1)) {
    const open = words.findLastIndex((word, i) => i < end - 1 && word.text === before.text);
    if (open > 0 && !groups.some((x) => x.kind === 'finite' && x.first > open && x.last < end && x.last < open + 2)) {
      const range = clauseStart(words, groups, g, open);
      return trimFront(words, range.from, range.to);
    }
  }
  const reported = whichSomebodySays(words, groups, g);
  if (reported) return reported;
  if (before?.text === ',' || before?.text === ')')
    return invertedSubject(words, group) ?? subjectBeforeAside(words, groups, g, end - 1);
  const contact = contactSubject(words, end - 1);
  if (contact !== undefined && groups.some((x, k) => k < g && x.kind === 'finite')) return { from: contact, to: end };
  const inverted = invertedSubject(words, group);
  if (inverted) return inverted;
  const range = clauseStart(words, groups, g, end);
  return trimFront(words, range.from, range.to);
}

/** "a slick that officials said could reach the shore": the subject precedes "that", not "said". */
function whichSomebodySays(words: readonly Word[], groups: readonly VerbGroup[], g: number): WordRange | undefined {
  const saying = groups[g - 1];
  const group = groups[g] as VerbGroup;
  if (saying?.kind !== 'finite' || saying.last !== group.first - 1 || !isReporting(saying.lemma)) return undefined;
  let start = saying.first;
  while (start > 0 && /^(?:noun|name|adjective|determiner|pronoun|possessive)$/.test((words[start - 1] as Word).tag))
    start--;
  const before = words[start - 1];
  return before?.tag === 'relative' || before?.lower === 'which' ? antecedent(words, start - 1) : undefined;
}

/** '"…," said Kamm': after a quotation the subject follows the verb of saying. */
function invertedSubject(words: readonly Word[], group: VerbGroup): WordRange | undefined {
  const before = words[group.first - 1];
  const next = words[group.last + 1];
  if (!isReporting(group.lemma) || group.first !== group.last || !before || !next) return undefined;
  const quoted =
    /^(?:"|”|''|’|')$/.test(before.text) ||
    (before.text === ',' && /^(?:"|”|''|’)$/.test(words[group.first - 2]?.text ?? ''));
  if (!quoted || !/^(?:name|noun|determiner|possessive|pronoun|adjective)$/.test(next.tag)) return undefined;
  let to = group.last + 1;
  while (
    to < words.length &&
    /^(?:name|noun|determiner|possessive|pronoun|adjective|number)$/.test((words[to] as Word).tag)
  )
    to++;
  return { from: group.last + 1, to };
}

/** The verb follows a comma: an apposition or a relative clause lies between it and its subject. */
function subjectBeforeAside(words: readonly Word[], groups: readonly VerbGroup[], g: number, comma: number): WordRange {
  const opening = hardStart(words, groups, g, comma);
  let from = afterContrast(words, opening, comma);
  for (let i = from; i <= comma; i++) {
    const word = words[i] as Word;
    if (word.text !== ',' && word.text !== '(') continue;
    if (i > from && !isFront(words, groups, from, i)) {
      const subject = trimFront(words, from, i);
      if (subject.to > subject.from) return subject;
    } else if (i < comma) {
      const named = nameAfterConjunction(words, from, i);
      if (named) return named;
    }
    from = i + 1;
  }
  return { from: comma, to: comma };
}

/** "fell silent after Harbour Watch, a lobby group, opened …": a name with an apposition, not a phrase before a subject. */
function nameAfterConjunction(words: readonly Word[], from: number, comma: number): WordRange | undefined {
  if (!/^an?$/.test(words[comma + 1]?.lower ?? '')) return undefined;
  let start = comma;
  while (start > from && words[start - 1]?.tag === 'name') start--;
  return start < comma && start - 1 > from && /^(?:since|after|before|as|until)$/.test(words[start - 1]?.lower ?? '')
    ? { from: start, to: comma }
    : undefined;
}

/** "…, but Ann Lee, the prosecutor, has called": the clause after the conjunction has the subject, if an aside lies between. */
function afterContrast(words: readonly Word[], from: number, comma: number): number {
  for (let i = comma - 1; i > from; i--)
    if (words[i]?.text === ',' && words[i + 1]?.lower === 'but') {
      for (let k = i + 2; k < comma; k++) if (words[k]?.text === ',') return i + 2;
      return from;
    }
  return from;
}

/** The start of the words among which the verb's subject must be: after the last verb, subordinator or mark that closes a clause. */
function hardStart(words: readonly Word[], groups: readonly VerbGroup[], g: number, end: number): number {
  for (let i = end - 1; i >= 0; i--) {
    const word = words[i] as Word;
    const over = groupAt(groups, g, i);
    if (over?.kind === 'finite') {
      const opener = embeddedOpener(words, over, true);
      if (opener === undefined) return i + 1;
      i = opener;
      continue;
    }
    if (opensAnew(words, i)) return i;
    // ", while profitable,": an aside without a verb of its own
    if (word.lower === 'while' && words[i - 1]?.text === ',' && !groups.some((x) => x.first > i && x.last < end))
      continue;
    if (word.tag === 'subordinator' || word.tag === 'wh') return i + 1;
    if (isDash(words, i)) return i + 1;
    const quoted = word.tag === 'mark' ? insideQuotes(words, i) : undefined;
    if (quoted !== undefined) {
      i = quoted;
      continue;
    }
    if (word.tag === 'mark' && !/^[,.'/()-]$/.test(word.text)) return i + 1;
  }
  return 0;
}

const groupAt = (groups: readonly VerbGroup[], except: number, i: number): VerbGroup | undefined =>
  groups.find((x, k) => k !== except && x.first <= i && i <= x.last);

/** The "who", "whose", "which", "that" that opens the clause of an embedded verb after a noun, so that the noun may still be a subject. */
function embeddedOpener(words: readonly Word[], group: VerbGroup, relativesOnly: boolean): number | undefined {
  for (let i = group.first - 1; i >= 0 && i >= group.first - 10; i--) {
    const word = words[i] as Word;
    if (word.tag === 'relative' || word.lower === 'whose' || (!relativesOnly && word.lower === 'that'))
      return i > 0 ? i : undefined;
    if (word.tag === 'subordinator' || (word.tag === 'mark' && word.text !== ',')) return undefined;
  }
  return undefined;
}

/** 'The "top hat" on the well': the mark that opens a short quotation inside a phrase, from the one that closes it. */
function insideQuotes(words: readonly Word[], close: number): number | undefined {
  const { text } = words[close] as Word;
  if ((text !== '"' && text !== '”') || words[close - 1]?.tag === 'mark') return undefined;
  for (let i = close - 2; i > 0 && i > close - 8; i--) {
    const open = (words[i] as Word).text;
    if (open === '"' || open === '“')
      return /^(?:determiner|possessive|noun|adjective|name)$/.test(words[i - 1]?.tag ?? '') ? i : undefined;
  }
  return undefined;
}

/** The start of the clause that ends in this verb's subject. */
function clauseStart(words: readonly Word[], groups: readonly VerbGroup[], g: number, end: number): WordRange {
  let cut = end;
  for (let i = end - 1; i >= 0; i--) {
    const word = words[i] as Word;
    const over = groupAt(groups, g, i);
    if (over) {
      if (over.kind !== 'finite') continue;
      // "a woman who was watching her clothes dry was killed", "people warned that flu had broken out in Uganda caused panic": the subject
      // precedes the clause that modifies it
      const tail = i + 1 < end && ['preposition', 'adverb', 'to'].includes((words[i + 1] as Word).tag);
      const opener = i + 1 < end ? embeddedOpener(words, over, !tail) : undefined;
      if (opener === undefined) return { from: i + 1, to: cut };
      cut = opener;
      i = opener;
      continue;
    }
    if (opensAnew(words, i)) return { from: i, to: cut };
    if (word.tag === 'subordinator' || word.tag === 'wh' || word.tag === 'relative') return { from: i + 1, to: cut };
    if (word.tag === 'mark') {
      if (isDash(words, i)) return { from: i + 1, to: cut };
      const quoted = insideQuotes(words, i);
      if (quoted !== undefined) {
        i = quoted;
        continue;
      }
      if (
        word.text === ',' ? listGoesOn(words, i, end) : /^[-'/]$/.test(word.text) || (word.text === '.' && i < end - 1)
      )
        continue;
      return { from: i + 1, to: cut };
    }
    if (word.tag === 'coordinator' && finiteOpenBefore(words, groups, i)) return { from: i + 1, to: cut };
  }
  return { from: 0, to: cut };
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
  // the words before the comma must be a noun phrase without verb or opening preposition
  for (let i = comma - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.tag === 'verb' || word.tag === 'modal' || word.tag === 'be') return false;
    if (i === 0 || isBoundary(words[i - 1] as Word))
      return word.tag !== 'preposition' && word.tag !== 'adverb' && word.tag !== 'time' && word.tag !== 'subordinator';
  }
  return true;
}
