import { entityId } from '../events/names/resolve-names.ts';
import type { Filters } from '../http/schemas/filters.ts';
import type { TimelineView } from '../timeline/view.ts';

/** The view of a timeline for the filters of a request. */
export function viewOf(filters: Filters & { readonly token?: string }): TimelineView {
  const { q, from, to, minImportance, token } = filters;
  return {
    ...(q !== undefined && { q }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(minImportance !== undefined && { minImportance }),
    ...(token !== undefined && { token }),
    entities: (filters.entity ?? []).map(entityId),
    keywords: filters.keyword ?? [],
    sources: filters.source ?? [],
    tags: filters.tag ?? [],
    modalities: filters.modality ?? [],
    bases: filters.basis ?? [],
  };
}
