import type { Question } from '../../../shared/events/language-model/question.ts';
import { DatelineError } from '../../../shared/kernel/dateline-error.ts';
import type { ModelAnswer, ModelProtocol } from './protocol.ts';

/** What asking works with. */
export interface Asking {
  readonly protocol: ModelProtocol;
  readonly fetch: typeof fetch;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** 0…1. */
  readonly random: () => number;
}

/** Together with the pauses it is less than the function may take. */
const ANSWER_WITHIN_MS = 20_000;
const ATTEMPTS = 3;
/** No attempt is begun so long after the first. */
const BEGIN_WITHIN_MS = 12_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 4_000;

/**
 * Asks a model one question. Throttling, errors of the server and broken connections are tried again, after a pause that grows, or as long as the
 * endpoint asks for.
 *
 * @throws DatelineError `model.unavailable`, with the status in its cause; never with what was asked.
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
