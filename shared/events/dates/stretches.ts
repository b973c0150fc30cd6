import type { DateSpan } from '../../time/date-span.ts';
import { addDays, addMonths, civilDayOf, dayNumber, daysInMonth, isoDayOf } from '../../time/day.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { fromTo } from './date-arithmetic.ts';
import type { DatePhrase } from './date-phrase.ts';
import type { DatingContext } from './dating-context.ts';
import type { ReferenceTime } from './reference-time.ts';

/** A date phrase with the verb or noun it may date, the document creation time, and the time up to which the verb looks back. */
export interface StretchContext extends Omit<DatingContext, 'dct' | 'reached' | 'reportedQuarter'> {
  readonly dct: string;
  /** The time up to which the verb looks back; `undefined` if nothing tells. */
  readonly reference: ReferenceTime | undefined;
  /** The time that the narrative has reached before the sentence. */
  readonly reached: DateSpan | undefined;
}

/** A rule for ranges of days relative to the document creation time. */
export interface StretchRule {
  readonly name: string;
  readonly example: string;
  readonly read: (context: StretchContext) => DateSpan | undefined;
}

/** Days from one day to another, in either order. */
function stretch(from: string, to: string, approximate: boolean): DateSpan | undefined {
  if (dayNumber(from) > dayNumber(to)) return undefined;
  return { start: from, end: to, edtf: from === to ? from : `${from}/${to}`, precision: 'interval', approximate };
}

/** A larger count is not a range of calendar units. */
const MOST_UNITS = 100_000;

/** The day `count` units before (negative) or after a day; a part of a unit is rounded to whole days or months. */
function shifted(day: string, count: number, unit: string): string | undefined {
  if (Math.abs(count) > MOST_UNITS) return undefined;
  if (unit === 'D' || unit === 'W') return addDays(day, Math.round(count * (unit === 'W' ? 7 : 1)));
  return addMonths(day, Math.round(count * ({ M: 1, Y: 12, DE: 120 }[unit] ?? 0)));
}

/** "few", "several" and a bare plural count as three (the annotation guidelines' convention). */
const A_FEW = 3;

/** Count and unit of a TIMEX3 duration: "P3M", "PXW", "PT24H" (one day). */
function countOf(value: string): { readonly count: number; readonly unit: string } | undefined {
  const found = /^P(\d+(?:\.\d+)?|X)(DE|[DWMY])$/.exec(value);
  if (found) return { count: found[1] === 'X' ? A_FEW : Number(found[1]), unit: found[2] as string };
  const hours = /^PT(\d+)H$/.exec(value);
  return hours && Number(hours[1]) >= 20 ? { count: Math.round(Number(hours[1]) / 24), unit: 'D' } : undefined;
}

const UNITS: Readonly<Record<string, string>> = {
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
  decade: 'DE',
  summer: 'Y',
  winter: 'Y',
};
const RECENT = /^(?:the )?(?:recent|past|last|previous)(?: few| several| couple of)? (day|week|month|year|decade)s$/;
const COMING = /^(?:the )?(?:coming|next|following)(?: few| several| couple of)? (day|week|month|year)s$/;

/** A period after the time that has been told, in a past narrative. */
const AFTERWARDS = /^(?:the )?(?:coming|next|following)\b.* (?:day|week|month|year)s$/;

const textOf = (phrase: DatePhrase): string => phrase.timex.text.replace(/\s+/g, ' ').toLowerCase();
/** "The last couple of weeks" are two. */
const fewOf = (phrase: DatePhrase, unit: string): { readonly count: number; readonly unit: string } =>
  countOf(phrase.timex.value) ?? { count: A_FEW, unit };
const leadOf = ({ words, phrase }: StretchContext): string => words[phrase.first - 1]?.lower ?? '';

const isPresentPerfect = (group: VerbGroup | undefined): boolean =>
  group?.perfect === true && (group.tense === 'present' || group.kind !== 'finite');

const isPostponed = (group: VerbGroup | undefined): boolean =>
  /^(?:postpone|delay|adjourn|defer|put|move|push|extend)$/.test(group?.lemma ?? '');

