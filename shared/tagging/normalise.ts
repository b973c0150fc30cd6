import type { DateSpan } from '../time/date-span.ts';
import { civilDayOf, daysInMonth, isoDay } from '../time/day.ts';
import { type PartialDate, yearOf } from '../time/partial-date.ts';
import { spanOf, type Third } from '../time/span.ts';
import { timexValue } from '../time/timex-value.ts';
import type { Expression } from './grammar/expression.ts';
import type { Direction, Language } from './languages/language.ts';
import type { Anchors } from './normalising/anchors.ts';

import { anchorOf, statedBy } from './normalising/completion.ts';
import { yearsOfHeadings } from './normalising/headings.ts';
import { datedLiveEntries } from './normalising/live-entries.ts';
import type { Meaning } from './normalising/meaning.ts';
import { ofNamedDay, ofNamedPeriod } from './normalising/named.ts';
import { type Fraction, fractionOf } from './normalising/part-of-date.ts';
import { resolve } from './normalising/resolve.ts';
import { boundOneStretch, shareFields, yearOfEnd } from './normalising/sharing.ts';
import { backgroundOf } from './normalising/story/background.ts';
import { chronologyOf } from './normalising/story/chronology.ts';
import type { Placing } from './normalising/story/reading.ts';
import { sectionsOf } from './normalising/story/sections.ts';
import { unspecifiedValue } from './normalising/unspecified.ts';
import type { Recognised } from './recognise.ts';
import { areQuoted, quotationsOf } from './scanning/quotations.ts';
import type { Timex, TimexAnchor, TimexMod, TimexType } from './timex.ts';

/**
 * Gives each recognised expression its TIMEX3 value and its days, in the order of the text: later ones may be relative to earlier ones.
 * Expressions that name no real date ("31 April") are left out; those relative to an unknown day keep an unspecified value.
 */
export function normalise(found: readonly Recognised[], text: string, anchors: Anchors, language: Language): Timex[] {
  const timexes: Timex[] = [];
  const shared = yearsOfHeadings(shareFields(found, text), text);
  const dates = anchors.narrative ? shared : datedLiveEntries(shared, text);
  const isQuoted = anchors.narrative ? quotedAmong(dates, text) : [];
  const placings = placingsOf(dates, text, anchors, language, isQuoted);
  for (let i = 0; i < dates.length; i++) {
    const recognised = dates[i] as Recognised;
    const { start, end, expression } = recognised;
    // "Two years ago" within a past speech counts from an unknown day.
    if (isQuoted[i] && isDeictic(expression)) {
      timexes.push(timexOf(recognised, text, unplaced(unspecifiedValue(expression)), undefined));
      continue;
    }
    if (expression.only && (expression.only === 'narrative') !== anchors.narrative) continue;
    const said = isLastYear(expression) && anchors.lastReported && language.isCompared?.(text, start);
    const direction = (): Direction => {
      const own = language.directionOf(text, start, end);
      const other = dates[i + 1];
      return own === 0 && other && boundOneStretch(recognised, other, text)
        ? language.directionOf(text, other.start, other.end)
        : own;
    };
    const placing = placings[i] ?? endOfStretch(dates[i - 1], recognised, timexes.at(-1), text);
    const meaning = meaningOf(said ? { ...expression, compares: true } : expression, anchors, placing, direction);
    if (meaning) timexes.push(timexOf(recognised, text, meaning, anchorOf(expression, placings[i], anchors.narrative)));
  }
  return timexes;
}

