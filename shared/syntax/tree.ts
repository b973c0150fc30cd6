/** A dependency tree over the tokens of a sentence, with what the clause layer asks of it. */
export interface Tree {
  /** Index of the governing token; -1 for the root. */
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  readonly tags: readonly string[];
  /** Dependents of each token, in order. */
  readonly children: readonly (readonly number[])[];
  /** First and last token of what each token governs, itself included. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Tokens from the root down: each behind its head. */
  readonly topDown: readonly number[];
}

/** Completes a tree from heads and relations. Linear; a cycle is a programmer's mistake and its tokens stay outside `topDown`. */
export function treeOf(heads: Int32Array, relations: readonly string[], tags: readonly string[]): Tree {
  const n = heads.length;
  const children: number[][] = Array.from({ length: n }, () => []);
  const topDown: number[] = [];
  for (let i = 0; i < n; i++) {
    const head = heads[i] as number;
    if (head < 0) topDown.push(i);
    else (children[head] as number[]).push(i);
  }
  for (let k = 0; k < topDown.length; k++)
    for (const child of children[topDown[k] as number] as number[]) topDown.push(child);
  const first = Int32Array.from({ length: n }, (_, i) => i);
  const last = Int32Array.from({ length: n }, (_, i) => i);
  for (let k = topDown.length - 1; k >= 0; k--) {
    const i = topDown[k] as number;
    const head = heads[i] as number;
    if (head < 0) continue;
    first[head] = Math.min(first[head] as number, first[i] as number);
    last[head] = Math.max(last[head] as number, last[i] as number);
  }
  return { heads, relations, tags, children, first, last, topDown };
}

/** "nsubj" of "nsubj:pass". */
export function baseOf(relation: string): string {
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
}
