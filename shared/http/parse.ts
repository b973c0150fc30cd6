import type * as z from 'zod/mini';
import { DatelineError } from '../kernel/dateline-error.ts';
import { type Fault, invalidRequest } from './problem.ts';
import { TOO_LARGE } from './schemas/article.ts';

type Issue = z.core.$ZodIssue;

/**
 * Parses a value by a schema.
 *
 * @throws DatelineError `request.invalid` with every invalid field, or `request.too-large` if fields are only too long.
 */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  where: Fault['in'],
): z.output<Schema> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const issues = result.error.issues;
  const faults = firstPerField(issues.flatMap((issue) => faultsOf(issue, where)));
  throw invalidRequest(faults, issues.every(isTooLarge) ? 'request.too-large' : 'request.invalid');
}

const isTooLarge = (issue: Issue): boolean => issue.code === 'custom' && issue.params?.[TOO_LARGE] === true;

/** Of several faults of a field only the first is reported: others mostly follow from it. */
function firstPerField(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter((fault, index) => faults.findIndex(({ field }) => field === fault.field) === index);
}

function faultsOf(issue: Issue, where: Fault['in']): Fault[] {
  const path = issue.path.map(String).map(printable).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      in: where,
      field: [path, printable(key)].filter(Boolean).join('.'),
      message: 'is not known here',
    }));
  }
  return [{ in: where, field: path, message: messageOf(issue) }];
}

/** zod/mini has no messages of its own; schemas provide one where a rule needs an explanation. */
function messageOf(issue: Issue): string {
  if (issue.message !== 'Invalid input') return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'must be given' : `must be ${withArticle(issue.expected)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    default:
      return 'is not valid';
  }
}

const withArticle = (type: string): string =>
  ({ int: 'a whole number', array: 'an array', object: 'an object' })[type] ?? `a ${type}`;

/** A key of untrusted JSON, shortened and safe to print. */
const printable = (key: string): string => key.replace(/[^\x20-\x7e]/g, '?').slice(0, 64);

/**
 * Converts the values of a query string to the types of the schema: numbers and booleans are parsed, repeatable
 * parameters become arrays. A value that cannot be parsed stays text, which the schema rejects.
 *
 * @throws DatelineError `request.invalid` if a parameter that may appear once appears twice.
 */
export function readQuery(schema: z.ZodMiniObject, search: URLSearchParams): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of new Set(search.keys())) {
    const all = search.getAll(name);
    const kind = Object.hasOwn(schema.shape, name) ? kindOf(schema.shape[name]) : 'string';
    if (kind !== 'array' && all.length > 1) {
      throw invalidRequest([{ in: 'query', field: printable(name), message: 'may be given only once' }]);
    }
    values[name] = kind === 'array' ? all : read(kind, all[0] ?? '');
  }
  // A plain object, since zod accepts no other; its fields come from the schema, so `__proto__` is never one.
  return { ...values };
}

/** The type of a schema, without optionals and defaults. */
function kindOf(schema: unknown): string {
  let definition = (schema as z.ZodMiniType)._zod.def as { type: string; innerType?: unknown };
  while ((definition.type === 'optional' || definition.type === 'default') && definition.innerType) {
    definition = (definition.innerType as z.ZodMiniType)._zod.def as typeof definition;
  }
  return definition.type;
}

function read(kind: string, text: string): unknown {
  if (kind === 'number' || kind === 'int') return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text;
  if (kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** Deeper than any request of the API, and far below a depth that could harm a parser. */
const MAX_DEPTH = 32;

/**
 * Parses a JSON body.
 *
 * @throws DatelineError `request.malformed` if the bytes are not UTF-8 or not JSON, `request.invalid` if it is nested
 * too deeply.
 */
export function readJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DatelineError('request.malformed', 'The body is not valid UTF-8.', { detail: { field: 'body' } });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DatelineError('request.malformed', 'The body is not valid JSON.', { detail: { field: 'body' } });
  }
  if (isDeeperThan(value, MAX_DEPTH)) {
    throw invalidRequest([
      { in: 'body', field: 'body', message: `must not be nested more than ${MAX_DEPTH} levels deep` },
    ]);
  }
  return value;
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  return Object.values(value).some((inner) => isDeeperThan(inner, depth - 1));
}
