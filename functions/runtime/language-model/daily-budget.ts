import { DatelineError } from '../../../shared/kernel/dateline-error.ts';
import type { LeaseRepository } from '../../../shared/store/store.ts';
import type { Usage } from './protocol.ts';
import type { LanguageModelSettings } from './settings.ts';

/** What a model has used of its day. */
export interface DailyBudget {
  /**
   * Takes tokens from the day before they are used.
   *
   * @returns To be told what was used in fact; what was taken too much goes back.
   * @throws DatelineError `model.budget-spent` where the day has not so many left.
   */
  reserve(most: Usage): Promise<(used: Usage) => Promise<void>>;
}

/** Counters are whole numbers: dollars are counted in millionths. */
const MICRO = 1_000_000;
/** Counters outlive their day, so that a clock that is behind finds them. */
const KEPT_MS = 2 * 86_400_000;

/** Dollars that tokens cost. */
export const usdOf = (
  { inputTokens, outputTokens }: Usage,
  { inputUsdPerMillion, outputUsdPerMillion }: LanguageModelSettings,
): number => (inputTokens * inputUsdPerMillion + outputTokens * outputUsdPerMillion) / 1_000_000;

/**
 * A budget over days of UTC, in two counters that all processes share. A question is counted with the most that it can cost before it is asked, so that
 * many at once do not pass the limit together.
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
        throw new DatelineError('model.budget-spent', 'The language model has used up what it may use today.');
      }
      return async (used) => {
        await add(used, 1);
        await add(most, -1);
      };
    },
  };
}
