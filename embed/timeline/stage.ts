import { events, showEverything, stretchWords } from '../../shared/display/words/en.ts';
import { isoDay } from '../../shared/time/day.ts';
import { el, svg } from '../dom.ts';
import { makeAxis } from './axis.ts';
import type { Camera } from './camera.ts';
import { AXIS, BARS, INSET, LANE, makeItems } from './items.ts';
import { type Bar, MARGIN, makeBars, type Placed, placeEvents } from './layout.ts';
import type { Known, Tiles } from './tiles.ts';
import { LEVELS, type Level, levelFor } from './units.ts';

/** Pixels: the sign and the padding of an event's label, and the label's largest width (as in the stylesheet). */
const SIGN = 24;
const WIDEST = 272;
/** Maps narrower than this have labels of at most 176 pixels. */
const NARROW = 560;
const WIDEST_IF_NARROW = 176;

/** The map itself: draws the tiles of a window. */
export interface Stage {
  readonly element: HTMLElement;
  readonly list: HTMLElement;
  /** Draws a window: moves the existing drawing if that is enough, and lays it out again if not or if `isStale`. */
  readonly draw: (camera: Camera, tiles: Tiles, isStale: boolean) => void;
  /** Reads the current width; `0` while the map is not displayed. */
  readonly measure: () => number;
  readonly width: () => number;
  readonly level: (camera: Camera) => number;
  readonly bars: () => ReadonlyMap<string, Bar>;
  readonly buttons: () => HTMLButtonElement[];
  /** Buttons within the window, in chronological order. */
  readonly reachable: () => HTMLButtonElement[];
  /** Shows a message in an empty map, with a button to the whole timeline if it has events; `undefined` removes it. */
  readonly nothing: (why: { readonly words: string; readonly showAll?: () => void } | undefined) => void;
  /** Clears the last layout, so that no event keeps its lane. */
  readonly forget: () => void;
}

/** Creates a map of the size that CSS gives it; `isRtl` returns the direction of time. */
export function makeStage(isRtl: () => boolean): Stage {
  const list = el('ol', { 'aria-label': events });
  const labels = el('div', { class: 'axis', 'aria-hidden': 'true' });
  const stems = svg('path');
  const world = el(
    'div',
    { class: 'world' },
    svg('svg', { class: 'stems', 'aria-hidden': 'true' }, stems),
    list,
    labels,
  );
  const element = el('div', { class: 'stage' }, world);
  const items = makeItems(list, stems);
  const axis = makeAxis(labels);
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  const widths = new Map<string, number>();
  let width = 0;
  let lanes = 1;
  let laid: Camera = { from: 0, to: 0 };
  let placed: ReadonlyMap<string, Placed> = new Map();
  let bars: ReadonlyMap<string, Bar> = new Map();

  const widthOf = ({ event: { id, title, date, modality } }: Known): number => {
    const old = widths.get(id);
    if (old !== undefined) return old;
    const words = pen.measureText(title).width;
    const day = date.display.length * 7 + (modality === 'asserted' ? 0 : 76);
    const found = Math.max(Math.min(width < NARROW ? WIDEST_IF_NARROW : WIDEST, words), day) + SIGN;
    widths.set(id, found);
    return found;
  };

  const level = ({ from, to }: Camera): number => levelFor(to - from, width);

  const lay = (camera: Camera, tiles: Tiles): void => {
    const margin = (camera.to - camera.from) * MARGIN;
    const deep = level(camera);
    const events = placeEvents(tiles.known.values(), camera, { width, lanes, widthOf }, placed);
    const counts = tiles.counts(deep, camera.from - margin, camera.to + margin);
    const drawn = makeBars(counts, LEVELS[deep] as Level, camera, width, events);
    const ground = { width, lanes, sign: isRtl() ? -1 : 1 } as const;
    items.draw(events, drawn, camera, ground);
    axis.draw(camera, ground);
    placed = new Map(events.map((one) => [one.known.event.id, one]));
    bars = new Map(drawn.map((bar) => [bar.key, bar]));
    laid = camera;
    // One stop for the Tab key; the arrow keys move within the map.
    const buttons = items.buttons();
    if (buttons[0] && !buttons.some((button) => button.tabIndex === 0)) buttons[0].tabIndex = 0;
  };

  return {
    element,
    list,
    level,
    draw: (camera, tiles, isStale) => {
      if (width === 0) return;
      const days = camera.to - camera.from;
      const isSameZoom = Math.abs(laid.to - laid.from - days) < days * 1e-9;
      if (isStale || !isSameZoom || Math.abs(camera.from - laid.from) > days * MARGIN * 0.25) lay(camera, tiles);
      const moved = ((laid.from - camera.from) / days) * width * (isRtl() ? -1 : 1);
      world.style.transform = `translateX(${Math.round(moved * 10) / 10}px)`;
      axis.trim(moved, width);
    },
    measure: () => {
      width = Math.max(0, element.clientWidth - 2 * INSET);
      lanes = Math.max(1, Math.floor((element.clientHeight - BARS - AXIS) / LANE));
      widths.clear();
      pen.font = `14px ${getComputedStyle(element).fontFamily}`;
      return width;
    },
    width: () => width,
    bars: () => bars,
    buttons: items.buttons,
    reachable: () => {
      const { left, right } = element.getBoundingClientRect();
      return items.buttons().filter((button) => {
        const box = button.getBoundingClientRect();
        return box.right > left + 4 && box.left < right - 4;
      });
    },
    nothing: (why) => {
      element.querySelector('.none')?.remove();
      if (!why) return;
      items.clear();
      const { words, showAll } = why;
      const all = showAll && el('button', { class: 'chip', click: showAll }, showEverything);
      element.append(el('div', { class: 'none' }, el('p', {}, words), all));
    },
    forget: () => {
      placed = new Map();
    },
  };
}

/** The window in words: `1957 – 1975`. */
export const cameraWords = ({ from, to }: Camera): string =>
  stretchWords(isoDay(Math.round(from)), isoDay(Math.round(to) - 1));
