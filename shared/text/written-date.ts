import { parseIsoDay } from '../time/day.ts';
import { monthNumber } from './month-names.ts';

/** Which number of `3/4/2021` is the day. */
export type NumberOrder = 'day-first' | 'month-first';

/** A complete date within a line. */
export interface WrittenDate {
  /** ISO day. */
  readonly day: string;
  /** UTF-16 offsets in the line. */
  readonly start: number;
  readonly end: number;
}

type Fields = readonly [year: string, month: string | number, day: string];

/** One written form of a complete date. */
interface Form {
  readonly example: string;
  readonly pattern: RegExp;
  readonly read: (found: RegExpExecArray, order: NumberOrder | undefined) => Fields | undefined;
}

const named = (name: string | undefined): number => monthNumber(name ?? '') ?? 0;

/** In order: of two matches at the same place the first counts. */
const FORMS: readonly Form[] = [
  {
    example: '2014-03-30, 2014/3/30, 2014.03.30.',
    pattern: /(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)/g,
    read: ([, year = '', , month = '', day = '']) => [year, month, day],
  },
  {
    example: '2014年3月30日, 2014년 3월 30일',
    pattern: /(\d{4})[年년] ?(\d{1,2})[月월] ?(\d{1,2})[日일]/g,
    read: ([, year = '', month = '', day = '']) => [year, month, day],
  },
  {
    example: '30 March 2014, 30. März 2014, 30th of March, 2014, 30 de marzo de 2014, 30-Mar-2014',
    pattern:
      /(?<!\d|\d[.,:/])(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?(?:[ \u00a0]of|[ \u00a0]de)?[ \u00a0\-/]{0,3}(\p{L}{3,12})\.?,?(?:[ \u00a0](?:de|del|of))?[ \u00a0,\-/]{1,3}(\d{4})(?!\d)/gu,
    read: ([, day = '', month, year = '']) => [year, named(month), day],
  },
  {
    example: 'March 30, 2014, Mar. 30th 2014',
    pattern: /(?<!\p{L})(\p{L}{3,12})\.?[ \u00a0-](\d{1,2})(?:st|nd|rd|th)?,?[ \u00a0-]{1,2}(\d{4})(?!\d)/gu,
    read: ([, month, day = '', year = '']) => [year, named(month), day],
  },
  {
    example: '2014. március 30.',
    pattern: /(?<!\d)(\d{4})\.? (\p{L}{3,12})\.? (\d{1,2})(?![\d:])/gu,
    read: ([, year = '', month, day = '']) => [year, named(month), day],
  },
  {
    example: '30.03.2014, 30.3.14',
    pattern: /(?<![\d./-])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?!\d|[./:-]\d)/g,
    read: ([, day = '', month = '', year = '']) => [year.length === 2 ? `20${year}` : year, month, day],
  },
  {
    example: '30/03/2014, 03/30/2014, 30-03-2014',
    pattern: /(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d|[/-]\d)/g,
    read: ([, first = '', , second = '', year = ''], order) => {
      const [a, b] = [Number(first), Number(second)];
      if (a > 12 || a === b) return [year, second, first];
      if (b > 12) return [year, first, second];
      if (order === undefined) return undefined;
      return order === 'day-first' ? [year, second, first] : [year, first, second];
    },
  },
];

/** A longer line is prose: the rest is ignored. */
const LONGEST_LINE = 400;

/**
 * The complete dates in a line, in words of the languages of `monthNumber` or in numbers; a missing year is never
 * guessed.
 *
 * @param order How the page orders numbers. If unknown, `3/4/2021` is not accepted.
 */
export function writtenDates(line: string, order?: NumberOrder): readonly WrittenDate[] {
  const text = line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line;
  const found: WrittenDate[] = [];
  for (const { pattern, read } of FORMS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const day = dayOf(read(match, order));
      const [start, end] = [match.index, match.index + match[0].length];
      if (day !== undefined && !found.some((one) => start < one.end && one.start < end))
        found.push({ day, start, end });
      else if (day === undefined) pattern.lastIndex = start + 1;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function dayOf(fields: Fields | undefined): string | undefined {
  if (fields === undefined) return undefined;
  const [year, month, day] = fields;
  if (Number(month) < 1 || Number(day) < 1) return undefined;
  return parseIsoDay(`${year}-${String(Number(month)).padStart(2, '0')}-${String(Number(day)).padStart(2, '0')}`);
}

/** The first complete date of a line. */
export function writtenDay(line: string, order?: NumberOrder): string | undefined {
  return writtenDates(line, order)[0]?.day;
}

/** Countries whose English pages write the day first, by top-level domain and by region of the language tag. */
const DAY_FIRST_DOMAINS = /\.(?:uk|au|nz|ie|in|za|pk|bd|lk|ng|ke|gh|ug|tz|zm|zw|mt|sg|my|hk|eu|org\.uk)$/;
const DAY_FIRST_REGIONS = /[-_](?:gb|au|nz|ie|in|za|pk|ng|ke|sg|my|hk)$/;

/**
 * How a page orders the numbers of a date: day first in every language but English; in English by the region of its
 * language tag, otherwise by the country of its domain; `undefined` if neither is known.
 *
 * @param tag BCP 47 tag or locale stated by the page ("en-GB", "en_US").
 */
export function numberOrderOf(tag: string | undefined, url: string | undefined): NumberOrder | undefined {
  const lower = tag?.toLowerCase().replace('_', '-') ?? '';
  if (lower !== '' && !lower.startsWith('en')) return 'day-first';
  if (DAY_FIRST_REGIONS.test(lower)) return 'day-first';
  if (/-(?:us|ph)$/.test(lower)) return 'month-first';
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
  if (DAY_FIRST_DOMAINS.test(host)) return 'day-first';
  if (/\.(?:gov|mil|us)$/.test(host)) return 'month-first';
  return /\.(?:de|at|ch|fr|es|it|pt|br|nl|be|pl|se|dk|no|fi|cz|tr|hu|ru|mx|ar|cl|co|pe)$/.test(host)
    ? 'day-first'
    : undefined;
}
