import { civilDay } from '../../time/day.ts';
import { boundsOf, type CalendarUnit, isRealPartialDate, type PartialDate, yearOf } from '../../time/partial-date.ts';
import { type Third, thirdOf } from '../../time/span.ts';
import type { Expression } from '../grammar/expression.ts';
import type { Recognised } from '../recognise.ts';
import { calendarDate } from './calendar-date.ts';
import { calendarStep, shiftDay } from './shift.ts';

/** What one expression is to the story: which year a bare date lies in, and whether the story goes on from there. */
export interface Placing {
  /** Year of a date that states none. */
  readonly year: number | undefined;
  /** A date mentioned in passing: the story goes on from before it. */
  readonly aside: boolean;
  /** A bare date told from the day of writing ("this March"), not from the story. */
  readonly present: boolean;
}

/** Asks something of an expression: whether the text marks it as an aside ("since 1848", "planned for 1976"), or quotes it. */
export type AskOf = (index: number) => boolean;

/** Where the telling has come to: inclusive day numbers, and the year that bare dates go on from. */
interface Place {
  readonly first: number;
  readonly last: number;
  readonly year: number;
}

/** One reading of the text so far. Readings share their beginnings. */
interface Reading {
  readonly place: Place | undefined;
  /** The text has just spoken of its own day: "today", "this year". */
  readonly atPresent: boolean;
  readonly cost: number;
  readonly before: Reading | undefined;
  readonly index: number;
  readonly placing: Placing;
}

/** Readings kept after each expression: time grows with the number of expressions alone. */
const BEAM = 12;

/**
 * Costs, in units of "as unlikely as". A gap costs the logarithm of its length, so one long jump is likelier than two of half its length;
 * a step back costs more than the same step forward. Chosen by hand on half of the histories of WikiWars and checked on the other half
 * (`bench/tagging/accuracy.ts`).
 */
const COST = {
  /** Days of a gap that cost nothing yet. */
  forwardScale: 45,
  backScale: 45,
  back: 0.3,
  longest: 5,
  /** Forward, the years after the first one cost little: stories leap ahead. */
  forwardPerLogYear: 0.1,
  /** A year, and a full date, mentioned in passing; with a mark of it in the text; and the mark ignored. */
  aside: { coarse: 2.6, fine: 4.5, marked: 0.3 },
  notAside: 1.5,
  /** A year that the story is in already, named to begin the telling of that year again. */
  again: 0.8,
  /** A bare date told from the day of writing after "today", and told from the story nevertheless. */
  present: 0.3,
  fromStory: 1,
} as const;

const NOTHING: Placing = { year: undefined, aside: false, present: false };

/**
 * Chooses the years of a narrative's bare dates ("In September the mines closed") in one pass over all its expressions, so that what is
 * stated after a date counts as much as what is stated before it. Each stated date either moves the story or is an aside; each bare date
 * takes the year before, of, or after the story's; the reading with the lowest total cost wins.
 *
 * @returns One placing per expression, in order.
 * @see Viterbi's algorithm with a beam (Rabiner 1989, "A Tutorial on Hidden Markov Models", §III.B).
 */
export function chronologyOf(
  found: readonly Recognised[],
  speechYear: number | undefined,
  isAside: AskOf,
  isQuoted: AskOf,
): Placing[] {
  let readings: Reading[] = [
    { place: undefined, atPresent: false, cost: 0, before: undefined, index: -1, placing: NOTHING },
  ];
  found.forEach(({ expression }, index) => {
    const step = stepOf(expression, index, speechYear, isAside, isQuoted);
    if (step) readings = best(readings.flatMap((reading) => step(reading)));
  });
  const placings: Placing[] = found.map(() => NOTHING);
  for (let r: Reading | undefined = readings[0]; r; r = r.before) if (r.index >= 0) placings[r.index] = r.placing;
  return placings;
}