/** A present perfect, or a pluperfect whose sentence tells up to when: "had burned for 36 hours when it sank on Thursday". */
const looksBack = (group: VerbGroup | undefined, reference: ReferenceTime | undefined): boolean =>
  isPresentPerfect(group) ||
  (group?.perfect === true &&
    group.modal === undefined &&
    !isPostponed(group) &&
    (reference?.by === 'sentence' || reference?.by === 'statement'));

const isAhead = ({ group, modality }: StretchContext): boolean =>
  modality === 'planned' || modality === 'predicted' || group?.modal !== undefined;

/** "take about 40 days": the time that something takes. */
const isTaken = (words: readonly Word[], { first }: DatePhrase): boolean =>
  words.slice(Math.max(0, first - 2), first).some(({ form, tag }) => form?.lemma === 'take' && tag === 'verb');

/** The period of a counted day at the precision of the count: its week, its month, its year. */
function aroundDay(day: string, counted: number): DateSpan | undefined {
  const civil = civilDayOf(day);
  if (!civil || counted < 1) return undefined;
  const { year, month } = civil;
  if (counted < 25) return { start: day, end: day, edtf: `${day}~`, precision: 'day', approximate: true };
  const bare = day.slice(0, counted < 700 ? -3 : -6);
  return counted < 700
    ? {
        start: `${bare}-01`,
        end: isoDayOf(year, month, daysInMonth(year, month)),
        edtf: `${bare}~`,
        precision: 'month',
        approximate: true,
      }
    : { start: `${bare}-01-01`, end: `${bare}-12-31`, edtf: `${bare}~`, precision: 'year', approximate: true };
}

/** Index of the "since" that governs a date phrase, through its noun phrase or clause: "since the explosion on 20 April". */
function sinceBefore(words: readonly Word[], phrase: DatePhrase): number | undefined {
  for (let i = phrase.first - 1; i >= 0 && i >= phrase.first - 14; i--) {
    const word = words[i] as Word;
    if (word.lower === 'since') return i;
    if (word.tag === 'mark' && word.text !== ',') return undefined;
  }
  return undefined;
}

/**
 * "Shops have closed since the ministry raised rents in May", "it opened in May and has since grown": the verb states an event that has lasted since the
 * date, although the date itself may belong to another word.
 *
 * @param head Index of the word that names the event.
 */
export function lastsSince(
  words: readonly Word[],
  phrase: DatePhrase,
  group: VerbGroup | undefined,
  head: number,
): boolean {
  if (group === undefined || !isPresentPerfect(group)) return false;
  const since = sinceBefore(words, phrase);
  const outside = since !== undefined && (head < since || (head > phrase.last && since < 3));
  return outside || words.slice(group.first, group.last + 1).some(({ lower }) => lower === 'since');
}

/** Words before the duration of a continuing or a future state. */
const LASTING = /^(?:for|in|over|than|nearly|almost|about)$/;
/** The word before a duration, adverbs of measure skipped: "for only six months". */
const measureBefore = (words: readonly Word[], { first }: DatePhrase): string => {
  const before = words[first - 1]?.lower ?? '';
  return /^(?:only|just|barely|exactly)$/.test(before) ? (words[first - 2]?.lower ?? '') : before;
};
const isMeasured = (before: Word | undefined): boolean =>
  /^(?:for|within|over|about|another|than)$/.test(before?.lower ?? '') ||
  /^(?:take|last)$/.test(before?.form?.lemma ?? '');

/** "Will begin on 28 March and last six weeks", "to strike for 48 hours on 28 March": the coming day that the sentence names before a duration or right behind it. */
const comingDay = ({ words, phrases, phrase, dct }: StretchContext): string | undefined => {
  const coming = phrases.filter(({ timex: { span } }) => span?.precision === 'day' && span.start > dct);
  const before = coming.findLast(({ first }) => first < phrase.first);
  const behind = coming.find(
    ({ first }) =>
      first === phrase.last + 2 && /^(?:on|from|after|starting|beginning)$/.test(words[first - 1]?.lower ?? ''),
  );
  return (behind ?? before)?.timex.span?.start;
};

