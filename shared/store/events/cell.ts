import { createHash } from 'node:crypto';
import { byAge, clusterMentions } from '../../events/merging/cluster.ts';
import type { Mention } from '../../events/merging/mention.ts';
import { mergeMentions } from '../../events/merging/merged-event.ts';
import { keys } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { EventPatch, StoredEvent } from '../store.ts';
import type { Item } from '../table-access.ts';
import { fromPayload, type Payload, type TaggedEvent, toPayload } from './event-payload.ts';

/** 64 bits of a hash: ids of cells and of mentions, and the two halves of an event's id. */
export const hash64 = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, 8).toString('base64url');
const HASH_LENGTH = 11;

/** An event's id names its cell, so that it is found by one read. */
export const eventId = (cell: string, mention: string): string => `${cell}${mention}`;
export function splitEventId(id: string): { cell: string; own: string } | undefined {
  return /^[\w-]{22}$/.test(id) ? { cell: id.slice(0, HASH_LENGTH), own: id.slice(HASH_LENGTH) } : undefined;
}

/** An editor's word on an event, kept beside the mentions and laid over whatever they make up. */
export interface Edit {
  readonly id: string;
  readonly patch: EventPatch;
  /** Mentions the event had when it was edited: the event that has most of them is the edited one. */
  readonly members: readonly string[];
}

/** The event as its mentions and its editors make it. */
export interface DesiredEvent {
  readonly event: TaggedEvent;
  readonly hidden: boolean;
  readonly pinned: boolean;
  readonly members: readonly string[];
}

export function mentionItem(cell: string, mention: Mention): Item {
  const event = { ...mention.event, tags: mention.tags };
  return {
    ...keys.mention(cell, mention.id),
    a: mention.articleId,
    c: mention.event.collection,
    v: pack(toPayload(event)),
  };
}

export function mentionOf(item: Item): Mention {
  const id = item.sk.slice(2);
  const { tags, ...event } = fromPayload(id, String(item.c), unpack(item.v) as Payload);
  return { id, articleId: String(item.a), event, tags };
}

/** What a cell's events must be: a pure function of its mentions and edits. */
export function desiredEvents(
  cell: string,
  mentions: readonly Mention[],
  edits: readonly Edit[],
): readonly DesiredEvent[] {
  const clusters = clusterMentions(mentions).map((members) => [...members].sort(byAge));
  const claims = claimsOf(clusters, edits);
  const taken = new Set([...claims.values()].map(({ id }) => id));
  return clusters.map((members, index) => {
    const edit = claims.get(index);
    const own = edit?.id ?? members.find(({ id }) => !taken.has(id))?.id ?? hash64(`${members[0]?.id}`);
    const merged = mergeMentions(eventId(cell, own), members[0]?.event.collection ?? '', members);
    const { hidden = false, pinned = false, ...fields } = edit?.patch ?? {};
    const date = fields.date ? { ...merged.date, ...fields.date, display: fields.date.edtf } : merged.date;
    return {
      event: { ...merged, ...fields, date },
      hidden,
      pinned,
      members: members.map(({ id }) => id).sort(),
    };
  });
}

/** Each edit goes to the cluster with most of its mentions, each cluster to one edit at most. */
function claimsOf(clusters: readonly (readonly Mention[])[], edits: readonly Edit[]): ReadonlyMap<number, Edit> {
  const claims = new Map<number, Edit>();
  for (const edit of [...edits].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    let best = -1;
    let most = 0;
    clusters.forEach((members, index) => {
      if (claims.has(index)) return;
      const shared = members.filter(({ id }) => edit.members.includes(id)).length;
      if (shared > most) [best, most] = [index, shared];
    });
    if (best >= 0) claims.set(best, edit);
  }
  return claims;
}

/** The head of an event: what the table shows of it. Evidence is cut to the best piece; the rest lies in its mentions. */
export function headItem(cell: string, desired: DesiredEvent, version: number): Item {
  const { event, hidden, pinned, members } = desired;
  const v = pack(toPayload({ ...event, evidence: event.evidence.slice(0, 1) }));
  return {
    ...keys.head(cell, event.id.slice(HASH_LENGTH)),
    c: event.collection,
    n: version,
    v,
    m: Buffer.concat(members.map((id) => Buffer.from(id, 'base64url'))),
    ...(hidden ? { h: 1 } : {}),
    ...(pinned ? { p: 1 } : {}),
    d: digestOf(desired),
  };
}

/** Same digest, same head. */
export const digestOf = ({ event, hidden, pinned, members }: DesiredEvent): string =>
  hash64(JSON.stringify([toPayload({ ...event, evidence: event.evidence.slice(0, 1) }), hidden, pinned, members]));

export function membersOf(head: Item): readonly string[] {
  const bytes = Buffer.from(head.m as Uint8Array);
  return [...Array(bytes.length / 8).keys()].map((i) => bytes.subarray(i * 8, i * 8 + 8).toString('base64url'));
}

export function headEvent(cell: string, head: Item): TaggedEvent {
  return fromPayload(eventId(cell, head.sk.slice(2)), String(head.c), unpack(head.v) as Payload);
}

export function storedEvent(cell: string, head: Item): StoredEvent {
  return { ...headEvent(cell, head), hidden: head.h === 1, pinned: head.p === 1, version: Number(head.n) };
}
