import type { Timex } from '../../tagging/timex.ts';
import type { DateSpan } from '../../time/date-span.ts';
import { addDays, daysInMonth, isoDayOf, isoMonth } from '../../time/day.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import type { Word } from '../sentence/word.ts';
import { isInName } from './date-in-name.ts';

/** A time expression as a range of word indices, `last` inclusive. */
export interface DatePhrase {
  readonly timex: Timex;
  readonly first: number;
  readonly last: number;
  /** The other end of "from X to Y", "between X and Y". */
  readonly until?: Timex;
  /** Months of the period that ends on this day: 3 in "the quarter ended Sept. 30". */
  readonly ended?: number;
  /** It is part of a phrase with "since": "since the April spill". */
  readonly since?: boolean;
  /** It is counted from another event of the sentence, and dates only words of this range; `to` is exclusive. */
  readonly derived?: { readonly from: number; readonly to: number };
}

const JOINS = new Set(['to', 'until', 'till', 'through', '-', '–', '—', 'and']);

/** The time expressions of a sentence as word ranges: pairs joined, periods counted back from their ends, names that look like dates left out. */
export function datePhrases(words: readonly Word[], timexes: readonly Timex[]): DatePhrase[] {
  const plain: DatePhrase[] = [];
  timexes.forEach((timex, index) => {
    const first = words.findIndex((word) => word.timex === index);
    if (first < 0) return;
    let last = first;
    while (words[last + 1]?.timex === index) last++;
    if (
      !isRate(words, first, last) &&
      !isInName(words, first, last) &&
      !isOfLaw(words, first) &&
      !isComparisonDate(words, first, last, timex)
    )
      plain.push({ timex, first, last });
  });
  const ranges: DatePhrase[] = [];
  for (let i = 0; i < plain.length; i++) {
    const one = plain[i] as DatePhrase;
    const next = plain[i + 1];
    if (next && joins(words, one, next)) {
      ranges.push({ ...one, last: next.last, until: next.timex });
      i++;
      continue;
    }
    const part = next && monthsOfYear(words, one, next);
    if (part) {
      ranges.push(part);
      i++;
      continue;
    }
    const months = monthsEnded(words, one);
    if (months !== undefined) {
      const before = ranges.at(-1);
      if (before && one.first - before.last <= 4 && /quarter|half|year|months/i.test(before.timex.text)) ranges.pop();
      let from = one.first - 2;
      if (before && before.first < from && one.first - before.last <= 4) from = before.first;
      ranges.push({ ...one, first: from, ended: months });
      continue;
    }
    ranges.push(underSince(words, one) ? { ...one, since: true } : one);
  }
  return ranges;
}

/** "the first nine months of the year": those months; the count and the year are one date. */
function monthsOfYear(words: readonly Word[], one: DatePhrase, next: DatePhrase): DatePhrase | undefined {
  const { span } = next.timex;
  const count = /^P(\d+)M$/.exec(one.timex.value)?.[1];
  if (count === undefined || Number(count) > 11 || span?.precision !== 'year' || next.first !== one.last + 2)
    return undefined;
  const which = words.slice(one.first, one.last + 1).find(({ lower }) => /^(?:first|last)$/.test(lower))?.lower;
  if (which === undefined || words[one.last + 1]?.lower !== 'of') return undefined;
  const year = Number(span.start.slice(0, -6));
  const [from, to] = which === 'first' ? [1, Number(count)] : [13 - Number(count), 12];
  const text = words
    .slice(one.first, next.last + 1)
    .map((word) => word.text)
    .join(' ');
  const start = isoDayOf(year, from, 1);
  const end = isoDayOf(year, to, daysInMonth(year, to));
  const months: DateSpan = {
    start,
    end,
    edtf: from === to ? isoMonth(year, from) : `${isoMonth(year, from)}/${isoMonth(year, to)}`,
    precision: from === to ? 'month' : 'interval',
    approximate: false,
  };
  return { first: one.first, last: next.last, timex: { ...next.timex, text, start: one.timex.start, span: months } };
}

/** "six million crowns a year since 1995": how much in each year. */
const isRate = (words: readonly Word[], first: number, last: number): boolean =>
  /^an?$/.test(words[first]?.lower ?? '') &&
  last === first + 1 &&
  words[last + 1]?.lower === 'since' &&
  /^(?:noun|number|name)$/.test(words[first - 1]?.tag ?? '');

