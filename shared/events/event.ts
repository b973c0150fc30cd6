import type { TimexType } from '../tagging/timex.ts';
import type { DateSpan } from '../time/date-span.ts';

/**
 * How certain the text is. Counterfactuals are hypothetical. A hedge never becomes `asserted`. Stored events and tiles
 * contain indices into this list: append, never reorder.
 */
export const MODALITIES = ['asserted', 'planned', 'predicted', 'hypothetical', 'negated'] as const;

export type Modality = (typeof MODALITIES)[number];

/** A person, an organisation or a place, with an id that is the same in every article ("US" and "United States" share one). */
export interface Entity {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'organization' | 'place';
}

/**
 * How an event gets its date: `stated` by a time expression of its sentence, `derived` from another event of the article,
 * `carried` over from a neighbouring sentence, `published` (the day of writing), or given by an `editor`.
 */
export const DATE_BASES = ['stated', 'derived', 'carried', 'published', 'editor'] as const;

export type DateBasis = (typeof DATE_BASES)[number];

export interface EventDate extends DateSpan {
  readonly basis: DateBasis;
  /** The words of the text that date the event. */
  readonly text: string;
  /** The date for a reader: "June 4, 1989", "mid-2012", "about 1850", "44 BC". */
  readonly display: string;
}

/** Where the text says it. Offsets are UTF-16 code units in the article's text; ends are exclusive. */
export interface Evidence {
  readonly articleId: string;
  readonly url?: string;
  readonly publishedAt?: string;
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly trigger: { readonly text: string; readonly start: number; readonly end: number };
  readonly timex: {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly type: TimexType;
    readonly value: string;
  };
  /** The person or organisation that says so, if the text names one: "Kamm". */
  readonly attribution?: string;
}

/** A picture added by an editor: browsers load it from its URL, the service never does. */
export interface Picture {
  /** https. */
  readonly url: string;
  /** A description of the picture for people who cannot see it. */
  readonly alt: string;
  readonly credit?: string;
  readonly caption?: string;
}

/** An editor's additions to an event beside its title and date. */
export interface EditorNote {
  readonly text?: string;
  readonly link?: string;
  readonly picture?: Picture;
  /** The tags that editors gave. */
  readonly tags?: readonly string[];
}

/** An event of a timeline: the public shape, used in every format and API response. */
export interface TimelineEvent {
  readonly id: string;
  readonly collection: string;
  /** At most 100 characters, only words that the text supports. */
  readonly title: string;
  readonly date: EventDate;
  readonly modality: Modality;
  readonly entities: readonly Entity[];
  /** As written, in lower case; compared by their stems. */
  readonly keywords: readonly string[];
  /** 0…1. */
  readonly importance: number;
  /** 0…1: the probability that date, modality and event are right. */
  readonly confidence: number;
  /** Total pieces of evidence, even if `evidence` is cut to the best one; 0 for an event that an editor added by hand. */
  readonly mentions: number;
  readonly sources: readonly string[];
  /** Dates in other evidence that contradict this one. */
  readonly otherDates: readonly EventDate[];
  readonly evidence: readonly Evidence[];
  readonly note?: EditorNote;
}

/** A plain-text article as the extractor takes it. */
export interface PlainArticle {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  /** ISO date or date-time; the DCT is the day in its own offset. */
  readonly publishedAt?: string;
  readonly url?: string;
  readonly source?: string;
  readonly collection?: string;
}

export interface Extraction {
  /** BCP 47 primary tag of the text, `und` if unknown. */
  readonly language: string;
  /** The publication date that was used, given or read from the page furniture; absent if there is none. */
  readonly publishedAt?: string;
  readonly publishedAtSource?: 'given' | 'json-ld' | 'meta' | 'time-element' | 'byline' | 'url';
  readonly events: readonly TimelineEvent[];
}

export interface ExtractionWithUndated extends Extraction {
  /** Events that the article mentions without a date; see `mentions/undated.ts`. */
  readonly undated: readonly TimelineEvent[];
}
