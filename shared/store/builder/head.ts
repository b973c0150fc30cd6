import type { ComposedEvent } from '../../events/merging/compose-events.ts';
import { type IndexedEvent, toPayload } from '../event-payload.ts';
import { wordsOf } from '../segments/terms.ts';
import type { StoredEvent } from '../store.ts';
import type { Head, MergeBucket } from './bucket.ts';
import { ownPart } from './event-id.ts';
import { leafOf } from './leaf-placement.ts';

/** The event as lists show it: evidence cut to the best piece. */
export const indexed = ({ event, pinned }: ComposedEvent): IndexedEvent => ({
  ...event,
  evidence: event.evidence.slice(0, 1),
  pinned,
});

/** Whether a head that was read and a draft show the same event of the same evidence. A head that moved away shows none. */
export const showSame = (before: Head | undefined, draft: Head): before is Head =>
  before !== undefined && before.movedTo === undefined && contentOf(before) === contentOf(draft);

const contentOf = ({ event, hidden, members, forwarded }: Head): string =>
  JSON.stringify([toPayload(event), hidden, members, forwarded]);

/** The articles of a bucket's mentions, by mention. */
export const articlesOf = ({ mentions }: MergeBucket): ReadonlyMap<string, string> =>
  new Map([...mentions].flatMap(([article, own]) => own.map(({ id }) => [id, article] as const)));

/** The head of a composed event, without its words and its version. */
export function draftOf(composed: ComposedEvent, bucket: MergeBucket, articles: ReadonlyMap<string, string>): Head {
  const members = new Map<string, string[]>();
  for (const id of composed.members) {
    const article = articles.get(id) ?? '';
    members.set(article, [...(members.get(article) ?? []), id]);
  }
  return {
    event: indexed(composed),
    hidden: composed.hidden,
    version: 0,
    members: [...members].map(([article, ids]) => [article, ...ids] as const),
    forwarded: composed.forwarded,
    words: [],
    leaf: leafOf(bucket, ownPart(composed.event.id)),
  };
}

/** The head to be written; its version is one more than the last one's. */
export const headOfDraft = (draft: Head, composed: ComposedEvent, before: Head | undefined): Head => ({
  ...draft,
  version: (before?.version ?? 0) + 1,
  words: wordsOf(composed.event),
});

/** The event of a head with the fields for editors; best evidence only. */
export const storedEvent = ({ event, hidden, version }: Head): StoredEvent => ({ ...event, hidden, version });
