import type { Timex } from '../tagging/timex.ts';
import type { DateSpan, Precision } from '../time/date-span.ts';
import { civilDayOf, dayNumber, daysInMonth, isoDay, isoDayOf, isoMonth, isoYear } from '../time/day.ts';
import type { TimexRange } from './attachment.ts';
import type { Modality } from './event.ts';
import { isCancelling } from './lexicon/attitudes.ts';
import type { VerbGroup } from './verb-groups.ts';
import type { Word } from './words.ts';

const WEEKDAYS = /^(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+(?:morning|afternoon|evening|night))?$/i;
const BARE_MONTH =
  /^(?:the\s+)?(?:early |mid-?|late )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?$|^(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/i;
const BARE_SEASON =
  /^(?:the\s+)?(?:(?:early|mid|late|first|second|third|fourth)[- ])?(?:spring|summer|autumn|fall|winter|quarter|half)$/i;

/**
 * The days that a time expression gives to the event it dates; `undefined` where it has no place on the calendar or is too wide to date
 * anything (a century). A weekday or a month without a year is looked for on the side that the verb tells; "since 1993" runs to the day of
 * writing; "the past four months", "the next four years" and "40 days since" are counted from it.
 */
export function dateOf(
  words: readonly Word[],
  range: TimexRange,
  group: VerbGroup | undefined,
  modality: Modality,
  dct: string | undefined,
  reportedQuarter: DateSpan | undefined,
): DateSpan | undefined {
  const { timex } = range;
  if (timex.type === 'SET') return undefined;
  const base = timex.span ?? (dct === undefined ? undefined : countedFrom(words, range, dct));
  if (!base || base.precision === 'century' || base.precision === 'millennium') return undefined;
  const coming = /^(?:starting|beginning)$/.test(words[range.first - 1]?.lower ?? '');
  let span = coming ? turned(timex, base, undefined, 'planned', dct) : turned(timex, base, group, modality, dct);
  if (reportedQuarter) span = ofReport(words, range, span, reportedQuarter);
  if (range.until) {
    const other = range.until.span && turned(range.until, range.until.span, group, modality, dct);
    if (other && dayNumber(other.end) >= dayNumber(span.start)) span = intervalOf(span, other);
  }
  if (range.ended) span = periodEnding(span, range.ended);
  const before = words[range.first - 1];
  if (range.since || before?.lower === 'since') {
    if (
      dct !== undefined &&
      span.start <= dct &&
      !(group?.kind === 'finite' && group.tense === 'past' && (group.perfect || range.since))
    )
      return {
        start: span.start,
        end: dct,
        edtf: `${span.edtf.split('/')[0]?.replace(/[~?]$/, '')}/${dct}`,
        precision: 'interval',
        approximate: span.approximate,
      };
  }
  return span;
}

/**
 * A company's report has a quarter of its own: "the quarter", "the fiscal first quarter" are the one whose end it states, "the
 * corresponding period last year" and "last year's quarter" the same a year before.
 */
function ofReport(words: readonly Word[], range: TimexRange, span: DateSpan, reported: DateSpan): DateSpan {
  const text = range.timex.text.toLowerCase();
  if (range.ended) return span;
  if (
    span.precision === 'quarter' &&
    !range.timex.explicit &&
    /^(?:the|this|that|its) (?:latest |current )?quarter$|fiscal/.test(text)
  )
    return reported;
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

/** Past verbs look back, futures look ahead, where the text leaves the year or the week open. */
function turned(
  timex: Timex,
  span: DateSpan,
  group: VerbGroup | undefined,
  modality: Modality,
  dct: string | undefined,
): DateSpan {
  if (dct === undefined || timex.explicit) return span;
  const text = timex.text.replace(/\s+/g, ' ');
  const weekday = WEEKDAYS.test(text);
  if (!weekday && !BARE_MONTH.test(text) && !BARE_SEASON.test(text)) return span;
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
  const back =
    !ahead &&
    (group === undefined
      ? modality === 'asserted'
      : group.tense === 'past' || group.perfect || group.kind === 'participle');
  if (back && span.start > dct) return weekday ? shiftDays(span, -7) : shiftYears(span, -1);
  if (ahead && span.end < dct)
    return weekday
      ? shiftDays(span, 7)
      : group?.modal === 'will' || group?.tense === 'present'
        ? shiftYears(span, 1)
        : span;
  return span;
}

function shiftDays(span: DateSpan, days: number): DateSpan {
  const start = isoDay(dayNumber(span.start) + days);
  const end = isoDay(dayNumber(span.end) + days);
  return { ...span, start, end, edtf: start === end ? start : `${start}/${end}` };
}

function shiftYears(span: DateSpan, years: number): DateSpan {
  const move = (iso: string, last: boolean): string => {
    const day = civilDayOf(iso);
    if (!day) return iso;
    const year = day.year + years;
    const length = daysInMonth(year, day.month);
    const wasLast = last && day.day === daysInMonth(day.year, day.month);
    return isoDayOf(year, day.month, wasLast && span.precision !== 'day' ? length : Math.min(day.day, length));
  };
  const start = move(span.start, false);
  const end = move(span.end, true);
  return { ...span, start, end, edtf: edtfOf(start, end, span.precision) };
}

/** EDTF of a stretch at a precision; intervals of days where it has no shorter form. */
function edtfOf(start: string, end: string, precision: Precision): string {
  const day = civilDayOf(start);
  if (!day || precision === 'day' || start === end) return start;
  if (precision === 'month') return isoMonth(day.year, day.month);
  if (precision === 'year') return isoYear(day.year);
  return `${start}/${end}`;
}

const short = (span: DateSpan, side: 'start' | 'end'): string => {
  const parts = span.edtf.replace(/[~?%]/g, '').split('/');
  const plain = parts.length === 1 && /^-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/.test(parts[0] as string);
  return plain ? (parts[0] as string) : span[side];
};

function intervalOf(from: DateSpan, to: DateSpan): DateSpan {
  const start = dayNumber(from.start) < dayNumber(to.start) ? from.start : to.start;
  return {
    start,
    end: to.end,
    edtf: `${short(from, 'start')}/${short(to, 'end')}`,
    precision: 'interval',
    approximate: from.approximate || to.approximate,
  };
}

/** "the quarter ended Sept. 30": the months up to that day. */
function periodEnding(end: DateSpan, months: number): DateSpan {
  const last = civilDayOf(end.end);
  if (!last) return end;
  // a period may end some days before its last month does (a fiscal quarter's last Sunday): it still began on the first of a month
  const nearMonthEnd = last.day > 15;
  const index = last.year * 12 + (last.month - 1) - months + (nearMonthEnd ? 1 : 0);
  const start = isoDayOf(Math.floor(index / 12), (index % 12) + 1, 1);
  return { start, end: end.end, edtf: `${start}/${end.end}`, precision: 'interval', approximate: false };
}

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);
const COUNTED =
  /\b(\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)[\s-]+(day|week|month|year|decade)s?$/i;

/** "over the past four months", "the next two weeks", "40 days since": stretches that lean on the day of writing. */
function countedFrom(words: readonly Word[], range: TimexRange, dct: string): DateSpan | undefined {
  const text = range.timex.text.replace(/\s+/g, ' ');
  const before = words[range.first - 1];
  const lead =
    `${/^(?:past|last|next|coming|following)$/.test(before?.lower ?? '') ? before?.lower : ''} ${text}`.toLowerCase();
  const counted =
    COUNTED.exec(text) ??
    (/^(?:the )?(?:past|last|next|coming) (day|week|month|year|decade)$/i.test(text)
      ? [text, 'one', text.split(' ').at(-1)]
      : null);
  if (!counted) return undefined;
  const written = (counted[1] as string).toLowerCase();
  const n = written === 'a' || written === 'an' ? 1 : (NUMBERS[written] ?? Number(written));
  const unit = (counted[2] as string).toLowerCase();
  const back = /\b(?:past|last|previous)\b/.test(lead);
  const ahead = /\b(?:next|coming)\b/.test(lead);
  const far = moved(dct, unit, back || !ahead ? -n : n);
  if (!far) return undefined;
  if (back) return { start: far, end: dct, edtf: `${far}/${dct}`, precision: 'interval', approximate: false };
  if (ahead) return { start: dct, end: far, edtf: `${dct}/${far}`, precision: 'interval', approximate: false };
  if (words[range.last + 1]?.lower === 'since') {
    const day = civilDayOf(far);
    if (!day) return undefined;
    if (unit === 'day' || unit === 'week')
      return { start: far, end: far, edtf: far, precision: 'day', approximate: false };
    if (unit === 'month')
      return {
        start: isoDayOf(day.year, day.month, 1),
        end: isoDayOf(day.year, day.month, daysInMonth(day.year, day.month)),
        edtf: isoMonth(day.year, day.month),
        precision: 'month',
        approximate: false,
      };
    return {
      start: isoDayOf(day.year, 1, 1),
      end: isoDayOf(day.year, 12, 31),
      edtf: isoYear(day.year),
      precision: 'year',
      approximate: false,
    };
  }
  return undefined;
}

function moved(dct: string, unit: string, n: number): string | undefined {
  const day = civilDayOf(dct);
  if (!day) return undefined;
  if (unit === 'day' || unit === 'week') return isoDay(dayNumber(dct) + n * (unit === 'week' ? 7 : 1));
  const months = unit === 'month' ? n : unit === 'year' ? n * 12 : n * 120;
  const index = day.year * 12 + day.month - 1 + months;
  const year = Math.floor(index / 12);
  if (year < 1 || year > 9990) return undefined;
  const month = (((index % 12) + 12) % 12) + 1;
  return isoDayOf(year, month, Math.min(day.day, daysInMonth(year, month)));
}
