import type { TimelineEvent } from '../events/event.ts';

/** What an editor has chosen for one timeline. */
export interface Curation {
  /** Ids of events that belong to the timeline whatever its filters say. */
  readonly pinned?: readonly string[];
  /** Ids of events that are left out. Hidden wins over pinned. */
  readonly hidden?: readonly string[];
  /** Titles by event id. */
  readonly titles?: Readonly<Record<string, string>>;
}

/** The events as the timeline shows them: hidden ones left out, titles replaced, order kept. */
export function curated<Event extends TimelineEvent>(events: readonly Event[], curation: Curation): readonly Event[] {
  const hidden = new Set(curation.hidden);
  return events
    .filter(({ id }) => !hidden.has(id))
    .map((event) => {
      const title = Object.hasOwn(curation.titles ?? {}, event.id) ? curation.titles?.[event.id] : undefined;
      return title === undefined ? event : { ...event, title };
    });
}
