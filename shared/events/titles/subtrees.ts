import type { Clause, ParsedSentence, SyntaxToken } from '../../syntax/parsed-sentence.ts';

/** The dependency tree of a parse, for cutting branches off. */
export interface Subtrees {
  readonly tokens: readonly SyntaxToken[];
  readonly children: readonly (readonly number[])[];
  /** The token with everything under it, in order. */
  readonly under: (token: number) => readonly number[];
}

const trees = new WeakMap<ParsedSentence, Subtrees>();

export function subtreesOf(parse: ParsedSentence): Subtrees {
  const known = trees.get(parse);
  if (known) return known;
  const { tokens } = parse;
  const children: number[][] = tokens.map(() => []);
  tokens.forEach(({ head }, i) => {
    if (head >= 0) children[head]?.push(i);
  });
  const lists = new Map<number, readonly number[]>();
  const under = (token: number): readonly number[] => {
    const list = lists.get(token);
    if (list) return list;
    const found = [token];
    for (let k = 0; k < found.length; k++) found.push(...(children[found[k] as number] ?? []));
    found.sort((a, b) => a - b);
    lists.set(token, found);
    return found;
  };
  const built = { tokens, children, under };
  trees.set(parse, built);
  return built;
}

/** Whether a token is under another one, or the same. */
export function isUnder({ tokens }: Subtrees, token: number, over: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps <= tokens.length; at = (tokens[at] as SyntaxToken).head, steps++)
    if (at === over) return true;
  return false;
}

/** A branch without the clause that it governs. */
export const branch = (tree: Subtrees, noun: number, without: number): readonly number[] => {
  if (!isUnder(tree, without, noun)) return tree.under(noun);
  const cut = new Set(tree.under(without));
  return tree.under(noun).filter((i) => !cut.has(i));
};

/** The indices from one to another, the last exclusive. */
export const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** The head of a clause. */
export function headOf(clauses: readonly Clause[], tree: Subtrees, index: number): number {
  const clause = clauses[index] as Clause;
  let at = clause.verb?.head ?? clause.from;
  // a copula depends on its predicate
  for (let steps = 0; steps < 4; steps++) {
    const { head, clause: own } = tree.tokens[at] as SyntaxToken;
    if (head < 0 || (tree.tokens[head] as SyntaxToken).clause !== own) break;
    at = head;
  }
  return at;
}