/** Most days before the day of writing from which a future of the past is counted: what is older is background. */
const LONGEST_SINCE_SAID = 7;

/** "He estimated that it would take 24 hours": the day that the narrative has reached, for a future of the past. */
const futureOfPast = ({ group, modality, reached, dct }: StretchContext): string | undefined => {
  if (group?.modal !== 'would' || modality === 'hypothetical' || reached?.precision !== 'day') return undefined;
  const days = dayNumber(dct) - dayNumber(reached.start);
  return days > 0 && days <= LONGEST_SINCE_SAID ? reached.start : undefined;
};

/** The past day after which a period is told: the last one that the sentence names before it, else the one that the narrative has reached. */
const toldBefore = ({ phrases, phrase, reached, dct }: StretchContext): string | undefined => {
  const own = phrases.findLast(
    ({ first, timex: { span } }) => first < phrase.first && span?.precision === 'day' && span.start < dct,
  );
  return own?.timex.span?.start ?? (reached?.precision === 'day' && reached.start < dct ? reached.start : undefined);
};

/** Whether some rule may apply to a phrase without days of its own, whatever verb it dates. */
export function mayStretch(words: readonly Word[], phrase: DatePhrase): boolean {
  const text = textOf(phrase);
  if (RECENT.test(text) || COMING.test(text)) return true;
  if (phrase.timex.type !== 'DURATION' || !countOf(phrase.timex.value)) return false;
  const before = words[phrase.first - 1];
  if (isTaken(words, phrase)) return true;
  return LASTING.test(measureBefore(words, phrase)) || isMeasured(before);
}

