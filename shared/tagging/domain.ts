import type { Recognised } from './recognise.ts';
import type { TaggingOptions } from './timex.ts';

/** How a text tells time: news leans on the day it was written, a narrative on the years it tells of. */
export type Domain = NonNullable<TaggingOptions['domain']>;

/** A narrative states at least this many years, two of them in full dates or months… */
const FEWEST_YEARS = 4;
const FEWEST_FULL = 2;
/** …and for each "last week" or "Friday" at least this many. */
const YEARS_PER_DEICTIC = 4;

/**
 * Decides from the text itself: histories state their years and hardly ever say "yesterday" or "Friday"; news does the reverse. Without a day
 * of writing there is nothing to lean on but the text.
 *
 * @param speechYear Year of the document's creation, if known. Years of that year are no sign of a history.
 */
export function domainOf(found: readonly Recognised[], speechYear: number | undefined): Domain {
  if (speechYear === undefined) return 'narrative';
  let years = 0;
  let full = 0;
  let deictic = 0;
  for (const { expression: e } of found) {
    if (e.ancient) continue;
    if (e.kind === 'calendar' && e.year !== undefined) {
      if (e.year === speechYear) continue;
      years++;
      if (e.unit === 'day' || e.unit === 'month') full++;
    } else if ((e.kind === 'calendar' && e.weekday) || (e.kind === 'shift' && e.anchor === 'speech')) deictic++;
  }
  return years >= FEWEST_YEARS && full >= FEWEST_FULL && years > deictic * YEARS_PER_DEICTIC ? 'narrative' : 'news';
}
