import type { TimelineEvent } from '../../shared/events/event.ts';
import { focusOf } from '../../shared/formats/embed/focus.ts';
import { type EmbedView, WHOLE } from '../../shared/formats/embed/view.ts';
import { counted } from '../../shared/formats/embed/words.ts';
import type { Overview } from '../../shared/store/store.ts';
import { dayNumber, isoDay } from '../../shared/time/day.ts';
import { el } from '../dom.ts';
import { filtersOf } from './address.ts';
import { bounded, type Camera, isAbout, nearer, padded, shifted } from './camera.ts';
import { eventCard, pileCard } from './card.ts';
import { filterButtons, markSteps, stepButtons } from './controls.ts';
import { listenToHands } from './gestures.ts';
import { barWords } from './items.ts';
import { listenToKeys } from './keyboard.ts';
import { MARGIN } from './layout.ts';
import { fling, glide, isStill, type Move } from './motion.ts';
import type { Source } from './source.ts';
import { cameraWords, makeStage } from './stage.ts';
import { makeTiles, type Tiles } from './tiles.ts';

/** How long hands must rest before tiles are fetched, in milliseconds. */
const REST = 90;

/** What a timeline tells of itself. */
export interface Told {
  /** The first data is there (or the word that there is none): show it. */
  readonly ready: () => void;
  /** Window or filters have changed by the reader's hand. */
  readonly viewed: (view: EmbedView) => void;
  /** An event is chosen; `false` keeps its card closed. */
  readonly selected: (event: TimelineEvent) => boolean;
  /** The first data did not come. */
  readonly failed: (words: string) => void;
}

/** A timeline under one source, until it is ended. */
export interface Timeline {
  readonly show: (window: Camera) => void;
  readonly window: () => Camera;
  readonly end: () => void;
}

