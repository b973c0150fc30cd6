import { eventCount, modalityNote, moreOf, stretchWords } from '../../shared/display/words/en.ts';
import { isoDay } from '../../shared/time/day.ts';
import { el } from '../dom.ts';
import { sign } from '../signs.ts';
import type { Camera } from './camera.ts';
import { type Bar, MARGIN, type Placed } from './layout.ts';

/** Height of a lane in pixels. The server's map uses the same values for lanes, histogram and axis (shared/pages/embed/map.ts). */
export const LANE = 42;
/** Height of the histogram. */
export const BARS = 44;
/** Height of the axis. */
export const AXIS = 26;
/** Margin at both sides of the map, so that the signs of its first and last day fit. */
export const INSET = 8;

/** The label of a bar: "12 more of 15 events, 1969" if some are hidden, "3 events, 1969" if all are shown. */
export function barWords({ start, end, count, hidden }: Pick<Bar, 'start' | 'end' | 'count' | 'hidden'>): string {
  const all = eventCount(count);
  return `${hidden > 0 && hidden < count ? moreOf(hidden, all) : all}, ${stretchWords(isoDay(start), isoDay(end - 1))}`;
}

function eventItem({ known: { event } }: Placed): HTMLLIElement {
  const { date, modality, title } = event;
  const isSharp = date.precision === 'day' || date.precision === 'interval';
  const shape = date.approximate ? 'circa' : isSharp ? 'sure' : 'soft';
  return el(
    'li',
    { class: `event ${modality}` },
    el('span', { class: `reach ${shape}` }),
    el(
      'button',
      { tabindex: -1, 'data-event': event.id },
      sign(modality),
      el(
        'span',
        { class: 'words' },
        el('span', { class: 'day' }, date.display + modalityNote(modality)),
        el('span', { class: 'unseen' }, ': '),
        el('bdi', { class: 'name' }, title),
      ),
    ),
  );
}

const barItem = (bar: Bar): HTMLLIElement =>
  el(
    'li',
    { class: 'pile' },
    el(
      'button',
      { tabindex: -1, 'data-bar': bar.key },
      el('span', { class: 'block' }),
      el('span', { class: 'more', 'aria-hidden': 'true' }),
      el('span', { class: 'unseen' }),
    ),
  );

const at = (pixels: number): number => Math.round(pixels * 10) / 10;
const childrenOf = (of: Element | null): HTMLElement[] => [...(of?.children ?? [])] as HTMLElement[];
const short = (count: number): string => (count > 999 ? `${Math.round(count / 1000)}k` : String(count));

interface Wanted {
  readonly key: string;
  readonly start: number;
  readonly make: () => HTMLLIElement;
  readonly set: (item: HTMLLIElement) => void;
}

/** Geometry of the drawing; `sign` is −1 if time runs from right to left. */
export interface Ground {
  readonly width: number;
  readonly lanes: number;
  readonly sign: 1 | -1;
}

function wantedEvent(one: Placed, { width, lanes, sign: way }: Ground): Wanted {
  const top = (lanes - one.lane - 1) * LANE;
  const set = (item: HTMLLIElement): void => {
    item.style.transform = `translate(${at(one.x * way)}px,${top}px)`;
    item.classList.toggle('before', one.before);
    item.classList.toggle('wide', one.reach > 10);
    const [reach, button] = childrenOf(item);
    if (button) button.style.maxWidth = `${Math.floor(one.room)}px`;
    if (reach) reach.style.width = `${at(Math.min(one.reach, width * (1 + 2 * MARGIN)))}px`;
  };
  return { key: one.known.event.id, start: one.known.start, make: () => eventItem(one), set };
}

function wantedBar(bar: Bar, from: number, scale: number, { lanes, sign: way }: Ground): Wanted {
  const width = Math.max(2, (bar.end - bar.start) * scale - 1);
  const height = Math.max(3, Math.round(bar.height * (BARS - 16)));
  const set = (item: HTMLLIElement): void => {
    item.style.transform = `translate(${at((bar.start - from) * scale * way)}px,${lanes * LANE}px)`;
    item.style.width = `${at(width)}px`;
    const [block, more, unseen] = childrenOf(item.firstElementChild);
    if (block) block.style.height = `${height}px`;
    if (more) more.style.bottom = `${AXIS + height + 1}px`;
    const words = bar.hidden > 0 && width > 24 ? `+${short(bar.hidden)}` : '';
    if (more && more.textContent !== words) more.textContent = words;
    if (unseen) unseen.textContent = barWords(bar);
  };
  return { key: `bar ${bar.key}`, start: bar.start, make: () => barItem(bar), set };
}

/** The elements on the map. They are created once, moved by transforms, and removed when their event leaves. */
export interface Items {
  readonly draw: (placed: readonly Placed[], bars: readonly Bar[], camera: Camera, ground: Ground) => void;
  readonly clear: () => void;
  /** In chronological order. */
  readonly buttons: () => HTMLButtonElement[];
}

/** Creates the items in a list, and one path for all stems. */
export function makeItems(list: HTMLElement, stems: SVGPathElement): Items {
  const items = new Map<string, HTMLLIElement>();

  /** In chronological order, so that screen readers and arrow keys move through it as through a list. */
  const reconcile = (wanted: Wanted[]): void => {
    const keys = new Set(wanted.map(({ key }) => key));
    const focused = (list.getRootNode() as ShadowRoot).activeElement;
    for (const [key, item] of items) {
      // The focused item stays until the focus leaves: removing it would move the reader to the top of the page.
      if (keys.has(key) || item.contains(focused)) continue;
      item.remove();
      items.delete(key);
    }
    wanted.sort((a, b) => a.start - b.start);
    let next: Element | null = list.firstElementChild;
    for (const { key, make, set } of wanted) {
      let item = items.get(key);
      if (item && item === next) next = next.nextElementSibling;
      else {
        item ??= make();
        items.set(key, item);
        list.insertBefore(item, next);
      }
      set(item);
    }
  };

  return {
    draw: (placed, bars, camera, ground) => {
      const scale = ground.width / (camera.to - camera.from);
      reconcile([
        ...placed.map((one) => wantedEvent(one, ground)),
        ...bars.map((bar) => wantedBar(bar, camera.from, scale, ground)),
      ]);
      // A stem marks one day, so intervals have none. One path for all stems, behind all labels.
      stems.setAttribute(
        'd',
        placed
          .map(({ x, lane, reach }) =>
            reach > 10
              ? ''
              : `M${at(x * ground.sign)} ${(ground.lanes - lane - 1) * LANE + 18}V${ground.lanes * LANE + BARS}`,
          )
          .join(''),
      );
    },
    clear: () => {
      items.clear();
      list.replaceChildren();
      stems.removeAttribute('d');
    },
    buttons: () => [...list.querySelectorAll('button')],
  };
}
