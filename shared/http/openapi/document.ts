import type * as z from 'zod/mini';
import type { Answer, Example, Operation } from '../operation.ts';
import { DESCRIBED } from '../operations/all.ts';
import { PROBLEM_TYPE, PROBLEMS, type ProblemCode } from '../problem.ts';
import type { Route } from '../route.ts';
import { ROUTES } from '../routes.ts';
import { type JsonSchema, jsonSchemas, type Schemas } from './schema-of.ts';

/** The parts of an OpenAPI 3.1 document that this project uses. */
export interface OpenapiDocument {
  readonly openapi: '3.1.0';
  readonly info: Readonly<Record<string, unknown>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenapiOperation>>>>;
  readonly [part: string]: unknown;
}

/** An operation of the document. */
export interface OpenapiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly OpenapiParameter[];
  readonly requestBody?: {
    readonly required: boolean;
    readonly content: Readonly<Record<string, { schema: JsonSchema; example?: unknown }>>;
  };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly security?: readonly unknown[];
}

/** A parameter of an operation. */
export interface OpenapiParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

let made: OpenapiDocument | undefined;

/** The API as an OpenAPI 3.1 document, generated from the route table and the schemas that validate requests and responses. */
export function openapiDocument(): OpenapiDocument {
  made ??= makeDocument();
  return made;
}

function makeDocument(): OpenapiDocument {
  const schemas = jsonSchemas();
  const paths: Record<string, Record<string, OpenapiOperation>> = {};
  for (const route of ROUTES) {
    const operation = DESCRIBED.find(({ id }) => id === route.operationId);
    if (!operation) continue;
    paths[route.path] ??= {};
    (paths[route.path] as Record<string, OpenapiOperation>)[route.method.toLowerCase()] = describe(
      route,
      operation,
      schemas,
    );
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dateline',
      version: '1.0.0',
      description: 'Articles go in; dated events come out, each with the sentence that proves it.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: ['articles', 'events', 'timelines', 'feeds', 'webhooks', 'keys', 'embeds', 'service'].map((name) => ({
      name,
    })),
    paths,
    components: {
      schemas: schemas.components,
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key with the scope that the operation names.' },
        embedToken: {
          type: 'apiKey',
          in: 'query',
          name: 'token',
          description: 'The token of a private timeline’s embed.',
        },
      },
    },
  };
}

/** JSON lines, which JSON Schema cannot describe further. */
const LINES = { type: 'string', description: 'One JSON value a line.' } as const;

function describe(route: Route, operation: Operation, schemas: Schemas): OpenapiOperation {
  const { id, tag, summary, description, params, query, body, answers, example } = operation;
  const parameters = [
    ...parametersOf('path', params, schemas, example?.params),
    ...parametersOf('query', query, schemas, example?.query),
  ];
  const idempotency = route.method === 'POST' ? [IDEMPOTENCY_KEY] : [];
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    parameters: [...parameters, ...idempotency],
    ...(body && {
      requestBody: {
        required: operation.bodyIsOptional !== true,
        content: {
          [operation.bodyIsLines === true ? 'application/jsonl' : 'application/json']: {
            schema: operation.bodyIsLines === true ? LINES : schemas.of(body),
            ...(example?.body !== undefined && { example: example.body }),
          },
        },
      },
    }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, one]) => [status, answerOf(one, schemas)])),
      ...problemsOf(route, operation),
    },
    security: securityOf(route),
  };
}

const IDEMPOTENCY_KEY: OpenapiParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

function parametersOf(
  where: 'path' | 'query',
  shape: z.ZodMiniObject | undefined,
  schemas: Schemas,
  examples: Example['query'] = {},
): OpenapiParameter[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemas.of(shape) as {
    properties?: Record<string, JsonSchema>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
    ...(examples[name] !== undefined && { example: inType(examples[name], schema) }),
  }));
}

/** Examples are written as in a URL; the document shows them in the parameter's own type. */
const inType = (example: string | readonly string[], { type }: JsonSchema): unknown =>
  type === 'integer' || type === 'number' ? Number(example) : type === 'array' ? [example].flat() : example;

function answerOf({ description, schema, contentType, headers }: Answer, schemas: Schemas) {
  return {
    description,
    ...(schema && { content: { 'application/json': { schema: schemas.of(schema) } } }),
    ...(contentType && { content: { [contentType]: { schema: { type: 'string' } } } }),
    ...(headers && { headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: 'string' } }])) }),
  };
}

/** The problems that an operation may return, by status: those it declares, and those that follow from its access and parameters. */
function problemsOf(route: Route, operation: Operation) {
  const isGuarded = route.access !== 'public' && route.access !== 'timeline';
  const codes: ProblemCode[] = [
    ...(operation.params || operation.query || operation.body ? (['request.invalid'] as const) : []),
    ...(operation.body ? (['request.malformed', 'request.too-large', 'request.media-type'] as const) : []),
    'auth.invalid',
    ...(isGuarded ? (['auth.missing', 'auth.scope', 'auth.collection'] as const) : []),
    ...(route.method === 'POST' ? (['idempotency.in-progress', 'idempotency.reused'] as const) : []),
    'rate.exceeded',
    ...(operation.problems ?? []),
    'internal.error',
    ...(operation.id === 'readHealth' ? [] : (['store.unavailable'] as const)),
  ];
  return Object.fromEntries(
    [...byStatus(codes)].map(([status, some]) => [
      status,
      {
        description: some.map((code) => `\`${code}\`: ${PROBLEMS[code][1]}`).join('. '),
        content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

const statusOf = (code: ProblemCode): number => PROBLEMS[code][0];

function byStatus(codes: readonly ProblemCode[]): Map<number, ProblemCode[]> {
  const groups = new Map<number, ProblemCode[]>();
  for (const code of codes) groups.set(statusOf(code), [...(groups.get(statusOf(code)) ?? []), code]);
  return groups;
}

function securityOf(route: Route): readonly unknown[] {
  if (route.access === 'public') return [];
  if (route.access === 'timeline') return [{}, { embedToken: [] }, { key: ['read'] }];
  return [{ key: [route.access] }];
}
