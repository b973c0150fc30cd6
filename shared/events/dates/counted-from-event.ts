import type { Timex } from '../../tagging/timex.ts';
import { type DateSpan, exactDay } from '../../time/date-span.ts';
import { addDays, addMonths, civilDayOf, daysInMonth, isoDayOf, isoMonth, isoYear } from '../../time/day.ts';
import type { Word } from '../sentence/word.ts';
import type { DatePhrase } from './date-phrase.ts';

/**
 * Dates counted from another event of the sentence: "sank on 22 April, two days after an explosion" dates the
 * explosion, "two months before the June 14 bombing" dates what precedes it. Such phrases get the days that result from
 * the count; all others are unchanged.
 */
export function countFromEvents(words: readonly Word[], phrases: readonly DatePhrase[]): readonly DatePhrase[] {
  return phrases.map((phrase, p) => {
    // "shut for a week after two pupils fell ill": how long it lasts
    const count = words[phrase.first - 1]?.lower === 'for' ? undefined : countOf(phrase);
    const side = count && sideAt(words, phrase.last + 1);
    if (!count || !side) return phrase;
    const next = phrases[p + 1];
    const opens = side.to;
    // the date of the event that is counted from follows the marker, in its own clause
    if (
      next &&
      isBase(next, count.unit) &&
      next.first - opens <= LONGEST_CLAUSE &&
      inOneClause(words, opens, next.first)
    ) {
      const span = away(next.timex.span as DateSpan, side.sign * count.count, count.unit);
      if (!span) return phrase;
      return { ...phrase, timex: counted(phrase.timex, span), derived: mainClause(words, phrase.first, next.last) };
    }
    // the date of the later or earlier event precedes the count, and what follows the marker is dated
    const base = phrases[p - 1];
    if (!base || !isBase(base, count.unit) || phrase.first - base.last > FARTHEST_BASE) return phrase;
    const span = away(base.timex.span as DateSpan, -side.sign * count.count, count.unit);
    if (!span) return phrase;
    // it opens its clause, as "on Monday" would
    const at = opens - 1;
    return { timex: counted(phrase.timex, span), first: at, last: at, derived: { from: opens, to: words.length } };
  });
}

/** The clause dated by a count whose base follows it: what precedes the count or, if the count opens the sentence, what follows the comma. */
function mainClause(
  words: readonly Word[],
  count: number,
  base: number,
): { readonly from: number; readonly to: number } {
  const opens = words.slice(0, count).every(({ tag }) => OPENING.has(tag));
  const comma = opens ? words.findIndex(({ text }, i) => i > base && text === ',') : -1;
  return comma < 0 ? { from: 0, to: count } : { from: comma, to: words.length };
}

/** Tags that may precede a count that opens its sentence: "And just two days after …". */
const OPENING: ReadonlySet<Word['tag']> = new Set([
  'mark',
  'coordinator',
  'adverb',
  'adjective',
  'determiner',
  'preposition',
]);

const counted = (timex: Timex, span: DateSpan): Timex => ({ ...timex, type: 'DATE', value: span.edtf, span });

const LONGEST_CLAUSE = 14;
/** Most words between a date and the count relative to it. */
const FARTHEST_BASE = 4;

export type Unit = 'D' | 'W' | 'M' | 'Y';

function countOf({ timex }: DatePhrase): { readonly count: number; readonly unit: Unit } | undefined {
  // "less than two weeks before" names no day
  const isExact = timex.mod === undefined && timex.span === undefined && timex.type === 'DURATION';
  const found = isExact ? /^P(\d{1,4})([DWMY])$/.exec(timex.value) : null;
  return found ? { count: Number(found[1]), unit: found[2] as Unit } : undefined;
}

/** "after", "before", "prior to", "following": the direction of a count, and where its clause or noun phrase begins. */
function sideAt(words: readonly Word[], at: number): { readonly sign: 1 | -1; readonly to: number } | undefined {
  const lower = words[at]?.lower;
  if (lower === 'after') return { sign: 1, to: at + 1 };
  if (lower === 'before') return { sign: -1, to: at + 1 };
  if (lower === 'prior' && words[at + 1]?.lower === 'to') return { sign: -1, to: at + 2 };
  return undefined;
}

const FINENESS: Readonly<Record<Unit, readonly string[]>> = {
  D: ['day'],
  W: ['day'],
  M: ['day', 'month'],
  Y: ['day', 'month', 'year'],
};

/** A date that is at least as fine as the unit that is counted. */
const isBase = ({ timex, until }: DatePhrase, unit: Unit): boolean =>
  until === undefined && timex.span !== undefined && FINENESS[unit].includes(timex.span.precision);

const inOneClause = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).every(({ tag, text }) => !(tag === 'mark' && /^[,;:()—–-]/.test(text)));

/** A date some units away, no finer than the unit that is counted: two months before 14 June is in April. */
export function away(span: DateSpan, count: number, unit: Unit): DateSpan | undefined {
  if (unit === 'D' || unit === 'W') {
    const day = addDays(span.start, unit === 'W' ? 7 * count : count);
    if (day === undefined) return undefined;
    return unit === 'D' ? exactDay(day) : { ...exactDay(day), edtf: `${day}~`, approximate: true };
  }
  const civil = civilDayOf(addMonths(span.start, unit === 'M' ? count : 12 * count) ?? '');
  if (!civil) return undefined;
  const { year, month } = civil;
  if (unit === 'M')
    return {
      start: isoDayOf(year, month, 1),
      end: isoDayOf(year, month, daysInMonth(year, month)),
      edtf: isoMonth(year, month),
      precision: 'month',
      approximate: false,
    };
  return {
    start: isoDayOf(year, 1, 1),
    end: isoDayOf(year, 12, 31),
    edtf: isoYear(year),
    precision: 'year',
    approximate: false,
  };
}
