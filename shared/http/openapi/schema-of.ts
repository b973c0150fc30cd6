import * as z from 'zod/mini';
import {
  AcceptedArticle,
  ArticleInput,
  ArticleList,
  ArticleSchema,
  ArticleSummarySchema,
  ExtractionSchema,
} from '../schemas/article.ts';
import { DateInput, EventPatchInput } from '../schemas/edit.ts';
import {
  CollectionList,
  EditedEvent,
  EntitySchema,
  EventDateSchema,
  EventDetail,
  EventPage,
  EventSchema,
  EvidenceSchema,
  FacetList,
  OverviewSchema,
  SplitEvent,
  TimelineOverview,
} from '../schemas/event.ts';
import { FeedInput, FeedList, FeedSchema } from '../schemas/feed.ts';
import { AuditList, KeyInput, KeyList, KeySchema, NewKey } from '../schemas/key.ts';
import { ProblemSchema } from '../schemas/problem.ts';
import { SavedQuery, TimelineInput, TimelineList, TimelineSchema } from '../schemas/timeline.ts';

/** Schemas listed by name in `components`; all others are written inline. */
const NAMED: Readonly<Record<string, z.ZodMiniType>> = {
  Problem: ProblemSchema,
  Article: ArticleSchema,
  ArticleInput,
  AcceptedArticle,
  ArticleSummary: ArticleSummarySchema,
  ArticleList,
  CollectionList,
  Extraction: ExtractionSchema,
  Entity: EntitySchema,
  EventDate: EventDateSchema,
  Evidence: EvidenceSchema,
  Event: EventSchema,
  EventDetail,
  EventPage,
  EventPatch: EventPatchInput,
  DateInput,
  EditedEvent,
  SplitEvent,
  Overview: OverviewSchema,
  TimelineOverview,
  FacetList,
  SavedQuery,
  Timeline: TimelineSchema,
  TimelineInput,
  TimelineList,
  Feed: FeedSchema,
  FeedInput,
  FeedList,
  Key: KeySchema,
  KeyInput,
  NewKey,
  KeyList,
  AuditList,
};

/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schemas of the API. */
export interface Schemas {
  /** `#/components/schemas`. */
  readonly components: Readonly<Record<string, JsonSchema>>;
  /** The schema to use in place: a `$ref` if it is named. */
  readonly of: (schema: z.ZodMiniType) => JsonSchema;
}

/** The JSON Schemas of all named schemas, and of any other. They describe input: a field with a default is optional. */
export function jsonSchemas(): Schemas {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const settings = { io: 'input', unrepresentable: 'any', uri: (id: string) => `#/components/schemas/${id}` } as const;
  const { schemas } = z.toJSONSchema(registry, settings);
  const components = Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]));
  return {
    components,
    of(schema) {
      const named = registry.get(schema)?.id;
      return named ? { $ref: `#/components/schemas/${named}` } : bare(z.toJSONSchema(schema, settings));
    },
  };
}

/** Removes keys that only a stand-alone schema needs. */
function bare(schema: object): JsonSchema {
  const { $schema, $id, id, ...rest } = schema as Record<string, unknown>;
  return rest;
}
