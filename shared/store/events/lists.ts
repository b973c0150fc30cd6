import { dayNumber } from '../../time/day.ts';
import { entryKey, type Key, keys, type ListName, part } from '../keys.ts';
import type { Facet } from '../store.ts';
import type { IndexedEvent } from './event-payload.ts';

/** All kinds of facets. */
export const FACET_KINDS: readonly Facet['kind'][] = ['entity', 'keyword', 'source', 'tag'];

/** A facet of an event: a value that lists and filters are kept for. */
export interface EventFacet {
  readonly kind: Facet['kind'];
  readonly id: string;
  readonly name: string;
}

/** The list of a facet, or of all events of a collection. */
export const listOf = (collection: string, facet?: Pick<EventFacet, 'kind' | 'id'>): ListName =>
  facet ? `${part(collection)}|${facet.kind}|${part(facet.id)}` : part(collection);

/** One spelling for each value, so that a filter finds it. */
export const facetId = (kind: Facet['kind'], value: string): string =>
  kind === 'entity'
    ? value
    : kind === 'tag'
      ? value.trim().normalize('NFC')
      : value.trim().toLowerCase().normalize('NFC');

/** Every facet of an event, each once. */
export function facetsOf(event: IndexedEvent): readonly EventFacet[] {
  const facets: EventFacet[] = [
    ...event.entities.map(({ id, name }) => ({ kind: 'entity' as const, id, name })),
    ...event.keywords.map((name) => ({ kind: 'keyword' as const, id: facetId('keyword', name), name })),
    ...event.sources.map((name) => ({ kind: 'source' as const, id: facetId('source', name), name })),
    ...event.tags.map((name) => ({ kind: 'tag' as const, id: facetId('tag', name), name })),
  ];
  return [...new Map(facets.map((facet) => [`${facet.kind}|${facet.id}`, facet])).values()];
}

/** Lists that carry the event: all of its collection, and one for each facet. */
export const listsOf = (event: IndexedEvent): readonly ListName[] => [
  listOf(event.collection),
  ...facetsOf(event).map((facet) => listOf(event.collection, facet)),
];

/**
 * Width class of an interval, 0 for a single day; class k holds widths of 4^(k-1)+1 … 4^k days. Lists of wide events are kept by class, so
 * that "which intervals reach into this day" reads back no further than the widest of each class.
 */
export function widthClassOf(widthDays: number): number {
  let k = 0;
  for (let most = 1; most < widthDays; most *= 4) k++;
  return k;
}

/** Keys of the entries an event has in its lists: one a list, two where it is wider than a day. */
export function entryKeysOf(event: IndexedEvent): readonly Key[] {
  const sk = entryKey(event.date, event.id);
  const width = dayNumber(event.date.end) - dayNumber(event.date.start) + 1;
  const widthClass = widthClassOf(width);
  return listsOf(event).flatMap((list) => [
    { pk: keys.list(list), sk },
    ...(widthClass > 0 ? [{ pk: keys.wideList(list, widthClass), sk }] : []),
  ]);
}
