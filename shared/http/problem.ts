import { DatelineError } from '../kernel/dateline-error.ts';

/** One fault of a request. */
export interface Fault {
  readonly in: 'body' | 'query' | 'path' | 'header';
  /** Dotted path of the invalid field: `query.from`, `tags.2`; empty for the whole body. */
  readonly field: string;
  readonly message: string;
}

/** RFC 9457 problem details, with a stable `code` for programs. */
export interface Problem {
  /** Documentation of the code, relative to the service. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** The first invalid field, if any. */
  readonly field?: string;
  readonly errors?: readonly Fault[];
  /** Id of the request in the logs. */
  readonly requestId?: string;
}

/** The media type of problems, RFC 9457 §6.1. */
export const PROBLEM_TYPE = 'application/problem+json';

/** Meaning and HTTP status of every error code, as the API pages list them. */
export const PROBLEMS = {
  'request.invalid': [400, 'A field of the request is missing, unknown or wrong'],
  'request.malformed': [400, 'The body is not JSON, not UTF-8, or cut short'],
  'request.bad-cursor': [400, 'The cursor is forged, or belongs to another query, collection or key'],
  'edit.empty-split': [400, 'A split takes some of the evidence, and not all of it'],
  'auth.missing': [401, 'This call needs a key'],
  'auth.invalid': [401, 'There is no such key, or it is revoked or expired'],
  'auth.scope': [403, 'The key lacks the scope that this call needs'],
  'auth.collection': [403, 'The key is not for this collection'],
  'key.too-far': [403, 'A key may not last longer, or ask more often, than the key that makes it'],
  'auth.cross-site': [403, 'A page of another site tried to act in the console’s session'],
  'embed-token.invalid': [403, 'The embed token is forged, expired, or for another timeline'],
  'route.not-found': [404, 'There is nothing at this address'],
  'collection.not-found': [404, 'No article was ever sent to a collection of this name'],
  'article.not-found': [404, 'There is no such article'],
  'event.not-found': [404, 'There is no such event'],
  'timeline.not-found': [404, 'There is no such timeline'],
  'feed.not-found': [404, 'There is no such feed'],
  'webhook.not-found': [404, 'There is no such webhook'],
  'key.not-found': [404, 'There is no such key'],
  'edit.not-found': [404, 'There is no such edit'],
  'asset.not-found': [404, 'There is no such file'],
  'route.method-not-allowed': [405, 'The address does not answer this method'],
  'edit.not-by-hand': [409, 'Only an event that an editor added can be deleted'],
  'edit.conflict': [409, 'The edit cannot be made or undone any more'],
  'timeline.conflict': [409, 'The slug belongs to a timeline of another collection'],
  'idempotency.in-progress': [409, 'The first request with this Idempotency-Key is still running'],
  'request.too-large': [413, 'The request is too large'],
  'request.media-type': [415, 'The body must be application/json in UTF-8'],
  'host.unknown': [421, 'The service on this machine answers only to its own address'],
  'article.too-costly': [422, 'Reading the text takes more time or memory than one text may'],
  'idempotency.reused': [422, 'The Idempotency-Key was used with another body'],
  'model.budget-spent': [429, 'The language model may cost no more today'],
  'rate.exceeded': [429, 'The key has used up its requests for now'],
  'internal.error': [500, 'Something went wrong here'],
  'extractor.not-configured': [501, 'No language model is set up here'],
  'model.unavailable': [503, 'The language model does not answer'],
  'store.unavailable': [503, 'The store does not answer'],
  'store.busy': [503, 'The store is busy; try again'],
  'queue.unavailable': [503, 'The queue does not answer'],
  'service.busy': [503, 'The service is busy; try again'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

/** A code that a problem may carry. */
export type ProblemCode = keyof typeof PROBLEMS;

/** An invalid request, with every invalid field. */
export function invalidRequest(errors: readonly Fault[], code: ProblemCode = 'request.invalid'): DatelineError {
  const first = errors[0];
  const where = first?.field ? `${first.field}: ` : '';
  return new DatelineError(code, `${where}${first?.message ?? 'the request is not valid'}`, {
    detail: { errors, ...(first?.field ? { field: first.field } : {}) },
  });
}

/**
 * The part of an error that callers may see. A `DatelineError` with a known code shows its message and its faults; any
 * other error becomes `internal.error` without details.
 */
export function problemOf(error: unknown, requestId?: string): Problem {
  const known = error instanceof DatelineError ? error : undefined;
  const code = known && isProblemCode(known.code) ? known.code : 'internal.error';
  const [status, title] = PROBLEMS[code];
  const shown = known && code !== 'internal.error' ? known : undefined;
  const field = shown?.detail?.field;
  return {
    type: `/docs#${code}`,
    title,
    status,
    detail: shown?.message ?? 'The request was fine; the service was not. It has been logged.',
    code,
    ...(typeof field === 'string' ? { field } : {}),
    ...faultsOf(shown),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** Narrows a text to the codes that have a status. */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

function faultsOf(error: DatelineError | undefined): Pick<Problem, 'errors'> {
  const errors = error?.detail?.errors;
  return Array.isArray(errors) ? { errors } : {};
}