/** A sign that ends a sentence, before the next one. */
const SENTENCE_ENDS = /[.!?]["”’')]*\s+["“‘(]?\p{Lu}/u;

/** For each expression of a history, whether it is in a quotation. */
const quotedAmong = (dates: readonly Recognised[], text: string): readonly boolean[] =>
  areQuoted(
    dates.map(({ start }) => start),
    quotationsOf(text),
  );

const isDeictic = (e: Expression): boolean => e.kind === 'shift' && e.anchor === 'speech';

/** The year of a bare date that ends a range: that of its beginning. */
function endOfStretch(
  before: Recognised | undefined,
  one: Recognised,
  given: Timex | undefined,
  text: string,
): Placing | undefined {
  if (given?.start !== before?.start || given?.span?.start === undefined || !boundOneStretch(before, one, text))
    return undefined;
  const year = civilDayOf(given.span.start)?.year;
  if (year === undefined || !before) return undefined;
  return { year: yearOfEnd(before.expression, one.expression, year), aside: false, present: false };
}

/** The years of dates without a year: of all of them in a narrative, of those about earlier events in news. */
function placingsOf(
  dates: readonly Recognised[],
  text: string,
  anchors: Anchors,
  language: Language,
  isQuoted: readonly boolean[],
): (Placing | undefined)[] {
  const around = <T>(i: number, ask: (text: string, start: number, end: number) => T): T =>
    ask(text, dates[i]?.start ?? 0, dates[i]?.end ?? 0);
  if (!anchors.narrative)
    return anchors.speech === undefined
      ? []
      : backgroundOf(
          dates,
          anchors.speech,
          (i) => around(i, language.directionOf) > 0,
          (from, to) => !SENTENCE_ENDS.test(text.slice(from, to)),
        );
  const isAside = (i: number): boolean => (language.isAside ? around(i, language.isAside) : false);
  return chronologyOf(dates, anchors.speechDay?.year, isAside, (i) => isQuoted[i] ?? false, sectionsOf(dates, text));
}

/** "Last year", which in a report may be the quarter a year before: "compared with $2 million last year". */
const isLastYear = (e: Expression): boolean =>
  e.kind === 'shift' && e.step === 'year' && e.amount === -1 && e.anchor === 'speech';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function timexOf(
  { start, end, expression }: Recognised,
  text: string,
  meaning: Meaning,
  anchor: TimexAnchor | undefined,
): Timex {
  const timex: Mutable<Timex> = {
    start,
    end,
    text: text.slice(start, end),
    type: meaning.type ?? expression.type,
    value: meaning.value,
    explicit: meaning.explicit,
    stated: statedBy(expression),
  };
  const mod = expression.mod ?? modOfFraction(expression.pick);
  if (mod) timex.mod = mod;
  if (meaning.span) {
    timex.span = meaning.span;
    if (anchor) timex.anchor = anchor;
  }
  if (meaning.source) timex.source = meaning.source;
  return timex;
}

/** Beginning, middle or end, by where a part lies. */
const modOfFraction = (pick: Expression['pick']): TimexMod | undefined =>
  pick?.of !== 'fraction'
    ? undefined
    : pick.part === 1
      ? 'START'
      : pick.part === -1 || pick.part === pick.parts
        ? 'END'
        : 'MID';

const unplaced = (value: string, type?: TimexType): Meaning => ({
  value,
  span: undefined,
  explicit: false,
  source: undefined,
  type,
});

function meaningOf(
  said: Expression,
  anchors: Anchors,
  placing: Placing | undefined,
  direction: () => Direction,
): Meaning | undefined {
  if (said.ancient) return ofAncient(said.year ?? 0, anchors);
  if (said.onlyAhead && direction() !== 2) return undefined;
  const e = said.unlessAhead && (anchors.narrative || direction() !== 2) ? said.unlessAhead : said;
  if (e.kind === 'fixed') {
    if (e.named) return ofNamedPeriod(e.named);
    if (e.type === 'DURATION' && e.value) anchors.noteLength(e.value);
    // News gets the frequency ("daily": P1D), histories the days (XXXX-XX-XX), as TimeML and TIMEX2 corpora annotate them.
    return unplaced((anchors.narrative ? e.narrativeValue : undefined) ?? e.value ?? '', e.type);
  }
  const date = resolve(e, anchors, placing, direction);
  if (!date) return isImpossible(e) ? undefined : unplaced(unspecifiedValue(e));
  // A date counted back from today ("two years ago", "this year") does not move the narrative.
  if (!(anchors.narrative && e.kind === 'shift' && e.anchor === 'speech')) {
    if (date.unit === 'quarter') anchors.noteQuarter(date, e.fiscal ?? false, () => direction() < 0);
    if (!placing?.aside) anchors.note(date);
  }
  const explicit = e.kind === 'calendar' && e.year !== undefined && !e.short;
  if (e.named && !e.pick) return ofNamedDay(e.named, date, explicit);
  if (e.pick?.of === 'fraction') return ofFraction(date, e.pick, explicit);
  const span = spanOf(date, thirdOf(e), e.approximate ?? false);
  // A day's value is its ISO day, but for BCE.
  const value = date.unit === 'day' && date.year > 0 ? span.start : timexValue(date);
  return { value: e.clock ? value + e.clock : value, span, explicit, source: undefined };
}

/** "the second half of March 2003": TIMEX3 has the value of the whole, the span is the part. */
function ofFraction(date: PartialDate, fraction: Fraction, explicit: boolean): Meaning {
  const { first, last } = fractionOf(date, fraction);
  const [start, end] = [isoDay(first), isoDay(last)];
  const span: DateSpan = { start, end, edtf: `${start}/${end}`, precision: 'part', approximate: false };
  return { value: timexValue(date), span, explicit, source: undefined };
}

/** Most years between the last year mentioned and three digits that are read as a year. */
const SAME_AGE = 100;

/** Three digits near other years of three digits, BCE or CE; no time anywhere else. */
function ofAncient(digits: number, anchors: Anchors): Meaning | undefined {
  const last = anchors.lastYear;
  if (last === undefined || last > 1000) return undefined;
  const year = last > 0 ? digits : 1 - digits;
  if (Math.abs(year - last) > SAME_AGE) return undefined;
  const date = yearOf(year);
  anchors.note(date);
  return { value: timexValue(date), span: spanOf(date), explicit: false, source: undefined };
}

const thirdOf = (e: Expression): Third | undefined =>
  e.mod === 'START' || e.mod === 'MID' || e.mod === 'END' ? e.mod : undefined;

/** A complete date that does not exist. */
const isImpossible = (e: Expression): boolean =>
  e.kind === 'calendar' &&
  (e.year !== undefined || (e.unit === 'day' && e.part !== undefined && (e.day ?? 1) > daysInMonth(2000, e.part)));
