import { setTimeout as sleep } from 'node:timers/promises';
import { CommandFailure } from '../cli/io/outcome.ts';

/** The service that receives an import. */
export interface ImportTarget {
  readonly url: string;
  readonly key: string;
}

/** The API's response: any status below 500 except 401, 403 and 429. The body is an empty object if it is not JSON. */
export interface Answered {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

/** How long to wait for a service that restarts or throttles. */
const PATIENCE_MS = 120_000;

/**
 * Calls the API and returns its response. Waits and retries on throttling and temporary failures.
 *
 * @throws CommandFailure for a key without the required rights, and if the service stays unavailable.
 */
export async function callPatiently(
  { url, key }: ImportTarget,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<Answered> {
  const headers = { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) };
  const request = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const deadline = Date.now() + PATIENCE_MS;
  for (let pause = 250; ; pause = Math.min(pause * 2, 10_000)) {
    const answer = await fetch(url + path, request).catch((error: unknown) => error as Error);
    if (!(answer instanceof Error) && answer.status !== 429 && answer.status < 500) {
      const json = (await answer.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
      if (answer.status !== 401 && answer.status !== 403) return { status: answer.status, json };
      throw new CommandFailure(`${url} does not let this key in: ${String(json.detail ?? json.title)}`);
    }
    if (Date.now() > deadline) {
      const why = answer instanceof Error ? reasonOf(answer) : `it answered ${answer.status}`;
      throw new CommandFailure(`${url} stays away (${why}): the same command goes on from here when it is back.`);
    }
    const asked = answer instanceof Error ? 0 : Number(answer.headers.get('retry-after') ?? 0) * 1000;
    await sleep(Math.max(pause, asked));
  }
}

function reasonOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}
