import { glyph } from '../../display/glyphs.ts';
import { type Markup, markup } from '../../display/markup.ts';
import { ENGLISH, type Words } from '../../display/words.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { dayNumber } from '../../time/day.ts';
import type { Bucket } from '../../timeline/overview.ts';
import { placeLabels } from './labels.ts';
import { ticksOf } from './scale.ts';
import { textWidth } from './text-width.ts';
import type { Stretch } from './window.ts';

/**
 * A map for places at least `width` pixels wide. Labels are placed for that width and positioned in percent, so that in
 * a wider place they only move apart.
 */
export interface MapSize {
  readonly name: 'narrow' | 'medium' | 'broad' | 'wide';
  readonly width: number;
  readonly lanes: number;
  /** Most characters of a title. */
  readonly characters: number;
  /** Most bars of the histogram: each must be wide enough to click (WCAG 2.5.8 requires 24 pixels). */
  readonly bars: number;
}

/** From a phone of 320 pixels to a desktop. A page contains all of them; container queries show the widest that fits (`MAPS_CSS`). */
export const MAPS: readonly MapSize[] = [
  { name: 'narrow', width: 286, lanes: 4, characters: 24, bars: 10 },
  { name: 'medium', width: 440, lanes: 4, characters: 30, bars: 16 },
  { name: 'broad', width: 620, lanes: 5, characters: 36, bars: 24 },
  { name: 'wide', width: 880, lanes: 5, characters: 40, bars: 36 },
];

/** The map of a stand-alone picture. */
export const PICTURE: MapSize = { name: 'wide', width: 920, lanes: 5, characters: 40, bars: 36 };

/** Link targets of a map; without links it is an image. */
export interface MapLinks {
  readonly toEvent: (event: TimelineEvent) => string;
  readonly toStretch: (stretch: Stretch) => string;
}

const LANE = 42;
const BARS = 44;
const AXIS = 26;

/** Maps of every width, of which the stylesheet shows one (`MAPS_CSS`). `lanes` limits their height. */
export const drawMaps = (map: MapContent, links: MapLinks, { lanes }: { readonly lanes?: number } = {}): Markup =>
  markup`<div class="maps">${MAPS.map((size) => drawMap(map, lanes === undefined ? size : { ...size, lanes }, links))}</div>`;

/** Height of a map in pixels. */
export const heightOf = (size: MapSize): number => size.lanes * LANE + BARS + AXIS;

/** Joins neighbouring buckets until there are at most `most`. Empty ones are kept, since their position carries meaning. */
function joined(buckets: readonly Bucket[], most: number): { start: string; end: string; count: number }[] {
  const each = Math.ceil(buckets.length / most);
  const groups: { start: string; end: string; count: number }[] = [];
  for (let i = 0; i < buckets.length; i += each) {
    const group = buckets.slice(i, i + each);
    const [first, last] = [group[0] as Bucket, group.at(-1) as Bucket];
    groups.push({ start: first.start, end: last.end, count: group.reduce((sum, b) => sum + b.count, 0) });
  }
  return groups;
}

/** A map's range and size, and the positions of its days in percent of its width. */
interface Ground {
  /** First day, and the day after the last. */
  readonly from: number;
  readonly to: number;
  readonly size: MapSize;
  readonly rtl: boolean;
  readonly words: Words;
  /** Lower edge of the lanes, and of the histogram, in pixels. */
  readonly floor: number;
  readonly foot: number;
  readonly across: (day: number) => number;
  /** Left edge and width of a stretch of days. */
  readonly breadth: (a: number, b: number) => { readonly x: number; readonly width: number };
}

function groundOf({ stretch, rtl = false, words = ENGLISH }: MapContent, size: MapSize): Ground {
  const from = dayNumber(stretch.from);
  const to = dayNumber(stretch.to) + 1;
  const across = (day: number): number => {
    const share = Math.min(1, Math.max(0, (day - from) / (to - from))) * 100;
    return Math.round((rtl ? 100 - share : share) * 1000) / 1000;
  };
  const breadth = (a: number, b: number) => {
    const [x, end] = [Math.min(across(a), across(b)), Math.max(across(a), across(b))];
    return { x, width: Math.round((end - x) * 1000) / 1000 };
  };
  const floor = size.lanes * LANE;
  return { from, to, size, rtl, words, floor, foot: floor + BARS, across, breadth };
}

const linked = (href: string | undefined, name: string, inner: Markup): Markup =>
  href === undefined ? markup`<g>${inner}</g>` : markup`<a href="${href}" aria-label="${name}">${inner}</a>`;

/** The histogram of counts. */
function drawBars({ size, words, floor, foot, breadth }: Ground, shown: readonly Bucket[], links?: MapLinks): Markup[] {
  const bars = joined(shown, size.bars);
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  return bars.flatMap((bar) => {
    if (bar.count === 0) return [];
    const { x, width } = breadth(dayNumber(bar.start), dayNumber(bar.end) + 1);
    const height = Math.max(3, Math.round((bar.count / most) * (BARS - 12)));
    const name = `${words.stretchWords(bar.start, bar.end)}: ${words.eventCount(bar.count)}`;
    const body = markup`<rect class="hit" x="${x}%" y="${floor}" width="${width}%" height="${BARS + AXIS}"/><rect class="bar"
x="${x}%" y="${foot - height}" width="${width}%" height="${height}"/><rect class="edge" x="${x}%" y="${foot - height}" width="${width}%"
height="1.5"/><title>${name}</title>`;
    return [linked(links?.toStretch({ from: bar.start, to: bar.end }), name, body)];
  });
}

