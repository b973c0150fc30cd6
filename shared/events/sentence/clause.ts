import type { VerbGroup } from './verb-group.ts';
import type { Word } from './word.ts';

/** Word indices, `to` exclusive. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** A dash of any kind; a hyphen only with space on both sides. */
export function isDash(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.tag !== 'mark') return false;
  if (/^(?:--+|—|–|_)$/.test(word.text)) return true;
  return word.text === '-' && (words[at - 1]?.end ?? 0) < word.start && word.end < (words[at + 1]?.start ?? word.end);
}

const OPENERS = new Set(
  'The An It He She They We But There When This These Those His Her Its Their After In On At As For If With By While Since What Why How'.split(
    ' ',
  ),
);

/** A capitalised function word that follows no full stop and precedes no name: the end of a headline or caption that runs into this sentence. */
export function opensAnew(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (!word.capital || !OPENERS.has(word.text)) return false;
  const [before, next] = [words[at - 1], words[at + 1]];
  if (!before || !next || before.tag === 'mark' || before.tag === 'preposition') return false;
  return next.kind === 'word' && !next.capital;
}

/**
 * The end of a verb's clause, exclusive: at a mark that closes it, before a conjunction that opens another clause, or before a subordinate clause.
 */
export function clauseEnd(words: readonly Word[], groups: readonly VerbGroup[], g: number): number {
  const group = groups[g] as VerbGroup;
  const inRelative = words[group.first - 1]?.tag === 'relative';
  for (let i = group.last + 1; i < words.length; i++) {
    const word = words[i] as Word;
    const next = words[i + 1];
    if (inRelative && groups.some((x) => x.first === i && x.kind === 'finite')) return i;
    if (/^(?:"|“|``)$/.test(word.text) && (words[i - 1] as Word).end < word.start) {
      const close = closingQuote(words, i);
      if (close !== undefined) {
        i = close;
        continue;
      }
    }
    if (opensAnew(words, i)) return i;
    if (word.tag === 'mark') {
      if (isDash(words, i) || /^(?:;|:|\(|\)|"|”|“|\?|!|\.\.\.|…|\[|\]|\||\*|•)$/.test(word.text)) return i;
      if (word.text === '.' && i === words.length - 1) return i;
      if (word.text === ',') {
        if (!next) return i;
        // a comma within a time expression ("June 4, 1989,") or a list does not end it
        if (next.timex >= 0 && next.timex === words[i - 1]?.timex) continue;
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
    if (word.tag === 'coordinator' && next && !insideName(words, i)) {
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

/** "the Immigration and Naturalization Service": one name. */
const insideName = (words: readonly Word[], at: number): boolean =>
  words[at - 1]?.tag === 'name' && words[at + 1]?.tag === 'name' && words[at - 2]?.lower === 'the';

/** Whether the comma is part of a list: "A, B and C". */
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

/** The mark that closes a short quotation inside a clause. */
function closingQuote(words: readonly Word[], open: number): number | undefined {
  for (let i = open + 1; i < words.length && i < open + 16; i++) {
    const { text } = words[i] as Word;
    if (/^(?:"|”|'')$/.test(text)) return /^[.,?!]$/.test((words[i - 1] as Word).text) ? undefined : i;
  }
  return undefined;
}
