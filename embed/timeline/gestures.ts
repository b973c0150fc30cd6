import { INSET } from './items.ts';

/** Gestures on the map; shares are of its width, counted from the end where time begins. */
export interface GestureCallbacks {
  /** Pixels, positive towards later days. */
  readonly pan: (pixels: number) => void;
  readonly zoom: (factor: number, share: number) => void;
  /** The hand is off; pixels per millisecond it had. */
  readonly done: (velocity: number) => void;
  /** A gesture begins: stop what moves by itself. */
  readonly start: () => void;
}

const TAP = 6;

/**
 * Turns wheel, drag and pinch over the stage into pans and zooms.
 *
 * A plain wheel over a map that has not been used scrolls the page, as readers expect; with Ctrl (which is also what a trackpad's
 * pinch sends), or once the map has the focus, it zooms.
 */
export function listenToGestures(
  stage: HTMLElement,
  callbacks: GestureCallbacks,
  isRtl: () => boolean,
  isActive: () => boolean,
): void {
  const hands = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  let velocity = 0;
  let at = 0;
  const shareOf = (x: number): number => {
    const { left, width } = stage.getBoundingClientRect();
    const share = (x - left - INSET) / (width - 2 * INSET);
    return isRtl() ? 1 - share : share;
  };
  const forwards = (pixels: number): number => (isRtl() ? pixels : -pixels);

  stage.addEventListener(
    'wheel',
    (event) => {
      // Not asking for deltaMode first has Firefox count in pixels as the others do.
      const { deltaX: dx, deltaY: dy } = event;
      const sideways = event.shiftKey ? dx || dy : Math.abs(dx) > Math.abs(dy) ? dx : 0;
      if (sideways !== 0 && !event.ctrlKey) callbacks.pan(isRtl() ? -sideways : sideways);
      else if (event.ctrlKey || event.metaKey || isActive())
        callbacks.zoom(Math.exp(-dy * (event.ctrlKey ? 0.01 : 0.0022)), shareOf(event.clientX));
      else return;
      event.preventDefault();
      callbacks.done(0);
    },
    { passive: false },
  );

  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (hands.size === 0) [travelled, velocity, at] = [0, 0, event.timeStamp];
    hands.set(event.pointerId, { x: event.clientX, y: event.clientY });
    callbacks.start();
  });
  stage.addEventListener('pointermove', (event) => {
    const before = hands.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...hands].find(([id]) => id !== event.pointerId)?.[1];
    hands.set(event.pointerId, now);
    travelled += Math.abs(now.x - before.x);
    // Until it is a drag it may be a tap on an event: capturing now would swallow the click.
    if (travelled < TAP && !other) return;
    if (!stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
    if (other) {
      const [was, is] = [
        Math.hypot(before.x - other.x, before.y - other.y),
        Math.hypot(now.x - other.x, now.y - other.y),
      ];
      callbacks.zoom(Math.max(20, is) / Math.max(20, was), shareOf((now.x + other.x) / 2));
      callbacks.pan(forwards((now.x - before.x) / 2));
      velocity = 0;
      return;
    }
    const moved = forwards(now.x - before.x);
    const passed = Math.max(1, event.timeStamp - at);
    velocity = velocity * 0.6 + (moved / passed) * 0.4;
    at = event.timeStamp;
    callbacks.pan(moved);
  });
  const lift = (event: PointerEvent): void => {
    if (!hands.delete(event.pointerId) || hands.size > 0) return;
    if (travelled >= TAP) callbacks.done(event.timeStamp - at < 60 ? velocity : 0);
  };
  stage.addEventListener('pointerup', lift);
  stage.addEventListener('pointercancel', lift);
  stage.addEventListener(
    'click',
    (event) => {
      if (travelled < TAP) return;
      event.stopPropagation();
      event.preventDefault();
      travelled = 0;
    },
    { capture: true },
  );
  stage.addEventListener('dblclick', (event) => {
    callbacks.zoom(2.5, shareOf(event.clientX));
    callbacks.done(0);
  });
}
