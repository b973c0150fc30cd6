import { eventCount, noEvents, nothingMatches, showOnly } from '../../shared/display/words/en.ts';
import type { TimelineEvent } from '../../shared/events/event.ts';
import { dayNumber } from '../../shared/time/day.ts';
import type { Overview } from '../../shared/timeline/overview.ts';
import { el } from '../dom.ts';
import { bounded, type Camera, nearer, shifted } from './camera.ts';
import { filterButtons, markSteps, type Step, stepButtons } from './controls.ts';
import { listenToGestures } from './gestures.ts';
import { listenToKeys } from './keyboard.ts';
import { MARGIN } from './layout.ts';
import { fling, glide, isStill, type Move } from './motion.ts';
import { makePanel } from './panel.ts';
import type { Source } from './source.ts';
import { cameraWords, makeStage } from './stage.ts';
import { makeTiles } from './tiles.ts';
import { filtersOf, having, setting, type View, without } from './view.ts';
import { openingWindows, viewAt } from './windows.ts';

/** Pause in interaction after which tiles are fetched, in milliseconds. */
const REST = 90;

/** Called by a timeline when its state changes. */
export interface TimelineCallbacks {
  /** The first response has arrived, with events or without: show the timeline. */
  readonly ready: () => void;
  /** The reader changed window, filters or the open event. */
  readonly viewed: (view: View, isMoved: boolean) => void;
  /** The reader selected an event; `false` keeps its card closed. */
  readonly selected: (event: TimelineEvent) => boolean;
  /** The first data could not be loaded. */
  readonly failed: (words: string) => void;
}

/** A timeline over one source. */
export interface Timeline {
  readonly show: (window: Camera) => void;
  readonly window: () => Camera;
  readonly end: () => void;
}

