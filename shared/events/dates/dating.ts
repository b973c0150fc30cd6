import type { Timex } from '../../tagging/timex.ts';
import { type DateSpan, exactDay } from '../../time/date-span.ts';
import { civilDayOf, dayNumber, daysInMonth, isoDayOf } from '../../time/day.ts';
import type { Modality } from '../event.ts';
import { isCancelling, isReporting } from '../lexicon/factuality-verbs.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { isAheadOf, isOpenAppointment } from './appointments.ts';
import { countedFrom } from './counted-dates.ts';
import { fromTo, intervalOf, periodEnding, shiftDays, shiftYears } from './date-arithmetic.ts';
import type { DatePhrase } from './date-phrase.ts';
import type { DatingContext } from './dating-context.ts';
import { comesLater, fromThenOn } from './later-clause.ts';
import { isWithinVerb, presentDay } from './present.ts';
import { referenceTime } from './reference-time.ts';
import { mayStretch, STRETCHES } from './stretches.ts';

/**
 * The days that a time expression gives to the event it dates; `undefined` if it cannot be placed on the calendar or is
 * too wide (a century). The direction of a weekday or a month without a year follows the tense of the verb; "since
 * 1993" extends to the reference time of the verb; "the past four months", "the next four years" and "40 days since" are
 * counted from the document creation time.
 */
export function dateOf(context: DatingContext): DateSpan | undefined {
  const { words, phrase: range, group, head, modality, dct, reportedQuarter } = context;
  const { timex } = range;
  if (timex.type === 'SET') return undefined;
  const reference = dct === undefined ? undefined : referenceTime({ ...context, dct });
  if (dct !== undefined) {
    for (const { read } of STRETCHES) {
      const span = read({ ...context, dct, reference });
      if (span) return span;
    }
  }
  const months = timex.span ? undefined : reportedMonths(words, range);
  const reportEnd = months === undefined ? undefined : (reportedQuarter ?? lastQuarterOf(months, dct));
  if (months !== undefined && reportEnd) return periodEnding(reportEnd, months);
  const now = dct === undefined ? undefined : presentDay(words, range, group, dct);
  if (now) return now;
  const base = timex.span ?? (dct === undefined ? undefined : countedFrom(words, range, dct, reference?.span.end));
  if (!base || base.precision === 'century' || base.precision === 'millennium') return undefined;
  if (isYearEnd(timex, base)) return decemberOf(base);
  // "three decades later, the harbour is still closed": counted from a time that the text does not tell
  if (dct !== undefined && base.start > dct && /\blater$/i.test(timex.text) && group?.kind === 'finite' && !group.modal)
    return undefined;
  const lead = words[range.first - 1]?.lower ?? '';
  const coming =
    /^(?:starting|beginning)$/.test(lead) ||
    isPostponement(lead, group) ||
    isTerm(words, range, group) ||
    isAwaited(words, group);
  const isAppointment = group === undefined && isOpenAppointment(words, head);
  let span = coming
    ? resolveDirection(timex, base, undefined, 'planned', dct, false)
    : resolveDirection(timex, base, group, modality, dct, isAppointment);
  // "ahead of the November elections", written in June: the tagger looks back for a month without a year
  const isAhead = group === undefined && isAheadOf(words, head);
  if (isAhead && dct !== undefined && timex.anchor === 'nearest' && timex.stated.month && span.end < dct)
    span = shiftYears(span, 1);
  if (reportedQuarter) span = ofReport(words, range, span, reportedQuarter);
  if (range.until) {
    const other =
      range.until.span && resolveDirection(range.until, range.until.span, group, modality, dct, isAppointment);
    if (other && dayNumber(other.end) >= dayNumber(span.start)) span = intervalOf(span, other);
  }
  if (dct !== undefined && comesLater(words, range, group)) return fromThenOn(span, dct);
  if (range.ended) span = periodEnding(span, range.ended);
  return reference && span.start <= reference.span.end && lastsFrom(words, range, group)
    ? fromTo(span, reference.span)
    : span;
}

/**
 * Whether a verb states what lasts, or has come about, since a date. "Since the 2003 invasion" dates the invasion, "since April, when the rig exploded" the
 * explosion; a verb of saying is not repeated since then.
 */
