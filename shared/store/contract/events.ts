import type { Modality, Picture, TimelineEvent } from '../../events/event.ts';
import type { EventChanges } from '../../events/merging/edit.ts';
import type { Overview } from '../../timeline/overview.ts';
import type { PageRequest, TimelineQuery } from '../../timeline/query.ts';

/** An editor's changes to an event; absent fields stay unchanged. `tags` replaces the tags that editors gave before. */
export type EventPatch = Omit<EventChanges, 'date'> & {
  readonly date?: Omit<NonNullable<EventChanges['date']>, 'display'>;
};

/** An event that an editor adds. */
export interface NewEvent {
  readonly collection: string;
  readonly title: string;
  readonly date: NonNullable<EventPatch['date']>;
  readonly modality?: Modality;
  readonly importance?: number;
  readonly text?: string;
  readonly link?: string;
  readonly picture?: Picture;
  readonly tags?: readonly string[];
}

/** The result of creating an event; `edit` undoes it. */
export interface CreatedEvent {
  readonly event: StoredEvent;
  readonly outcome: 'created' | 'changed' | 'unchanged';
  readonly edit?: string;
}

/** An event with the fields that only editors see. */
export interface StoredEvent extends TimelineEvent {
  readonly hidden: boolean;
  readonly pinned: boolean;
  /** Tags of the articles that give its evidence. */
  readonly tags: readonly string[];
  readonly version: number;
}

/** A value that events can be filtered by, with its number of events. */
export interface Facet {
  readonly kind: 'entity' | 'keyword' | 'source' | 'tag';
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** Events as readers ask for them. */
export interface EventReader {
  /** Events in date order (start, then end, then id), evidence cut to the best piece; hidden ones left out. */
  list(query: TimelineQuery, page: PageRequest): Promise<{ events: readonly TimelineEvent[]; next: string | null }>;
  /** `top` events carry no evidence. */
  overview(query: TimelineQuery, buckets: number): Promise<Overview>;
  find(id: string): Promise<StoredEvent | undefined>;
  /** Events by id, with evidence cut to the best piece, unordered; unknown ids are left out. */
  findMany(ids: readonly string[]): Promise<readonly StoredEvent[]>;
  facets(request: {
    collection: string;
    prefix: string;
    kinds?: readonly Facet['kind'][];
    limit: number;
  }): Promise<readonly Facet[]>;
}

/** Changes that editors make to events. */
export interface EventEdits {
  /**
   * Changes an event. Edits survive re-extraction and new mentions. Every edit is recorded with the data that undoes
   * it, also in the audit trail. `undefined` if the event does not exist.
   */
  patch(id: string, patch: EventPatch, by: string): Promise<Edited | undefined>;
  /**
   * Adds events by hand. An event with the title and days of an existing one by hand changes that one.
   *
   * @returns One result for each event, in order.
   */
  create(events: readonly NewEvent[], by: string): Promise<readonly CreatedEvent[]>;
  /**
   * Removes an event that an editor added; `left` is the event that articles report, if it was merged with others.
   *
   * @returns `undefined` if the event does not exist.
   * @throws DatelineError `edit.not-by-hand` for an event that articles report.
   */
  remove(
    id: string,
    by: string,
  ): Promise<{ readonly edit: string; readonly left: StoredEvent | undefined } | undefined>;
  /** Merges `others` into this event, also after re-extraction. `undefined` if one of the events does not exist. */
  merge(id: string, others: readonly string[], by: string): Promise<Edited | undefined>;
  /**
   * Makes some of an event's evidence an event of its own. `undefined` if the event does not exist.
   *
   * @throws DatelineError `edit.empty-split` if none or all of its evidence is named.
   */
  split(
    id: string,
    evidence: readonly { readonly articleId: string; readonly start: number }[],
    by: string,
  ): Promise<(Edited & { readonly created: StoredEvent }) | undefined>;
  findEdit(edit: string): Promise<EditSummary | undefined>;
  /**
   * Undoes an edit and returns the event; `undefined` if nothing of it is left.
   *
   * @throws DatelineError `edit.not-found`; `edit.conflict` if it was undone before or the events were edited again
   * since.
   */
  undo(edit: string, by: string): Promise<StoredEvent | undefined>;
}

/** Events as readers ask for them and as editors change them. */
export interface EventRepository extends EventReader, EventEdits {}

/** The event after an edit. */
export interface Edited {
  readonly event: StoredEvent;
  /** Id of the edit, for `undo`. */
  readonly edit: string;
}

/** A recorded edit. */
export interface EditSummary {
  readonly id: string;
  /** The event it was done to. */
  readonly event: string;
  readonly collection: string;
  readonly act: 'event.create' | 'event.remove' | 'event.patch' | 'event.merge' | 'event.split' | 'event.undo';
}
