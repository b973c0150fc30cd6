import type { WordRange } from './clause.ts';
import type { VerbGroup } from './verb-group.ts';
import type { Word } from './word.ts';

const OPENS_FRONT = new Set(['preposition', 'subordinator', 'adverb', 'time', 'to', 'coordinator']);

/** A phrase before a subject that is not part of it. */
export function isFront(words: readonly Word[], groups: readonly VerbGroup[], from: number, to: number): boolean {
  const first = words[from] as Word;
  // "In recent months a group of lenders, led by …": date and subject without a comma between
  if (first.tag === 'preposition' && nounAfterDate(words, from, to)) return false;
  // "Now five more pupils, off sick on Friday, have …"
  if (first.tag === 'adverb' || first.tag === 'time') return !nounAfterAdverb(words, from, to);
  if (OPENS_FRONT.has(first.tag) && first.tag !== 'coordinator') return true;
  const group = groups.find((x) => x.first === from);
  if (group && group.kind !== 'finite') return true;
  return !hasNominal(words, from, to);
}

const nounAfterAdverb = (words: readonly Word[], from: number, to: number): boolean => {
  let at = from;
  while (at < to && /^(?:adverb|time)$/.test(words[at]?.tag ?? '')) at++;
  return at < to && /^(?:determiner|possessive|name|noun|number|adjective)$/.test(words[at]?.tag ?? '');
};

const nounAfterDate = (words: readonly Word[], from: number, to: number): boolean => {
  let date = from + 1;
  while (date < to && words[date]?.tag === 'determiner') date++;
  if (words[date]?.tag !== 'time') return false;
  while (date < to && words[date]?.tag === 'time') date++;
  return (
    date < to && /^(?:determiner|possessive|name|noun)$/.test(words[date]?.tag ?? '') && words[date]?.lower !== "'s"
  );
};

const hasNominal = (words: readonly Word[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (['noun', 'name', 'pronoun', 'number'].includes((words[i] as Word).tag)) return true;
  return false;
};

const isBarePronoun = (words: readonly Word[], at: number): boolean =>
  /^(?:i|he|she|it|we|they|you)$/.test(words[at]?.lower ?? '') &&
  !/^(?:coordinator|preposition)$/.test(words[at - 1]?.tag ?? '');

/** "Last week the firm …": the start of the subject after such a date. Undefined without such a date, and for "last week's". */
function afterAdverbial(words: readonly Word[], at: number): number | undefined {
  const word = words[at] as Word;
  if (word.tag !== 'time' || !/^(?:last|next|this)$/.test(word.lower)) return undefined;
  let end = at;
  while (words[end]?.timex === word.timex) end++;
  return words[end]?.tag === 'possessive' && /^['’]/.test(words[end]?.lower ?? '') ? undefined : end;
}

/** A subject without the conjunctions, adverbs, times and marks before it. */
export function trimFront(words: readonly Word[], from: number, to: number): WordRange {
  let start = from;
  while (start < to) {
    const word = words[start] as Word;
    const rest = afterAdverbial(words, start);
    if (rest !== undefined && rest < to) start = rest;
    else if (
      word.tag === 'coordinator' ||
      (word.tag === 'adverb' && words[start + 1]?.tag !== 'number') ||
      word.tag === 'mark' ||
      word.tag === 'negation' ||
      (word.tag === 'subordinator' && start < to - 1)
    )
      start++;
    else if (
      word.tag === 'time' &&
      !/\d-/.test(word.text) &&
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
    // "With his grounds closed": the object of the preposition is the only subject
    while (start < to - 1 && (words[start] as Word).tag === 'preposition') start++;
  }
  // "in the States it will begin", "fearing it could": a pronoun is a subject by itself, except in "the cards you found"
  if (
    to - start > 1 &&
    isBarePronoun(words, to - 1) &&
    (words[from]?.tag === 'preposition' || /^(?:verb|time|name|adverb)$/.test(words[to - 2]?.tag ?? ''))
  )
    start = to - 1;
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
