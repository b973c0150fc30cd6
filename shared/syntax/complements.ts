import type { Token } from '../text/tokens.ts';
import type { Complement, Phrase, TokenRange } from './parsed-sentence.ts';
import { baseOf, type Tree } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

const isVerb = vocabularyTest(/^VB/);
const isSubjectOrCopula = vocabularyTest(/^(?:nsubj|cop)/);
const isCaseOrMark = vocabularyTest(/^(?:case|mark)$/);
const isConjunctOrSubject = vocabularyTest(/^(?:conj|csubj|nsubj)/);

/** Relations that belong to a clause, not to the noun or adjective that is its predicate. */
const isOfClause = vocabularyTest(
  /^(?:nsubj|csubj|expl|aux|cop|mark|cc|conj|punct|advcl|parataxis|obl|advmod|vocative|discourse|dislocated|ccomp|nmod:unmarked)/,
);

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

/** A bracket or quotation mark is kept if its partner lies in the same range. */
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
 * A token with everything it governs, without marks at its ends and without a conjunction that joins it to the words before. The token itself
 * is always in the range, even if the parser tagged a mark as a noun.
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
    if (isOfClause(tree.relations[child] as string)) {
      // "is very old", "is a teacher and a poet"
      const own =
        (tree.relations[child] === 'advmod' && child === from - 1) ||
        (tree.relations[child] === 'conj' && !isVerb(tree.tags[child] as string) && !hasSubject(tree, child));
      if (!own) continue;
    }
    from = Math.min(from, tree.first[child] as number);
    to = Math.max(to, (tree.last[child] as number) + 1);
  }
  const range = trimmed(tokens, from, to);
  return { from: range.from, to: range.to, head };
}

const hasSubject = (tree: Tree, head: number): boolean =>
  (tree.children[head] as readonly number[]).some((child) => isSubjectOrCopula(tree.relations[child] as string));

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
  let marker: string | undefined;
  const add = (i: number): void => {
    const { lower } = tokens[i] as Token;
    marker = marker === undefined ? lower : `${marker} ${lower}`;
  };
  for (const child of tree.children[head] as readonly number[]) {
    if (child >= head || !isCaseOrMark(tree.relations[child] as string) || tree.tags[child] === 'TO') continue;
    add(child);
    for (const i of tree.children[child] as readonly number[]) if (tree.relations[i] === 'fixed') add(i);
  }
  return marker;
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
  const add = (phrase: Phrase, kind: Complement['kind'], clause: number | undefined): void => {
    const { from, to, head: at } = phrase;
    complements.push({ from, to, head: at, kind, marker: markerOf(tree, tokens, at), clause });
  };
  if (copula) add(predicateOf(tree, tokens, head), 'predicate', undefined);
  for (const child of tree.children[head] as readonly number[]) {
    const relation = tree.relations[child] as string;
    if (copula && !isOfClause(relation)) continue;
    const clause = clauseOf(child);
    if (clause !== undefined && !isConjunctOrSubject(relation)) {
      add(phraseOf(tree, tokens, child), 'clause', clause);
      continue;
    }
    const kind =
      relation === 'obl:agent' ? 'agent' : relation === 'compound:prt' ? 'particle' : KINDS[baseOf(relation)];
    if (kind === undefined || clause !== undefined) continue;
    add(phraseOf(tree, tokens, child), kind, undefined);
  }
  return complements;
}
