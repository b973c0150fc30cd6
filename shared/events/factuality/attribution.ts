import type { Anchor } from '../anchoring/anchor.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import type { SentenceView } from '../sentence/render-words.ts';
import { subjectOf } from '../sentence/subject.ts';

/** The source of a statement, if the sentence names one: "Kamm", "the company". Never for the event of saying itself. */
export function attributionOf(view: SentenceView, anchor: Anchor): string | undefined {
  const { words, groups } = view;
  const according = words.findIndex((word, i) => word.lower === 'according' && words[i + 1]?.lower === 'to');
  if (according >= 0) {
    let end = according + 2;
    while (
      end < words.length &&
      ['determiner', 'possessive', 'noun', 'name', 'adjective', 'number'].includes(words[end]?.tag ?? '')
    )
      end++;
    if (end > according + 2) return written(view, according + 2, end);
  }
  for (let g = 0; g < groups.length; g++) {
    const group = groups[g];
    if (!group || g === anchor.group || group.kind !== 'finite' || !isReporting(group.lemma) || group.negated) continue;
    if (view.hidden(group.first)) continue;
    const subject = subjectOf(words, groups, g);
    if (subject.to > subject.from && subject.to - subject.from < 12) {
      const who = written(view, subject.from, subject.to);
      if (who) return who;
    }
  }
  return undefined;
}

function written(view: SentenceView, from: number, to: number): string | undefined {
  const { words, text } = view;
  let start = from;
  while (start < to && (words[start]?.tag === 'determiner' || words[start]?.tag === 'mark')) start++;
  const first = words[start];
  const last = words[to - 1];
  if (!first || !last || start >= to) return undefined;
  if (first.tag === 'pronoun') return view.nameFor(first);
  const who = text
    .slice(first.start, last.end)
    .replace(/\s+/g, ' ')
    .replace(/^["“”'`]+|["“”'`,]+$/g, '');
  return who.length > 0 && who.length <= 80 ? who : undefined;
}
