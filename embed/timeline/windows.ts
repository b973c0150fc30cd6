import { dayNumber, isoDay, parseIsoDay } from '../../shared/time/day.ts';
import type { Bucket } from '../../shared/timeline/overview.ts';
import { bounded, type Camera, isAbout, meets } from './camera.ts';
import { having, type View, without } from './view.ts';

/** The window that is shown, and the range that the map can be moved over. */
export interface Windows {
  readonly camera: Camera;
  readonly whole: Camera;
}

/**
 * The window in which a timeline opens.
 *
 * @param kept The window before a filter changed. It is kept, so that readers see events disappear, unless it has no
 * events any more; otherwise the view's own bounds apply, or all events.
 * @returns `undefined` when there are no events.
 */
export function openingWindows(buckets: readonly Bucket[], view: View, kept?: Camera): Windows | undefined {
  const filled = buckets.filter(({ count }) => count > 0);
  const [first, last] = [filled[0], filled.at(-1)];
  if (!first || !last) return undefined;
  const all = { from: dayNumber(first.start), to: dayNumber(last.end) + 1 };
  const [from, to] = ['from', 'to'].map((name) => parseIsoDay(view.get(name) ?? ''));
  const asked = { from: from ? dayNumber(from) : all.from, to: to ? dayNumber(to) + 1 : all.to };
  const wanted = !kept ? asked : meets(kept, all) ? kept : all;
  const whole = { from: Math.min(all.from, wanted.from), to: Math.max(all.to, wanted.to) };
  return { whole, camera: bounded(wanted, whole) };
}

/** The view with the bounds of a window; without bounds when the window shows the whole. */
export function viewAt(view: View, { camera, whole }: Windows): View {
  const open = without(without(view, 'from'), 'to');
  if (isAbout(camera, whole)) return open;
  return having(having(open, 'from', isoDay(Math.round(camera.from))), 'to', isoDay(Math.round(camera.to) - 1));
}
