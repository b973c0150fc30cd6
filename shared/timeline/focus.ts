import { dayNumber } from '../time/day.ts';
import type { Overview } from './overview.ts';

/** Smallest share of all events within a focus, and how many times as dense as the rest it must be. */
const LEAST_EVENTS = 0.6;
const TIMES_AS_DENSE = 5;
/** Timelines with fewer events are always shown whole: leaving some out would mislead more than it helps. */
const LEAST_TOTAL = 40;

/**
 * The part on which a map should open if nearly all events lie in a small part of the whole: two comets BCE must not
 * squeeze the twentieth century into a corner.
 *
 * @returns The shortest run of buckets that contains three fifths of the events, if they are at least five times as
 * dense as in the rest; `undefined` if the whole range is suitable. The caller may repeat this with the overview of the
 * result, at most twice.
 */
export function focusOf(overview: Overview): { readonly from: string; readonly to: string } | undefined {
  const filled = overview.buckets.filter((bucket) => bucket.count > 0);
  const first = filled[0];
  const last = filled.at(-1);
  if (!first || !last || filled.length < 3) return undefined;
  const total = filled.reduce((sum, bucket) => sum + bucket.count, 0);
  if (total < LEAST_TOTAL) return undefined;
  const length = (from: string, to: string): number => dayNumber(to) - dayNumber(from) + 1;
  const whole = length(first.start, last.end);

  let best: { from: string; to: string; days: number; held: number } | undefined;
  for (let i = 0, j = 0, held = 0; i < filled.length; i += 1) {
    while (j < filled.length && held < total * LEAST_EVENTS) held += filled[j++]?.count ?? 0;
    if (held < total * LEAST_EVENTS) break;
    const from = filled[i]?.start as string;
    const to = filled[j - 1]?.end as string;
    const days = length(from, to);
    if (!best || days < best.days) best = { from, to, days, held };
    held -= filled[i]?.count ?? 0;
  }
  return best && best.held * (whole - best.days) >= TIMES_AS_DENSE * (total - best.held) * best.days
    ? { from: best.from, to: best.to }
    : undefined;
}
