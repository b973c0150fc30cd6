import { between, type Camera, shifted } from './camera.ts';

/** The window at a moment, and whether the motion has ended. */
export type Move = (now: number) => { readonly camera: Camera; readonly isOver: boolean };

/** Duration of the animation of a button or a key, in milliseconds. */
const STEP = 260;

/** True if the reader prefers reduced motion: every move is then immediate. */
export const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Moves from one window to another, decelerating. */
export function glide(from: Camera, to: Camera): Move {
  let began: number | undefined;
  return (now) => {
    began ??= now;
    const t = isStill() ? 1 : Math.min(1, (now - began) / STEP);
    return { camera: t === 1 ? to : between(from, to, 1 - (1 - t) ** 3), isOver: t === 1 };
  };
}

/**
 * Continues a drag, decelerating.
 *
 * @param velocity Windows per millisecond.
 */
export function fling(from: Camera, velocity: number): Move {
  let camera = from;
  let speed = velocity;
  let before: number | undefined;
  return (now) => {
    const passed = Math.min(40, now - (before ?? now - 16));
    before = now;
    camera = shifted(camera, speed * passed);
    speed *= 0.995 ** passed;
    return { camera, isOver: isStill() || Math.abs(speed) < 0.00002 };
  };
}