/** The cheapest readings, one for each place that the story may have come to. */
function best(readings: Reading[]): Reading[] {
  readings.sort((a, b) => a.cost - b.cost);
  const kept: Reading[] = [];
  for (const r of readings) {
    const known = kept.some(
      (k) =>
        k.atPresent === r.atPresent &&
        k.place?.first === r.place?.first &&
        k.place?.last === r.place?.last &&
        k.place?.year === r.place?.year,
    );
    if (!known) kept.push(r);
    if (kept.length === BEAM) break;
  }
  return kept;
}

type Step = (reading: Reading) => Reading[];

function stepOf(
  e: Expression,
  index: number,
  speechYear: number | undefined,
  isAside: AskOf,
  isQuoted: AskOf,
): Step | undefined {
  if (e.ancient) return (reading) => ancientStep(reading, e, index);
  if (e.kind === 'calendar') {
    if (e.unit === 'century' || e.unit === 'millennium' || e.unit === 'decade' || e.unit === 'weekend')
      return undefined;
    if (e.year !== undefined) {
      const place = placeOf(e, e.year);
      if (!place) return undefined;
      const marked = isAside(index);
      return (reading) => statedStep(reading, place, e.unit === 'year' || e.unit === 'half', marked, index);
    }
    if (e.part === undefined && !e.named) return undefined;
    if (e.lean === 'same' || e.yearShift !== undefined) return (reading) => sameStep(reading, e, index);
    if (e.lean === 'nearest' || e.lean === 'this') return (reading) => bareStep(reading, e, index, speechYear);
    return undefined;
  }
  if (e.kind !== 'shift') return undefined;
  if (e.anchor === 'text' || e.anchor === 'here') return (reading) => shiftStep(reading, e, index);
  const near = e.anchor === 'speech' && Math.abs(e.amount ?? 0) <= 1;
  const looksAround = near && speechYear !== undefined && !isQuoted(index);
  return looksAround ? (reading) => [then(reading, index, reading.place, 0, NOTHING, true)] : undefined;
}

const then = (
  before: Reading,
  index: number,
  place: Place | undefined,
  cost: number,
  placing: Placing,
  atPresent = false,
): Reading => ({ place, atPresent, cost: before.cost + cost, before, index, placing });

/** The days that an expression of a given year names; of "late 1943" its last third. */
function placeOf(e: Expression, year: number): Place | undefined {
  const date = calendarDate(e, year);
  return isRealPartialDate(date) ? placeOfDate(date, e) : undefined;
}

function placeOfDate(date: PartialDate, e: Expression): Place {
  const third = e.mod === 'START' || e.mod === 'MID' || e.mod === 'END' ? (e.mod as Third) : undefined;
  const { first, last } = third && date.unit !== 'day' ? thirdOf(date, third) : boundsOf(date);
  return { first, last, year: date.year };
}

/** How unlikely the story is to go from one place to another. */
function gap(from: Place, to: Place): number {
  if (to.first > from.last) return forward(to.first - from.last);
  if (to.last < from.first)
    return Math.min(COST.longest, COST.back + Math.log1p((from.first - to.last) / COST.backScale));
  return 0;
}

const YEAR_DAYS = 365.25;

const forward = (days: number): number =>
  Math.log1p(Math.min(days, YEAR_DAYS) / COST.forwardScale) +
  COST.forwardPerLogYear * Math.log(Math.max(1, days / YEAR_DAYS));

function statedStep(reading: Reading, to: Place, coarse: boolean, marked: boolean, index: number): Reading[] {
  const { place } = reading;
  if (!place) return [then(reading, index, to, marked ? COST.notAside : 0, NOTHING), ...passing()];
  const penalty = marked ? COST.notAside : 0;
  const inside = coarse && place.first >= to.first && place.last <= to.last;
  if (inside) return [then(reading, index, place, 0, NOTHING), then(reading, index, to, COST.again + penalty, NOTHING)];
  return [then(reading, index, to, gap(place, to) + penalty, NOTHING), ...passing()];

  function passing(): Reading[] {
    const cost = marked ? COST.aside.marked : coarse ? COST.aside.coarse : COST.aside.fine;
    return [then(reading, index, reading.place, cost, { ...NOTHING, aside: true })];
  }
}

