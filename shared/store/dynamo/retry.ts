import { DatelineError } from '../../kernel/dateline-error.ts';

/** A condition of the request did not hold; the caller converts it to a value. */
export class ConditionFailed extends Error {}

/** Temporary errors: throttling, and concurrent writers of the same item. */
const PASSING = new Set([
  'Throttling',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'TransactionConflict',
  'TransactionInProgress',
]);

/** The error's name without its ending; for a cancelled transaction, the reasons that its parts give. */
function namesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const reasons = (error as { CancellationReasons?: readonly { Code?: string }[] }).CancellationReasons ?? [];
  return [error.name, ...reasons.map(({ Code }) => Code ?? '')].map((name) => name.replace(/Exception$/, ''));
}

const ATTEMPTS = 6;

/** Sends one request, and retries throttling and conflicts beyond the SDK's own retries. */
export async function withRetries<T>(request: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await request();
    } catch (error) {
      const names = namesOf(error);
      if (names.includes('ConditionalCheckFailed')) throw new ConditionFailed();
      const again = names.some((name) => PASSING.has(name));
      if (again && attempt + 1 < ATTEMPTS) {
        await pause(attempt + 1);
        continue;
      }
      throw new DatelineError(
        again ? 'store.busy' : 'store.unavailable',
        again ? 'The store takes no more work just now.' : 'The store does not answer.',
        { cause: error },
      );
    }
  }
}

/** Nothing before the first attempt, then 50, 100, 200 … milliseconds. */
export const pause = (attempt: number): Promise<void> =>
  attempt === 0 ? Promise.resolve() : new Promise((done) => setTimeout(done, Math.min(2000, 25 * 2 ** attempt)));
