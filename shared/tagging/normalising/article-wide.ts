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
  for (const { expression: e, start } of found) {
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
  }
  if (!unsettled) return found;
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
      const clock = asClock(one, text, hasClock);
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

/** A year that is a time of day in an article which writes those in four digits: "By 1100 the wards were full". */
function asClock({ expression: e, start }: Recognised, text: string, hasClock: boolean): Expression | undefined {
  const digits = e.year ?? 0;
  const [hour, minute] = [Math.floor(digits / 100), digits % 100];
  if (!hasClock || hour > 24 || minute > 59 || !(digits < FIRST_PLAIN_YEAR || isLineHead(text, start)))
    return undefined;
  const sameDay = { ...BLANK, kind: 'shift', type: 'TIME', step: 'day', amount: 0, anchor: 'text' } as const;
  return { ...sameDay, clock: `T${twoDigits(hour)}:${twoDigits(minute)}`, upTo: e.upTo };
}
