import { ticksOf } from '../../shared/pages/embed/scale.ts';
import { el } from '../dom.ts';
import type { Camera } from './camera.ts';
import { type Ground, INSET } from './items.ts';
import { MARGIN } from './layout.ts';

/** Least distance between two labels, in pixels, on average. */
const SPACING = 88;

/** The labels of years, months or days below the map. */
export interface Axis {
  readonly draw: (camera: Camera, ground: Ground) => void;
  /** Hides labels that the edges of the map would cut off; `moved` is the distance of the drawing from where it was made. */
  readonly trim: (moved: number, width: number) => void;
}

/** Creates the labels in an element. */
export function makeAxis(element: HTMLElement): Axis {
  const ticks: HTMLElement[] = [];
  /** The position of each label, and half its width. */
  let places: { readonly x: number; readonly half: number }[] = [];

  return {
    draw: (camera, { width, sign: way }) => {
      const days = camera.to - camera.from;
      const shown = ticksOf(
        camera.from - days * MARGIN,
        camera.to + days * MARGIN,
        (width * (1 + 2 * MARGIN)) / SPACING,
      );
      const xOf = (day: number): number => Math.round(((day - camera.from) / days) * width * way);
      shown.forEach(({ day, label, strong }, i) => {
        ticks[i] ??= element.appendChild(el('span'));
        const tick = ticks[i] as HTMLElement;
        if (tick.textContent !== label) tick.textContent = label;
        tick.className = strong ? 'strong' : '';
        tick.style.transform = `translateX(${xOf(day)}px)`;
      });
      places = shown.map(({ day, label }) => ({
        x: way === 1 ? xOf(day) : width + xOf(day),
        half: label.length * 3.8 + 2,
      }));
      for (const tick of ticks.splice(shown.length)) tick.remove();
    },
    trim: (moved, width) => {
      places.forEach(({ x, half }, i) => {
        const tick = ticks[i] as HTMLElement;
        const at = x + moved;
        const [first, last] = [-INSET, width + INSET];
        tick.classList.toggle('out', at < first || at > last);
        // Labels are centred: an indent shifts them by half of it.
        tick.style.textIndent = `${2 * (Math.max(0, first - at + half) + Math.min(0, last - at - half))}px`;
      });
    },
  };
}
