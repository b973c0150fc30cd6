import { dayNumber } from '../../time/day.ts';
import type { IndexedEvent } from '../event-payload.ts';
import { type ListName, part, unpart } from '../keys.ts';
import type { Facet } from '../store.ts';

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

/** The collection that a list belongs to. */
export const collectionOf = (list: ListName): string => unpart(list.split('|')[0] ?? '');

/** The facet of a list; `undefined` for a collection's own. */
export function facetOfList(list: ListName): Pick<EventFacet, 'kind' | 'id'> | undefined {
  const [, name, id] = list.split('|');
  const kind = FACET_KINDS.find((one) => one === name);
  return kind && id !== undefined ? { kind, id: unpart(id) } : undefined;
}

/** Normalises a facet's value, so that filters match any spelling. */
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

/**
 * The widest interval of each width class, in days; class 0 is a single day. The bounds are where dates crowd (month, quarter, year, decade,
 * century, millennium), with two steps between year and decade: "which intervals reach into this day" reads each class back by its bound, and
 * most of what it meets there is as wide as that.
 */
const WIDEST = [1, 31, 92, 366, 1096, 1827, 3653, 36_525, 365_243, 10_000_000] as const;

/** Width class of an interval. */
export const widthClassOf = (widthDays: number): number => WIDEST.findIndex((widest) => widthDays <= widest);

/** How many days the intervals of a width class have at most. */
export const widestOf = (widthClass: number): number => WIDEST[widthClass] ?? 0;

/** Width class of an event. */
export const classOf = ({ date }: Pick<IndexedEvent, 'date'>): number =>
  widthClassOf(dayNumber(date.end) - dayNumber(date.start) + 1);

/** All width classes but that of a single day. */
export const WIDE_CLASSES: readonly number[] = WIDEST.map((_, n) => n).slice(1);
