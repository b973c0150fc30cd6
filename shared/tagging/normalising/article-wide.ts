import { twoDigits } from '../../time/day.ts';
import { BLANK, type Expression } from '../grammar/expression.ts';
import type { Recognised } from '../recognise.ts';

/** Most years between a certain year and a doubtful one that it confirms. */
const SAME_AGE = 60;
/** Years after the one of writing that two digits may still mean. */
const FURTHEST_SHORT = 20;
/** Years before this one are read as times of day in an article that writes those in four digits. */
const FIRST_PLAIN_YEAR = 1800;

/**
 * Decides by the whole article what one expression leaves open: whether four digits are a year or a time of day, whether
 * "the 1745 campaign" dates anything, and whether "05/06/2012" begins with its day.
 *
 * @param speechYear Year of writing, if known.
 */
export function settleByArticle(
  found: readonly Recognised[],
  text: string,
  speechYear: number | undefined,
): readonly Recognised[] {
  const years: number[] = [];
  let hasClock = false;
  let dayFirst = 0;
  let monthFirst = 0;
  let unsettled = false;
  let isListed = false;
  for (const { expression: e, start, end } of found) {
    if (
      e.kind === 'calendar' &&
      e.year !== undefined &&
      e.open !== 'doubtful-year' &&
      !e.ancient &&
      e.unit !== 'century'
    )
      years.push(e.year);
    if (e.open === 'clock') hasClock = true;
    if (e.open === 'day-first') dayFirst++;
    if (e.open === 'month-first') monthFirst++;
    if (isOtherCentury(e, speechYear)) unsettled = true;
    if (e.ancient || (e.open && (e.open !== 'year' || isLineHead(text, start)))) unsettled = true;
    if (e.open === 'year' && text[end] === ':') isListed = true;
  }
  const isLive = isListed && isLivePage(text);
  if (!unsettled && !isLive) return found;
  const swaps = (dayFirst > 0 || monthFirst > 0) && dayFirst !== monthFirst;
  const settled: Recognised[] = [];
  years.sort((a, b) => a - b);
  let kept: number | undefined;
  for (const one of found) {
    const e = one.expression;
    if (isOtherCentury(e, speechYear)) {
      settled.push({ ...one, expression: { ...e, year: (e.year ?? 0) - 100 } });
      continue;
    }
    if (e.open === 'doubtful-year') {
      const year = e.year ?? 0;
      // A confirmed year confirms the next one.
      const next = kept !== undefined && Math.abs(kept - year) <= SAME_AGE;
      if (!next && !hasPeer(years, year)) continue;
      kept = year;
    }
    // "founded in 998 and burned in 1012". Among years BCE the normaliser decides.
    if (e.ancient && hasPeer(years, e.year ?? 0)) {
      settled.push({ ...one, expression: { ...e, ancient: undefined } });
      continue;
    }
    if (e.open === 'year' || e.open === 'doubtful-year') {
      const clock = (isLive ? asEntry(one, text) : undefined) ?? asClock(one, text, hasClock);
      if (clock) settled.push({ ...one, expression: clock });
      else if (!isLineHead(text, one.start) || speechYear === undefined || (e.year ?? 0) <= speechYear + 1)
        settled.push(one);
    } else if (swaps && e.open === (dayFirst > monthFirst ? 'perhaps-month-first' : 'perhaps-day-first'))
      settled.push({ ...one, expression: { ...e, part: e.day, day: e.part } });
    else settled.push(one);
  }
  return settled;
}

/** "'46" in an article of 1998 is 1946, and in one of 2040 perhaps 2046. */
const isOtherCentury = (e: Expression, speechYear: number | undefined): boolean =>
  e.short === true && e.year !== undefined && speechYear !== undefined && e.year > speechYear + FURTHEST_SHORT;

/** Whether one of the sorted years is of the same age. */
function hasPeer(years: readonly number[], year: number): boolean {
  let low = 0;
  let high = years.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((years[middle] as number) < year - SAME_AGE) low = middle + 1;
    else high = middle;
  }
  return low < years.length && (years[low] as number) <= year + SAME_AGE;
}

const isLineHead = (text: string, start: number): boolean => start === 0 || text.charCodeAt(start - 1) === 0x0a;

/** The time that opens an entry of a live page, in four digits: "1928: The mayor speaks." */
const ENTRY_TIME = /(?<=^|\s)(?:[01]\d|2[0-3])[0-5]\d(?=:\s)/g;
/** Fewer entries may be a list of years. */
const LEAST_ENTRIES = 6;

/**
 * Whether a text is a page kept up to date through a day, with the times of its entries in four digits: they follow each other in one direction, and one of them
 * is no year ("0946", "2159").
 */
function isLivePage(text: string): boolean {
  const times = [...text.matchAll(ENTRY_TIME)].map(([time]) => Number(time));
  if (times.length < LEAST_ENTRIES || !times.some((time) => time < 1000 || time > 2100)) return false;
  const steps = times.slice(1).map((time, i) => time - (times[i] as number));
  const rising = steps.filter((step) => step >= 0).length;
  const falling = steps.filter((step) => step <= 0).length;
  return Math.max(rising, falling) >= 0.8 * steps.length;
}

/** Four digits before a colon, on a live page. */
function asEntry({ expression: e, start, end }: Recognised, text: string): Expression | undefined {
  const digits = text.slice(start, end);
  if (text[end] !== ':' || !/^(?:[01]\d|2[0-3])[0-5]\d$/.test(digits)) return undefined;
  const sameDay = { ...BLANK, kind: 'shift', type: 'TIME', step: 'day', amount: 0, anchor: 'speech' } as const;
  return { ...sameDay, clock: `T${digits.slice(0, 2)}:${digits.slice(2)}`, upTo: e.upTo };
}

/** A year that is a time of day in an article which writes those in four digits: "By 1100 the wards were full". */
function asClock({ expression: e, start }: Recognised, text: string, hasClock: boolean): Expression | undefined {
  const digits = e.year ?? 0;
  const [hour, minute] = [Math.floor(digits / 100), digits % 100];
  if (!hasClock || hour > 24 || minute > 59 || !(digits < FIRST_PLAIN_YEAR || isLineHead(text, start)))
    return undefined;
  const sameDay = { ...BLANK, kind: 'shift', type: 'TIME', step: 'day', amount: 0, anchor: 'text' } as const;
  return { ...sameDay, clock: `T${twoDigits(hour)}:${twoDigits(minute)}`, upTo: e.upTo };
}
