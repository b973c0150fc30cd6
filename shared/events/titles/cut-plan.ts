import type { SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { BRANCHES } from './branches.ts';
import type { Plan } from './plan.ts';

/**
 * Cuts off a branch: of those after which the title fits, the one that takes the least; else the least needed one.
 *
 * @param excess Characters that the title is too long.
 * @returns False where only the core is left.
 */
export function cutOne(plan: Plan, trigger: number, excess: number): boolean {
  const { tree, clause, head, kept, said } = plan;
  if (said && cutOne(said, trigger, excess)) return true;
  const core = new Set<number>();
  for (const start of [trigger, head, ...(clause?.verb?.tokens ?? []), ...plan.object.slice(0, 1)])
    for (let at = start, steps = 0; at >= 0 && steps < 200; at = (tree.tokens[at] as SyntaxToken).head, steps++)
      core.add(at);
  let best: readonly number[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const i of kept) {
    if (core.has(i)) continue;
    const rank = BRANCHES.findIndex(({ cuts }) => cuts(tree, i, kept));
    if (rank < 0) continue;
    const list = tree.under(i).filter((k) => kept.has(k));
    if (list.some((k) => core.has(k)) || plan.subject.every((k) => !kept.has(k) || list.includes(k))) continue;
    const length = list.reduce((sum, k) => sum + (tree.tokens[k] as SyntaxToken).text.length + 1, 0);
    const cost = rank * RANK_COST + length + (length >= excess ? 0 : NO_FIT);
    if (cost >= least) continue;
    best = list;
    least = cost;
  }
  if (!best) return false;
  for (const i of best) kept.delete(i);
  return true;
}

/** Characters that a branch of one kind is worth more than one of the kind before it. */
const RANK_COST = 6;
/** Characters that a cut costs after which the title is still too long. */
const NO_FIT = 30;
