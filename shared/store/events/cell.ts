import { createHash } from 'node:crypto';
import type { ComposedEvent, Edit, Guest } from '../../events/merging/compose-events.ts';
import type { Mention } from '../../events/merging/mention.ts';
import { keys } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { StoredEvent } from '../store.ts';
import type { Item } from '../table-access.ts';
import { fromPayload, type IndexedEvent, type Payload, toPayload } from './event-payload.ts';

const HASH_BYTES = 8;
/** Of eight bytes in base64url. */
const HASH_LENGTH = 11;

/** 64 bits of a hash: ids of cells and of mentions, and the two halves of an event's id. */
export const hash64 = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, HASH_BYTES).toString('base64url');

/** An event's id names its cell, so that it is found by one read. */
export const eventIdIn =
  (cell: string) =>
  (own: string): string =>
    `${cell}${own}`;

/** The two halves of an event’s id; `undefined` for what is no such id. */
export function splitEventId(id: string): { readonly cell: string; readonly own: string } | undefined {
  return /^[\w-]{22}$/.test(id) ? { cell: id.slice(0, HASH_LENGTH), own: id.slice(HASH_LENGTH) } : undefined;
}

/** The half of an event’s id that is its own in its cell. */
export const ownPart = (id: string): string => id.slice(HASH_LENGTH);

/** A mention as it lies in its cell. */
export function mentionItem(cell: string, mention: Mention): Item {
  return { ...keys.mention(cell, mention.id), ...mentionFields(mention) };
}

/** @param from The cell the mention is in by itself. */
export function guestItem(cell: string, from: string, { own, mention }: Guest): Item {
  return { ...keys.guest(cell, mention.id), o: own, f: from, ...mentionFields(mention) };
}

const mentionFields = (mention: Mention) => ({
  a: mention.articleId,
  c: mention.event.collection,
  v: pack(toPayload({ ...mention.event, tags: mention.tags, pinned: false })),
});

/** Mentions are read again and again, a whole cell for each new one; unpacked ones are kept, to about ten megabytes. */
const REMEMBERED = 5000;
const unpacked = new Map<string, Mention>();

/** Same bytes, same mention: the very same object, too. */
export function mentionOf(item: Item): Mention {
  const name = `${item.sk}|${item.c}|${Buffer.from(item.v as Uint8Array).toString('latin1')}`;
  const known = unpacked.get(name);
  if (known) return known;
  const mention = unpackMention(item);
  if (unpacked.size >= REMEMBERED) unpacked.clear();
  unpacked.set(name, mention);
  return mention;
}

function unpackMention(item: Item): Mention {
  const id = item.sk.slice(2);
  const { tags, pinned: _pinned, ...event } = fromPayload(id, String(item.c), unpack(item.v) as Payload);
  return { id, articleId: String(item.a), event, tags };
}

/** What is worked out once for a composed event, however often it is asked: neither ever changes. */
const known = new WeakMap<ComposedEvent, { digest?: string; payload?: Uint8Array }>();

function knownOf(composed: ComposedEvent): { digest?: string; payload?: Uint8Array } {
  const before = known.get(composed);
  if (before) return before;
  const fresh = {};
  known.set(composed, fresh);
  return fresh;
}

/** The event as lists show it, packed: for its head and for all its entries. */
export function packedEvent(composed: ComposedEvent): Uint8Array {
  const about = knownOf(composed);
  about.payload ??= pack(toPayload(indexedEvent(composed)));
  return about.payload;
}

/** The event as lists show it: evidence cut to the best piece. */
export function indexedEvent({ event, pinned }: ComposedEvent): IndexedEvent {
  return { ...event, evidence: event.evidence.slice(0, 1), pinned };
}

/** The head of an event: what the table shows of it. All its evidence lies in its mentions. */
export function headItem(cell: string, composed: ComposedEvent, version: number): Item {
  const { event, hidden, members, guests } = composed;
  return {
    ...keys.head(cell, ownPart(event.id)),
    c: event.collection,
    n: version,
    v: packedEvent(composed),
    m: idBytes(members),
    ...(guests.length > 0 ? { q: idBytes(guests) } : {}),
    ...(hidden ? { h: 1 } : {}),
    d: digestOf(composed),
  };
}

/** Same digest, same head. */
export function digestOf(composed: ComposedEvent): string {
  const about = knownOf(composed);
  const { hidden, members, guests } = composed;
  about.digest ??= hash64(JSON.stringify([toPayload(indexedEvent(composed)), hidden, members, guests]));
  return about.digest;
}

/** Keys of an event's mentions. */
export function memberKeys(cell: string, head: Item) {
  return [...idsIn(head.m).map((id) => keys.mention(cell, id)), ...idsIn(head.q).map((id) => keys.guest(cell, id))];
}

const idBytes = (ids: readonly string[]): Uint8Array => Buffer.concat(ids.map((id) => Buffer.from(id, 'base64url')));

/** Ids that were packed eight bytes each. */
export function idsIn(packed: unknown): readonly string[] {
  const bytes = Buffer.from((packed ?? []) as Uint8Array);
  return [...Array(bytes.length / HASH_BYTES).keys()].map((i) =>
    bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES).toString('base64url'),
  );
}

/** True for the head of an event that has no mentions any more. */
export const isGone = (head: Item): boolean => head.g === 1;
/** True for an event that an editor took out of lists. */
export const isHidden = (head: Item): boolean => head.h === 1;

/** The event of a head, best evidence only. */
export function headEvent(cell: string, head: Item): IndexedEvent {
  return fromPayload(eventIdIn(cell)(head.sk.slice(2)), String(head.c), unpack(head.v) as Payload);
}

/** The event of a head with what editors see. */
export function storedEvent(cell: string, head: Item): StoredEvent {
  return { ...headEvent(cell, head), hidden: isHidden(head), version: Number(head.n) };
}

/** An edit as it lies in the cell; the revision tells a later one from an earlier. */
export interface EditRecord extends Edit {
  readonly revision: number;
}

/** An edit record as it lies in its cell. */
export const editItem = (cell: string, edit: EditRecord): Item => ({
  ...keys.edit(cell, edit.own),
  r: edit.revision,
  v: edit,
});
/** The edit record of an item. */
export const editOf = (item: Item): EditRecord => item.v as EditRecord;
