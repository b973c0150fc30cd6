import * as z from 'zod/mini';
import { entityId } from '../../events/names/resolve-names.ts';
import { dayNumber, parseIsoDay } from '../../time/day.ts';
import type { TimelineQuery } from '../../timeline/query.ts';
import { Basis, Bound, Collection, Cursor, FacetValue, line, Modality, Share, whole } from './primitives.ts';

const MOST_VALUES = 20;
const facet = (what: string) =>
  z.exactOptional(
    z
      .array(FacetValue)
      .check(
        z.describe(`${what} Repeated: all must fit.`),
        z.maxLength(MOST_VALUES, `may be given at most ${MOST_VALUES} times`),
      ),
  );

/** The filters of a timeline query as URL parameters. A repeated parameter means AND. */
const filterShape = {
  from: z.exactOptional(Bound('first')),
  to: z.exactOptional(Bound('last')),
  match: z.exactOptional(
    z
      .enum(['intersects', 'within'])
      .check(z.describe('Whether an event’s days must meet the range (default) or lie wholly in it.')),
  ),
  entity: facet('Id of a person, an organisation or a place; its name does as well (`Haiti` finds `haiti`).'),
  keyword: facet('A word of the event.'),
  source: facet('Who published it: `scmp.com`.'),
  tag: facet('A tag of an article that gives evidence.'),
  modality: z.exactOptional(z.array(Modality).check(z.maxLength(5, 'may be given at most 5 times'))),
  basis: z.exactOptional(
    z
      .array(Basis)
      .check(
        z.describe('How the date comes to the event: `stated` leaves out what was carried over, counted or published.'),
        z.maxLength(5, 'may be given at most 5 times'),
      ),
  ),
  minImportance: z.exactOptional(Share),
};

/** Words to find in the title or the evidence. */
export const Words = line(200).check(
  z.describe(
    'Words of the title or of the evidence, in any of their forms; all must be there. `flooded towns` finds “a flood in the town”.',
  ),
);

/** The filters with the search words. */
export const searchShape = { q: z.exactOptional(Words), ...filterShape };

/** The collection of a request. */
export const collectionShape = { collection: z._default(Collection, 'main') };

/** Most events read for one ranking: ten of the store's largest pages. */
export const MAX_RANKED_EVENTS = 2_000;

/** The most important events only. */
export const topShape = {
  top: z.exactOptional(
    whole(1, 200).check(
      z.describe(
        'The key moments alone, so many at most: the events that matter most, spread over the dates that matter. One answer, ' +
          `made of all events that fit or, of more than ${MAX_RANKED_EVENTS}, of those that their overviews name.`,
      ),
    ),
  ),
};

/** Page and order. */
export const pageShape = {
  order: z._default(
    z
      .enum(['asc', 'desc', 'importance'])
      .check(z.describe('By date, or the most important first: the latter is one answer, made as with `top`.')),
    'asc',
  ),
  limit: z._default(whole(1, 200), 50),
  cursor: z.exactOptional(Cursor),
  ...topShape,
};

/** `from` after `to` is an error, not an empty result. */
export const rangeIsForwards = () =>
  z.refine<{ readonly from?: string; readonly to?: string }>(
    ({ from, to }) =>
      from === undefined ||
      to === undefined ||
      // Invalid days are reported by their own rule.
      parseIsoDay(from) === undefined ||
      parseIsoDay(to) === undefined ||
      dayNumber(from) <= dayNumber(to),
    { error: 'must not be before from', path: ['to'] },
  );

/** The filters of a request, parsed. */
export type Filters = z.output<z.ZodMiniObject<typeof searchShape>>;

/** Whether no event can match: filters mean AND, and no event has two modalities or two bases. (In a saved query, lists mean OR.) */
export const isImpossible = ({ modality, basis }: Filters): boolean =>
  new Set(modality).size > 1 || new Set(basis).size > 1;

/** The query of URL filters. */
export function queryOf(filters: Filters, collection: string): TimelineQuery {
  const { entity, keyword, source, tag, modality, basis, ...rest } = filters;
  return {
    ...rest,
    collection,
    ...(entity && { entities: entity.map(entityId) }),
    ...(keyword && { keywords: keyword }),
    ...(source && { sources: source }),
    ...(tag && { tags: tag }),
    ...(modality && { modalities: modality }),
    ...(basis && { bases: basis }),
  };
}
