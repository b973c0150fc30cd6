import { dayNumber } from '../../time/day.ts';
import type { TimelineQuery } from '../../timeline/query.ts';
import type { IndexedEvent } from '../event-payload.ts';
import { type EventFacet, facetId, facetsOf } from '../lists/facet-lists.ts';
import { DAYS } from '../lists/walk-list.ts';
import { facetTerm, searchWords, wordsOf, wordTerm } from '../segments/terms.ts';

/** A prepared query: day numbers, normalised facets. */
export interface Plan {
  readonly collection: string;
  readonly from: number;
  readonly to: number;
  readonly within: boolean;
  readonly facets: readonly Pick<EventFacet, 'kind' | 'id'>[];
  /** Terms of the index that all must be there: facets, then words. */
  readonly terms: readonly string[];
  /** Whether everything matches except days and words, which the caller checks. */
  readonly accepts: (event: IndexedEvent) => boolean;
}

/** Makes a query ready. @throws RangeError for days that do not exist. */
export function planOf(query: TimelineQuery): Plan {
  const of = (kind: EventFacet['kind'], values: readonly string[] = []) =>
    values.map((value) => ({ kind, id: facetId(kind, value) }));
  const facets = [
    ...of('entity', query.entities),
    ...of('keyword', query.keywords),
    ...of('source', query.sources),
    ...of('tag', query.tags),
  ];
  const modalities = query.modalities?.length ? new Set(query.modalities) : undefined;
  const bases = query.bases?.length ? new Set(query.bases) : undefined;
  const least = query.minImportance ?? 0;
  return {
    collection: query.collection,
    from: query.from === undefined ? DAYS.first : dayNumber(query.from),
    to: query.to === undefined ? DAYS.last : dayNumber(query.to),
    within: query.match === 'within',
    facets,
    terms: [...facets.map(facetTerm), ...searchWords(query.q ?? '').map(wordTerm)],
    accepts: (event) => {
      if (modalities && !modalities.has(event.modality)) return false;
      if (bases && !bases.has(event.date.basis)) return false;
      if (event.importance < least) return false;
      if (facets.length === 0) return true;
      const own = new Set(facetsOf(event).map(({ kind, id }) => `${kind}|${id}`));
      return facets.every(({ kind, id }) => own.has(`${kind}|${id}`));
    },
  };
}

/** Whether an event's title and the evidence it comes with say all words of a search. */
export const saysWords = (event: Pick<IndexedEvent, 'title' | 'note' | 'evidence'>, q = ''): boolean =>
  searchWords(q).length === 0 || saysStems(wordsOf(event), q);

/** Whether all words of a search are among the stems of an event. */
export function saysStems(stems: readonly string[], q = ''): boolean {
  const said = new Set(stems);
  return searchWords(q).every((word) => said.has(word));
}
