import type { LeaseRepository } from '../store/store.ts';
import type { Credentials } from './authenticate.ts';
import type { Caller } from './caller.ts';
import type { Operation, PartsOf } from './operation.ts';
import type { Problem } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { Reply } from './reply.ts';
import type { OperationId } from './routes.ts';

/** A parsed request to an operation, by a caller who holds the scope that its route requires. */
export type ApiRequest<Op extends Operation> = PartsOf<Op> & Sender;

export interface Sender {
  readonly caller: Caller;
  readonly raw: Request;
}

/** An operation with its handler. */
export interface Endpoint<Id extends OperationId = OperationId> {
  readonly operation: Operation<Id>;
  readonly answer: (
    request: { readonly params: unknown; readonly query: unknown; readonly body: unknown } & Sender,
  ) => Promise<Reply> | Reply;
}

/** Services that every HTTP function needs in addition to its own. */
export interface ApiServices {
  readonly credentials: Credentials;
  readonly leases: LeaseRepository;
  readonly limiter: RateLimiter;
  /** ISO date-time in UTC. */
  readonly now: () => string;
  /** Logs internal errors. */
  readonly logError: (message: string, fields: Readonly<Record<string, unknown>>) => void;
  /** If true, a reply that breaks its own schema becomes an internal error. Tests set it. */
  readonly checkReplies?: boolean;
  /** Renders a problem as a page for browsers. Functions that render no pages leave it out and send problem+json. */
  readonly errorPage?: (problem: Problem, request: Request) => Reply;
}
