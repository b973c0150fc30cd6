import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { CollectionList, DoubleList, EventDetail, EventPage, FacetList, OverviewSchema } from '../schemas/event.ts';
import { collectionShape, MAX_RANKED_EVENTS, pageShape, rangeIsForwards, searchShape } from '../schemas/filters.ts';
import { Cursor, Id, whole } from '../schemas/primitives.ts';

/** `GET /v1/collections` */
export const listCollections = operation({
  id: 'listCollections',
  tag: 'events',
  summary: 'The collections that the caller may read, with the number of events and the first and last day of each',
  answers: { 200: { description: 'In alphabetical order', schema: CollectionList } },
  example: { status: 200 },
});

/** `GET /v1/events` */
export const listEvents = operation({
  id: 'listEvents',
  tag: 'events',
  summary: 'A page of the events of a query',
  description:
    'In date order. Filters are combined with AND, also one given twice. `next` is the cursor of the next page and `null` on the last. ' +
    '`evidence` holds the best piece only.',
  query: z.strictObject({ ...searchShape, ...collectionShape, ...pageShape }).check(rangeIsForwards()),
  answers: { 200: { description: 'One page', schema: EventPage } },
  problems: ['request.bad-cursor', 'collection.not-found'],
  example: { query: { collection: 'sample', from: '1900-01-01', to: '1999-12-31', limit: '5' }, status: 200 },
});

/** Duplicates of an event are searched within this many days. */
export const DOUBLES_WITHIN_DAYS = 7;

/** `GET /v1/events/{id}/doubles` */
export const listDoubles = operation({
  id: 'listDoubles',
  tag: 'events',
  summary: 'Events that may be the same as one, the likeliest first, with the reason',
  description:
    `Compares the events within ${DOUBLES_WITHIN_DAYS} days of it (the first ${MAX_RANKED_EVENTS} of them) by the model of merging. ` +
    '`POST /v1/events/{id}/merge` makes them one.',
  params: z.strictObject({ id: Id }),
  query: z.strictObject({ limit: z._default(whole(1, 50), 10) }),
  answers: { 200: { description: 'The likely doubles', schema: DoubleList } },
  problems: ['event.not-found'],
  example: { params: { id: 'example-event' }, status: 200 },
});

/** `GET /v1/overview` */
export const readOverview = operation({
  id: 'readOverview',
  tag: 'events',
  summary: 'Counts of events by period, with the most important events of each',
  query: z
    .strictObject({
      ...searchShape,
      ...collectionShape,
      buckets: z._default(whole(1, 100), 50),
    })
    .check(rangeIsForwards()),
  answers: { 200: { description: 'The overview; counts sum to `total`', schema: OverviewSchema } },
  problems: ['collection.not-found'],
  example: { query: { collection: 'sample', buckets: '20' }, status: 200 },
});

/** `GET /v1/events/{id}` */
export const readEvent = operation({
  id: 'readEvent',
  tag: 'events',
  summary: 'One event with all its evidence, by pages',
  description: 'With a key of scope `admin` also what editors have set, and hidden events.',
  params: z.strictObject({ id: Id }),
  query: z.strictObject({ limit: z._default(whole(1, 200), 50), cursor: z.exactOptional(Cursor) }),
  answers: { 200: { description: 'The event; `next` is the cursor of more evidence', schema: EventDetail } },
  problems: ['event.not-found', 'request.bad-cursor'],
  example: { params: { id: 'example-event' }, status: 200 },
});

/** `GET /v1/facets` */
export const listFacets = operation({
  id: 'listFacets',
  tag: 'events',
  summary: 'Entities, keywords, sources and tags with their counts, for a search box',
  query: z.strictObject({
    ...collectionShape,
    prefix: z._default(z.string().check(z.maxLength(100, 'must have at most 100 characters')), ''),
    kind: z.exactOptional(z.array(z.enum(['entity', 'keyword', 'source', 'tag'])).check(z.maxLength(4))),
    limit: z._default(whole(1, 100), 20),
  }),
  answers: { 200: { description: 'The most frequent first', schema: FacetList } },
  example: { query: { collection: 'sample', prefix: 'a', limit: '5' }, status: 200 },
});
