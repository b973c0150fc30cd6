import type { ParsedSentence, SyntaxToken } from '../../syntax/parsed-sentence.ts';

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

/** Is a token under another one, or the same? */
export function isUnder({ tokens }: Subtrees, token: number, over: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps <= tokens.length; at = (tokens[at] as SyntaxToken).head, steps++)
    if (at === over) return true;
  return false;
}