/** The labels of the axis. */
const drawTicks = ({ from, to, size, rtl, words, foot, across }: Ground): Markup[] =>
  ticksOf(from, to, size.width / 84, words.naming).map(({ day, label, strong }) => {
    const x = across(day);
    // At the edges a label stands on the inner side of its tick.
    const half = (textWidth(label, 12) / 2 / size.width) * 100;
    const [atStart, atEnd] = rtl ? [x > 100 - half, x < half] : [x < half, x > 100 - half];
    const anchor = atStart ? 'start' : atEnd ? 'end' : 'middle';
    return markup`<line class="tick" x1="${x}%" x2="${x}%" y1="${foot}" y2="${foot + 5}"/><text class="${strong ? 'year strong' : 'year'}"
x="${x}%" y="${foot + 19}" text-anchor="${anchor}">${label}</text>`;
  });

/** The signs of the top events with their labels, and the stems that lead to the axis. */
function drawSigns(
  { from, to, size, rtl, words, floor, foot, across, breadth }: Ground,
  shown: readonly Bucket[],
  links?: MapLinks,
): { readonly stems: readonly Markup[]; readonly signs: readonly Markup[] } {
  const percentOf = (pixels: number): number => across(from + (pixels / size.width) * (to - from));
  const tops = [...new Map(shown.flatMap((b) => b.top).map((event) => [event.id, event])).values()];
  const labels = [...placeLabels(tops, { from, to }, size, words)].sort((a, b) => a.x - b.x);
  const stems = labels.flatMap(({ x, reach, lane }) => {
    // A stem marks one day, so intervals have none.
    if (reach > 10) return [];
    const at = percentOf(x);
    return markup`<line class="stem" x1="${at}%" x2="${at}%" y1="${floor - lane * LANE - 24}" y2="${foot}"/>`;
  });
  const signs = labels.map(({ event, x, reach, lane, day, title, before }) => {
    const y = floor - (lane + 1) * LANE + 18;
    const at = percentOf(x);
    const { date, modality } = event;
    const sharp = date.precision === 'day' && !date.approximate;
    const bar = breadth(from + (x / size.width) * (to - from), from + ((x + reach) / size.width) * (to - from));
    const shape = date.approximate ? 'circa' : date.precision === 'interval' || sharp ? 'sure' : 'soft';
    const stretch =
      reach > 6 &&
      markup`<rect class="reach ${shape}" x="${bar.x}%" y="${y + 19}" width="${bar.width}%" height="4" rx="2"/>`;
    const toStart = before !== rtl;
    const dx = toStart ? -10 : 10;
    const anchor = before ? 'end' : 'start';
    // The visible text, so that users of voice control can say it; the list contains the whole title.
    const name = `${day} ${title}`;
    const body = markup`<rect class="hit" x="${at}%" y="${y - 14}" width="24" height="34" transform="translate(${toStart ? -20 : -4} 0)"/>${stretch}<svg
x="${at}%" y="${y}" overflow="visible">${glyph(modality)}</svg><text class="day" x="${at}%" dx="${dx}" y="${y - 2}" text-anchor="${anchor}">${day}</text> <text
class="name ${modality}" x="${at}%" dx="${dx}" y="${y + 14}" text-anchor="${anchor}">${title}</text>`;
    return linked(links?.toEvent(event), name, body);
  });
  return { stems, signs };
}

/** The content of a map. */
interface MapContent {
  readonly stretch: Stretch;
  readonly buckets: readonly Bucket[];
  readonly rtl?: boolean;
  readonly words?: Words;
}

/**
 * Draws the buckets of an overview as a map: signs with labels in lanes, a histogram of counts below, the axis at the
 * foot. Buckets and events outside its stretch are left out.
 */
export function drawMap(map: MapContent, size: MapSize, links?: MapLinks): Markup {
  const ground = groundOf(map, size);
  const { from, to, words, rtl, foot } = ground;
  const shown = map.buckets.filter((b) => dayNumber(b.end) >= from && dayNumber(b.start) < to);
  const { stems, signs } = drawSigns(ground, shown, links);
  const label = words.mapOf(words.stretchWords(map.stretch.from, map.stretch.to));
  return markup`<svg class="map ${size.name}" width="100%" height="${heightOf(size)}" role="group" aria-label="${label}"${rtl ? markup` direction="rtl"` : ''}>${stems}<g
class="bars">${drawBars(ground, shown, links)}</g><line class="axis" x1="0" x2="100%" y1="${foot}" y2="${foot}"/><g aria-hidden="true">${drawTicks(ground)}</g>${signs}</svg>`;
}
