import type { EventDate, Modality, Picture } from '../event.ts';

/** An editor's changes of one event of a merge bucket. */
export interface Edit {
  /** The event's own part of its id. An edited event keeps it when its mentions change. */
  readonly own: string;
  readonly changes: EventChanges;
  /** Positions of the event's evidence when it was edited, `articleId@start`: they identify the event after re-extraction. */
  readonly places: readonly string[];
  /** Its title at that time, which identifies it if all positions have changed. */
  readonly title: string;
  /** Merged by hand into this event (full id). */
  readonly into?: string;
  /** Split off by hand: evidence at these positions belongs to this event only. */
  readonly split?: boolean;
  /** Added by hand: `changes` are the whole event, until others are merged with it. */
  readonly byHand?: boolean;
}

/** An editor's changes, applied over the values from mentions. */
export interface EventChanges {
  readonly title?: string;
  readonly date?: Pick<EventDate, 'start' | 'end' | 'edtf' | 'precision' | 'approximate'> & {
    readonly display?: string;
  };
  readonly hidden?: boolean;
  readonly pinned?: boolean;
  readonly importance?: number;
  readonly modality?: Modality;
  /** Text, link and picture: `null` removes the value of an event by hand. */
  readonly text?: string | null;
  readonly link?: string | null;
  readonly picture?: Picture | null;
  /** In addition to the tags of its articles. */
  readonly tags?: readonly string[];
}
