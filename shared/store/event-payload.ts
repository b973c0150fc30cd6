import { displayDate } from '../events/dates/display.ts';
import {
  DATE_BASES,
  type EditorNote,
  type Entity,
  type EventDate,
  type Evidence,
  MODALITIES,
  type Modality,
  type TimelineEvent,
} from '../events/event.ts';
import { entityId } from '../events/names/resolve-names.ts';
import type { TimexType } from '../tagging/timex.ts';
import { PRECISIONS } from '../time/date-span.ts';
import { defined } from './defined.ts';

/**
 * An event as stored in the table: arrays instead of named fields. The collection is known from the key. A field that
 * follows from others is 0 (an end equal to the start, an entity's id derived from its name, a trigger found in the
 * sentence), which saves a fifth after compression. The field itself can also be read.
 */
export type Payload = readonly unknown[];

const KINDS: readonly Entity['kind'][] = ['person', 'organization', 'place'];

/** The number by which tiles count a modality. */
export const modalityNumber = (modality: Modality): number => MODALITIES.indexOf(modality);

/** An event with its public fields and those used by filters. */
export interface IndexedEvent extends TimelineEvent {
  readonly tags: readonly string[];
  readonly pinned: boolean;
}

/** Without the zeros at its end. */
function trimmed(payload: Payload): Payload {
  let length = payload.length;
  while (length > 1 && payload[length - 1] === 0) length--;
  return payload.slice(0, length);
}

/** @param words The words of the evidence that give a date: most dates are given by them. */
const fromDate = (date: EventDate, words: string | undefined): Payload =>
  trimmed([
    date.start,
    date.end === date.start ? 0 : date.end,
    date.edtf === date.start ? 0 : date.edtf,
    PRECISIONS.indexOf(date.precision),
    date.approximate ? 1 : 0,
    date.text === words ? 0 : date.text,
    date.display === displayDate(date) ? 0 : date.display,
    DATE_BASES.indexOf(date.basis),
  ]);

function toDate(payload: Payload, words: string | undefined): EventDate {
  const [start, end, edtf, precision, approximate, text, display, basis] = payload as readonly (string | number)[];
  const span = {
    start: String(start),
    end: String(end || start),
    edtf: String(edtf || start),
    precision: fromList(PRECISIONS, precision),
    approximate: Boolean(approximate),
  };
  return {
    ...span,
    text: text === 0 || text === undefined ? (words ?? '') : String(text),
    display: display === 0 || display === undefined ? displayDate(span) : String(display),
    basis: fromList(DATE_BASES, basis),
  };
}

/** A value by its number or, as the former layout has it, as it is. */
const fromList = <T extends string>(list: readonly T[], value: string | number | undefined): T =>
  typeof value === 'string' ? (value as T) : (list[value ?? 0] ?? (list[0] as T));

const TIMEX_TYPES: readonly TimexType[] = ['DATE', 'TIME', 'DURATION', 'SET'];

interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Start and length of a stretch in its sentence; the whole stretch if the sentence has other words there. */
function fromStretch({ text, start, end }: Stretch, evidence: Evidence): readonly (string | number)[] {
  const at = start - evidence.start;
  const isThere = end - start === text.length && at >= 0 && evidence.sentence.slice(at, at + text.length) === text;
  return isThere ? [at, text.length] : [text, start, end];
}

/** The stretch, and what its payload goes on with. */
function toStretch(payload: Payload, sentence: string, sentenceStart: number): [stretch: Stretch, rest: Payload] {
  const [first, second, third, ...rest] = payload as readonly (string | number)[];
  if (typeof first === 'string') return [{ text: first, start: Number(second), end: Number(third) }, rest];
  const [at, length] = [first ?? 0, Number(second ?? 0)];
  const start = sentenceStart + at;
  return [{ text: sentence.slice(at, at + length), start, end: start + length }, payload.slice(2)];
}

const fromEvidence = (evidence: Evidence, day: string): Payload => [
  evidence.articleId,
  evidence.url ?? 0,
  evidence.publishedAt ?? 0,
  evidence.sentence,
  evidence.start,
  evidence.end === evidence.start + evidence.sentence.length ? 0 : evidence.end,
  fromStretch(evidence.trigger, evidence),
  [
    ...fromStretch(evidence.timex, evidence),
    TIMEX_TYPES.indexOf(evidence.timex.type),
    evidence.timex.value === day ? 0 : evidence.timex.value,
  ],
  evidence.attribution ?? 0,
];

/** @param day First day of the event: most time expressions have it as their value. */
function toEvidence(payload: Payload, day: string): Evidence {
  const [articleId, url, publishedAt, text, from, end, triggerPayload, timexPayload, attribution] = payload;
  const [sentence, start] = [String(text), Number(from)];
  const [trigger] = toStretch(triggerPayload as Payload, sentence, start);
  const [timex, [type, value]] = toStretch(timexPayload as Payload, sentence, start);
  return defined({
    articleId: articleId as string,
    url: (url || undefined) as string,
    publishedAt: (publishedAt || undefined) as string,
    sentence,
    start,
    end: Number(end || start + sentence.length),
    trigger,
    timex: {
      ...timex,
      type: fromList(TIMEX_TYPES, type as string | number),
      value: value === 0 || value === undefined ? day : String(value),
    },
    attribution: (attribution || undefined) as string,
  });
}

const fromEntity = ({ id, name, kind }: Entity): Payload => [id === entityId(name) ? 0 : id, name, KINDS.indexOf(kind)];

function toEntity(payload: Payload): Entity {
  const [id, name, kind] = payload as [string | 0, string, number];
  return { id: id === 0 ? entityId(name) : id, name, kind: KINDS[kind] ?? 'place' };
}

/** Packs an event; its id and collection are not in it. */
export const toPayload = (event: IndexedEvent): Payload => [
  event.title,
  fromDate(event.date, event.evidence[0]?.timex.text),
  modalityNumber(event.modality),
  event.entities.map(fromEntity),
  event.keywords,
  event.importance,
  event.confidence,
  event.mentions,
  event.sources,
  event.otherDates.map((date) => fromDate(date, undefined)),
  event.evidence.map((piece) => fromEvidence(piece, event.date.start)),
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
  const { 0: day = '' } = date as readonly string[];
  const proof = (evidence as Payload[]).map((piece) => toEvidence(piece, day));
  return {
    id,
    collection,
    title: title as string,
    date: toDate(date as Payload, proof[0]?.timex.text),
    modality: MODALITIES[modality as number] ?? 'asserted',
    entities: (entities as Payload[]).map(toEntity),
    keywords: keywords as string[],
    importance: importance as number,
    confidence: confidence as number,
    mentions: mentions as number,
    sources: sources as string[],
    otherDates: (others as Payload[]).map((other) => toDate(other, undefined)),
    evidence: proof,
    tags: tags as string[],
    pinned: pinned === 1,
    ...(note ? { note: note as EditorNote } : {}),
  };
}

/** The public event, without fields used for filters only. */
export function publicEvent({ tags: _tags, pinned: _pinned, ...event }: IndexedEvent): TimelineEvent {
  return event;
}
