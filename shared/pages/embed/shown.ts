import { dayNumber, isoDay } from '../../time/day.ts';
import type { EmbedPageModel } from './model.ts';
import type { Stretch } from './window.ts';

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/;

/** True for languages that are written from right to left. */
export const isRightToLeft = (language: string): boolean => RIGHT_TO_LEFT.test(language.toLowerCase());

/** Days that the axis of an empty map shows. */
const EMPTY_DAYS = 3652;

/** The range of an empty map: the days up to this one. */
export const emptyStretch = (today: string): Stretch => ({ from: isoDay(dayNumber(today) - EMPTY_DAYS), to: today });

/** The range that a map of the model shows: the requested window, otherwise the focus, otherwise the range of all events; `undefined` without events. */
export function shownStretch({
  view,
  focus,
  overview,
  extent,
}: Pick<EmbedPageModel, 'view' | 'focus' | 'overview' | 'extent'>): Stretch | undefined {
  const filled = overview.buckets.filter((bucket) => bucket.count > 0);
  const from = view.from ?? focus?.from ?? filled[0]?.start ?? extent?.start;
  const to = view.to ?? focus?.to ?? filled.at(-1)?.end ?? extent?.end;
  return from === undefined || to === undefined ? undefined : { from, to };
}
