import type { TimelineEvent } from '../../events/event.ts';

/**
 * Parts events into at most `limit` groups that a reader can take in, in the order they came: while there is room everything stands alone;
 * beyond that the more important half of the room goes to single events and the rest is gathered between them, never across one.
 *
 * @param limit At least 2.
 * @throws RangeError for less: one row could not be both an event and a group.
 */
export function clusterForReading(
  events: readonly TimelineEvent[],
  limit: number,
): readonly (readonly TimelineEvent[])[] {
  if (!(limit >= 2)) throw new RangeError(`${limit} rows are too few to cluster into.`);
  if (events.length <= limit) return events.map((event) => [event]);
  // n single events have n + 1 gaps around them at most: 2n + 1 rows.
  const singles = Math.floor((limit - 1) / 2);
  const standing = new Set(
    [...events]
      .sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1))
      .slice(0, singles)
      .map(({ id }) => id),
  );
  const groups: TimelineEvent[][] = [];
  let gathering: TimelineEvent[] | undefined;
  for (const event of events) {
    if (standing.has(event.id)) {
      groups.push([event]);
      gathering = undefined;
    } else if (gathering === undefined) {
      gathering = [event];
      groups.push(gathering);
    } else {
      gathering.push(event);
    }
  }
  return groups;
}
