import { DatelineError } from '../../../shared/kernel/dateline-error.ts';
import type { LeaseRepository } from '../../../shared/store/store.ts';
import type { Usage } from './protocol.ts';
import type { LanguageModelSettings } from './settings.ts';

/** The token and cost budget of one day. */
export interface DailyBudget {
  /**
   * Reserves tokens before they are used.
   *
   * @returns A function to call with the actual usage; it returns the unused part to the budget.
   * @throws DatelineError `model.budget-spent` if the day's budget is too small.
   */
  reserve(most: Usage): Promise<(used: Usage) => Promise<void>>;
}

/** Counters are whole numbers: dollars are counted in millionths. */
const MICRO = 1_000_000;
/** Counters are kept longer than their day, so that a process whose clock is behind still finds them. */
const KEPT_MS = 2 * 86_400_000;

/** Price of a number of tokens in dollars. */
export const usdOf = (
  { inputTokens, outputTokens }: Usage,
  { inputUsdPerMillion, outputUsdPerMillion }: LanguageModelSettings,
): number => (inputTokens * inputUsdPerMillion + outputTokens * outputUsdPerMillion) / 1_000_000;

/**
 * Budgets by UTC day, in two counters shared by all processes. A question reserves the most that it can cost before it
 * is sent, so that concurrent questions cannot exceed the limit together.
 */
export function dailyBudget(
  leases: Pick<LeaseRepository, 'add'>,
  settings: LanguageModelSettings,
  now: () => string,
): DailyBudget {
  return {
    async reserve(most) {
      const day = now().slice(0, 10);
      const until = new Date(Date.parse(day) + KEPT_MS).toISOString();
      const add = async (usage: Usage, sign: 1 | -1) => {
        const tokens = sign * (usage.inputTokens + usage.outputTokens);
        const micros = sign * Math.ceil(usdOf(usage, settings) * MICRO);
        const [allTokens, allMicros] = await Promise.all([
          leases.add(`model-tokens#${day}`, tokens, until),
          leases.add(`model-usd#${day}`, micros, until),
        ]);
        return { allTokens, allMicros };
      };
      const { allTokens, allMicros } = await add(most, 1);
      if (allTokens > settings.dailyTokens || allMicros > settings.dailyUsd * MICRO) {
        await add(most, -1);
        throw new DatelineError('model.budget-spent', 'The budget of the language model for today is used up.');
      }
      return async (used) => {
        await add(used, 1);
        await add(most, -1);
      };
    },
  };
}
