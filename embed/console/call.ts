/** A failed call, with a message for the reader. */
export class Refused extends Error {}

const UNREACHABLE = 'The service does not answer. Is it still running?';

/**
 * Calls the API as the signed-in reader.
 *
 * @throws Refused with the message of the problem document, otherwise one for the status.
 */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  } catch {
    throw new Refused(UNREACHABLE);
  }
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  throw new Refused(wordsOf(response.status, answer));
}

function wordsOf(status: number, answer: unknown): string {
  if (status === 401) return 'You are signed out. Open the link that the service printed when it started.';
  const { title, detail } = (answer ?? {}) as { title?: unknown; detail?: unknown };
  const words = [title, detail].filter((part): part is string => typeof part === 'string' && part !== '');
  return words.length > 0 ? words.join(': ') : `The service answered with status ${status}.`;
}