/** "The Oil Pollution Act of 1990", "the 1994 Freedom of Worship Act": the year belongs to the name of a law, and dates only its making ("passed the Act of 1990"). */
function isOfLaw(words: readonly Word[], first: number): boolean {
  if (!/^\d{4}$/.test(words[first]?.text ?? '')) return false;
  const law = words[words[first - 1]?.lower === 'of' ? first - 2 : first - 1];
  const isBehind = law?.capital === true && LAW.test(law.lower);
  if (!isBehind && !LAW.test(lastOfName(words, first + 1)?.lower ?? '')) return false;
  return !words.some(({ form, tag }) => tag === 'verb' && MAKES_LAW.test(form?.lemma ?? ''));
}

/** The last word of a name of several words in capitals that begins at a word: "Act" of "Freedom of Access to Clinics Act". */
function lastOfName(words: readonly Word[], from: number): Word | undefined {
  let last = from - 1;
  for (let i = from; i < from + LONGEST_NAME; i++) {
    if (words[i]?.capital) last = i;
    else if (!/^(?:preposition|coordinator|to|determiner)$/.test(words[i]?.tag ?? '')) break;
  }
  return last > from ? words[last] : undefined;
}

/** Most words of the name of a law. */
const LONGEST_NAME = 10;

/** Last words of the name of a law. */
export const LAW = /^(?:act|law|bill|code|ordinance|statute)$/;
const MAKES_LAW = /^(?:pass|enact|sign|adopt|approve|introduce|repeal)$/;

/** Words of a comparison with the past: "the first since 1968". */
export const EXTREME =
  /^(?:first|highest|lowest|strongest|weakest|worst|best|biggest|largest|smallest|deadliest|longest|most|least|greatest|steepest|sharpest|lows?|highs?|record)$/;

/** "The heaviest bombing since March". */
const isSuperlative = ({ lower, tag }: Word): boolean =>
  tag === 'adjective' && /.{3}est$/.test(lower) && !/^(?:latest|honest|modest|earnest)$/.test(lower);

/**
 * A date used for comparison: "the first pandemic since 1968", "up from 37 cents a year earlier", "compared with last
 * year", "after June 4". It dates no event.
 */
