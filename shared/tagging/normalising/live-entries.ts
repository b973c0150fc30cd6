import type { Recognised } from '../recognise.ts';

/** "3.55 pm: The owner is speaking": what stands before and behind a time that opens an entry of a live page. */
const BEFORE_ENTRY = /(?:^|\n|[.!?]["”’')]*[ \t])[ \t]*$/;
const BEHIND_ENTRY = /^[ \t]*:/;
/** Characters looked at on either side of a time. */
const REACH = 12;

/**
 * Gives entries of a live page the day of writing: the time that opens an entry is not one of the day that an earlier entry speaks of ("It began on 20
 * April."). A page with headings that are days is left alone.
 *
 * @param dates The expressions of a text, in its order.
 */
export function datedLiveEntries(dates: readonly Recognised[], text: string): readonly Recognised[] {
  if (!dates.some((one) => opensEntry(one, text)) || dates.some((one) => isDayHeading(one, text))) return dates;
  return dates.map((one) =>
    opensEntry(one, text) ? { ...one, expression: { ...one.expression, anchor: 'speech' as const } } : one,
  );
}

/** Whether an expression is a time without a day that opens an entry. */
const opensEntry = ({ start, end, expression: e }: Recognised, text: string): boolean =>
  e.kind === 'shift' &&
  e.clock !== undefined &&
  e.anchor === 'text' &&
  e.amount === 0 &&
  BEHIND_ENTRY.test(text.slice(end, end + REACH)) &&
  BEFORE_ENTRY.test(text.slice(Math.max(0, start - REACH), start));

/** Whether a day stands alone in its line. */
function isDayHeading({ start, end, expression: e }: Recognised, text: string): boolean {
  if (e.kind !== 'calendar' || e.unit !== 'day' || e.clock !== undefined) return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + REACH);
  return (start === 0 || /\n[^\p{L}\p{N}\n]*$/u.test(before)) && /^[^\p{L}\p{N}\n]*\n/u.test(behind);
}