function bareStep(reading: Reading, e: Expression, index: number, speechYear: number | undefined): Reading[] {
  const { place, atPresent } = reading;
  if (atPresent || !place) {
    if (speechYear === undefined) return [then(reading, index, place, 0, NOTHING)];
    const present = then(reading, index, place, COST.present, { ...NOTHING, present: true }, true);
    return place ? [present, ...fromStory(reading, place, e, index, COST.fromStory)] : [present];
  }
  const told = fromStory(reading, place, e, index, 0);
  return told.length > 0 ? told : [then(reading, index, place, 0, NOTHING)];
}

/** Years around the story's that a bare date may lie in; the further ones for 29 February alone. */
const NEAR = [0, 1, -1] as const;
const FAR = [2, -2, 3, -3] as const;

function fromStory(reading: Reading, place: Place, e: Expression, index: number, cost: number): Reading[] {
  const at = (offsets: readonly number[]): Reading[] =>
    offsets.flatMap((offset) => {
      const year = place.year + offset;
      const to = placeOf(e, year);
      return to ? [then(reading, index, to, cost + gap(place, to), { ...NOTHING, year })] : [];
    });
  const near = at(NEAR);
  return near.length > 0 ? near : at(FAR).slice(0, 1);
}

/** "that spring", "in June of the following year": counted from the story's year. */
function sameStep(reading: Reading, e: Expression, index: number): Reading[] {
  const { place } = reading;
  const year = place && place.year + (e.yearShift ?? 0);
  const to = year === undefined ? undefined : placeOf(e, year);
  return [then(reading, index, to ?? place, 0, { ...NOTHING, year: to ? year : undefined })];
}

/** Years in one of the wide units that a shift may be counted in. */
const YEARS_IN: Partial<Readonly<Record<CalendarUnit, number>>> = {
  year: 1,
  decade: 10,
  century: 100,
  millennium: 1000,
};

/** "two years later" moves the story; "ten years earlier" does so only if what follows agrees. */
function shiftStep(reading: Reading, e: Expression, index: number): Reading[] {
  const { place } = reading;
  const to = place && shifted(place, e);
  if (!place || !to) return [then(reading, index, place, 0, NOTHING)];
  const back = (e.amount ?? 0) < 0;
  return [
    then(reading, index, to, back ? gap(place, to) : 0, NOTHING),
    then(reading, index, place, back ? COST.aside.marked : COST.aside.coarse, { ...NOTHING, aside: true }),
  ];
}

function shifted(place: Place, e: Expression): Place | undefined {
  const stepped = e.step && calendarStep(e.step);
  if (!stepped || !e.amount) return undefined;
  const [unit, each] = stepped;
  const amount = Math.round(e.amount * each);
  const years = YEARS_IN[unit];
  if (years !== undefined) {
    const date = yearOf(place.year + amount * years);
    return isRealPartialDate(date) ? { ...boundsOf(date), year: date.year } : undefined;
  }
  const [first, last] = [shiftDay(place.first, unit, amount), shiftDay(place.last, unit, amount)];
  return { first, last, year: civilDay(first).year };
}

/** How far from the story's year three digits may be a year. */
const SAME_AGE = 100;

/** Three digits ("in 216") are a year of the story's era, if the story is among such years. */
function ancientStep(reading: Reading, e: Expression, index: number): Reading[] {
  const { place } = reading;
  const stay = [then(reading, index, place, 0, NOTHING)];
  if (!place || place.year > 1000 || e.year === undefined) return stay;
  const date = yearOf(place.year > 0 ? e.year : 1 - e.year);
  if (Math.abs(date.year - place.year) > SAME_AGE || !isRealPartialDate(date)) return stay;
  return statedStep(reading, { ...boundsOf(date), year: date.year }, true, false, index);
}
