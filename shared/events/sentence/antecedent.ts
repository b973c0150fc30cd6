import type { WordRange } from './clause.ts';
import type { Word } from './word.ts';

/** The noun phrase before a relative pronoun. */
export function antecedent(words: readonly Word[], relative: number): WordRange {
  const apart = words[relative - 1]?.text === ',';
  let end = relative;
  while (end > 0 && ((words[end - 1] as Word).tag === 'mark' || (words[end - 1] as Word).tag === 'preposition')) end--;
  // "someone who": the pronoun is the whole phrase
  if (/^(?:some|any|every)(?:one|body)$/.test(words[end - 1]?.lower ?? '')) return { from: end - 1, to: end };
  let start = end;
  let pps = 0;
  // "another bombing run that struck": a possible verb form in the position of a noun
  if (words[end - 1]?.tag === 'verb' && /^(?:noun|adjective|determiner)$/.test(words[end - 2]?.tag ?? '')) start--;
  while (start > 0) {
    const word = words[start - 1] as Word;
    if (
      word.tag === 'noun' ||
      word.tag === 'name' ||
      word.tag === 'adjective' ||
      word.tag === 'number' ||
      (word.tag === 'possessive' && (start > 1 || word.lower !== "'s"))
    )
      start--;
    else if (word.tag === 'determiner') {
      start--;
      // "a ruling on the case, which …": after a comma the whole phrase is meant
      if (!apart || !/^(?:of|on|in|for|to|at|between|against)$/.test(words[start - 1]?.lower ?? '')) break;
    } else if (
      word.tag === 'preposition' &&
      pps < 2 &&
      (word.lower === 'of' || (apart && /^(?:on|in|for|to|at|between|against)$/.test(word.lower)))
    ) {
      pps++;
      start--;
    } else break;
  }
  while (start < end && (words[start] as Word).tag === 'preposition') start++;
  return { from: start, to: end };
}
