import type { DatePhrase } from '../dates/date-phrase.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { EventCandidate } from './candidates.ts';

/** Data shared by the features of a sentence's pairs. */
export interface PairContext {
  readonly words: readonly Word[];
  readonly groups: readonly VerbGroup[];
  /** The verb group that begins at a word, by word. */
  readonly headed: readonly (VerbGroup | undefined)[];
  readonly candidates: readonly EventCandidate[];
  /** Candidates that the rules choose for each phrase, by index of the phrase: indices into `candidates`, best first. */
  readonly chosen: readonly (readonly number[])[];
  readonly phrases: readonly DatePhrase[];
  readonly dct: string | undefined;
  /** True between quotation marks, by word. */
  readonly quoted: readonly boolean[];
  /** The sentence's position in the article, from 0. */
  readonly position: number;
  readonly question: boolean;
}

/** The verb group that begins at each word. */
export function groupsByWord(words: readonly Word[], groups: readonly VerbGroup[]): (VerbGroup | undefined)[] {
  const headed: (VerbGroup | undefined)[] = words.map(() => undefined);
  for (const group of groups) headed[group.first] = group;
  return headed;
}

/** Which words are between quotation marks that open and close in this sentence, or extend to its end. */
export function quotedWords(words: readonly Word[]): boolean[] {
  let open = words.findIndex((word) => /^(?:"|“|”|``|'')$/.test(word.text));
  // a mark that closes what an earlier sentence opened
  let inside = open >= 0 && /^(?:”|'')$/.test((words[open] as Word).text);
  open = -1;
  return words.map((word, i) => {
    if (/^(?:“|``)$/.test(word.text)) inside = true;
    else if (/^(?:”|'')$/.test(word.text)) inside = false;
    else if (word.text === '"') {
      const spaced = (words[i - 1]?.end ?? -1) < word.start;
      inside = spaced || i === 0 ? !(!spaced && inside) : !inside;
      if (i > 0 && !spaced) inside = false;
    }
    return inside;
  });
}

/** A small number in growing steps. */
export const bucket = (n: number): string =>
  n <= 3 ? String(n) : n <= 5 ? '4' : n <= 8 ? '6' : n <= 12 ? '9' : n <= 20 ? '13' : '21';

/** A count up to "three or more". */
export const few = (n: number): string => (n > 2 ? '3' : String(n));

/** Counts of what lies between two words. */
export function between(
  context: PairContext,
  from: number,
  to: number,
): Record<'finite' | 'groups' | 'commas' | 'marks' | 'and' | 'sub' | 'rel' | 'prep' | 'nouns', number> {
  const { words, headed } = context;
  const n = { finite: 0, groups: 0, commas: 0, marks: 0, and: 0, sub: 0, rel: 0, prep: 0, nouns: 0 };
  for (let i = from; i < to; i++) {
    const word = words[i] as Word;
    if (word.text === ',') n.commas++;
    else if (word.tag === 'mark') n.marks++;
    else if (word.tag === 'coordinator') n.and++;
    else if (word.tag === 'subordinator') n.sub++;
    else if (word.tag === 'relative' || word.tag === 'wh') n.rel++;
    else if (word.tag === 'preposition') n.prep++;
    else if (word.tag === 'noun' || word.tag === 'name') n.nouns++;
    const group = headed[i];
    if (group !== undefined && group.first >= from && group.last < to) {
      n.groups++;
      if (group.kind === 'finite') n.finite++;
    }
  }
  return n;
}
