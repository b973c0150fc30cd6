import type { Recognised } from './recognise.ts';
import { areQuoted, quotationsOf } from './scanning/quotations.ts';
import type { TaggingOptions } from './timex.ts';

/** The reference point of a text's dates: in news the day of writing, in a narrative the years that it states. */
export type Domain = NonNullable<TaggingOptions['domain']>;

/** A narrative states at least this many years, two of them in full dates or months… */
const FEWEST_YEARS = 4;
const FEWEST_FULL = 2;
/** …and for each "last week" or "Friday" at least this many. */
const YEARS_PER_DEICTIC = 4;
/** A text without deictic dates ("Friday") and without a year near the day of writing is a narrative if it states this many years of any precision. */
const FEWEST_BARE_YEARS = 3;
const NEAR_YEARS = 1;
/** If more than this share of a text is quoted, its quotations count too. */
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
 * Decides by the text itself: histories state their years and hardly ever say "yesterday" or "Friday"; news does the reverse. Quotations
 * are ignored, since they show nothing about the text around them. A text without a day of writing is always a narrative.
 *
 * @param speechYear Year of the document's creation, if known. That year, if stated, is no evidence of a history.
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

/** The years of a short narrative lie at least this long before the year of writing… */
const OLD_YEARS = 25;
/** …and it has at least this many dates without a year. */
const FEWEST_BARE_DATES = 2;

/**
 * A short narrative of the past: it begins with a year long ago, every stated year is as old, dates without a year follow, and no date is
 * relative to the day of writing.
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
