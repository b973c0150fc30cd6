import { between, type Camera, shifted } from './camera.ts';

/** Where the window is at a moment, and whether it has arrived. */
export type Move = (now: number) => { readonly camera: Camera; readonly isOver: boolean };

/** Milliseconds that a step of a button or a key takes. */
const STEP = 260;

/** True where the reader has asked for less motion: then every move arrives at once. */
export const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** From one window to another, fast at first. */
export function glide(from: Camera, to: Camera): Move {
  let began: number | undefined;
  return (now) => {
    began ??= now;
    const t = isStill() ? 1 : Math.min(1, (now - began) / STEP);
    return { camera: t === 1 ? to : between(from, to, 1 - (1 - t) ** 3), isOver: t === 1 };
  };
}

/**
 * Rolls on after a drag, and slows down.
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
