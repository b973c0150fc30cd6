import type { Modality, Picture, TimelineEvent } from '../../events/event.ts';
import type { EventChanges } from '../../events/merging/edit.ts';
import type { Overview } from '../../timeline/overview.ts';
import type { PageRequest, TimelineQuery } from '../../timeline/query.ts';

/** What an editor says of an event; what is absent stays as it is. `tags` replaces those that editors gave before. */
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

/** What became of an event that an editor added; `edit` undoes it. */
export interface CreatedEvent {
  readonly event: StoredEvent;
  readonly outcome: 'created' | 'changed' | 'unchanged';
  readonly edit?: string;
}

/** An event with what only editors see. */
export interface StoredEvent extends TimelineEvent {
  readonly hidden: boolean;
  readonly pinned: boolean;
  /** Tags of the articles that give its evidence. */
  readonly tags: readonly string[];
  readonly version: number;
}

/** A value that events can be filtered by, with how many have it. */
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
  /** Events by id, evidence cut to the best piece, in no order; ids that are none (any more) are left out. */
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
   * What an editor says of an event survives re-extraction, and new mentions. Every edit is recorded with what undoes it, in the audit trail
   * too. `undefined` where there is no such event.
   */
  patch(id: string, patch: EventPatch, by: string): Promise<Edited | undefined>;
  /**
   * Adds events by hand. One with the title and days of one that an editor added before is that one, with what is given now laid over it.
   *
   * @returns One for each given, in their order.
   */
  create(events: readonly NewEvent[], by: string): Promise<readonly CreatedEvent[]>;
  /**
   * Takes back an event that an editor added; `left` is what articles tell of it, where it was merged with others.
   *
   * @returns `undefined` where there is no such event.
   * @throws DatelineError `edit.not-by-hand` for an event that articles tell.
   */
  remove(
    id: string,
    by: string,
  ): Promise<{ readonly edit: string; readonly left: StoredEvent | undefined } | undefined>;
  /** Makes the evidence of `others` this event's, now and after re-extraction. `undefined` where one of the events is not there. */
  merge(id: string, others: readonly string[], by: string): Promise<Edited | undefined>;
  /**
   * Makes an event of its own of some of an event's evidence. `undefined` where there is no such event.
   *
   * @throws DatelineError `edit.empty-split` where no evidence, or all of it, is named.
   */
  split(
    id: string,
    evidence: readonly { readonly articleId: string; readonly start: number }[],
    by: string,
  ): Promise<(Edited & { readonly created: StoredEvent }) | undefined>;
  findEdit(edit: string): Promise<EditSummary | undefined>;
  /**
   * The event as it is without the edit; `undefined` where nothing is left of it.
   *
   * @throws DatelineError `edit.not-found`; `edit.conflict` where it was undone before or the events were edited again since.
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

/** An edit that was done. */
export interface EditSummary {
  readonly id: string;
  /** The event it was done to. */
  readonly event: string;
  readonly collection: string;
  readonly act: 'event.create' | 'event.remove' | 'event.patch' | 'event.merge' | 'event.split' | 'event.undo';
}