function lastsFrom(words: readonly Word[], { since, first, last }: DatePhrase, group: VerbGroup | undefined): boolean {
  if (group === undefined) return false;
  const isDirect = words[first - 1]?.lower === 'since';
  if (!since && !isDirect) return false;
  const next = words[last + 1]?.tag === 'mark' ? words[last + 2] : words[last + 1];
  if (isDirect && group.first > last && /^(?:when|['’]s)$/.test(next?.lower ?? '')) return false;
  if (group.kind !== 'finite' || group.tense !== 'past') return true;
  return isDirect && (group.perfect || !isReporting(group.lemma));
}

/** Whether `dateOf` may give days to an event of a phrase; false if no verb or noun would get any. */
export function mayDate(
  words: readonly Word[],
  phrase: DatePhrase,
  dct: string | undefined,
  reportedQuarter: DateSpan | undefined,
): boolean {
  if (phrase.timex.type === 'SET') return false;
  if (phrase.timex.span) return true;
  const months = reportedMonths(words, phrase);
  if (months !== undefined && (reportedQuarter ?? lastQuarterOf(months, dct))) return true;
  return (
    dct !== undefined &&
    (mayStretch(words, phrase) || isWithinVerb(words, phrase) || countedFrom(words, phrase, dct) !== undefined)
  );
}

/** "by the end of 2010", "at the end of last year": its December, not its last third. */
const isYearEnd = ({ mod, text }: Timex, span: DateSpan): boolean =>
  mod === 'END' && /\bend\b/i.test(text) && span.precision === 'part' && span.start.endsWith('-09-01');

const decemberOf = ({ start, end }: DateSpan): DateSpan => {
  const month = `${start.slice(0, -6)}-12`;
  return { start: `${month}-01`, end, edtf: month, precision: 'month', approximate: false };
};

/** "In the nine months, net rose": a reporting period in months, which ends with its quarter. */
function reportedMonths(words: readonly Word[], { timex, first }: DatePhrase): number | undefined {
  const found = /^the (?:first )?(?:six|nine|6|9) months$/i.test(timex.text) ? /^P([69])M$/.exec(timex.value) : null;
  return found && /^(?:in|for)$/.test(words[first - 1]?.lower ?? '') ? Number(found[1]) : undefined;
}

/** Without a quarter of its own, a report of nine months in autumn is about those of the calendar year, as one of six months is in summer. */
function lastQuarterOf(months: number, dct: string | undefined): DateSpan | undefined {
  const day = dct === undefined ? undefined : civilDayOf(dct);
  if (!day || Math.ceil(day.month / 3) - 1 !== months / 3) return undefined;
  const end = isoDayOf(day.year, months, daysInMonth(day.year, months));
  return exactDay(end);
}

/** "postponed the vote until Tuesday": the date is in the future. */
export const isPostponement = (lead: string, group: VerbGroup | undefined): boolean =>
  /^(?:until|till|to)$/.test(lead) &&
  /^(?:postpone|delay|adjourn|defer|put|move|push|extend)$/.test(group?.lemma ?? '');

/** "has closed all schools until 6 May", "has been banned at least through August": a term set in the perfect is still to come. */
const isTerm = (words: readonly Word[], { first }: DatePhrase, group: VerbGroup | undefined): boolean =>
  group !== undefined &&
  isPresentPerfect(group) &&
  !group.negated &&
  group.last < first &&
  [first - 1, first - 3].some(
    (at) =>
      /^(?:until|till|through)$/.test(words[at]?.lower ?? '') &&
      (at === first - 1 || /^(?:at|about)$/.test(words[at + 1]?.lower ?? '')) &&
      words[at - 1]?.lower !== 'up',
  );

/** "before the wells are completed in August": the present of a clause that waits for something is of what is to come. */
function isAwaited(words: readonly Word[], group: VerbGroup | undefined): boolean {
  if (group?.kind !== 'finite' || group.tense !== 'present' || group.perfect || group.modal !== undefined) return false;
  for (let i = group.first - 1; i >= 0 && i >= group.first - FARTHEST_OPENER; i--) {
    const { lower, tag } = words[i] as Word;
    if (/^(?:before|until|till|once)$/.test(lower)) return true;
    if (tag === 'mark' || tag === 'verb' || tag === 'subordinator' || tag === 'relative') return false;
  }
  return false;
}

/** Most words between "before" and its verb. */
const FARTHEST_OPENER = 8;

/** "has opened", "have been closing". */
const isPresentPerfect = ({ kind, tense, perfect, modal }: VerbGroup): boolean =>
  kind === 'finite' && tense === 'present' && perfect && modal === undefined;

/**
 * A company's report has a quarter of its own: "the quarter" and "the fiscal first quarter" are the one whose end it
 * states, "the corresponding period last year" and "last year's quarter" the same a year earlier.
 */
function ofReport(words: readonly Word[], range: DatePhrase, span: DateSpan, reported: DateSpan): DateSpan {
  const text = range.timex.text.toLowerCase();
  if (range.ended) return span;
  if (
    span.precision === 'quarter' &&
    !range.timex.explicit &&
    /^(?:the|this|that|its) (?:latest |current )?quarter$|fiscal/.test(text)
  )
    return reported;
  // "in the 1988 period", "a year earlier": its own quarter of that year, which need not be one of the calendar
  if (
    span.precision === 'quarter' &&
    reported.precision !== 'quarter' &&
    !range.timex.explicit &&
    /(?:\d{4}|year-(?:ago|earlier)) period$|^a year (?:ago|earlier)$|^year-(?:ago|earlier)$/.test(text)
  ) {
    const stated = /\b\d{4}\b/.exec(text)?.[0];
    return shiftYears(reported, stated === undefined ? -1 : Number(stated) - Number(reported.start.slice(0, 4)));
  }
  const yearOnly =
    span.precision === 'year' &&
    /^(?:last year|the previous year|the year before|\d{4})$/.test(text.replace(/^the /, ''));
  const neighbours = [words[range.first - 1]?.lower, words[range.last + 1]?.lower, words[range.last + 2]?.lower];
  if (yearOnly && neighbours.some((w) => w === 'quarter' || w === 'period')) {
    const years = Number(span.start.slice(0, 4)) - Number(reported.start.slice(0, 4));
    return Number.isFinite(years) && years !== 0 && Math.abs(years) < 3 ? shiftYears(reported, years) : span;
  }
  return span;
}

/** The quarter whose end an article states ("the quarter ended Sept. 30"), from its first such phrase. */
export function reportedQuarterIn(text: string, timexes: readonly Timex[]): DateSpan | undefined {
  for (const timex of timexes) {
    if (timex.span?.precision !== 'day' || timex.start < 14) continue;
    if (
      /quarter (?:that )?(?:ended|ending) $/.test(
        text.slice(Math.max(0, timex.start - 24), timex.start).replace(/\s+/g, ' '),
      )
    )
      return periodEnding(timex.span, 3);
  }
  return timexes.find((timex) => timex.span?.precision === 'quarter' && !/fiscal/i.test(timex.text))?.span;
}

/**
 * "Monday, June 26", "10 p.m. Friday", "Memorial Day": the tagger has resolved these by more than the tense. "Noon on 3
 * May" leaves the year open.
 */
const isSettled = ({ stated, source, value }: Timex): boolean =>
  (stated.weekday && stated.month) || source !== undefined || (!stated.month && /T\d/.test(value));

/** Most days in the future for a month and day without a year that modify a noun. */
const NEAR_AHEAD = 45;
/** Most days in the future for a weekday that the tense does not place: it is then nearer than the one that is past. */
const NEARER_AHEAD = 3;

/** Resolves a date whose year or week the text leaves open: past tenses look back, future tenses look ahead. */
function resolveDirection(
  timex: Timex,
  span: DateSpan,
  group: VerbGroup | undefined,
  modality: Modality,
  dct: string | undefined,
  isAppointment: boolean,
): DateSpan {
  if (dct === undefined || timex.anchor !== 'nearest' || isSettled(timex)) return span;
  const weekday = !timex.stated.month;
  const undone =
    modality === 'negated' &&
    group?.kind === 'finite' &&
    group.perfect &&
    group.tense === 'present' &&
    isCancelling(group.lemma);
  const ahead =
    undone ||
    ((modality === 'planned' || modality === 'predicted') &&
      (group === undefined || group.modal !== undefined || group.tense !== 'past' || group.kind !== 'finite'));
  // "has backed plans for a concert on 8 October", "was scheduled to play on 17 May": the day to come that is nearer than the one of the year before
  const isNearPlan =
    !weekday &&
    group?.kind === 'finite' &&
    (isPresentPerfect(group) || modality === 'planned' || modality === 'predicted') &&
    dayNumber(span.end) - dayNumber(dct) <= NEAR_AHEAD;
  const back =
    !ahead &&
    !isNearPlan &&
    (group === undefined
      ? modality === 'asserted'
      : group.tense === 'past' ||
        group.perfect ||
        group.kind === 'participle' ||
        (group.modal === 'could' && modality === 'asserted'));
  // "the latest act on the bill for the concert on 8 October": a noun has no tense, and a few weeks ahead is nearer
  // than most of a year back
  const isNear = !weekday && dayNumber(span.end) - dayNumber(dct) <= NEAR_AHEAD;
  // "the hearing was set for Thursday", "ahead of a summit on Thursday": no tense tells on which side of the day of writing it is
  const isArranged = isAppointment || (modality === 'planned' && group?.kind === 'finite' && group.modal === undefined);
  if (weekday && isArranged && span.precision === 'day') {
    const coming = span.start < dct ? shiftDays(span, 7) : span;
    if (dayNumber(coming.start) - dayNumber(dct) <= NEARER_AHEAD) return coming;
  }
  if (isNear && (group === undefined || (modality === 'negated' && isCancelling(group.lemma)))) return span;
  if (back && span.start > dct) return weekday ? shiftDays(span, -7) : shiftYears(span, -1);
  if (ahead && span.end < dct)
    return weekday
      ? shiftDays(span, 7)
      : group?.modal === 'will' || group?.tense === 'present'
        ? shiftYears(span, 1)
        : span;
  return span;
}
