import type { Problem } from '../problem.ts';
import { ROUTES } from '../routes.ts';
import type { DatelineClient } from './types.ts';

export type { CallName, CallOf, DatelineClient, ResultOf } from './types.ts';

/** Address of the service, and the key of the client. */
export interface ClientOptions {
  /** The service's address without a trailing slash: `https://dateline.example`. */
  readonly baseUrl: string;
  /** Required for everything but public timelines. */
  readonly key?: string;
  /** Replaces the platform's `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A response without success. `problem` is the service's problem document, if it sent one. */
export class DatelineApiError extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? `The service answered ${status}.`);
    this.name = 'DatelineApiError';
    this.status = status;
    this.problem = problem;
  }
}

interface AnyCall {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/**
 * A client of the API with one method per operation: `client.listEvents({ query: { from: '1989-01-01' } })`.
 *
 * Types come from the schemas that the service parses and answers with; at run time the client needs only the route
 * table and `fetch`. Every method rejects with `DatelineApiError` if the response is not a success.
 */
export function datelineClient({ baseUrl, key, fetch: send = fetch }: ClientOptions): DatelineClient {
  const call = async (route: (typeof ROUTES)[number], parts: AnyCall = {}): Promise<unknown> => {
    const headers = new Headers({ accept: '*/*' });
    if (key !== undefined) headers.set('authorization', `Bearer ${key}`);
    // A list is sent as JSON lines, which only one operation takes.
    const isLines = Array.isArray(parts.body);
    if (parts.body !== undefined) headers.set('content-type', isLines ? 'application/jsonl' : 'application/json');
    if (parts.idempotencyKey !== undefined) headers.set('idempotency-key', parts.idempotencyKey);
    const response = await send(
      new Request(baseUrl + addressOf(route.path, parts), {
        method: route.method,
        headers,
        ...(parts.body !== undefined && {
          body: isLines ? linesOf(parts.body as readonly unknown[]) : JSON.stringify(parts.body),
        }),
        ...(parts.signal && { signal: parts.signal }),
      }),
    );
    const text = await response.text();
    const isJson = /^application\/(?:problem\+)?json\b/.test(response.headers.get('content-type') ?? '');
    const body: unknown = isJson && text !== '' && !route.path.includes('/events.') ? JSON.parse(text) : text;
    if (!response.ok) throw new DatelineApiError(response.status, isJson ? (JSON.parse(text) as Problem) : undefined);
    return response.status === 204 ? undefined : body;
  };
  return Object.fromEntries(
    ROUTES.map((route) => [route.operationId, (parts?: AnyCall) => call(route, parts)]),
  ) as unknown as DatelineClient;
}

const linesOf = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join('\n');

function addressOf(path: string, { params = {}, query = {} }: AnyCall): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/**
 * All pages of a list, one after another: `for await (const page of pages(client.listEvents, { query: { tag: ['bridges'] } }))`.
 */
export async function* pages<Call extends { readonly query?: object }, Page extends { readonly next: string | null }>(
  list: (call: Call) => Promise<Page>,
  call: Call,
): AsyncGenerator<Page> {
  let cursor: string | null = null;
  do {
    const page: Page = await list(cursor === null ? call : { ...call, query: { ...call.query, cursor } });
    yield page;
    cursor = page.next;
  } while (cursor !== null);
}
