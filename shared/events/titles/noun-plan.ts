import type { SyntaxToken } from '../../syntax/parsed-sentence.ts';
import type { OmittedDate } from '../sentence/render-words.ts';
import { asidesOf } from './branches.ts';
import { dateTokens, type ParsedView } from './parsed-view.ts';
import type { Plan } from './plan.ts';
import { isUnder, type Subtrees } from './subtrees.ts';

/** A noun with its phrases as a title tells it. */
export function nounPlan(
  parsed: ParsedView,
  tree: Subtrees,
  head: number,
  trigger: number,
  dropped: OmittedDate | undefined,
): Plan {
  const relationOf = (i: number): string => (tree.tokens[i] as SyntaxToken).relation;
  const kept = new Set(tree.under(head));
  const drop = (list: readonly number[]): void => {
    for (const i of list) kept.delete(i);
  };
  for (const child of tree.children[head] ?? [])
    if (/^(?:case|cc|mark|conj|cop|nsubj|aux|punct)/.test(relationOf(child))) drop(tree.under(child));
  for (const aside of asidesOf(tree, kept, dateTokens(parsed, dropped)))
    if (!aside.includes(trigger) && !aside.includes(head)) drop(aside);
  // "|two months| before the bombing": another time that the parser hung on the noun
  const isTime = (i: number): boolean => parsed.view.words[parsed.wordOf[i] as number]?.tag === 'time';
  for (const child of tree.children[head] ?? [])
    if (child < head && isTime(child) && /^(?:nmod|obl)/.test(relationOf(child))) drop(tree.under(child));
  // "the spill of 2007 in the bay |and in the strait in 2006|": it has a date of its own
  const date = dateTokens(parsed, dropped);
  for (const i of [...kept])
    if (
      /^conj/.test(relationOf(i)) &&
      !isUnder(tree, trigger, i) &&
      tree.under(i).some((k) => isTime(k) && !date.has(k))
    )
      drop(tree.under(i));
  const subject = [...kept].sort((a, b) => a - b);
  return {
    parsed,
    tree,
    clause: undefined,
    head,
    kept,
    lead: [],
    subject,
    whole: [],
    shared: [],
    object: [],
    isFiniteByWords: false,
    dropped,
    said: undefined,
  };
}

/** "There were protests in the north": the noun whose existence the clause states. */
export function existential({ tokens, children }: Subtrees, head: number, subject: number): number | undefined {
  if ((tokens[subject] as SyntaxToken).lower !== 'there') return undefined;
  return (
    (children[head] ?? []).find((child) => child > subject && tokens[child]?.relation === 'nsubj') ??
    (/^NN/.test(tokens[head]?.tag ?? '') ? head : undefined)
  );
}
