import type { Item } from '../dynamo/table-access.ts';
import { partsOfTimeKey, timeKey, times } from '../keys.ts';

const ENDED = 'ended';

/**
 * Index fields of an article that was taken down: readers ignore its evidence from then on. The mark outlives the
 * takedown by a minute, for reads that began before it and for eventually consistent lists.
 */
export const takedownMark = (id: string, at: string, state: 'begun' | typeof ENDED): Pick<Item, 'gpk' | 'gsk'> => ({
  gpk: times.removed,
  gsk: state === ENDED ? timeKey(at, id, ENDED) : timeKey(at, id),
});

/** Whether the takedown of a mark has ended: nothing of the article is left in the table. */
export const isEnded = (gsk: unknown): boolean => partsOfTimeKey(gsk)[2] === ENDED;
