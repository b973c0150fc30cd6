import type { TimelineEvent } from '../events/event.ts';
import type { ChangeLog, EventReader, SavedTimeline, SeenEvent } from '../store/store.ts';
import { curated } from '../timeline/curation.ts';
import { listedEvent } from './listed-event.ts';
import { wasIn } from './query-match.ts';

/** How long a reader may be disconnected and still receive all changes. */
const AWAY_MS = 5 * 60_000;
/** Changes are recorded for this long after a reader's last request: more than twice the time it may be disconnected. */
const WATCH_MS = 15 * 60_000;
/** Most change records of one response. */
const MOST_RECORDS = 50;
/** Time that browsers wait before they reconnect. */
const RETRY_MS = 15_000;

/** Dependencies of a stream. */
export interface StreamSources {
  readonly events: Pick<EventReader, 'findMany'>;
  readonly changes: ChangeLog;
  /** ISO date-time in UTC. */
  readonly now: string;
}

/**
 * Changes of a timeline since a reader's last request, as server-sent events: `new` and `changed` with the event,
 * `withdrawn` with its id, `reset` if the reader was disconnected for too long and must reload the timeline.
 *
 * @param lastId The reader's Last-Event-ID; if it is absent or unknown, only changes from now on are sent.
 */
export async function streamOf(
  timeline: SavedTimeline,
  lastId: string | undefined,
  { events, changes, now }: StreamSources,
): Promise<string> {
  const { collection } = timeline;
  await changes.watch(collection, new Date(Date.parse(now) + WATCH_MS).toISOString());
  const place = placeIn(lastId);
  const isLate = place !== undefined && Date.parse(now) - place.at > AWAY_MS;
  if (!place || isLate) {
    const end = await changes.end(collection);
    return `retry: ${RETRY_MS}\n\n${isLate ? block('reset', {}) : ''}${idLine(end, now)}`;
  }
  const records = await changes.after(collection, place.position, MOST_RECORDS);
  const hidden = new Set(timeline.hidden);
  const pinned = new Set(timeline.pinned);
  const query = { ...timeline.query, collection };
  const shows = (seen: SeenEvent | undefined): boolean =>
    seen !== undefined && !hidden.has(seen.event.id) && (pinned.has(seen.event.id) || wasIn(seen, query));
  let written = '';
  for (const { position, transitions } of records) {
    const shown = transitions
      .map(({ before, after }) => ({ id: (after ?? before)?.event.id ?? '', was: shows(before), is: shows(after) }))
      .filter(({ was, is }) => was || is);
    // Read the current state: an event deleted since is withdrawn, whatever the record says.
    const there = await found(
      shown.filter(({ is }) => is).map(({ id }) => id),
      timeline,
      events,
    );
    for (const { id, was } of shown) {
      const event = there.get(id);
      if (event) written += block(was ? 'changed' : 'new', event);
      else if (was) written += block('withdrawn', { id });
    }
    // Only at the end of a record, so that a record whose sending was interrupted is sent again.
    written += idLine(position, now);
  }
  return written + idLine(records.at(-1)?.position ?? place.position, now);
}

async function found(
  ids: readonly string[],
  timeline: SavedTimeline,
  events: StreamSources['events'],
): Promise<ReadonlyMap<string, TimelineEvent>> {
  const stored = ids.length > 0 ? await events.findMany(ids) : [];
  const shown = curated(stored.filter((event) => !event.hidden).map(listedEvent), timeline);
  return new Map(shown.map((event) => [event.id, event]));
}

/** JSON contains no line breaks, so it fits into one `data` line. */
const block = (event: string, data: object): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Sets the reader's last id; without data, browsers raise no event. */
const idLine = (position: string, now: string): string => `id: ${position}~${Date.parse(now)}\n\n`;

function placeIn(lastId = ''): { readonly position: string; readonly at: number } | undefined {
  const [, position, at] = /^(\d{9}\.\d{6}|)~(\d{1,15})$/.exec(lastId) ?? [];
  return position === undefined ? undefined : { position, at: Number(at) };
}
