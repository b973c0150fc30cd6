import * as z from 'zod/mini';
import { Collection, IsoDay, Modality, Share } from './primitives.ts';

export const Precision = z.enum([
  'day',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'part',
  'year',
  'interval',
  'decade',
  'century',
  'millennium',
]);

const offset = z.int().check(z.gte(0));

export const EntitySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'organization', 'place']),
});

export const EventDateSchema = z.strictObject({
  start: IsoDay,
  end: IsoDay,
  edtf: z.string(),
  precision: Precision,
  approximate: z.boolean(),
  text: z.string(),
  display: z.string(),
});

export const EvidenceSchema = z.strictObject({
  articleId: z.string(),
  url: z.exactOptional(z.string()),
  publishedAt: z.exactOptional(z.string()),
  sentence: z.string(),
  start: offset,
  end: offset,
  trigger: z.strictObject({ text: z.string(), start: offset, end: offset }),
  timex: z.strictObject({
    text: z.string(),
    start: offset,
    end: offset,
    type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
    value: z.string(),
  }),
  attribution: z.exactOptional(z.string()),
});

const eventShape = {
  id: z.string(),
  collection: Collection,
  title: z.string(),
  date: EventDateSchema,
  modality: Modality,
  entities: z.array(EntitySchema),
  keywords: z.array(z.string()),
  importance: Share,
  confidence: Share,
  mentions: z.int().check(z.gte(0)),
  sources: z.array(z.string()),
  otherDates: z.array(EventDateSchema),
  evidence: z.array(EvidenceSchema),
};

/** An entry of a timeline, as every answer carries it. */
export const EventSchema = z.strictObject(eventShape);

/** An event with a page of its evidence; the last four fields are there for editors (scope `admin`) alone. */
export const EventDetail = z.strictObject({
  ...eventShape,
  /** Cursor of the next page of evidence. */
  next: z.nullable(z.string()),
  tags: z.exactOptional(z.array(z.string())),
  hidden: z.exactOptional(z.boolean()),
  pinned: z.exactOptional(z.boolean()),
  version: z.exactOptional(z.int()),
});

export const EventPage = z.strictObject({ events: z.array(EventSchema), next: z.nullable(z.string()) });

export const OverviewSchema = z.strictObject({
  zoom: z.enum(['millennium', 'century', 'decade', 'year', 'month', 'day']),
  buckets: z.array(z.strictObject({ start: IsoDay, end: IsoDay, count: z.int(), top: z.array(EventSchema) })),
  total: z.int(),
  exact: z.boolean(),
});

export const FacetList = z.strictObject({
  facets: z.array(
    z.strictObject({
      kind: z.enum(['entity', 'keyword', 'source', 'tag']),
      id: z.string(),
      name: z.string(),
      count: z.int(),
    }),
  ),
});
