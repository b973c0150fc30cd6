import { twoDigits } from '../../time/day.ts';
import type { Expression } from '../grammar/expression.ts';

const SEASONS = ['', 'SP', 'SU', 'FA', 'WI'] as const;

/** The TIMEX3 value of an expression whose year is unknown: `XXXX-06-04`, `XXXX-SU`, `XXXX-WXX-5`. */
export function unspecifiedValue(e: Expression): string {
  const clock = e.clock ?? '';
  // "today" in a text without a day of writing.
  if (e.kind === 'shift' && e.step === 'day' && e.amount === 0 && e.anchor === 'speech' && !clock) return 'PRESENT_REF';
  if (e.kind === 'shift')
    return e.step === 'year'
      ? 'XXXX'
      : e.step === 'month'
        ? 'XXXX-XX'
        : e.step === 'week'
          ? 'XXXX-WXX'
          : `XXXX-XX-XX${clock}`;
  if (e.weekday !== undefined && e.part === undefined) return `XXXX-WXX-${e.weekday}${clock}`;
  if (e.part === undefined) return `XXXX-XX-XX${clock}`;
  switch (e.unit) {
    case 'day':
      return `XXXX-${twoDigits(e.part)}-${twoDigits(e.day ?? 0)}${clock}`;
    case 'quarter':
      return `XXXX-Q${e.part}`;
    case 'half':
      return `XXXX-H${e.part}`;
    case 'season':
      return `XXXX-${SEASONS[e.part]}`;
    default:
      return `XXXX-${twoDigits(e.part)}`;
  }
}
