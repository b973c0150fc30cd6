import type { Expression } from '../grammar/expression.ts';
import type { StatedFields, TimexAnchor } from '../timex.ts';
import type { Placing } from './story/reading.ts';

/** All sixteen combinations, shared by every timex: bit 1 year, 2 month, 4 day, 8 weekday. */
const COMBINATIONS: readonly StatedFields[] = Array.from({ length: 16 }, (_, bits) => ({
  year: (bits & 1) !== 0,
  month: (bits & 2) !== 0,
  day: (bits & 4) !== 0,
  weekday: (bits & 8) !== 0,
}));

/** The fields that an expression states, including those shared with joined dates ("4 and 5 June 1989"). */
export function statedBy(e: Expression): StatedFields {
  if (e.kind !== 'calendar') return COMBINATIONS[0] as StatedFields;
  const day = (e.day !== undefined && e.day > 0) || e.named !== undefined;
  const month = e.part !== undefined || e.named !== undefined;
  const bits = (e.year !== undefined ? 1 : 0) | (month ? 2 : 0) | (day ? 4 : 0) | (e.weekday !== undefined ? 8 : 0);
  return COMBINATIONS[bits] as StatedFields;
}

/** The source of the missing fields of a resolved expression. */
export function anchorOf(e: Expression, placing: Placing | undefined, narrative: boolean): TimexAnchor | undefined {
  if (e.kind === 'shift') return e.anchor === 'text' || (e.anchor === 'here' && narrative) ? 'text' : 'writing';
  if (e.kind !== 'calendar' || e.year !== undefined) return undefined;
  if (placing?.year !== undefined) return 'text';
  const told = narrative && !placing?.present;
  switch (e.lean) {
    case 'nearest':
      return told ? 'text' : 'nearest';
    case 'same':
    case 'previous':
    case 'following':
      return 'text';
    default:
      return told ? 'text' : 'writing';
  }
}
