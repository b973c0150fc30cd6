import type * as z from 'zod/mini';
import type { ProblemCode } from './problem.ts';
import type { OperationId } from './routes.ts';

/** Schema and headers of one status of an operation. */
export interface Answer {
  readonly description: string;
  /** Schema of a JSON body. */
  readonly schema?: z.ZodMiniType;
  /** Media type of a body that is not JSON. */
  readonly contentType?: string;
  /** Names of headers that matter to a caller. */
  readonly headers?: readonly string[];
}

/** A request that works on the sample collection once its `example-…` ids are replaced by existing ones; a test sends it. */
export interface Example {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  readonly status: number;
}

/** The contract of one operation: the schemas that parse its requests, validate its responses, and generate OpenAPI and the typed client. */
export interface Operation<
  Id extends OperationId = OperationId,
  Params extends z.ZodMiniObject | undefined = z.ZodMiniObject | undefined,
  Query extends z.ZodMiniObject | undefined = z.ZodMiniObject | undefined,
  Body extends z.ZodMiniType | undefined = z.ZodMiniType | undefined,
  Answers extends Readonly<Record<number, Answer>> = Readonly<Record<number, Answer>>,
> {
  readonly id: Id;
  readonly summary: string;
  readonly description?: string;
  readonly tag: 'articles' | 'events' | 'timelines' | 'feeds' | 'webhooks' | 'keys' | 'embeds' | 'service';
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** True where the body is JSON lines: `body` is a schema of all lines, each parsed or a `MalformedLine`. */
  readonly bodyIsLines?: boolean;
  /** True where a request without a body means `{}`. */
  readonly bodyIsOptional?: boolean;
  /** Limit of the body as sent, before it is read; default 256 KiB. */
  readonly maxBodyBytes?: number;
  readonly answers: Answers;
  /** Problems it may return, in addition to those that follow from its access, body and parameters. */
  readonly problems?: readonly ProblemCode[];
  readonly example?: Example;
}

/** Types an operation by its parts; returns it as it is. */
export function operation<
  const Id extends OperationId,
  Params extends z.ZodMiniObject | undefined = undefined,
  Query extends z.ZodMiniObject | undefined = undefined,
  Body extends z.ZodMiniType | undefined = undefined,
  const Answers extends Readonly<Record<number, Answer>> = Readonly<Record<number, Answer>>,
>(parts: Operation<Id, Params, Query, Body, Answers>): Operation<Id, Params, Query, Body, Answers> {
  return parts;
}

type OutputOf<Schema> = [Exclude<Schema, undefined>] extends [never] ? undefined : z.output<Exclude<Schema, undefined>>;

/** The parsed parts of a request to an operation. */
export interface PartsOf<Op extends Operation> {
  readonly params: OutputOf<Op['params']>;
  readonly query: OutputOf<Op['query']>;
  readonly body: OutputOf<Op['body']>;
}
