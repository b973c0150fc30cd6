import type { Recognised } from './recognise.ts';
import { areQuoted, quotationsOf } from './scanning/quotations.ts';
import type { TaggingOptions } from './timex.ts';

/** How a text tells time: news leans on the day it was written, a narrative on the years it tells of. */
export type Domain = NonNullable<TaggingOptions['domain']>;

/** A narrative states at least this many years, two of them in full dates or months… */
const FEWEST_YEARS = 4;
const FEWEST_FULL = 2;
/** …and for each "last week" or "Friday" at least this many. */
const YEARS_PER_DEICTIC = 4;
/** A text that says no "Friday" at all and no year near the day of writing is a narrative if it states this many years, however coarse. */
const FEWEST_BARE_YEARS = 3;
const NEAR_YEARS = 1;
/** Where more than this share of the text is quoted, the quotations are the text. */
const MOSTLY_QUOTED = 0.4;

interface Evidence {
  /** Stated years other than the year of writing, and how many of them come with a month. */
  years: number;
  full: number;
  /** "Friday", "last week", "yesterday". */
  deictic: number;
  /** Stated years within `NEAR_YEARS` of the year of writing. */
  near: number;
}

/**
 * Decides from the text itself: histories state their years and hardly ever say "yesterday" or "Friday"; news does the reverse. What
 * somebody is quoted as saying tells nothing of the text around it. Without a day of writing there is nothing to lean on but the text.
 *
 * @param speechYear Year of the document's creation, if known. Years of that year are no sign of a history.
 */
export function domainOf(found: readonly Recognised[], text: string, speechYear: number | undefined): Domain {
  if (speechYear === undefined) return 'narrative';
  // Most news states next to no years.
  let stated = 0;
  for (const { expression } of found) if (expression.year !== undefined) stated++;
  if (stated > 0 && isOldTale(found, speechYear)) return 'narrative';
  if (stated < FEWEST_BARE_YEARS) return 'news';
  const all = evidenceOf(found, speechYear);
  // Most texts are decided without looking for quotations.
  if (all.years < FEWEST_BARE_YEARS) return 'news';
  if (all.deictic === 0) return isNarrative(all) ? 'narrative' : 'news';
  const quotations = quotationsOf(text);
  const quoted = quotations.reduce((sum, { start, end }) => sum + end - start, 0);
  if (quoted > text.length * MOSTLY_QUOTED) return isNarrative(all) ? 'narrative' : 'news';
  const isQuoted = areQuoted(
    found.map(({ start }) => start),
    quotations,
  );
  const told = found.filter((_, i) => !isQuoted[i]);
  return isNarrative(evidenceOf(told, speechYear)) ? 'narrative' : 'news';
}

/** A tale is of years at least so long before the one of writing… */
const OLD_YEARS = 25;
/** …and has at least so many dates without a year. */
const FEWEST_BARE_DATES = 2;

/**
 * A short tale of old: it begins with a year long ago, every stated year is as old, dates without a year follow, and nothing in it leans on
 * the day of writing.
 */
function isOldTale(found: readonly Recognised[], speechYear: number): boolean {
  let bare = 0;
  for (const [i, { expression: e }] of found.entries()) {
    if (e.kind === 'shift' && e.anchor === 'speech') return false;
    if (e.kind !== 'calendar') continue;
    if (e.weekday !== undefined && e.part === undefined) return false;
    if (e.year !== undefined) {
      const isCoarse = e.unit === 'decade' || e.unit === 'century' || e.unit === 'millennium';
      if (isCoarse || e.year > speechYear - OLD_YEARS) return false;
    } else if (i === 0) return false;
    else if (e.lean === 'nearest' && e.part !== undefined) bare++;
  }
  return bare >= FEWEST_BARE_DATES;
}

function isNarrative({ years, full, deictic, near }: Evidence): boolean {
  if (years >= FEWEST_YEARS && full >= FEWEST_FULL && years > deictic * YEARS_PER_DEICTIC) return true;
  return deictic === 0 && near === 0 && years >= FEWEST_BARE_YEARS;
}

function evidenceOf(found: readonly Recognised[], speechYear: number): Evidence {
  const seen: Evidence = { years: 0, full: 0, deictic: 0, near: 0 };
  for (const { expression: e } of found) {
    if (e.ancient) continue;
    if (e.kind === 'calendar' && e.year !== undefined) {
      if (e.unit === 'decade' || e.unit === 'century' || e.unit === 'millennium') {
        seen.years++;
        continue;
      }
      if (Math.abs(e.year - speechYear) <= NEAR_YEARS) seen.near++;
      if (e.year === speechYear) continue;
      seen.years++;
      if (e.unit === 'day' || e.unit === 'month') seen.full++;
    } else if ((e.kind === 'calendar' && e.weekday) || (e.kind === 'shift' && e.anchor === 'speech')) seen.deictic++;
  }
  return seen;
}
