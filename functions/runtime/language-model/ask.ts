import type { Question } from '../../../shared/events/language-model/question.ts';
import { DatelineError } from '../../../shared/kernel/dateline-error.ts';
import type { ModelAnswer, ModelProtocol } from './protocol.ts';

/** Dependencies of a question. */
export interface Asking {
  readonly protocol: ModelProtocol;
  readonly fetch: typeof fetch;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** 0…1. */
  readonly random: () => number;
}

/** Timeout of one attempt. All attempts and pauses together fit into the function's timeout. */
const ANSWER_WITHIN_MS = 20_000;
const ATTEMPTS = 3;
/** No attempt starts later than this after the first. */
const BEGIN_WITHIN_MS = 12_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 4_000;

/**
 * Sends a question to a model. Retries on throttling, server errors and broken connections, after a growing pause or
 * the pause that the endpoint requests.
 *
 * @throws DatelineError `model.unavailable`, with the status in its cause and never the question.
 */
export async function askModel(question: Question, { protocol, fetch, sleep, random }: Asking): Promise<ModelAnswer> {
  const { url, headers, body } = await protocol.request(question);
  const began = performance.now();
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers },
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    }).catch((cause: unknown) => new Error('no answer', { cause }));
    if (answer instanceof Response && answer.ok) return protocol.answerIn(await answer.json());
    const mayRetry = answer instanceof Error || answer.status === 429 || answer.status >= 500;
    if (!mayRetry || attempt === ATTEMPTS || performance.now() - began > BEGIN_WITHIN_MS) {
      throw new DatelineError('model.unavailable', 'The language model does not answer.', {
        cause: answer instanceof Error ? answer : new Error(`status ${answer.status}`),
      });
    }
    const asked = answer instanceof Response ? Number(answer.headers.get('retry-after')) * 1000 : 0;
    const pause = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + random());
    await sleep(Math.min(LONGEST_PAUSE_MS, Math.max(pause, asked || 0)));
  }
}
