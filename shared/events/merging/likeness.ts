import type { Sketch } from './mention.ts';
import { widthOf } from './mention.ts';

/** From here on two mentions with dates that agree are one event. */
export const SAME_EVENT = 0.5;
/** Dates that contradict each other need this much likeness in everything else. */
export const SAME_DESPITE_DATES = 0.7;
/** Days apart that a slip or another time zone may put a day; months and years slip by one of their own kind. */
const SLIP_DAYS = 3;

/** How two dates stand to each other. */
export type Agreement = 'agree' | 'contradict' | 'apart';

/** Whether two dates can be one event's: one holds the other, they contradict within a slip, or they are too far apart. */
export function agreementOf(a: Sketch, b: Sketch): Agreement {
  const [narrow, wide] = widthOf(a) <= widthOf(b) ? [a, b] : [b, a];
  if (narrow.start >= wide.start && narrow.end <= wide.end) return 'agree';
  const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end) - 1;
  if (gap < 0) return 'contradict';
  return gap < Math.max(SLIP_DAYS, widthOf(narrow)) && widthOf(narrow) <= 366 ? 'contradict' : 'apart';
}

/**
 * How likely two mentions tell of one event, 0…1: shared people and places, shared wording, the same word for what happened. Symmetric.
 * Zero where they cannot be one: dates apart, another modality, two statements of one sentence.
 */
export function likeness(a: Sketch, b: Sketch): number {
  if (a.mention.event.modality !== b.mention.event.modality) return 0;
  const agreement = agreementOf(a, b);
  if (agreement === 'apart') return 0;
  for (const place of a.places) if (b.places.has(place)) return 0;
  const who = overlap(a.entities, b.entities);
  // The sentences around say less than the titles, but a crackdown and crushed protests may share only the troops.
  const known = a.entities.size > 0 && b.entities.size > 0;
  const titles = known ? overlap(a.stems, b.stems) : overlap(a.allStems, b.allStems);
  const words = Math.max(titles, overlap(a.context, b.context) / 2);
  const act = overlap(a.actions, b.actions);
  // Two things that one person did on one day are two unless something is said alike.
  if (words === 0 && act === 0) return 0;
  const alike = known ? 0.4 * who + 0.4 * words + 0.2 * act : 0.75 * words + 0.25 * act;
  // A wide date agrees with almost anything in it: the rest has to say more.
  const breadth = Math.max(widthOf(a), widthOf(b));
  const bonus = breadth <= 1 ? 0.2 : breadth <= 31 ? 0.12 : 0;
  if (agreement === 'agree') return Math.min(1, alike + bonus);
  return alike >= SAME_DESPITE_DATES ? alike : 0;
}

/** Shared share of the smaller set, tempered where that set is tiny: 0…1, 0 for an empty one. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const item of small) if (large.has(item)) shared++;
  const jaccard = shared / (a.size + b.size - shared);
  return (shared / small.size + jaccard) / 2;
}
