import type { GoldTimex } from './timeml.ts';

/** A tagger's output, as far as it is scored. */
export type Answer = GoldTimex;

/** Counts of one comparison; add them up over documents. */
export interface Tally {
  readonly gold: number;
  readonly answered: number;
  readonly strict: number;
  readonly relaxed: number;
  readonly value: number;
  readonly type: number;
}

export const NOTHING: Tally = { gold: 0, answered: 0, strict: 0, relaxed: 0, value: 0, type: 0 };

/** A gold expression and the answer that overlaps it best, one to one. */
export type Pair = readonly [gold: GoldTimex, answer: Answer];

/** Pairs gold and answers: the same span first, then by the size of the overlap, each used once. */
export function pair(gold: readonly GoldTimex[], answers: readonly Answer[]): Pair[] {
  const candidates: { g: GoldTimex; a: Answer; rank: number }[] = [];
  for (const g of gold)
    for (const a of answers) {
      const overlap = Math.min(g.end, a.end) - Math.max(g.start, a.start);
      if (overlap <= 0) continue;
      const same = g.start === a.start && g.end === a.end;
      candidates.push({ g, a, rank: same ? Number.POSITIVE_INFINITY : overlap });
    }
  candidates.sort((x, y) => (x.rank === y.rank ? x.g.start - y.g.start : y.rank - x.rank));
  const used = new Set<GoldTimex | Answer>();
  const pairs: Pair[] = [];
  for (const { g, a } of candidates) {
    if (used.has(g) || used.has(a)) continue;
    used.add(g).add(a);
    pairs.push([g, a]);
  }
  return pairs;
}

const same = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase();

/** Scores one document as TempEval-3 Task A does. */
export function score(gold: readonly GoldTimex[], answers: readonly Answer[]): Tally {
  const pairs = pair(gold, answers);
  const count = (is: (g: GoldTimex, a: Answer) => boolean): number => pairs.filter(([g, a]) => is(g, a)).length;
  return {
    gold: gold.length,
    answered: answers.length,
    relaxed: pairs.length,
    strict: count((g, a) => g.start === a.start && g.end === a.end),
    value: count((g, a) => same(g.value, a.value)),
    type: count((g, a) => g.type === a.type),
  };
}

export const add = (a: Tally, b: Tally): Tally => ({
  gold: a.gold + b.gold,
  answered: a.answered + b.answered,
  strict: a.strict + b.strict,
  relaxed: a.relaxed + b.relaxed,
  value: a.value + b.value,
  type: a.type + b.type,
});

/** F1 in per cent of one of the counts. */
export const f1 = (tally: Tally, of: 'strict' | 'relaxed' | 'value' | 'type'): number =>
  tally.gold + tally.answered === 0 ? 0 : (200 * tally[of]) / (tally.gold + tally.answered);
