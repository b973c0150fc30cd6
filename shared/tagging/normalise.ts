import { daysInMonth } from '../time/day.ts';
import { yearOf } from '../time/partial-date.ts';
import { spanOf, type Third } from '../time/span.ts';
import { timexValue } from '../time/timex-value.ts';
import type { Expression } from './grammar/expression.ts';
import type { Direction, Language } from './languages/language.ts';
import type { Anchors } from './normalising/anchors.ts';
import { afterItsPair, coordinated } from './normalising/coordinate.ts';
import type { Meaning } from './normalising/meaning.ts';
import { ofNamedDay, ofNamedPeriod } from './normalising/named.ts';
import { resolve } from './normalising/resolve.ts';
import { unspecifiedValue } from './normalising/unspecified.ts';
import type { Recognised } from './recognise.ts';
import type { Timex, TimexType } from './timex.ts';

/**
 * Gives each recognised expression its TIMEX3 value and its days, in the order of the text: later ones may lean on earlier ones.
 * Expressions that name no real date ("31 April") are left out; those that lean on an unknown day keep an unspecified value.
 */
export function normalise(found: readonly Recognised[], text: string, anchors: Anchors, language: Language): Timex[] {
  const timexes: Timex[] = [];
  for (let i = 0; i < found.length; i++) {
    const recognised = afterItsPair(coordinated(found[i] as Recognised, found[i + 1], text), found[i - 1], text);
    const { start, end, expression } = recognised;
    if (expression.only && (expression.only === 'narrative') !== anchors.narrative) continue;
    const said = isLastYear(expression) && anchors.lastReported && language.isCompared?.(text, start);
    const meaning = meaningOf(said ? { ...expression, compares: true } : expression, anchors, () =>
      language.directionOf(text, start, end),
    );
    if (meaning) timexes.push(timexOf(recognised, text, meaning));
  }
  return timexes;
}

/** "Last year", which in a report may be the quarter a year before: "compared with $2 million last year". */
const isLastYear = (e: Expression): boolean =>
  e.kind === 'shift' && e.step === 'year' && e.amount === -1 && e.anchor === 'speech';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function timexOf({ start, end, expression }: Recognised, text: string, meaning: Meaning): Timex {
  const timex: Mutable<Timex> = {
    start,
    end,
    text: text.slice(start, end),
    type: meaning.type ?? expression.type,
    value: meaning.value,
    explicit: meaning.explicit,
  };
  if (expression.mod) timex.mod = expression.mod;
  if (meaning.span) timex.span = meaning.span;
  if (meaning.source) timex.source = meaning.source;
  return timex;
}

const unplaced = (value: string, type?: TimexType): Meaning => ({
  value,
  span: undefined,
  explicit: false,
  source: undefined,
  type,
});

function meaningOf(said: Expression, anchors: Anchors, direction: () => Direction): Meaning | undefined {
  if (said.ancient) return ofAncient(said.year ?? 0, anchors);
  if (said.onlyAhead && direction() !== 2) return undefined;
  const e = said.unlessAhead && (anchors.narrative || direction() !== 2) ? said.unlessAhead : said;
  if (e.kind === 'fixed') {
    if (e.named) return ofNamedPeriod(e.named);
    if (e.type === 'DURATION' && e.value) anchors.noteLength(e.value);
    // News says how often ("daily": P1D), histories which days (XXXX-XX-XX): so TimeML and TIMEX2 corpora have it.
    return unplaced((anchors.narrative ? e.narrativeValue : undefined) ?? e.value ?? '', e.type);
  }
  const date = resolve(e, anchors, direction);
  if (!date) return isImpossible(e) ? undefined : unplaced(unspecifiedValue(e));
  if (anchors.narrative && e.kind === 'shift' && e.anchor === 'speech') {
    // Looking back from today ("two years ago", "this year") does not move the story; what comes next may be of the present, too.
    if (anchors.speech !== undefined && Math.abs(e.amount ?? 0) <= 1) anchors.present = true;
  } else {
    if (date.unit === 'quarter') anchors.noteQuarter(date, e.fiscal ?? false, () => direction() < 0);
    anchors.note(date, looksAhead(e, anchors, direction));
  }
  const explicit = e.kind === 'calendar' && e.year !== undefined && !e.short;
  if (e.named) return ofNamedDay(e.named, date, explicit);
  const span = spanOf(date, thirdOf(e), e.approximate ?? false);
  // A day's value is its ISO day, but for BCE.
  const value = date.unit === 'day' && date.year > 0 ? span.start : timexValue(date);
  return { value: e.clock ? value + e.clock : value, span, explicit, source: undefined };
}

/** How far from the last year the text named three digits may be a year. */
const SAME_AGE = 100;

/** Three digits among years of their kind, BCE or CE; no time anywhere else. */
function ofAncient(digits: number, anchors: Anchors): Meaning | undefined {
  const last = anchors.lastYear;
  if (last === undefined || last > 1000) return undefined;
  const year = last > 0 ? digits : 1 - digits;
  if (Math.abs(year - last) > SAME_AGE) return undefined;
  const date = yearOf(year);
  anchors.note(date);
  return { value: timexValue(date), span: spanOf(date), explicit: false, source: undefined };
}

/** In a narrative, a bare year later than the story that its clause looks ahead to: "planned to finish by 1976". */
const looksAhead = (e: Expression, anchors: Anchors, direction: () => Direction): boolean =>
  anchors.narrative &&
  e.kind === 'calendar' &&
  e.unit === 'year' &&
  e.year !== undefined &&
  anchors.lastYear !== undefined &&
  e.year > anchors.lastYear &&
  direction() === 2;

const thirdOf = (e: Expression): Third | undefined =>
  e.mod === 'START' || e.mod === 'MID' || e.mod === 'END' ? e.mod : undefined;

/** A date that states all its fields and yet does not exist. */
const isImpossible = (e: Expression): boolean =>
  e.kind === 'calendar' &&
  (e.year !== undefined || (e.unit === 'day' && e.part !== undefined && (e.day ?? 1) > daysInMonth(2000, e.part)));
