import type { TimelineEvent } from '../../events/event.ts';

/**
 * Groups events into at most `limit` rows, in their order. If all fit, each is a row; otherwise the more important
 * events take half of the rows, and the events between them are grouped, never across one.
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
  // n single events have at most n + 1 gaps around them: 2n + 1 rows.
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
