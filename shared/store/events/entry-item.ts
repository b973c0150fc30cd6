import { type IndexedEvent, modalityNumber } from './event-payload.ts';

/** What an entry of a list has beside its key. */
export interface EntryFields {
  /** The event, packed. */
  readonly v: Uint8Array;
  /** Its rank and the number of its modality, for tiles: they are made of thousands of entries, of which few need to be unpacked. */
  readonly r: number;
  readonly m: number;
}

/** The fields of all entries of an event. @param v The event, packed. */
export const entryFields = (event: IndexedEvent, v: Uint8Array): EntryFields => ({
  v,
  r: rankOf(event),
  m: modalityNumber(event.modality),
});

/** What events are ranked by in tiles: pinned ones before all others, then by importance. */
export const rankOf = ({ pinned, importance }: Pick<IndexedEvent, 'pinned' | 'importance'>): number =>
  pinned ? 1 + importance : importance;
