import { settleAmbiguous } from './participles.ts';
import { readGroup } from './read-verb-group.ts';
import type { VerbGroup } from './verb-group.ts';
import type { Word } from './word.ts';

/** All verb groups of a sentence, in order, each finite or a participle. */
export function findVerbGroups(words: readonly Word[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let i = 0;
  while (i < words.length) {
    const word = words[i] as Word;
    const starts =
      word.tag === 'verb' ||
      word.tag === 'modal' ||
      word.tag === 'be' ||
      word.tag === 'have' ||
      word.tag === 'do' ||
      word.tag === 'to';
    if (!starts) {
      i++;
      continue;
    }
    const group = readGroup(words, i);
    groups.push(group);
    i = group.last + 1;
  }
  settleAmbiguous(words, groups);
  return groups;
}

const BOTH = new Set(['before', 'after', 'since', 'until', 'as', 'till', 'once']);

/** "before", "after", "as" and similar words are prepositions if no finite verb follows in their clause. */
export function settlePrepositions(words: readonly Word[], groups: readonly VerbGroup[]): Word[] {
  return words.map((word, i) => {
    if (word.tag !== 'subordinator' || !BOTH.has(word.lower)) return word;
    if (groups.some((x) => x.first === i + 1 && x.kind === 'gerund')) return { ...word, tag: 'preposition' as const };
    for (let k = i + 1; k < words.length && k < i + 18; k++) {
      const next = words[k] as Word;
      const group = groups.find((x) => x.first === k);
      if (group?.kind === 'finite') return word;
      if (
        (next.tag === 'mark' && next.text !== '-' && next.text !== "'") ||
        next.tag === 'subordinator' ||
        next.tag === 'relative'
      )
        break;
      // "gathered after prayers and shouted": the verb belongs to another clause
      const verbFollows = groups.some((x) => x.first === k + 1 && x.kind === 'finite');
      if (next.tag === 'coordinator' && (k > i + 4 || verbFollows)) break;
    }
    return { ...word, tag: 'preposition' as const };
  });
}