/** Builds the whole of a timeline into `root`. */
export function startTimeline(
  root: HTMLElement,
  source: Source,
  start: EmbedView,
  level: number,
  told: Told,
): Timeline {
  const isRtl = (): boolean => getComputedStyle(root).direction === 'rtl';
  const stage = makeStage(isRtl);
  const heading = el('p', { class: 'window' });
  const key = el('div', { class: 'key', role: 'group', 'aria-label': 'Show only' });
  const panel = el('div');
  const live = el('p', { class: 'unseen', role: 'status' });
  const names = new Map<string, string>();

  let view = start;
  let tiles: Tiles = makeTiles(source, filtersOf(view));
  let whole: Camera = { from: 0, to: 1 };
  let camera: Camera = whole;
  let move: Move | undefined;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let isStale = true;
  let mustSay = false;
  let opener: string | undefined;

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
  const run = (next: Move): void => {
    move = next;
    ask();
  };
  const step = (to: (camera: Camera, whole: Camera) => Camera): void => {
    mustSay = true;
    run(glide(camera, bounded(to(camera, whole), whole)));
  };
  const steps = stepButtons(step);

  /** Hands are off: fetch what is missing, tell the page, say where we are. */
  const settle = (byReader: boolean): void => {
    clearTimeout(rest);
    rest = setTimeout(async () => {
      const mine = tiles;
      const margin = (camera.to - camera.from) * MARGIN;
      const [from, to] = [Math.max(whole.from, camera.from - margin), Math.min(whole.to, camera.to + margin)];
      // A tile that did not come is asked for again when the map next rests; coarser counts stand in for it.
      const isNew = await tiles.load(stage.level(camera), from, to).catch(() => true);
      if (mine !== tiles) return;
      isStale ||= isNew;
      ask();
      markSteps(steps, camera, whole);
      if (!byReader) return;
      const { from: _, to: __, ...timeless } = view;
      const seen = { from: isoDay(Math.round(camera.from)), to: isoDay(Math.round(camera.to) - 1) };
      view = isAbout(camera, whole) ? timeless : { ...timeless, ...seen };
      told.viewed(view);
      if (mustSay) announce();
    }, REST);
  };

  const announce = (): void => {
    mustSay = false;
    const inSight = [...stage.bars().values()].filter(({ start: s, end }) => end > camera.from && s < camera.to);
    live.textContent = `${cameraWords(camera)}: ${counted(
      inSight.reduce((sum, { count }) => sum + count, 0),
      'event',
    )}`;
  };

  const nothing = (words: string): void => {
    stage.forget();
    const all = el('button', { type: 'button', class: 'chip', click: () => filter(WHOLE) }, 'Show everything');
    stage.list.replaceChildren(el('li', { class: 'none' }, el('p', {}, words), all));
  };

  const drawKey = (): void => key.replaceChildren(...filterButtons(view, (id) => names.get(id) ?? id, filter));

  const open = async ({ buckets }: Overview, isKept: boolean): Promise<void> => {
    const filled = buckets.filter(({ count }) => count > 0);
    told.ready();
    stage.measure();
    drawKey();
    const [first, last] = [filled[0], filled.at(-1)];
    if (!first || !last) return nothing('Nothing on this timeline matches.');
    stage.list.querySelector('.none')?.remove();
    whole = padded({ from: dayNumber(first.start), to: dayNumber(last.end) + 1 });
    const from = view.from === undefined ? whole.from : dayNumber(view.from);
    const to = view.to === undefined ? whole.to : dayNumber(view.to) + 1;
    camera = bounded(isKept ? camera : { from, to }, whole);
    isStale = true;
  };

  /** Opens where most events are: see `focusOf`. */
  const focus = async (overview: Overview, mine: Tiles): Promise<void> => {
    let found = focusOf(overview);
    for (let i = 0; found && i < 2; i += 1) {
      const finer = focusOf(await mine.overview(found.from, found.to));
      if (!finer) break;
      found = finer;
    }
    if (found && mine === tiles)
      camera = bounded(padded({ from: dayNumber(found.from), to: dayNumber(found.to) + 1 }), whole);
    isStale = true;
  };

  const load = async (isKept: boolean): Promise<void> => {
    const mine = tiles;
    try {
      const overview = await mine.open();
      if (mine !== tiles) return;
      const needsFocus = !isKept && view.from === undefined && view.to === undefined;
      await open(overview, isKept);
      if (needsFocus) await focus(overview, mine);
      if (mine !== tiles) return;
      draw();
      settle(false);
    } catch (error) {
      if (mine === tiles) told.failed(error instanceof Error ? error.message : 'The timeline did not load.');
    }
  };

  const filter = (change: Partial<EmbedView>): void => {
    const { cursor: _, event: __, ...rest } = view;
    view = { ...rest, ...change };
    panel.replaceChildren();
    stage.forget();
    tiles.close();
    tiles = makeTiles(source, filtersOf(view));
    told.viewed(view);
    load(true).then(announce);
  };

  const put = (card: HTMLElement): void => {
    panel.replaceChildren(card);
    card.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest', behavior: isStill() ? 'auto' : 'smooth' });
  };

  const close = (): void => {
    panel.replaceChildren();
    const { event: _, ...rest } = view;
    view = rest;
    told.viewed(view);
    const back = stage.buttons().find(({ dataset }) => dataset.event === opener || dataset.bar === opener);
    (back ?? stage.buttons()[0])?.focus({ preventScroll: true });
  };

  const select = async (event: TimelineEvent): Promise<void> => {
    view = { ...view, event: event.id };
    if (!told.selected(event)) return;
    put(eventCard(event, level, actions));
    if (event.mentions <= event.evidence.length) return;
    const full = await source.event(event.id).catch(() => undefined);
    if (!full || view.event !== event.id) return;
    const proofs = eventCard(full, level, actions).querySelector('.proofs');
    if (proofs) panel.querySelector('.proofs')?.replaceWith(proofs);
  };

  const actions = {
    close,
    select,
    entity: (id: string, name: string) => {
      names.set(id, name);
      filter({ entities: [...new Set([...view.entities, id])] });
    },
  };

  const press = async (target: Element): Promise<void> => {
    const button = target.closest<HTMLElement>('[data-event], [data-bar]');
    if (!button) return;
    opener = button.dataset.event ?? button.dataset.bar;
    const known = tiles.known.get(button.dataset.event ?? '');
    if (known) return select(known.event);
    const bar = stage.bars().get(button.dataset.bar ?? '');
    if (!bar) return;
    const events = await tiles.list(bar.start, bar.end).catch(() => []);
    const zoomIn = bar.end - bar.start > 3 ? () => step(() => padded({ from: bar.start, to: bar.end })) : undefined;
    put(pileCard(barWords({ ...bar, hidden: 0 }), events, zoomIn, level, actions));
  };

  const hands = {
    start: () => {
      move = undefined;
    },
    pan: (pixels: number) => {
      camera = bounded(shifted(camera, pixels / stage.width()), whole);
      ask();
    },
    zoom: (factor: number, share: number) => {
      camera = bounded(nearer(camera, factor, share), whole);
      ask();
    },
    done: (velocity: number) =>
      Math.abs(velocity) > 0.05 && !isStill() ? run(fling(camera, velocity / stage.width())) : settle(true),
  };

  root.replaceChildren(el('div', { class: 'top' }, heading, steps), stage.element, key, panel, live);
  listenToHands(stage.element, hands, isRtl, () =>
    stage.element.contains((root.getRootNode() as ShadowRoot).activeElement),
  );
  listenToKeys(stage, isRtl, step);
  stage.element.addEventListener('click', ({ target }) => press(target as Element));
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
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
