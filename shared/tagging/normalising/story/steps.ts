import { boundsOf, isRealPartialDate, yearOf } from '../../../time/partial-date.ts';
import type { Expression } from '../../grammar/expression.ts';
import { gap, type Place, placeOf, shifted } from './place.ts';
import { goOn, NOTHING, type Reading } from './reading.ts';
import type { Section } from './sections.ts';

/** A test of an expression: whether the text marks it as an aside ("since 1848", "planned for 1976"), or quotes it. */
export type AskOf = (index: number) => boolean;

/**
 * Costs of readings, as negative logarithms of how likely they are. Chosen by hand on half of the histories of WikiWars and checked on the
 * other half (`bench/tagging/accuracy.ts`); each may change by a third without changing a score by more than half a point.
 */
const COST = {
  /** A year, and a full date, mentioned in passing; with a mark of it in the text; and the mark ignored. */
  aside: { coarse: 2.6, fine: 4.5, marked: 0.3 },
  notAside: 1.5,
  /** A year that the narrative has already reached, named again. */
  again: 0.8,
  /** A bare date after "today", relative to the day of writing; and relative to the narrative nevertheless. */
  present: 0.3,
  fromStory: 1,
  /** A bare date of another year than its section's heading states. */
  otherThanHeading: 1.5,
} as const;

/** The readings that one expression makes of one reading. */
export type Step = (reading: Reading) => Reading[];

/** The change that an expression makes to a reading; undefined for one without information on the narrative's time. */
export function stepOf(
  e: Expression,
  index: number,
  speechYear: number | undefined,
  isAside: AskOf,
  isQuoted: AskOf,
  section: Section | undefined,
): Step | undefined {
  if (e.ancient) return (reading) => ancientStep(reading, e, index);
  if (e.kind === 'calendar') {
    if (e.unit === 'century' || e.unit === 'millennium' || e.unit === 'decade' || e.unit === 'weekend')
      return undefined;
    if (e.year !== undefined) {
      const place = placeOf(e, e.year);
      if (!place) return undefined;
      if (section?.heading === index) return (reading) => [goOn(reading, index, place, 0, NOTHING)];
      const marked = isAside(index);
      return (reading) => statedStep(reading, place, e.unit === 'year' || e.unit === 'half', marked, index);
    }
    if (e.part === undefined && !e.named) return undefined;
    if (e.lean === 'same' || e.yearShift !== undefined) return (reading) => sameStep(reading, e, index);
    if (e.lean === 'nearest' || e.lean === 'this')
      return (reading) => bareStep(reading, e, index, speechYear, section?.year);
    return undefined;
  }
  if (e.kind !== 'shift') return undefined;
  if (e.anchor === 'text' || e.anchor === 'here') return (reading) => shiftStep(reading, e, index);
  const near = e.anchor === 'speech' && Math.abs(e.amount ?? 0) <= 1;
  const looksAround = near && speechYear !== undefined && !isQuoted(index);
  return looksAround ? (reading) => [goOn(reading, index, reading.place, 0, NOTHING, true)] : undefined;
}

function statedStep(reading: Reading, to: Place, coarse: boolean, marked: boolean, index: number): Reading[] {
  const { place } = reading;
  if (!place) return [goOn(reading, index, to, marked ? COST.notAside : 0, NOTHING), ...passing()];
  const penalty = marked ? COST.notAside : 0;
  const inside = coarse && place.first >= to.first && place.last <= to.last;
  if (inside) return [goOn(reading, index, place, 0, NOTHING), goOn(reading, index, to, COST.again + penalty, NOTHING)];
  return [goOn(reading, index, to, gap(place, to) + penalty, NOTHING), ...passing()];

  function passing(): Reading[] {
    const cost = marked ? COST.aside.marked : coarse ? COST.aside.coarse : COST.aside.fine;
    return [goOn(reading, index, reading.place, cost, { ...NOTHING, aside: true })];
  }
}

function bareStep(
  reading: Reading,
  e: Expression,
  index: number,
  speechYear: number | undefined,
  heading: number | undefined,
): Reading[] {
  const { place, atPresent } = reading;
  if (atPresent || !place) {
    if (speechYear === undefined) return [goOn(reading, index, place, 0, NOTHING)];
    const present = goOn(reading, index, place, COST.present, { ...NOTHING, present: true }, true);
    return place ? [present, ...fromStory(reading, place, e, index, COST.fromStory, heading)] : [present];
  }
  const told = fromStory(reading, place, e, index, 0, heading);
  return told.length > 0 ? told : [goOn(reading, index, place, 0, NOTHING)];
}

/** Years around the story's that a bare date may lie in; the further ones for 29 February alone. */
const NEAR = [0, 1, -1] as const;
const FAR = [2, -2, 3, -3] as const;

function fromStory(
  reading: Reading,
  place: Place,
  e: Expression,
  index: number,
  base: number,
  heading: number | undefined,
): Reading[] {
  const at = (offsets: readonly number[]): Reading[] =>
    offsets.flatMap((offset) => {
      const year = place.year + offset;
      const to = placeOf(e, year);
      const cost = base + (heading === undefined || heading === year ? 0 : COST.otherThanHeading);
      return to ? [goOn(reading, index, to, cost + gap(place, to), { ...NOTHING, year })] : [];
    });
  const near = at(NEAR);
  return near.length > 0 ? near : at(FAR).slice(0, 1);
}

/** "that spring", "in June of the following year": counted from the story's year. */
function sameStep(reading: Reading, e: Expression, index: number): Reading[] {
  const { place } = reading;
  const year = place && place.year + (e.yearShift ?? 0);
  const to = year === undefined ? undefined : placeOf(e, year);
  return [goOn(reading, index, to ?? place, 0, { ...NOTHING, year: to ? year : undefined })];
}

/** "two years later" moves the narrative; "ten years earlier" does so only if the following dates agree. */
function shiftStep(reading: Reading, e: Expression, index: number): Reading[] {
  const { place } = reading;
  const to = place && shifted(place, e);
  if (!place || !to) return [goOn(reading, index, place, 0, NOTHING)];
  const back = (e.amount ?? 0) < 0;
  return [
    goOn(reading, index, to, back ? gap(place, to) : 0, NOTHING),
    goOn(reading, index, place, back ? COST.aside.marked : COST.aside.coarse, { ...NOTHING, aside: true }),
  ];
}

/** How far from the story's year three digits may be a year. */
const SAME_AGE = 100;

/** Three digits ("in 216") are a year of the story's era, if the story is among such years. */
function ancientStep(reading: Reading, e: Expression, index: number): Reading[] {
  const { place } = reading;
  const stay = [goOn(reading, index, place, 0, NOTHING)];
  if (!place || place.year > 1000 || e.year === undefined) return stay;
  const date = yearOf(place.year > 0 ? e.year : 1 - e.year);
  if (Math.abs(date.year - place.year) > SAME_AGE || !isRealPartialDate(date)) return stay;
  return statedStep(reading, { ...boundsOf(date), year: date.year }, true, false, index);
}
