/** An item to place on the map: `x` and `width` in pixels; heavier items (`weight`) are placed first. */
export interface Wanting {
  readonly x: number;
  readonly width: number;
  readonly weight: number;
  /** Its previous lane, kept if it still fits, so that nothing jumps while a reader pans. */
  readonly lane?: number;
}

/**
 * Assigns each item a lane where it overlaps no other, heaviest first; `-1` if there is no space.
 *
 * @returns Lanes in the order of `wanting`; 0 is nearest to the axis.
 */
export function placeInLanes(wanting: readonly Wanting[], lanes: number, gap: number): number[] {
  const placed: { x: number; end: number }[][] = Array.from({ length: lanes }, () => []);
  const result = new Array<number>(wanting.length).fill(-1);
  const order = wanting.map((_, i) => i).sort((a, b) => weightOf(wanting, b) - weightOf(wanting, a) || a - b);
  for (const i of order) {
    const { x, width, lane } = wanting[i] as Wanting;
    const fits = (n: number): boolean =>
      !(placed[n] as { x: number; end: number }[]).some((p) => x < p.end + gap && p.x < x + width + gap);
    const kept = lane !== undefined && lane >= 0 && lane < lanes && fits(lane) ? lane : undefined;
    for (let n = kept ?? 0; n < lanes; n += 1) {
      if (!fits(n)) continue;
      (placed[n] as { x: number; end: number }[]).push({ x, end: x + width });
      result[i] = n;
      break;
    }
  }
  return result;
}

const weightOf = (of: readonly Wanting[], i: number): number => (of[i] as Wanting).weight;
