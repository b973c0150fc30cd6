import { ENGLISH, type Words } from '../../display/words.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { dayNumber } from '../../time/day.ts';
import { placeInLanes } from './lanes.ts';
import { charactersWithin, noteWidth, textWidth } from './text-width.ts';

/** An event with its position on a map of a given width. */
export interface Label {
  readonly event: TimelineEvent;
  /** Pixels from the early edge: position of the sign, and end of its days. */
  readonly x: number;
  readonly reach: number;
  readonly lane: number;
  /** The date, followed by the modality if it is not asserted. */
  readonly day: string;
  readonly title: string;
  /** True if the label stands before the sign, for lack of space after it. */
  readonly before: boolean;
}

/** Font sizes of the two lines of a label in pixels, equal to those of the stylesheet. */
const TITLE = 14;
const DATE = 11;
/** Pixels from the middle of a sign to its label, and beyond the label. */
const SIGN = 12;
/** Pixels between neighbours in a lane. */
const GAP = 14;
/** Smallest useful width of a title in pixels: about eight letters. */
const LEAST_TITLE = 72;

/** Truncates text at a word boundary to at most `most` characters, with an ellipsis. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join('');
  const space = characters[most - 1] === ' ' ? cut.length : cut.lastIndexOf(' ');
  return `${(space > most * 0.6 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/u, '')}…`;
}

/**
 * The line above a title: the date, and the modality if it is not asserted. A day that is too long is abbreviated (`24
 * Sep 1969`); the modality is never left out.
 *
 * @returns `undefined` if not even that fits into the given width.
 */
export function dateLine(
  event: Pick<TimelineEvent, 'date' | 'modality'>,
  pixels: number,
  { dayWords, modalityNote }: Words = ENGLISH,
): string | undefined {
  const { date, modality } = event;
  const word = modalityNote(modality);
  const isDay = date.precision === 'day' && date.start === date.end && !date.approximate;
  const forms = isDay ? [date.display, dayWords(date.start)] : [date.display];
  return forms.map((form) => form + word).find((line) => noteWidth(line, DATE) <= pixels);
}

/**
 * Places events on a map: important ones get a lane, the others are only counted. An event with a lane requests at most
 * `characters` of its title and gets as many as fit. A label stands after its sign, or before it if there is more
 * space; a longer label is truncated with an ellipsis, and dropped if too little would remain.
 *
 * @param stretch First day and the day after the last, as day numbers.
 */
export function placeLabels(
  events: readonly TimelineEvent[],
  stretch: { readonly from: number; readonly to: number },
  map: { readonly width: number; readonly lanes: number; readonly characters: number },
  words: Words = ENGLISH,
): readonly Label[] {
  const scale = map.width / (stretch.to - stretch.from);
  const wanting = events.flatMap((event) => {
    const start = dayNumber(event.date.start);
    const end = dayNumber(event.date.end) + 1;
    if (end <= stretch.from || start >= stretch.to) return [];
    const x = (Math.max(start, stretch.from) - stretch.from) * scale;
    const reach = (Math.min(end, stretch.to) - stretch.from) * scale - x;
    const title = textWidth(shortened(event.title, map.characters), TITLE);
    const date = noteWidth(dateLine(event, Number.POSITIVE_INFINITY, words) ?? '', DATE);
    const full = Math.max(title, date) + SIGN;
    const before = map.width - x < full && (x >= full || x > map.width - x);
    const room = Math.min(full, before ? x : map.width - x);
    const day = dateLine(event, room - SIGN, words);
    if (day === undefined || room - SIGN < Math.min(title, LEAST_TITLE)) return [];
    const wanted = { x: before ? x - room : x - SIGN / 2, width: room + SIGN / 2, weight: event.importance };
    return [{ event, x, reach, before, day, wanted }];
  });
  const lanes = placeInLanes(
    wanting.map((one) => one.wanted),
    map.lanes,
    GAP,
  );
  return wanting.flatMap(({ wanted, ...label }, i) => {
    const lane = lanes[i] as number;
    if (lane < 0) return [];
    const others = wanting.filter((_, j) => j !== i && lanes[j] === lane).map((other) => other.wanted);
    // Only labels after their sign take more than they requested, so that two neighbours never take the same space.
    const after = others.filter((o) => o.x > wanted.x).map((o) => o.x - GAP);
    const room = label.before ? wanted.width - SIGN / 2 : Math.min(map.width, ...after) - label.x;
    const title = shortened(label.event.title, charactersWithin(label.event.title, TITLE, room - SIGN));
    return [{ ...label, lane, title }];
  });
}
