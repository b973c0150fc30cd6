import type { Tree } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

/** At most this many governors are considered for one clause. */
const MOST = 10;

const isContent = vocabularyTest(/^(?:VB|NN|JJ|CD|PRP|DT|RB|MD|WP)/);

/**
 * Tokens that could govern a clause without crossing arcs: its governor in the tree, the ancestors whose last part is the clause, and the
 * edges of the neighbouring subtrees on either side.
 */
export function candidateGovernors(tree: Tree, clause: number): number[] {
  const { heads, first, last, tags } = tree;
  const current = heads[clause] as number;
  const candidates: number[] = [];
  const add = (token: number): void => {
    if (candidates.length >= MOST || candidates.includes(token)) return;
    if (token === current || isContent(tags[token] as string)) candidates.push(token);
  };
  const isMark = (i: number): boolean => tree.relations[i] === 'punct';
  let left = (first[clause] as number) - 1;
  while (left >= 0 && isMark(left) && heads[left] !== current) left--;
  let right = (last[clause] as number) + 1;
  while (right < heads.length && isMark(right)) right++;
  // up the edge of what stands before, as far as it ends there
  for (let at = left, steps = 0; at >= 0 && at < clause && steps < 30; at = heads[at] as number, steps++) {
    add(at);
    if (at !== current && (last[at] as number) > (last[clause] as number)) break;
  }
  let end = last[clause] as number;
  while (end + 1 < heads.length && isMark(end + 1)) end++;
  for (let at = current, steps = 0; at >= 0 && steps < 30; at = heads[at] as number, steps++) {
    add(at);
    const atEdge = at < clause ? (last[at] as number) <= end : (first[at] as number) >= (first[clause] as number);
    if (!atEdge) break;
  }
  for (
    let at = right, steps = 0;
    at >= 0 && at > clause && at < heads.length && steps < 30;
    at = heads[at] as number, steps++
  ) {
    if ((first[at] as number) <= clause) {
      add(at);
      break;
    }
    add(at);
  }
  add(current);
  return candidates.includes(current) ? candidates : [current, ...candidates.slice(1)];
}

/** True if the governor may govern the clause: it is outside it, and the new arc crosses no other. */
export function mayGovern(tree: Tree, clause: number, governor: number): boolean {
  const { heads } = tree;
  for (let at = governor; at >= 0; at = heads[at] as number) if (at === clause) return false;
  const from = Math.min(clause, governor);
  const to = Math.max(clause, governor);
  for (let i = from + 1; i < to; i++) {
    const head = heads[i] as number;
    if (head < from || head > to) return false;
    for (const child of tree.children[i] as readonly number[]) if (child < from || child > to) return false;
  }
  return true;
}