function isComparisonDate(words: readonly Word[], first: number, last: number, timex: Timex): boolean {
  if (words[last]?.capital && eventNounStrength(words[last]?.lower ?? '') === 2) return false;
  const before = words[first - 1];
  const lead = before?.lower ?? '';
  if (lead === 'since') {
    for (let i = first - 2; i >= 0 && i >= first - 8; i--) {
      const word = words[i] as Word;
      if (EXTREME.test(word.lower) || isSuperlative(word)) return true;
      if (word.tag === 'verb' || (word.tag === 'mark' && word.text !== ',')) return false;
    }
    return false;
  }
  if (
    (lead === 'after' || lead === 'before') &&
    timex.type !== 'TIME' &&
    timex.type !== 'DURATION' &&
    !/^(?:noun|name|adjective|possessive)$/.test(words[last + 1]?.tag ?? '')
  )
    return true;
  // "from a low in January of 114"
  if (/^(?:in|of|on)$/.test(lead) && /^(?:lows?|highs?|peak)$/.test(words[first - 2]?.lower ?? '')) return true;
  if (isCompared(words, first, last)) return true;
  if (lead === 'than' || lead === 'versus' || words[first - 2]?.lower === 'than') return true;
  // "crude for May", "naphtha for September delivery": the month is part of the name of the goods
  if (lead === 'for' && timex.span?.precision === 'month' && !timex.explicit && words[first - 2]?.tag !== 'verb')
    return true;
  // a bare clock time is relative to a day that the sentence names
  if (
    timex.type === 'TIME' &&
    /^\D{0,8}\d{1,2}(?::\d\d)?(?:\s*[ap]\.?m\.?)?$/i.test(timex.text) &&
    words.some((w) => w.timex >= 0 && w.timex !== words[first]?.timex)
  )
    return true;
  // up to ten words back, through amounts and their marks: a verb or a name stops the search
  for (let i = first - 1; i >= 0 && i >= first - 12; i--) {
    const word = words[i] as Word;
    if (
      /^(?:compared|versus)$/.test(word.lower) ||
      (word.lower === 'from' &&
        (i === first - 1
          ? /\b(?:year|month|week|quarter|period)s?\b/i.test(timex.text)
          : words[i + 1]?.tag === 'number'))
    )
      return (
        i === first - 1 ||
        words.slice(i, first).some((w) => w.tag === 'number') ||
        /\b(?:ago|earlier|last|previous|before)\b/i.test(timex.text)
      );
    if (
      word.tag === 'verb' ||
      word.tag === 'be' ||
      word.tag === 'name' ||
      word.tag === 'modal' ||
      word.tag === 'relative' ||
      /^[;:"]$/.test(word.text)
    )
      return false;
  }
  return false;
}

const CHANGE =
  /^(?:up|down|flat|unchanged|higher|lower|change|jump|rise|increase|decline|drop|fall|decrease|gain|growth|improvement|surge|plunge|slide)$/;

/** "a jump of 45 percent from April", "up from Thursday's figure", "equal to 2009 levels", "65 percent from their June low". */
function isCompared(words: readonly Word[], first: number, last: number): boolean {
  const lead = words[first - 1]?.lower ?? '';
  if (lead === 'from')
    return words
      .slice(Math.max(0, first - 6), first - 1)
      .some(({ lower, tag }) => tag !== 'verb' && CHANGE.test(lower));
  if (lead === 'with') return words[first - 2]?.lower === 'compared';
  if (lead === 'to') return /^(?:equal|compared|similar|relative)$/.test(words[first - 2]?.lower ?? '');
  return (
    /^(?:lows?|highs?|peaks?|levels?)$/.test(words[last + 1]?.lower ?? '') &&
    words.slice(Math.max(0, first - 3), first).some(({ lower }) => /^(?:from|above|below|to|than)$/.test(lower))
  );
}

function joins(words: readonly Word[], one: DatePhrase, next: DatePhrase): boolean {
  if (!one.timex.span || !next.timex.span) return false;
  // "1914-18": the sign is read as the start of the number after it
  const signed = next.first === one.last + 1 && /^[-–—]$/.test(words[next.first]?.text ?? '');
  if (!signed && next.first !== one.last + 2) return false;
  const join = words[one.last + 1]?.lower ?? '';
  if (!JOINS.has(join)) return false;
  const before = words[one.first - 1]?.lower ?? '';
  if (join === 'and') {
    if (before === 'between' || /^between /i.test(one.timex.text)) return true;
    // "the late 1980s and early 1990s": one range if the second begins where the first ends
    return (
      addDays(one.timex.span.end, 1) === next.timex.span.start &&
      one.timex.span.precision === next.timex.span.precision &&
      one.timex.span.precision === 'part'
    );
  }
  return (
    before === 'from' || before === 'between' || join !== 'to' || one.timex.span.precision === next.timex.span.precision
  );
}

const MONTHS_OF: Readonly<Record<string, number>> = { quarter: 3, half: 6, year: 12, 'half-year': 6 };
const COUNTS: Readonly<Record<string, number>> = { three: 3, six: 6, nine: 9, twelve: 12 };

/** "the quarter ended Sept. 30", "the nine months ended June 30": how many months. */
function monthsEnded(words: readonly Word[], range: DatePhrase): number | undefined {
  if (range.timex.span?.precision !== 'day') return undefined;
  if (!/^(?:ended|ending)$/.test(words[range.first - 1]?.lower ?? '')) return undefined;
  const noun = words[range.first - 2]?.lower ?? '';
  if (Object.hasOwn(MONTHS_OF, noun)) return MONTHS_OF[noun];
  if (noun === 'months') {
    const count = words[range.first - 3]?.lower ?? '';
    return COUNTS[count] ?? (/^\d{1,2}$/.test(count) ? Number(count) : undefined);
  }
  return undefined;
}

function underSince(words: readonly Word[], range: DatePhrase): boolean {
  for (let i = range.first - 1; i >= 0 && i >= range.first - 3; i--) {
    const word = words[i] as Word;
    if (word.lower === 'since') return true;
    if (word.tag !== 'determiner' && word.tag !== 'possessive' && word.tag !== 'adjective') return false;
  }
  return false;
}
