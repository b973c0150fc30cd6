import * as z from 'zod/mini';
import { rangeIsForwards, Words } from './filters.ts';
import { Basis, Bound, Collection, FacetValue, line, Modality, Share, Slug } from './primitives.ts';

const values = () => z.exactOptional(z.array(FacetValue).check(z.maxLength(20, 'must have at most 20 values')));
const eventIds = (most: number, what: string) =>
  z.exactOptional(
    z
      .array(z.string().check(z.minLength(1), z.maxLength(128)))
      .check(z.describe(what), z.maxLength(most, `must have at most ${most} ids`)),
  );

/** A saved query: the same filters as in the URL, in the plural. */
export const SavedQuery = z
  .strictObject({
    from: z.exactOptional(Bound('first')),
    to: z.exactOptional(Bound('last')),
    match: z.exactOptional(z.enum(['intersects', 'within'])),
    q: z.exactOptional(Words),
    entities: values(),
    keywords: values(),
    sources: values(),
    tags: values(),
    modalities: z.exactOptional(z.array(Modality)),
    bases: z.exactOptional(z.array(Basis)),
    minImportance: z.exactOptional(Share),
  })
  .check(rangeIsForwards());

/** An origin for a Content-Security-Policy; wildcards only for subdomains. */
const Origin = z
  .string()
  .check(
    z.maxLength(300),
    z.regex(
      /^https?:\/\/(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/i,
      'must be an origin such as https://www.example.org',
    ),
  );

const timelineShape = {
  title: line(200),
  description: z.exactOptional(
    z.string().check(
      z.maxLength(2000, 'must have at most 2000 characters'),
      // Line breaks are allowed in a description; other control characters are not.
      z.refine(
        (text) => !/[\p{Cc}\p{Surrogate}]/u.test(text.replace(/[\n\t]/g, '')),
        'must not have control characters',
      ),
    ),
  ),
  theme: z.exactOptional(z.enum(['auto', 'light', 'dark', 'paper', 'contrast'])),
  /** Pinned events are read with every page: a hundred are one batch. */
  pinned: eventIds(100, 'Events that belong to it whatever its filters say.'),
  hidden: eventIds(200, 'Events that are left out.'),
  /** An editor's titles by event id, for this timeline only. */
  titles: z.exactOptional(
    z.record(z.string().check(z.maxLength(128)), line(200)).check(z.describe('Titles by event id.')),
  ),
  opening: z.exactOptional(
    z
      .strictObject({ from: Bound('first'), to: Bound('last') })
      .check(
        rangeIsForwards(),
        z.describe('The stretch that the map opens on; without it, where nearly all events lie.'),
      ),
  ),
  order: z.exactOptional(
    z.enum(['asc', 'desc']).check(z.describe('Order of the list on its page: oldest first (default) or newest first.')),
  ),
  /** Origins that may frame it; absent means any, empty means none. */
  frameAncestors: z.exactOptional(
    z
      .array(Origin)
      .check(
        z.maxLength(20, 'must have at most 20 origins'),
        z.describe('Origins that may frame it; without it any, an empty list means none.'),
      ),
  ),
};

/** Body of `PUT /v1/timelines/{slug}`. */
export const TimelineInput = z.strictObject({
  ...timelineShape,
  collection: z._default(Collection, 'main'),
  visibility: z._default(z.enum(['public', 'private']), 'private'),
  query: z._default(SavedQuery, {}),
});

/** A timeline as returned. */
export const TimelineSchema = z.strictObject({
  ...timelineShape,
  slug: Slug,
  collection: Collection,
  visibility: z.enum(['public', 'private']),
  query: SavedQuery,
  createdAt: z.string(),
  updatedAt: z.string(),
});

/** The timelines that a caller may see. */
export const TimelineList = z.strictObject({ timelines: z.array(TimelineSchema) });
