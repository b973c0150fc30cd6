import { concentrationAmong } from './concentration.ts';
import type { Mention } from './mention.ts';
import { areOfOneSentence, arePartedBy } from './one-sentence.ts';
import type { Surroundings } from './pair-features.ts';
import { PAIR_WEIGHTS, type PairWeights, pairLogOdds } from './pair-model.ts';
import { rarityAmong } from './rarity.ts';
import { sketchOf } from './sketch.ts';
import { isWide, joinWideDates } from './wide-dates.ts';

/** Log odds in a mean for a pair that cannot be one event. */
const APART = -4;
const MOST = 4;

/**
 * Partitions mentions into events, depending only on the set of mentions.
 *
 * Agglomerative clustering, separately of mentions dated to days and of those dated to weeks, months and years: the two
 * clusters with the highest mean log odds between their mentions are joined, until no mean is above zero. Ties go to
 * the older mentions. Two clusters with statements of one sentence are joined only if both are large. Then mentions
 * dated to a week, a month or a year join the matching event of a day.
 *
 * Quadratic in time and memory: callers bound the number of mentions.
 */
export function clusterMentions(
  mentions: readonly Mention[],
  model: PairWeights = PAIR_WEIGHTS,
): readonly (readonly Mention[])[] {
  const ordered = [...mentions].sort(byAge);
  const sketches = ordered.map(sketchOf);
  const surroundings = { rarity: rarityAmong(sketches), concentration: concentrationAmong(sketches) };
  const [wide, narrow] = [ordered.filter(isWide), ordered.filter((mention) => !isWide(mention))];
  return joinWideDates(agglomerate(narrow, surroundings, model), agglomerate(wide, surroundings, model), {
    ...surroundings,
    model,
  });
}

function agglomerate(
  ordered: readonly Mention[],
  surroundings: Surroundings,
  model: PairWeights,
): readonly (readonly Mention[])[] {
  const sketches = ordered.map(sketchOf);
  const n = ordered.length;
  // sums[i * n + j]: log odds summed over the pairs between clusters i and j; clashes: how many of these pairs are statements of one sentence
  const sums = new Float64Array(n * n);
  const clashes = new Uint16Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [sketches[i], sketches[j]];
      if (!a || !b) continue;
      const odds = pairLogOdds(a, b, surroundings, model);
      const clash = odds === undefined && areOfOneSentence(a, b);
      const value = Math.max(APART, Math.min(MOST, odds ?? APART));
      sums[i * n + j] = value;
      sums[j * n + i] = value;
      clashes[i * n + j] = clash ? 1 : 0;
      clashes[j * n + i] = clash ? 1 : 0;
    }
  }
  const members: Mention[][] = ordered.map((mention) => [mention]);
  const alive = ordered.map(() => true);
  const nearest = new Int32Array(n).fill(-1);
  const link = (i: number, j: number): number => {
    const [left, right] = [(members[i] as Mention[]).length, (members[j] as Mention[]).length];
    if (arePartedBy(clashes[i * n + j] as number, left, right)) return APART;
    return (sums[i * n + j] as number) / (left * right);
  };
  const findNearest = (i: number): void => {
    let best = 0;
    nearest[i] = -1;
    for (let j = 0; j < n; j++) {
      if (j === i || !alive[j]) continue;
      const value = link(i, j);
      if (value > best) {
        best = value;
        nearest[i] = j;
      }
    }
  };
  for (let i = 0; i < n; i++) findNearest(i);
  for (;;) {
    let [from, most] = [-1, 0];
    for (let i = 0; i < n; i++) {
      const to = nearest[i] as number;
      if (!alive[i] || to < 0) continue;
      const value = link(i, to);
      if (value > most) [from, most] = [i, value];
    }
    if (from < 0) break;
    const into = Math.min(from, nearest[from] as number);
    const gone = Math.max(from, nearest[from] as number);
    for (let k = 0; k < n; k++) {
      if (!alive[k] || k === into || k === gone) continue;
      const sum = (sums[into * n + k] as number) + (sums[gone * n + k] as number);
      sums[into * n + k] = sum;
      sums[k * n + into] = sum;
      const met = (clashes[into * n + k] as number) + (clashes[gone * n + k] as number);
      clashes[into * n + k] = met;
      clashes[k * n + into] = met;
    }
    (members[into] as Mention[]).push(...(members[gone] as Mention[]));
    alive[gone] = false;
    for (let k = 0; k < n; k++)
      if (alive[k] && (k === into || nearest[k] === into || nearest[k] === gone)) findNearest(k);
    // a cluster whose mean to the new one exceeds that to its nearest
    for (let k = 0; k < n; k++) {
      if (!alive[k] || k === into) continue;
      const value = link(k, into);
      const to = nearest[k] as number;
      if (value > 0 && (to < 0 || value > link(k, to))) nearest[k] = into;
    }
  }
  return members.filter((_, i) => alive[i]);
}

/** Earliest published first, then by id: a total order. */
export function byAge(a: Mention, b: Mention): number {
  const [left, right] = [publishedAt(a), publishedAt(b)];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const publishedAt = ({ event }: Mention): string => event.evidence[0]?.publishedAt ?? '9999';
