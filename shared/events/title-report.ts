import { clauseEnd, type WordRange } from './clause.ts';
import { isReporting } from './lexicon/attitudes.ts';
import { type Dropped, piece, type SentenceView } from './phrase.ts';
import { subjectOf } from './subject.ts';
import type { VerbGroup } from './verb-group.ts';
import type { Word } from './words.ts';

/** What is said belongs to the saying: up to the end of the sentence or to a mark that closes it. */
export function reportEnd(words: readonly Word[], groups: readonly VerbGroup[], g: number): number {
  const group = groups[g] as VerbGroup;
  for (let i = group.last + 1; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.tag !== 'mark') {
      if (
        word.tag === 'coordinator' &&
        i > group.last + 6 &&
        groups.some((x) => x.kind === 'finite' && x.first > i && x.first < i + 5)
      )
        return i;
      continue;
    }
    if (/^(?:;|:|--|—|–|\(|\?|!|\.\.\.|…)$/.test(word.text)) return i;
    if (/^(?:"|”|'')$/.test(word.text) && i > group.last + 10) return i;
    if (word.text === '.' && i === words.length - 1) return i;
    if (word.text === ',' && i > group.last + 6 && words[i + 1]?.tag !== 'time') return i;
  }
  return words.length;
}

export const firstComma = (words: readonly Word[], from: number, to: number): number => {
  for (let i = from; i < to; i++) if (words[i]?.text === ',') return i;
  return to;
};

/** What was said, where it stands before the verb of saying: '"A decision was made," Kamm said'. */
export function fronted(view: SentenceView, g: number, subject: WordRange, dropped: Dropped): string[] | undefined {
  const { words, groups } = view;
  if (subject.from < 4) return undefined;
  let from = 0;
  for (let i = 0; i < subject.from; i++) if (view.hidden(i)) from = i + 1;
  const verb = groups.findIndex(
    (x, k) => k < g && x.kind === 'finite' && x.first >= from && x.last < subject.from && !isReporting(x.lemma),
  );
  if (verb < 0) return undefined;
  const own = subjectOf(words, groups, verb);
  const end = Math.min(clauseEnd(words, groups, verb), subject.from);
  const parts = [
    ...(own.to > own.from ? piece(view, Math.max(own.from, from), own.to, dropped) : []),
    ...piece(view, (groups[verb] as VerbGroup).first, end, dropped),
  ];
  return parts.length > 2 ? [':', ...parts] : undefined;
}
