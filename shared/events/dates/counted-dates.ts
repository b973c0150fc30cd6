import { type DateSpan, exactDay } from '../../time/date-span.ts';
import { addDays, addMonths, civilDayOf, daysInMonth, isoDayOf, isoMonth, isoYear } from '../../time/day.ts';
import type { Word } from '../sentence/word.ts';
import type { DatePhrase } from './date-phrase.ts';

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);

const COUNTED =
  /\b(\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)[\s-]+(?:or so )?(day|week|month|year|decade)s?$/i;

/**
 * "over the past four months", "the next two weeks", "40 days since": ranges relative to the document creation time.
 *
 * @param reference The day that past ranges end on, if another ("had spent the previous four months").
 */
export function countedFrom(
  words: readonly Word[],
  range: DatePhrase,
  dct: string,
  reference = dct,
): DateSpan | undefined {
  const text = range.timex.text.replace(/\s+/g, ' ');
  const before = words[range.first - 1];
  // "the last month of the war", "the first two weeks of talks": relative to something else
  if (words[range.last + 1]?.lower === 'of') return undefined;
  const lead =
    `${/^(?:past|last|next|coming|following)$/.test(before?.lower ?? '') ? before?.lower : ''} ${text}`.toLowerCase();
  const counted =
    COUNTED.exec(text) ??
    // "the next day" within a narrative is not counted from today
    (range.timex.type === 'DURATION' && /^(?:the )?(?:past|last|next|coming) (day|week|month|year|decade)$/i.test(text)
      ? [text, 'one', text.split(' ').at(-1)]
      : null);
  if (!counted) return undefined;
  const written = (counted[1] as string).toLowerCase();
  const n = written === 'a' || written === 'an' ? 1 : (NUMBERS[written] ?? Number(written));
  const unit = (counted[2] as string).toLowerCase();
  const back = /\b(?:past|last|previous)\b/.test(lead);
  const ahead = /\b(?:next|coming)\b/.test(lead);
  const far = moved(back ? reference : dct, unit, back || !ahead ? -n : n);
  if (!far) return undefined;
  if (back)
    return { start: far, end: reference, edtf: `${far}/${reference}`, precision: 'interval', approximate: false };
  if (ahead) return { start: dct, end: far, edtf: `${dct}/${far}`, precision: 'interval', approximate: false };
  if (words[range.last + 1]?.lower === 'since') {
    const day = civilDayOf(far);
    if (!day) return undefined;
    if (unit === 'day' || unit === 'week') return exactDay(far);
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
  if (unit === 'day' || unit === 'week') return addDays(dct, n * (unit === 'week' ? 7 : 1));
  return addMonths(dct, unit === 'month' ? n : unit === 'year' ? n * 12 : n * 120);
}
