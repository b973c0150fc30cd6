import type { EventDate, Modality, Picture } from '../event.ts';

/** An editor's word on one event of a merge bucket. */
export interface Edit {
  /** The event's own part of its id. An edited event keeps it, whatever mentions come and go. */
  readonly own: string;
  readonly changes: EventChanges;
  /** Where the event's evidence stood when it was edited, `articleId@start`: by these the event is known again after re-extraction. */
  readonly places: readonly string[];
  /** Its title then: what tells it apart where all places have shifted. */
  readonly title: string;
  /** Merged by hand into this event: a whole id. */
  readonly into?: string;
  /** Split off by hand: evidence at these places is this event's and no other's. */
  readonly split?: boolean;
  /** Added by hand: `changes` are all there is of it, until others are merged with it. */
  readonly byHand?: boolean;
}

/** What an editor may say of an event; laid over what its mentions say. */
export interface EventChanges {
  readonly title?: string;
  readonly date?: Pick<EventDate, 'start' | 'end' | 'edtf' | 'precision' | 'approximate'> & {
    readonly display?: string;
  };
  readonly hidden?: boolean;
  readonly pinned?: boolean;
  readonly importance?: number;
  readonly modality?: Modality;
  /** Text, link and picture: `null` takes away what an event by hand was made with. */
  readonly text?: string | null;
  readonly link?: string | null;
  readonly picture?: Picture | null;
  /** Beside the tags of its articles. */
  readonly tags?: readonly string[];
}
