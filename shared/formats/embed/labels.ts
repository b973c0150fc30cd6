import type { TimelineEvent } from '../../events/event.ts';
import { dayNumber } from '../../time/day.ts';
import { placeInLanes } from './lanes.ts';

/** An event with its place on a map of a given width. */
export interface Label {
  readonly event: TimelineEvent;
  /** Pixels from the side where time begins: where the sign stands, and how far its days reach. */
  readonly x: number;
  readonly reach: number;
  readonly lane: number;
  readonly title: string;
  /** True where the words stand before the sign, for want of room after it. */
  readonly before: boolean;
}

/** Pixels that a character takes, on average, in the two lines of a label; a guess on the safe side, for a server has no fonts. */
const TITLE_CHARACTER = 7.9;
const DATE_CHARACTER = 7;
const SIGN = 12;
/** Pixels between neighbours in a lane. */
const GAP = 14;

/** Text cut at a word to at most `most` characters, with an ellipsis where something is missing. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join('');
  const space = characters[most - 1] === ' ' ? cut.length : cut.lastIndexOf(' ');
  return `${(space > most * 0.6 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/u, '')}…`;
}

/**
 * Places events on a map: the important ones get a lane, the others none and are left to the counts. Who has a lane asked for at most
 * `characters` of its title and gets as many as there is room for.
 *
 * @param stretch First day and the day after the last, as day numbers.
 */
export function placeLabels(
  events: readonly TimelineEvent[],
  stretch: { readonly from: number; readonly to: number },
  map: { readonly width: number; readonly lanes: number; readonly characters: number },
): readonly Label[] {
  const scale = map.width / (stretch.to - stretch.from);
  const wanting = events.flatMap((event) => {
    const start = dayNumber(event.date.start);
    const end = dayNumber(event.date.end) + 1;
    if (end <= stretch.from || start >= stretch.to) return [];
    const x = (Math.max(start, stretch.from) - stretch.from) * scale;
    const reach = (Math.min(end, stretch.to) - stretch.from) * scale - x;
    const title = shortened(event.title, map.characters);
    const words = Math.max([...title].length * TITLE_CHARACTER, event.date.display.length * DATE_CHARACTER) + SIGN;
    const before = x + words > map.width && x - words >= 0;
    // Words that fit on neither side would be cut by the frame.
    if (!before && x + words > map.width) return [];
    const wanted = { x: before ? x - words : x - SIGN / 2, width: words + SIGN / 2, weight: event.importance };
    return [{ event, x, reach, before, wanted }];
  });
  const lanes = placeInLanes(
    wanting.map((one) => one.wanted),
    map.lanes,
    GAP,
  );
  return wanting.flatMap(({ event, x, reach, before, wanted }, i) => {
    const lane = lanes[i] as number;
    if (lane < 0) return [];
    const others = wanting.filter((_, j) => j !== i && lanes[j] === lane).map((other) => other.wanted);
    // Only words after their sign take more than they asked for, lest two neighbours take the same room.
    const after = others.filter((o) => o.x > wanted.x).map((o) => o.x - GAP);
    const room = before ? wanted.width - SIGN / 2 : Math.min(map.width, ...after) - x;
    return [
      { event, x, reach, before, lane, title: shortened(event.title, Math.floor((room - SIGN) / TITLE_CHARACTER)) },
    ];
  });
}
