import type { DateSpan } from '../time/date-span.ts';
import type { TimexRange } from './attachment.ts';
import type { Modality } from './event.ts';
import type { VerbGroup } from './verb-groups.ts';
import type { Word } from './words.ts';

/**
 * The days that a time expression gives to the event it dates; `undefined` where it has no place on the calendar or is too wide to date
 * anything (a century). "since 1993" runs to the day of writing.
 */
export function dateOf(
  words: readonly Word[],
  range: TimexRange,
  group: VerbGroup | undefined,
  modality: Modality,
  dct: string | undefined,
): DateSpan | undefined {
  const { timex } = range;
  const span = timex.span;
  void modality;
  if (!span || timex.type === 'SET' || span.precision === 'century' || span.precision === 'millennium')
    return undefined;
  const before = words[range.first - 1];
  if (
    before?.lower === 'since' &&
    dct !== undefined &&
    span.start <= dct &&
    (group === undefined || group.perfect || group.kind !== 'finite')
  ) {
    return {
      start: span.start,
      end: dct,
      edtf: `${span.edtf.split('/')[0]}/${dct}`,
      precision: 'interval',
      approximate: span.approximate,
    };
  }
  return span;
}