/** Applied in order; the first result counts. */
export const STRETCHES: readonly StretchRule[] = [
  {
    name: 'recent',
    example: 'Oil imports have dropped in recent months.',
    read: ({ phrase, dct, reference }) => {
      const unit = UNITS[RECENT.exec(textOf(phrase))?.[1] ?? ''];
      const to = reference?.span.end ?? dct;
      const few = unit && fewOf(phrase, unit);
      const from = few && shifted(to, -few.count, few.unit);
      return from && !phrase.timex.span ? stretch(from, to, true) : undefined;
    },
  },
  {
    name: 'told-after',
    example: 'The dam burst on 3 May. Within a week the river had reached the town.',
    read: (context) => {
      const { words, phrase, group } = context;
      const counted = phrase.timex.span ? undefined : countOf(phrase.timex.value);
      if (!counted || group?.kind !== 'finite' || group.tense !== 'past' || isAhead(context)) return undefined;
      // "ordered them to leave within a week": only at the head of a sentence it is sure that the period is that of the verb
      const before = words.slice(0, phrase.first - 1);
      const isHead = leadOf(context) === 'within' && before.every(({ tag }) => tag === 'coordinator');
      if (!(isHead && words[phrase.last + 1]?.lower !== 'of') && (group.perfect || !AFTERWARDS.test(textOf(phrase))))
        return undefined;
      const from = toldBefore(context);
      const to = from && shifted(from, counted.count, counted.unit);
      return to && to <= context.dct ? stretch(from, to, true) : undefined;
    },
  },
  {
    name: 'coming',
    example: 'The bank will decide in the coming weeks.',
    read: ({ phrase, dct }) => {
      const unit = UNITS[COMING.exec(textOf(phrase))?.[1] ?? ''];
      const few = unit && fewOf(phrase, unit);
      const to = few && shifted(dct, few.count, few.unit);
      return to && !phrase.timex.span ? stretch(dct, to, true) : undefined;
    },
  },
  {
    name: 'through-a-unit',
    example: 'Three more cases were found in the last week.',
    read: ({ words, phrase, dct }) => {
      const found = /^the (past|last|next|coming) (day|week|month|year|decade)$/.exec(textOf(phrase));
      if (!found || !/^(?:in|over|during|for|within)$/.test(words[phrase.first - 1]?.lower ?? '')) return undefined;
      // "the last month of the war" is a part of another period
      if (
        words[phrase.last + 1]?.lower === 'of' &&
        /^(?:determiner|possessive)$/.test(words[phrase.last + 2]?.tag ?? '')
      )
        return undefined;
      const back = /past|last/.test(found[1] as string);
      const far = shifted(dct, back ? -1 : 1, UNITS[found[2] as string] as string);
      if (far === undefined) return undefined;
      return back ? stretch(far, dct, false) : stretch(dct, far, false);
    },
  },
  {
    name: 'lasting',
    example: 'The strike has gone on for three weeks.',
    read: (context) => {
      const { words, phrase, group, reference } = context;
      const counted = phrase.timex.type === 'DURATION' ? countOf(phrase.timex.value) : undefined;
      if (!counted || !looksBack(group, reference) || !LASTING.test(measureBefore(words, phrase))) return undefined;
      // "in the early months of the war", "in a week when it announced profits": when it was, not for how long
      if (
        /^(?:the (?:early|first|last)|an?)\b/.test(textOf(phrase)) &&
        /^(?:of|when)$/.test(words[phrase.last + 1]?.lower ?? '')
      )
        return undefined;
      const to = reference?.span.end;
      const from = to && shifted(to, -counted.count, counted.unit);
      return from ? stretch(from, to, true) : undefined;
    },
  },
  {
    name: 'taken-until',
    example: 'It will take about 40 days to rebuild the bridge.',
    read: (context) => {
      const { words, phrase, group, dct } = context;
      const counted = phrase.timex.type === 'DURATION' ? countOf(phrase.timex.value) : undefined;
      if (!counted || group?.kind !== 'infinitive' || group.first < phrase.last || !isTaken(words, phrase))
        return undefined;
      const to = isAhead(context) ? shifted(dct, counted.count, counted.unit) : undefined;
      return to === undefined ? undefined : aroundDay(to, dayNumber(to) - dayNumber(dct));
    },
  },
  {
    name: 'to-come',
    example: 'The school will stay closed for a week.',
    read: (context) => {
      const { words, phrase, dct } = context;
      const counted = phrase.timex.type === 'DURATION' ? countOf(phrase.timex.value) : undefined;
      if (
        !counted ||
        !isAhead(context) ||
        !isMeasured(words[phrase.first - 1]) ||
        /^(?:old|ago)$/.test(words[phrase.last + 1]?.lower ?? '')
      )
        return undefined;
      const from = comingDay(context) ?? futureOfPast(context) ?? dct;
      const to = shifted(from, counted.count, counted.unit);
      return to ? stretch(from, to, true) : undefined;
    },
  },
  {
    name: 'until',
    example: 'Markets will be shut until Wednesday.',
    read: (context) => {
      const { phrase, group, groups, dct } = context;
      const { span } = phrase.timex;
      if (!/^(?:until|till)$/.test(leadOf(context)) || !span || span.end <= dct || group?.negated) return undefined;
      // "will delay the plan to add capacity until next week": it is added then
      const governor = group && groups.findLast(({ last }) => last < group.first);
      if (isPostponed(group) || (group?.kind === 'infinitive' && isPostponed(governor))) return undefined;
      return isAhead(context) ? stretch(dct, span.end, false) : undefined;
    },
  },
  {
    name: 'earlier-in-this',
    example: 'The clinic closed earlier this year.',
    read: (context) => {
      const { phrase, dct } = context;
      const { span } = phrase.timex;
      if (!span || isAhead(context) || span.start >= dct || span.end <= dct) return undefined;
      const unit = /^earlier (?:this|in the) (month|year)$/.exec(textOf(phrase));
      return unit ? stretch(span.start, dct, false) : undefined;
    },
  },
  {
    name: 'since',
    example: 'The violence has worsened since the president was killed in July 2021.',
    read: ({ words, phrase, group, head, dct, reference }) => {
      const { span } = phrase.timex;
      return span && span.start <= dct && reference && lastsSince(words, phrase, group, head)
        ? fromTo(span, reference.span)
        : undefined;
    },
  },
];
