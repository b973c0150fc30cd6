/** The window that is seen, as day numbers with fractions; `to` is exclusive. */
export interface Camera {
  readonly from: number;
  readonly to: number;
}

const LEAST_DAYS = 3;

/** Limits a camera: at least three days wide, at most 1.5 times the whole, always overlapping it. */
export function bounded({ from, to }: Camera, whole: Camera): Camera {
  const most = Math.max(LEAST_DAYS, (whole.to - whole.from) * 1.5);
  const days = Math.min(most, Math.max(LEAST_DAYS, to - from));
  const centre = Math.min(whole.to, Math.max(whole.from, (from + to) / 2));
  return { from: centre - days / 2, to: centre + days / 2 };
}

/** Zooms the camera by `factor`; the day at `share` (0…1) of its width stays in place. */
export function nearer({ from, to }: Camera, factor: number, share = 0.5): Camera {
  const days = (to - from) / factor;
  const fixed = from + (to - from) * share;
  return { from: fixed - days * share, to: fixed + days * (1 - share) };
}

/** The camera moved by a share of its width. */
export const shifted = ({ from, to }: Camera, share: number): Camera => {
  const days = (to - from) * share;
  return { from: from + days, to: to + days };
};

/** Interpolates between two cameras, `t` from 0 to 1: widths change by equal ratios, so that a long zoom looks steady. */
export function between(a: Camera, b: Camera, t: number): Camera {
  const [wa, wb] = [a.to - a.from, b.to - b.from];
  const width = wa * (wb / wa) ** t;
  // The position moves in proportion to the width, so that both arrive together and nothing swings out of sight.
  const s = Math.abs(wb - wa) < wa * 1e-6 ? t : (width - wa) / (wb - wa);
  const centre = (a.from + a.to) / 2 + ((b.from + b.to) / 2 - (a.from + a.to) / 2) * s;
  return { from: centre - width / 2, to: centre + width / 2 };
}

/** True if two windows differ by less than a reader would notice. */
export const isAbout = (a: Camera, b: Camera): boolean => {
  const slack = (b.to - b.from) * 0.01;
  return Math.abs(a.from - b.from) < slack && Math.abs(a.to - b.to) < slack;
};

/** True if two windows overlap. */
export const meets = (a: Camera, b: Camera): boolean => a.from < b.to && b.from < a.to;
