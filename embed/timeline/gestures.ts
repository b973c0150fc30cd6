import { INSET } from './items.ts';

/** Gestures on the map. Shares are of its width, counted from its early end. */
export interface GestureCallbacks {
  /** Pixels, positive towards later days. */
  readonly pan: (pixels: number) => void;
  readonly zoom: (factor: number, share: number) => void;
  /** The gesture ended, with its velocity in pixels per millisecond. */
  readonly done: (velocity: number) => void;
  /** A gesture begins: stop running animations. */
  readonly start: () => void;
}

const TAP = 6;

/** The share of the map's width at a horizontal position of the pointer. */
type ShareOf = (x: number) => number;
/** A movement to the right in pixels as one towards later days, which lie to the left on right-to-left pages. */
type Later = (pixels: number) => number;

/**
 * Turns wheel, drag and pinch on the map into pans and zooms.
 *
 * A plain wheel scrolls the page until the map has the focus; with Ctrl (which a trackpad's pinch also sends), or with
 * the focus, it zooms.
 */
export function listenToGestures(
  stage: HTMLElement,
  callbacks: GestureCallbacks,
  isRtl: () => boolean,
  isActive: () => boolean,
): void {
  const shareOf: ShareOf = (x) => {
    const { left, width } = stage.getBoundingClientRect();
    const share = (x - left - INSET) / (width - 2 * INSET);
    return isRtl() ? 1 - share : share;
  };
  const later: Later = (pixels) => (isRtl() ? -pixels : pixels);
  listenToWheel(stage, callbacks, shareOf, later, isActive);
  listenToPointers(stage, callbacks, shareOf, later);
  stage.addEventListener('dblclick', (event) => {
    callbacks.zoom(2.5, shareOf(event.clientX));
    callbacks.done(0);
  });
}

function listenToWheel(
  stage: HTMLElement,
  callbacks: GestureCallbacks,
  shareOf: ShareOf,
  later: Later,
  isActive: () => boolean,
): void {
  stage.addEventListener(
    'wheel',
    (event) => {
      // Firefox reports pixels, like other browsers, only if `deltaMode` is not read before `deltaY`.
      const { deltaX: dx, deltaY: dy } = event;
      const sideways = event.shiftKey ? dx || dy : Math.abs(dx) > Math.abs(dy) ? dx : 0;
      if (sideways !== 0 && !event.ctrlKey) callbacks.pan(later(sideways));
      else if (event.ctrlKey || event.metaKey || isActive())
        callbacks.zoom(Math.exp(-dy * (event.ctrlKey ? 0.01 : 0.0022)), shareOf(event.clientX));
      else return;
      event.preventDefault();
      callbacks.done(0);
    },
    { passive: false },
  );
}

/** One pointer drags the map, two pinch it. A drag to the right shows earlier days. */
function listenToPointers(stage: HTMLElement, callbacks: GestureCallbacks, shareOf: ShareOf, later: Later): void {
  const hands = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  let velocity = 0;
  let at = 0;

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
    // It may still be a click on an event: capturing the pointer now would swallow the click.
    if (travelled < TAP && !other) return;
    if (!stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
    if (other) {
      const [was, is] = [
        Math.hypot(before.x - other.x, before.y - other.y),
        Math.hypot(now.x - other.x, now.y - other.y),
      ];
      callbacks.zoom(Math.max(20, is) / Math.max(20, was), shareOf((now.x + other.x) / 2));
      callbacks.pan(-later((now.x - before.x) / 2));
      velocity = 0;
      return;
    }
    const moved = -later(now.x - before.x);
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
}
