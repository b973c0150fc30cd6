import {
  type DateBasis,
  type EditorNote,
  type Entity,
  type EventDate,
  type Evidence,
  MODALITIES,
  type Modality,
  type TimelineEvent,
} from '../events/event.ts';
import type { TimexType } from '../tagging/timex.ts';
import type { Precision } from '../time/date-span.ts';
import { defined } from './defined.ts';

/**
 * An event as it lies in the table: arrays instead of named fields, which halves it before compression. Start and end are in it once; the
 * collection is known from the key.
 */
export type Payload = readonly unknown[];

const KINDS: readonly Entity['kind'][] = ['person', 'organization', 'place'];

/** The number by which tiles count a modality. */
export const modalityNumber = (modality: Modality): number => MODALITIES.indexOf(modality);

/** An event with what filters need beside its public fields. */
export interface IndexedEvent extends TimelineEvent {
  readonly tags: readonly string[];
  readonly pinned: boolean;
}

const fromDate = (date: EventDate): Payload => [
  date.start,
  date.end,
  date.edtf,
  date.precision,
  date.approximate ? 1 : 0,
  date.text,
  date.display,
  date.basis,
];

function toDate(payload: Payload): EventDate {
  const [start, end, edtf, precision, approximate, text, display, basis] = payload as readonly string[];
  return {
    start: start ?? '',
    end: end ?? '',
    edtf: edtf ?? '',
    precision: precision as Precision,
    approximate: Boolean(approximate),
    text: text ?? '',
    display: display ?? '',
    // entries written before there was a basis were dated by their own sentence, most of them
    basis: (basis ?? 'stated') as DateBasis,
  };
}

const fromEvidence = (evidence: Evidence): Payload => [
  evidence.articleId,
  evidence.url ?? 0,
  evidence.publishedAt ?? 0,
  evidence.sentence,
  evidence.start,
  evidence.end,
  [evidence.trigger.text, evidence.trigger.start, evidence.trigger.end],
  [evidence.timex.text, evidence.timex.start, evidence.timex.end, evidence.timex.type, evidence.timex.value],
  evidence.attribution ?? 0,
];

function toEvidence(payload: Payload): Evidence {
  const [articleId, url, publishedAt, sentence, start, end, trigger, timex, attribution] = payload;
  const [triggerText, triggerStart, triggerEnd] = trigger as [string, number, number];
  const [timexText, timexStart, timexEnd, type, value] = timex as [string, number, number, TimexType, string];
  return defined({
    articleId: articleId as string,
    url: (url || undefined) as string,
    publishedAt: (publishedAt || undefined) as string,
    sentence: sentence as string,
    start: start as number,
    end: end as number,
    trigger: { text: triggerText, start: triggerStart, end: triggerEnd },
    timex: { text: timexText, start: timexStart, end: timexEnd, type, value },
    attribution: (attribution || undefined) as string,
  });
}

/** Packs an event; its id and collection are not in it. */
export const toPayload = (event: IndexedEvent): Payload => [
  event.title,
  fromDate(event.date),
  modalityNumber(event.modality),
  event.entities.map(({ id, name, kind }) => [id, name, KINDS.indexOf(kind)]),
  event.keywords,
  event.importance,
  event.confidence,
  event.mentions,
  event.sources,
  event.otherDates.map(fromDate),
  event.evidence.map(fromEvidence),
  event.tags,
  event.pinned ? 1 : 0,
  ...(event.note ? [event.note] : []),
];

/** The event that was packed. */
export function fromPayload(id: string, collection: string, payload: Payload): IndexedEvent {
  const [
    title,
    date,
    modality,
    entities,
    keywords,
    importance,
    confidence,
    mentions,
    sources,
    others,
    evidence,
    ...own
  ] = payload;
  const [tags, pinned, note] = own;
  return {
    id,
    collection,
    title: title as string,
    date: toDate(date as Payload),
    modality: MODALITIES[modality as number] ?? 'asserted',
    entities: (entities as [string, string, number][]).map(([entity, name, kind]) => ({
      id: entity,
      name,
      kind: KINDS[kind] ?? 'place',
    })),
    keywords: keywords as string[],
    importance: importance as number,
    confidence: confidence as number,
    mentions: mentions as number,
    sources: sources as string[],
    otherDates: (others as Payload[]).map(toDate),
    evidence: (evidence as Payload[]).map(toEvidence),
    tags: tags as string[],
    pinned: pinned === 1,
    ...(note ? { note: note as EditorNote } : {}),
  };
}

/** The public event, without what only filters need. */
export function publicEvent({ tags: _tags, pinned: _pinned, ...event }: IndexedEvent): TimelineEvent {
  return event;
}
