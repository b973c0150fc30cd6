import fc from 'fast-check';
import { costOf } from '../../../bench/syntax/train-parser.ts';
import { candidateGovernors, mayGovern } from '../../../shared/syntax/candidates.ts';
import { LEFT, ParserState, RIGHT, SHIFT } from '../../../shared/syntax/transitions.ts';
import { treeOf } from '../../../shared/syntax/tree.ts';

/** Heads of a random tree without crossing arcs: a root splits its stretch, and each side hangs on it piece by piece. */
function projectiveHeads(choices: readonly number[], size: number): number[] {
  const heads = new Array<number>(size).fill(-1);
  let used = 0;
  const pick = (from: number, to: number): number =>
    from + ((choices[used++ % choices.length] as number) % (to - from));
  const build = (from: number, to: number, head: number): void => {
    for (let start = from; start < to; ) {
      const end = pick(start, to) + 1;
      const root = pick(start, end);
      heads[root] = head;
      build(start, root, root);
      build(root + 1, end, root);
      start = end;
    }
  };
  const root = pick(0, size);
  build(0, root, root);
  build(root + 1, size, root);
  return heads;
}

const trees = fc
  .tuple(fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 25 }))
  .map(([choices, size]) => projectiveHeads(choices, size));

test('zero-cost actions lead to the gold tree', () => {
  fc.assert(
    fc.property(trees, (heads) => {
      const children: number[][] = Array.from({ length: heads.length + 1 }, () => []);
      heads.forEach((head, i) => {
        (children[head < 0 ? heads.length : head] as number[]).push(i);
      });
      const state = new ParserState(heads.length);
      while (!state.done) {
        const free = [LEFT, RIGHT, SHIFT].find(
          (action) => state.allows(action) && costOf(state, heads, children, action) === 0,
        );
        expect(free).toBeDefined();
        state.take(free as number, 0);
      }
      expect(Array.from(state.heads, (head) => (head === state.size ? -1 : head))).toEqual([...heads]);
    }),
  );
});

test('a clause under another governor leaves a tree without crossing arcs', () => {
  fc.assert(
    fc.property(trees, fc.nat(24), (heads, at) => {
      const relations = Array.from(heads, () => 'dep');
      const tags = Array.from(heads, () => 'VBD');
      const tree = treeOf(heads, relations, tags);
      const clause = at % heads.length;
      if ((heads[clause] as number) < 0) return;
      expect(candidateGovernors(tree, clause)).toContain(heads[clause]);
      for (const governor of heads.keys()) {
        if (!mayGovern(tree, clause, governor)) continue;
        const moved = heads.slice();
        moved[clause] = governor;
        const after = treeOf(moved, relations, tags);
        expect(after.topDown).toHaveLength(heads.length);
        for (let i = 0; i < moved.length; i++)
          for (let k = after.first[i] as number; k <= (after.last[i] as number); k++) {
            let up = k;
            while (up !== i && up >= 0) up = moved[up] as number;
            expect(up).toBe(i);
          }
      }
    }),
  );
});
