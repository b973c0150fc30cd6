import type { Token } from '../text/tokens.ts';
import type { Complement, Phrase, TokenRange } from './parsed-sentence.ts';
import { baseOf, type Tree } from './tree.ts';

/** Relations that belong to a clause, not to the noun or adjective that is its predicate. */
const OF_CLAUSE =
  /^(?:nsubj|csubj|expl|aux|cop|mark|cc|conj|punct|advcl|parataxis|obl|advmod|vocative|discourse|dislocated|ccomp|nmod:unmarked)/;

/** Cuts punctuation from both ends of a range; a range of marks alone stays as it is. */
export function trimmed(tokens: readonly Token[], from: number, to: number): TokenRange {
  let first = from;
  let end = to;
  const isMark = (i: number): boolean => {
    const token = tokens[i] as Token;
    return token.kind === 'mark' && !/^[&%$€£]$/.test(token.text);
  };
  while (end - 1 > first && isMark(end - 1) && !closes(tokens, first, end - 1)) end--;
  while (first < end - 1 && isMark(first) && !opens(tokens, first, end)) first++;
  return { from: first, to: end };
}

/** A bracket or quotation mark whose partner lies in the same range stays. */
const closes = (tokens: readonly Token[], from: number, i: number): boolean => {
  const partner = { ')': '(', ']': '[', '”': '“', '"': '"' }[(tokens[i] as Token).text];
  if (partner === undefined) return false;
  for (let k = i - 1; k >= from; k--) if ((tokens[k] as Token).text === partner) return true;
  return false;
};
const opens = (tokens: readonly Token[], i: number, to: number): boolean => {
  const partner = { '(': ')', '[': ']', '“': '”', '"': '"' }[(tokens[i] as Token).text];
  if (partner === undefined) return false;
  for (let k = i + 1; k < to; k++) if ((tokens[k] as Token).text === partner) return true;
  return false;
};

/**
 * A token with everything it governs, without marks at its ends and without a conjunction that ties it to what stands before. The token itself
 * is always in the range, also where the parser took a mark for a noun.
 */
export function phraseOf(tree: Tree, tokens: readonly Token[], head: number): Phrase {
  let from = tree.first[head] as number;
  const conjunction = tree.children[head]?.find((child) => tree.relations[child] === 'cc');
  if (conjunction === from) from++;
  const range = trimmed(tokens, from, (tree.last[head] as number) + 1);
  return { from: Math.min(range.from, head), to: Math.max(range.to, head + 1), head };
}

/** The predicate of a copula: its head with the dependents that belong to it and not to the clause. */
export function predicateOf(tree: Tree, tokens: readonly Token[], head: number): Phrase {
  let from = head;
  let to = head + 1;
  for (const child of tree.children[head] as readonly number[]) {
    if (OF_CLAUSE.test(tree.relations[child] as string)) {
      // "is very old", "is a teacher and a poet"
      const own =
        (tree.relations[child] === 'advmod' && child === from - 1) ||
        (tree.relations[child] === 'conj' && !/^VB/.test(tree.tags[child] as string) && !hasSubject(tree, child));
      if (!own) continue;
    }
    from = Math.min(from, tree.first[child] as number);
    to = Math.max(to, (tree.last[child] as number) + 1);
  }
  return { ...trimmed(tokens, from, to), head };
}

const hasSubject = (tree: Tree, head: number): boolean =>
  (tree.children[head] as readonly number[]).some((child) => /^(?:nsubj|cop)/.test(tree.relations[child] as string));

const KINDS: Readonly<Record<string, Complement['kind']>> = {
  obj: 'object',
  iobj: 'indirect-object',
  obl: 'oblique',
  nmod: 'oblique',
  advmod: 'adverb',
  xcomp: 'predicate',
  ccomp: 'object',
  advcl: 'oblique',
};

/** Words of a phrase's preposition or conjunction: "because of", "that". */
function markerOf(tree: Tree, tokens: readonly Token[], head: number): string | undefined {
  const words = (tree.children[head] as readonly number[])
    .filter(
      (child) => child < head && /^(?:case|mark)$/.test(tree.relations[child] as string) && tree.tags[child] !== 'TO',
    )
    .flatMap((child) => [
      child,
      ...(tree.children[child] as readonly number[]).filter((i) => tree.relations[i] === 'fixed'),
    ])
    .map((i) => (tokens[i] as Token).lower);
  return words.length === 0 ? undefined : words.join(' ');
}

/**
 * Complements and adjuncts of a clause, in order; each is whole.
 *
 * @param clauseOf Index of the clause that a token heads, if it heads one.
 */
export function complementsOf(
  tree: Tree,
  tokens: readonly Token[],
  head: number,
  copula: boolean,
  clauseOf: (token: number) => number | undefined,
): Complement[] {
  const complements: Complement[] = [];
  if (copula)
    complements.push({
      ...predicateOf(tree, tokens, head),
      kind: 'predicate',
      marker: markerOf(tree, tokens, head),
      clause: undefined,
    });
  for (const child of tree.children[head] as readonly number[]) {
    const relation = tree.relations[child] as string;
    if (copula && !OF_CLAUSE.test(relation)) continue;
    const clause = clauseOf(child);
    if (clause !== undefined && !/^(?:conj|csubj|nsubj)/.test(relation)) {
      complements.push({
        ...phraseOf(tree, tokens, child),
        kind: 'clause',
        marker: markerOf(tree, tokens, child),
        clause,
      });
      continue;
    }
    const kind =
      relation === 'obl:agent' ? 'agent' : relation === 'compound:prt' ? 'particle' : KINDS[baseOf(relation)];
    if (kind === undefined || clause !== undefined) continue;
    complements.push({
      ...phraseOf(tree, tokens, child),
      kind,
      marker: markerOf(tree, tokens, child),
      clause: undefined,
    });
  }
  return complements;
}
