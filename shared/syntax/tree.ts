/** A dependency tree over the tokens of a sentence, with the queries of the clause layer. */
export interface Tree {
  /** Index of the governing token; -1 for the root. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  readonly tags: readonly string[];
  /** Dependents of each token, in order. */
  readonly children: readonly (readonly number[])[];
  /** First and last token of each token's subtree. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Tokens from the root down: each after its head. */
  readonly topDown: readonly number[];
}

const NO_CHILDREN: readonly number[] = [];

/** Completes a tree from heads and relations. Linear; a cycle is a programmer's mistake, and `topDown` leaves its tokens out. */
export function treeOf(heads: readonly number[], relations: readonly string[], tags: readonly string[]): Tree {
  const n = heads.length;
  const children = new Array<readonly number[]>(n).fill(NO_CHILDREN);
  const topDown: number[] = [];
  for (let i = 0; i < n; i++) {
    const head = heads[i] as number;
    if (head < 0) topDown.push(i);
    else if (children[head] === NO_CHILDREN) children[head] = [i];
    else (children[head] as number[]).push(i);
  }
  for (let k = 0; k < topDown.length; k++)
    for (const child of children[topDown[k] as number] as readonly number[]) topDown.push(child);
  const first: number[] = [];
  const last: number[] = [];
  for (let i = 0; i < n; i++) {
    first.push(i);
    last.push(i);
  }
  for (let k = topDown.length - 1; k >= 0; k--) {
    const i = topDown[k] as number;
    const head = heads[i] as number;
    if (head < 0) continue;
    if ((first[i] as number) < (first[head] as number)) first[head] = first[i] as number;
    if ((last[i] as number) > (last[head] as number)) last[head] = last[i] as number;
  }
  return { heads, relations, tags, children, first, last, topDown };
}

const bases = new Map<string, string>();

/** "nsubj" of "nsubj:pass". */
export function baseOf(relation: string): string {
  let base = bases.get(relation);
  if (base === undefined) {
    const colon = relation.indexOf(':');
    base = colon < 0 ? relation : relation.slice(0, colon);
    bases.set(relation, base);
  }
  return base;
}
