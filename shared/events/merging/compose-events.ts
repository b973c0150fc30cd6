import { displayDate } from '../dates/display.ts';
import { byAge, clusterMentions } from './cluster.ts';
import type { Edit, EventChanges } from './edit.ts';
import { isByHand, mentionByHand, noteOf, withEventsByHand } from './event-by-hand.ts';
import type { Mention } from './mention.ts';
import { type MergedEvent, mergeMentions } from './merged-event.ts';
import { stemsOf } from './sketch.ts';

/** A mention that another merge bucket forwards to an event of this one. */
export interface ForwardedMention {
  readonly own: string;
  readonly mention: Mention;
}

/** An event composed of its mentions and its edits. */
export interface ComposedEvent {
  readonly event: MergedEvent;
  readonly hidden: boolean;
  readonly pinned: boolean;
  /** Ids of its mentions, of this bucket and of others. */
  readonly members: readonly string[];
  readonly forwarded: readonly string[];
}

/** The events of a merge bucket’s mentions. */
export interface Composition {
  readonly events: readonly ComposedEvent[];
  /** Mentions that belong to events of other buckets, by the whole id of the event. */
  readonly exports: ReadonlyMap<string, readonly Mention[]>;
  /** Current positions of the evidence that each edit matched, by the edit's own part of the id: `articleId@start`. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

/**
 * Composes the events of mentions and edits: a pure function of both.
 *
 * @param idOf Converts an event's own part of its id to the whole id; other whole ids belong to other buckets.
 */
export function composeEvents(
  collection: string,
  given: {
    readonly mentions: readonly Mention[];
    readonly forwarded: readonly ForwardedMention[];
    readonly edits: readonly Edit[];
  },
  idOf: (own: string) => string,
): Composition {
  const edits = [...given.edits].sort((a, b) => (a.own < b.own ? -1 : 1));
  const byOwn = new Map(edits.map((edit) => [edit.own, edit]));
  const ownOf = new Map(edits.map((edit) => [idOf(edit.own), edit.own]));
  const groups = new Map<string, { mentions: Mention[]; forwarded: Mention[] }>();
  const exports = new Map<string, Mention[]>();

  const put = (own: string, mentions: readonly Mention[], isForwarded = false) => {
    const target = destination(own, byOwn, ownOf);
    if (target.away) exports.set(target.id, [...(exports.get(target.id) ?? []), ...mentions]);
    else {
      const group = groups.get(target.id) ?? { mentions: [], forwarded: [] };
      group[isForwarded ? 'forwarded' : 'mentions'].push(...mentions);
      groups.set(target.id, group);
    }
  };

  const splitOf = splitter(edits);
  const rest: Mention[] = [];
  for (const mention of given.mentions) {
    const own = splitOf(mention);
    if (own === undefined) rest.push(mention);
    else put(own, [mention]);
  }
  const clusters = clusterMentions(rest).map((members) => [...members].sort(byAge));
  const claims = claimsOf(clusters, edits);
  const taken = new Set(edits.map(({ own }) => own));
  clusters.forEach((members, index) => {
    // An unedited event takes its id from its oldest mention.
    put(claims.get(index) ?? members.find(({ id }) => !taken.has(id))?.id ?? `${members[0]?.id}`, members);
  });
  for (const edit of edits) if (edit.byHand) put(edit.own, [mentionByHand(collection, edit)]);
  for (const { own, mention } of given.forwarded) put(splitOf(mention) ?? own, [mention], true);

  const events = [...groups].map(([own, { mentions, forwarded }]): ComposedEvent => {
    const all = [...mentions, ...forwarded];
    const told = all.filter((mention) => !isByHand(mention.event));
    const merged = told.length > 0 ? mergeMentions(idOf(own), collection, told) : undefined;
    const event = withEventsByHand(
      idOf(own),
      merged,
      all.filter((mention) => isByHand(mention.event)),
    );
    const { hidden = false, pinned = false, ...changes } = byOwn.get(own)?.changes ?? {};
    return {
      event: edited(event, changes),
      hidden,
      pinned,
      members: mentions.flatMap(({ id, event }) => (isByHand(event) ? [] : [id])).sort(),
      forwarded: forwarded.map(({ id }) => id).sort(),
    };
  });
  const places = new Map([...claims].map(([index, own]) => [own, (clusters[index] ?? []).flatMap(placesOf)]));
  return { events, exports, places };
}

/** An event with an editor's changes applied. */
function edited(event: MergedEvent, changes: Omit<EventChanges, 'hidden' | 'pinned'>): MergedEvent {
  const { date, text, link, picture, tags = [], ...fields } = changes;
  const note = noteOf(changes, event.note);
  const { note: _note, ...rest } = event;
  return {
    ...rest,
    ...fields,
    date: date ? { ...event.date, ...date, basis: 'editor', display: displayDate(date) } : event.date,
    tags: [...new Set([...event.tags, ...tags])].sort(),
    ...(note && { note }),
  };
}

/** Follows merges by hand to the last event; a circle of merges ends at its start. */
function destination(
  own: string,
  edits: ReadonlyMap<string, Edit>,
  ownOf: ReadonlyMap<string, string>,
): { readonly id: string; readonly away: boolean } {
  const passed = new Set<string>();
  for (let at = own; ; ) {
    const into = edits.get(at)?.into;
    if (into === undefined || passed.has(at)) return { id: at, away: false };
    passed.add(at);
    const next = ownOf.get(into);
    if (next === undefined) return { id: into, away: true };
    at = next;
  }
}

const placesOf = ({ event }: Mention): readonly string[] =>
  event.evidence.map(({ articleId, start }) => `${articleId}@${start}`);

/** The event that a mention was split off into by hand, by the event's own part of its id. */
function splitter(edits: readonly Edit[]): (mention: Mention) => string | undefined {
  const splits = edits.filter((edit) => edit.split).map((edit) => ({ own: edit.own, places: new Set(edit.places) }));
  return (mention) => splits.find(({ places }) => placesOf(mention).some((place) => places.has(place)))?.own;
}

/** Assigns edits to clusters: each edit to the cluster with most common evidence, at most one edit per cluster and one cluster per edit. */
function claimsOf(clusters: readonly (readonly Mention[])[], edits: readonly Edit[]): ReadonlyMap<number, string> {
  const claims = new Map<number, string>();
  const claimants = edits.filter((edit) => !edit.split);
  const shared = claimants.flatMap((edit) => {
    const places = new Set(edit.places);
    const articles = new Set(edit.places.map((place) => place.slice(0, place.lastIndexOf('@'))));
    const stems = new Set(stemsOf(edit.title));
    return clusters.map((members, index) => ({ edit, index, strength: strength(members, places, articles, stems) }));
  });
  const settled = new Set<string>();
  for (const { edit, index, strength: found } of shared.sort((a, b) => b.strength - a.strength)) {
    if (found === 0 || settled.has(edit.own) || claims.has(index)) continue;
    claims.set(index, edit.own);
    settled.add(edit.own);
  }
  return claims;
}

/** Evidence at the same positions counts fully; otherwise, the same articles with most of the title's words count a little. */
function strength(
  members: readonly Mention[],
  places: ReadonlySet<string>,
  articles: ReadonlySet<string>,
  stems: ReadonlySet<string>,
): number {
  const same = members.filter((mention) => placesOf(mention).some((place) => places.has(place))).length;
  if (same > 0) return same;
  const near = members.filter(({ articleId }) => articles.has(articleId));
  const words = near.map(
    ({ event }) => stemsOf(event.title).filter((word) => stems.has(word)).length / (stems.size || 1),
  );
  const most = Math.max(0, ...words);
  return most >= 0.5 ? most / 2 : 0;
}