/** Builds a timeline in `root`. */
export function startTimeline(
  root: HTMLElement,
  source: Source,
  start: View,
  level: number,
  callbacks: TimelineCallbacks,
): Timeline {
  const isRtl = (): boolean => getComputedStyle(root).direction === 'rtl';
  const stage = makeStage(isRtl);
  const heading = el('p', { class: 'window', dir: 'ltr' });
  const key = el('div', { class: 'key', role: 'group', 'aria-label': showOnly });
  const live = el('p', { class: 'unseen', role: 'status' });
  const names = new Map<string, string>();

  let view = start;
  let tiles = makeTiles(source, filtersOf(view));
  let whole: Camera = { from: 0, to: 1 };
  let camera = whole;
  let move: Move | undefined;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let isStale = true;
  let mustSay = false;

  const draw = (): void => {
    stage.draw(camera, tiles, isStale);
    isStale = false;
    const words = cameraWords(camera);
    if (heading.textContent !== words) heading.textContent = words;
  };
  const ask = (): void => {
    frame ||= requestAnimationFrame((now) => {
      frame = 0;
      const next = move?.(now);
      if (next) camera = bounded(next.camera, whole);
      if (next?.isOver) {
        move = undefined;
        settle(true);
      }
      draw();
      if (move) ask();
    });
  };
  const look = (next: Camera): void => {
    camera = bounded(next, whole);
    ask();
  };
  const run = (next: Move): void => {
    move = next;
    ask();
  };
  const step = (to: Step): void => {
    mustSay = true;
    run(glide(camera, bounded(to(camera, whole), whole)));
  };
  const steps = stepButtons(step);

  /** The interaction has ended: fetch missing tiles, notify the page, announce the window. */
  const settle = (byReader: boolean): void => {
    clearTimeout(rest);
    rest = setTimeout(async () => {
      const mine = tiles;
      const margin = (camera.to - camera.from) * MARGIN;
      const [from, to] = [Math.max(whole.from, camera.from - margin), Math.min(whole.to, camera.to + margin)];
      // A failed tile is requested again at the next pause; coarser counts are shown until then.
      await tiles.load(stage.level(camera), from, to).catch(() => undefined);
      if (mine !== tiles) return;
      // At rest everything is laid out for the current window: a drag may have left labels across an edge.
      isStale = true;
      ask();
      markSteps(steps, camera, whole);
      if (!byReader) return;
      view = viewAt(view, { camera, whole });
      callbacks.viewed(view, true);
      if (mustSay) announce();
    }, REST);
  };

  const announce = (): void => {
    mustSay = false;
    const inSight = [...stage.bars().values()].filter((bar) => bar.end > camera.from && bar.start < camera.to);
    const total = inSight.reduce((sum, { count }) => sum + count, 0);
    live.textContent = `${cameraWords(camera)}: ${eventCount(total)}`;
  };

  const open = ({ buckets }: Overview, isKept: boolean): boolean => {
    callbacks.ready();
    stage.measure();
    key.replaceChildren(...filterButtons(view, (id) => names.get(id) ?? id, filter));
    const windows = openingWindows(buckets, view, isKept ? camera : undefined);
    if (!windows) {
      // An empty map still has an axis: over the requested window, otherwise over the last ten years.
      const today = Date.now() / 86_400_000;
      const isNarrowed = view.toString() !== '';
      camera = whole = { from: today - 3652, to: today };
      isStale = true;
      draw();
      stage.nothing(
        isNarrowed ? { words: nothingMatches, showAll: () => filter(new URLSearchParams()) } : { words: noEvents },
      );
      return false;
    }
    stage.nothing(undefined);
    ({ whole, camera } = windows);
    isStale = true;
    return true;
  };

  const load = async (isKept: boolean): Promise<void> => {
    const mine = tiles;
    try {
      const overview = await mine.open();
      if (mine !== tiles || !open(overview, isKept)) return;
      const found = isKept || view.has('from') || view.has('to') ? undefined : overview.opening;
      if (found) camera = bounded({ from: dayNumber(found.from), to: dayNumber(found.to) + 1 }, whole);
      draw();
      settle(false);
      const asked = view.get('event');
      if (asked && !isKept) panel.select(await source.event(asked));
    } catch (error) {
      if (mine === tiles) callbacks.failed((error as Error).message);
    }
  };

  const filter = (next: View): void => {
    view = without(next, 'event');
    panel.element.replaceChildren();
    stage.forget();
    tiles.close();
    tiles = makeTiles(source, filtersOf(view));
    callbacks.viewed(view, true);
    load(true).then(announce);
  };

  const panel = makePanel({
    level,
    step,
    stage,
    list: (from, to) => tiles.list(from, to),
    full: source.event,
    chosen: (event) => {
      const share = (dayNumber(event.date.start) - camera.from) / (camera.to - camera.from);
      // The previous or next event may be outside the window, which then follows.
      if (share < 0 || share > 1) step((now) => shifted(now, share - 0.5));
      view = setting(view, 'event', event.id);
      callbacks.viewed(view, false);
      return callbacks.selected(event);
    },
    closed: () => {
      view = without(view, 'event');
      callbacks.viewed(view, false);
    },
    beside: (event, by) => {
      const all = tiles.inOrder();
      return all[all.findIndex(({ id }) => id === event.id) + by];
    },
    entity: (id, name) => {
      names.set(id, name);
      filter(having(view, 'entity', id));
    },
  });

  root.replaceChildren(el('div', { class: 'top' }, heading, steps), stage.element, key, panel.element, live);
  listenToGestures(
    stage.element,
    {
      start: () => {
        move = undefined;
      },
      pan: (pixels) => look(shifted(camera, pixels / stage.width())),
      zoom: (factor, share) => look(nearer(camera, factor, share)),
      done: (velocity) =>
        Math.abs(velocity) > 0.05 && !isStill() ? run(fling(camera, velocity / stage.width())) : settle(true),
    },
    isRtl,
    () => stage.element.contains((root.getRootNode() as ShadowRoot).activeElement),
  );
  listenToKeys(stage, isRtl, step);
  stage.element.addEventListener('click', ({ target }) =>
    panel.press(target as Element, (id) => tiles.known.get(id)?.event),
  );
  const watch = new ResizeObserver(() => {
    if (stage.measure() === 0) return;
    isStale = true;
    ask();
  });
  watch.observe(stage.element);
  load(false);

  return {
    window: () => camera,
    show: (window) => run(glide(camera, bounded(window, whole))),
    end: () => {
      tiles.close();
      watch.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    },
  };
}
