import { counted } from '../../display/counted.ts';

const STEPS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
] as const;

/** "4 minutes ago", "in 2 hours", "just now": a moment relative to `now`, both ISO date-times; "never" without a moment. */
export function ago(moment: string | undefined, now: string): string {
  const seconds = moment === undefined ? Number.NaN : (Date.parse(now) - Date.parse(moment)) / 1000;
  if (Number.isNaN(seconds)) return 'never';
  const step = STEPS.find(([length]) => Math.abs(seconds) >= length);
  if (!step) return seconds >= 0 ? 'just now' : 'in a moment';
  const words = counted(Math.floor(Math.abs(seconds) / step[0]), step[1]);
  return seconds > 0 ? `${words} ago` : `in ${words}`;
}
