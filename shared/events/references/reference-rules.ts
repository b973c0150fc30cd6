import { type DateSpan, exactDay } from '../../time/date-span.ts';
import { addDays, dayNumber } from '../../time/day.ts';
import { away } from '../dates/counted-from-event.ts';
import { intervalOf } from '../dates/date-arithmetic.ts';
import { isGathering } from '../lexicon/event-references.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { RuleName } from './referred-mention.ts';
import type { Count, TimeMark } from './time-mark.ts';

/** A verb, and the dated event that it is placed by. */
export interface ReferenceContext {
  readonly mark: TimeMark;
  /** The verb that is dated. */
  readonly group: VerbGroup;
  /** Days of the event that is referred to. */
  readonly base: DateSpan;
  /** The noun that refers to the event, in lower case; `undefined` for a clause. */
  readonly noun: string | undefined;
  readonly isSameSentence: boolean;
  /** The mark stands in front of the verb. */
  readonly isFronted: boolean;
  /** The verb is coordinated with one in the present perfect, whose auxiliary it shares. */
  readonly sharesPerfect: boolean;
  readonly isPlanned: boolean;
  readonly dct: string | undefined;
}

/** A way to date one event by another. */
export interface ReferenceRule extends RuleName {
  readonly example: string;
  readonly read: (context: ReferenceContext) => DateSpan | undefined;
}

/** "have closed", and "closed" behind it in "have marched and closed". */
export const isPresentPerfect = (group: VerbGroup): boolean =>
  group.perfect && (group.tense === 'present' || group.kind !== 'finite') && group.modal === undefined;
const isPast = (group: VerbGroup): boolean =>
  group.kind === 'finite' && group.tense === 'past' && !group.perfect && group.modal === undefined;
const isDay = ({ precision }: DateSpan): boolean => precision === 'day';

/** "weeks", "a few days": three (the annotation guidelines' convention). */
const A_FEW = 3;

/** Days around a base, at a count from it. */
export function counted(
  base: DateSpan,
  { count, unit, approximate, stretch }: Count,
  sign: 1 | -1,
): DateSpan | undefined {
  if (unit === 'T') return isDay(base) ? { ...base, edtf: `${base.start}~`, approximate: true } : undefined;
  const n = count ?? A_FEW;
  if (stretch || count === undefined) {
    if (!isDay(base)) return undefined;
    const far = away(base, sign * n, unit)?.[sign < 0 ? 'start' : 'end'];
    const near = addDays(base.start, sign);
    if (far === undefined || near === undefined) return undefined;
    const [start, end] = sign < 0 ? [far, near] : [near, far];
    if (start === end) return { start, end, edtf: `${start}~`, precision: 'day', approximate: true };
    return { start, end, edtf: `${start}~/${end}`, precision: 'interval', approximate: true };
  }
  if ((unit === 'D' || unit === 'W') && !isDay(base)) return undefined;
  if (unit === 'M' && !/^(?:day|month)$/.test(base.precision)) return undefined;
  if (unit === 'Y' && !/^(?:day|month|year)$/.test(base.precision)) return undefined;
  const span = away(base, sign * n, unit);
  return span && approximate && !span.approximate ? { ...span, edtf: `${span.edtf}~`, approximate: true } : span;
}

/** What has happened is not after the day of writing: a count that says so is of another event. */
const notAhead = (date: DateSpan | undefined, dct: string | undefined): DateSpan | undefined =>
  date === undefined || (dct !== undefined && date.start > dct) ? undefined : date;

const upTo = (base: DateSpan, dct: string): DateSpan => intervalOf(base, exactDay(dct));

/** Longest stretch, in days, of an event that another sentence refers to: "the war" of several years dates nothing. */
const LONGEST_BASE = 31;
const isShort = ({ start, end }: DateSpan): boolean => dayNumber(end) - dayNumber(start) < LONGEST_BASE;
/** Longest time, in days, after which something is still said to have happened in the wake of an event. */
const LONGEST_WAKE = 45;

/** Applied in order; the first result counts. */
export const REFERENCE_RULES: readonly ReferenceRule[] = [
  {
    name: 'counted',
    example: 'Ten days before the shooting, a jogger had seen the car.',
    confidence: 0.8,
    read: ({ mark, base, group, dct }) =>
      mark.count && (isPast(group) || group.perfect || group.kind !== 'finite')
        ? notAhead(counted(base, mark.count, mark.kind === 'before' ? -1 : 1), dct)
        : undefined,
  },
  {
    name: 'since',
    example: 'The mayor has not appeared since the announcement.',
    confidence: 0.85,
    read: ({ mark, base, group, dct, isFronted, sharesPerfect, isSameSentence }) => {
      if (mark.kind !== 'since' || dct === undefined || base.start >= dct) return undefined;
      if (!isSameSentence && !isShort(base)) return undefined;
      const lasts =
        isPresentPerfect(group) || sharesPerfect || (isPast(group) && isFronted && !isReporting(group.lemma));
      return lasts ? upTo(base, dct) : undefined;
    },
  },
  {
    name: 'day-of',
    example: 'On the morning of her death she had called her brother.',
    confidence: 0.7,
    read: ({ mark, base }) => (mark.kind === 'day-of' ? base : undefined),
  },
  {
    name: 'at-gathering',
    example: 'Three choirs will sing at the festival.',
    confidence: 0.75,
    read: ({ mark, base, group, noun, isSameSentence, isPlanned }) => {
      if (noun === undefined || /^(?:be|have|do|include|remain|seem)$/.test(group.lemma)) return undefined;
      // "anger at the spill" is no place
      if (mark.kind !== 'during' && !(mark.kind === 'at' && isGathering(noun))) return undefined;
      return (isPlanned || isPast(group)) && (isSameSentence || isShort(base)) ? base : undefined;
    },
  },
  {
    name: 'after-gathering',
    example: 'After the vote, hundreds marched to the palace.',
    confidence: 0.75,
    read: ({ mark, base, group, noun }) =>
      mark.kind === 'after' && noun !== undefined && isGathering(noun) && isDay(base) && isPast(group)
        ? base
        : undefined,
  },
  {
    name: 'wake',
    example: 'Shares have soared in the wake of the explosion.',
    confidence: 0.6,
    read: ({ mark, base, group, dct }) =>
      mark.kind === 'wake' &&
      group.lemma !== 'be' &&
      dct !== undefined &&
      base.start <= dct &&
      dayNumber(dct) - dayNumber(base.start) <= LONGEST_WAKE &&
      (isPast(group) || isPresentPerfect(group))
        ? upTo(base, dct)
        : undefined,
  },
];
